"""The facilitator in plain lines and the people, all with the real ssh and the real program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.host.hosted import CODE, Hosted, begins

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
def hosted(tmp_path: Path) -> Iterator[Hosted]:
    with Hosted(tmp_path) as running:
        yield running


def test_a_lost_key_a_hand_and_a_seat_that_is_let_go(hosted: Hosted) -> None:
    asha, tom = hosted.joins("Asha"), hosted.joins("Tom")
    jo = hosted.facilitates()
    jo.says("/invite")
    jo.until(CODE)
    jo.until("SHA256:")
    begins(jo)
    asha.until("Write:")
    asha.says("Nobody asked me.", "/hand")
    jo.until("hand up: Asha")
    tom.drop()
    jo.until("away: Tom")
    jo.says("/seats")
    jo.until("Seat: 1, Asha, hand up, is ready")
    jo.until("Seat: 2, Tom, away")
    again = hosted.comes("Tom")
    again.until("What do you want to be called?")
    again.says("/go")
    again.until("Do you agree?")
    again.says("yes")
    again.until("Is it yours?")
    again.says("yes")
    jo.until("Tom asks to come back to their seat. /let-in lets them in, /turn-away does not.")
    jo.says("/let-in Tom")
    jo.until("Saved: Tom is let in.")
    again.until("Seat: 2, Tom")
    again.until("Your own key:")
    jo.says("/lower")
    asha.until("Your hand is down.")
    jo.says("/let-go Tom")
    jo.until("/let-go Tom once more does it.")
    jo.says("/let-go Tom")
    jo.until("Saved: Tom has been let go. Their words are kept.")
    again.until("The facilitator has closed this seat.")
    assert "Nobody asked me." not in jo.heard
    assert b"Tom" not in hosted.written


def test_people_talk_a_wall_follows_and_the_host_ends_although_a_facilitator_is_there(
    tmp_path: Path,
) -> None:
    talking = Hosted(tmp_path, "home-from-hospital", "--talk-first")
    with talking as hosted, hosted.on_screen("wall", size=(60, 22)) as wall:
        wall.until("Leaving hospital, seen by everyone it touches.")
        asha = hosted.joins("NAME")
        jo = hosted.facilitates()
        begins(jo)
        asha.until("Listen, or type what you say.")
        asha.says("I want my own bed.")
        asha.until("Saved: response 1")
        jo.says("/said")
        jo.until("I want my own bed.")
        wall.until("I want my own bed.")
        wall.types("What is typed here goes nowhere.")
        wall.resize(40, 20)
        wall.until("I want my own bed.")
        jo.says("/seats")
        jo.until("Seat: 1, Seat 1")
        assert "Seat: 2" not in jo.heard, "a wall takes no seat"
        wall.types("q")
        assert "Seat 1" not in wall.shown
        assert hosted.ends() == 0
        jo.until("kept")
