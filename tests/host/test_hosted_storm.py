"""Many people, many turns, lines that drop at any moment: nothing is lost, nothing doubled."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

import pytest

from tests.bench.visits import Scale, long_decks
from tests.host.hosted import Guest, Hosted, begins

CHANCE_TO_DROP = 0.25


def storm(folder: Path, people: int, turns: int) -> None:
    """Everybody writes on every card; some drop before they know whether it was kept."""
    chance = Random(people * 1000 + turns)
    decks = folder / "decks"
    decks.mkdir()
    long_decks(decks, Scale(turns=turns))
    names = [str(deck) for deck in sorted(decks.glob("*.yaml"))]
    with Hosted(folder, *names, "--turns", str(turns)) as hosted:
        guests = {f"P{number}": hosted.joins(f"P{number}") for number in range(people)}
        jo = hosted.facilitates()
        begins(jo)
        known: set[str] = set()
        for turn in range(1, turns + 1):
            for name in guests:
                words = f"{name} on {turn}"
                while not writes(guests[name], words, drops=chance.random() < CHANCE_TO_DROP):
                    guests[name] = comes_back(hosted, name, guests[name].key)
                known.add(words)
            jo.says("/reveal")
            jo.until("Saved: all is revealed")
            jo.says("/next")
            jo.until(f"Turn: {turn + 1} ", "Step:")
        with sqlite3.connect(hosted.data / "wshoes.db") as database:
            found = [text for (text,) in database.execute("SELECT text FROM response")]
    assert sorted(found) == sorted(known)


def writes(guest: Guest, words: str, *, drops: bool) -> bool:
    """Hand these words in. False if the line dropped before that was known."""
    if guest.until("Everybody writes.", "Handed in, and hidden") == "Handed in, and hidden":
        guest.says()
        return True  # they had been handed in before the line dropped
    guest.until("Question:")
    guest.says("/save" if guest.told("Draft:") else words)  # or kept, and not handed in
    if drops:
        guest.drop()
        return False
    guest.until("Saved:")
    return True


def comes_back(hosted: Hosted, name: str, key: str) -> Guest:
    """With their own key, to the same page."""
    guest = hosted.comes(name, key)
    guest.key = key
    return guest


@pytest.mark.timeout(240)
def test_a_few_people_in_a_storm(tmp_path: Path) -> None:
    storm(tmp_path, 4, 5)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_thirty_people_in_a_storm_of_a_hundred_turns(tmp_path: Path) -> None:
    storm(tmp_path, 30, 100)
