"""What the file still gives away is said in plain words, and no word that anybody wrote."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.build import Play
from tests.cli.running import Run, is_calm, keep
from tests.domain.hostile_texts import EVIL
from wshoes_tui.domain.commands import AddPledge, KeepDraft, Next, Remove, Say


def told(run: Run, data: Path, play: Play) -> str:
    """What is said of a session, on one line; its words must not stand in it."""
    keep(data, play.session)
    ran = run("show", play.session.id, "--who-could-know")
    assert ran.status == 0, ran.err
    assert is_calm(ran.out)
    assert "SECRET" not in ran.out
    return " ".join(ran.out.split())


def three(**plan: object) -> Play:
    return Play.begun("Asha, Tom, Bea", **plan)


def test_of_named_words_it_says_whose_they_are(run: Run, data: Path) -> None:
    play = three(visibility="named")
    play.do(Say("SECRET.", play.id_of("Tom")), Say("SECRET too.", play.id_of("Tom")))
    text = told(run, data, play)
    assert "With a name: Tom 2." in text
    assert "Without a name" not in text


def test_whose_turn_it_was_tells_of_unnamed_words(run: Run, data: Path) -> None:
    play = three()
    play.do(Say("SECRET."))
    text = told(run, data, play)
    assert "Without a name: 1 response." in text
    assert "1 response in the shoes of a turn can be taken for that person's" in text
    assert "In a group of 3" in text


def test_one_voice_alone_besides_the_turn_is_told(run: Run, data: Path) -> None:
    play = three()
    other = next(one.id for one in play.session.decks[0].deck.shoes if one.id != play.turn.shoes)
    play.do(Say("SECRET.", play.id_of("Bea"), shoes=other), Next())
    assert "only Bea was" in told(run, data, play)


def test_where_several_spoke_no_name_is_told(run: Run, data: Path) -> None:
    play = three()
    other = next(one.id for one in play.session.decks[0].deck.shoes if one.id != play.turn.shoes)
    for label in ("Bea", "Tom"):
        play.do(Say("SECRET.", play.id_of(label), shoes=other))
    play.do(Next())
    text = told(run, data, play)
    assert "How often each was heard is kept too" in text
    assert "Bea" not in text
    assert "Tom" not in text


def test_two_people_only_is_told(run: Run, data: Path) -> None:
    play = Play.begun("Asha, Tom")
    play.do(Say("SECRET."))
    assert "There are two people only" in told(run, data, play)


def test_alone_all_words_are_ones_own(run: Run, data: Path) -> None:
    play = Play.begun("You")
    play.do(Say("SECRET."))
    assert "You were alone" in told(run, data, play)


def test_drafts_are_told_with_their_seats(run: Run, data: Path) -> None:
    play = three()
    play.do(KeepDraft("own", "SECRET", play.id_of("Tom")), KeepDraft("response", "SECRET"))
    text = told(run, data, play)
    assert "until they are handed in or revealed" in text
    assert "finds them again: Tom." in text
    assert "under no seat" in text


def test_what_undo_still_holds_is_told(run: Run, data: Path) -> None:
    play = three()
    play.do(Say("SECRET."), Say("Another SECRET."))
    play.do(Remove(play.last.id))
    assert "kept for undo until the turn is left" in told(run, data, play)


def test_copies_exports_and_pledges_are_told(run: Run, data: Path) -> None:
    play = three()
    play.do(Say("SECRET."), AddPledge("SECRET", owner="Zoe"))
    keep(data, play.session)
    run("export", "last", "--everything", "--format", "md", "--out", "here.md")
    (data / "backups").mkdir()
    (data / "backups" / "one.db").write_bytes(b"")
    out = " ".join(run("show", "last", "--who-could-know").out.split())
    assert "In 1 copy in" in out
    assert "here.md" in out
    assert "Who made a pledge, where they said so: 1 name." in out


def test_as_json(run: Run, data: Path) -> None:
    keep(data, three().session)
    ran = run("show", "last", "--who-could-know", "--json")
    assert {one["about"] for one in json.loads(ran.out)} == {"people", "elsewhere"}


@pytest.mark.parametrize("label", [text for text in EVIL if text.strip()][:12])
def test_no_label_drives_the_terminal(run: Run, data: Path, label: str) -> None:
    play = Play.begun("Asha, Tom, Bea", visibility="named")
    seats = tuple(
        replace(seat, label=label) if seat.label == "Tom" else seat for seat in play.session.seats
    )
    play.session = replace(play.session, seats=seats)
    play.do(Say("SECRET.", seats[1].id), KeepDraft("own", "SECRET", seats[1].id))
    told(run, data, play)
