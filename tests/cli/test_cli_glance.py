"""One session at a glance."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tests.cli.running import Run, a_play, is_calm, keep
from tests.domain.hostile_texts import EVIL
from tests.domain.test_mixed_decks import mixed
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    ChangeShoes,
    GiveFeedback,
    Next,
    ParkTopic,
    Pass,
    Plan,
    Rate,
    ReviewWords,
    Say,
    Swap,
)
from wshoes_tui.domain.summary import coverage
from wshoes_tui.settings import DataFolder


def test_a_session_is_summed_up(run: Run, data: Path) -> None:
    play = a_play()
    play.do(Plan(programme="Spring"), Say("I want my own bed."))
    play.do(
        AddLightbulb("she was afraid of a cold house", "she was difficult"),
        AddPledge("I will ask first", "Tom", date(2026, 12, 4)),
        ParkTopic("parking charges"),
        Swap(),
        Say("So do we."),
        Next(),
        Pass(),
        Rate("home", "nurse", (3, 4), "before"),
    )
    keep(data, play.session)
    ran = run("show", "last")
    assert ran.status == 0
    words = " ".join(ran.out.split())
    for part in (
        "00000001, begun 2 Mar 2026",
        "not closed yet",
        "Programme: Spring",
        "2 people, 3 turns (1 passed), 2 responses, 0 minutes",
        "1 lightbulb, 1 pledge, 1 in the car park",
        "I used to think: she was difficult / Now I see: she was afraid of a cold house (turn 1,",
        "I will ask first (Tom, by 4 December)",
        "Car park - parking charges",
        "Seen from two sides",
        "[N] The nurse: 3.5 before, - after, from few people",
    ):
        assert part in words, part
    assert "own bed" not in words, "what was said is for the export"
    assert max(map(len, ran.out.splitlines())) <= 80


def test_the_map_counts_each_time_and_names_the_gaps(run: Run, data: Path) -> None:
    play = a_play()
    for _ in range(3):
        if play.turn.shoes != "nurse":
            play.do(ChangeShoes("nurse"))
        play.do(Next())
    keep(data, play.session)
    out = run("show", "last", "--ascii").out
    assert out.isascii()
    rows = {line.split("]")[0][-1]: line for line in out.splitlines() if line.startswith("  [")}
    assert set(rows) == {"P", "D", "N", "M"}
    [nurse] = [row for row in coverage(play.session)[0].rows if row.shoes.id == "nurse"]
    assert sum(nurse.times) >= 2
    marks = [{0: ".", 1: "o"}.get(times, str(times)) for times in nurse.times]
    assert rows["N"].removeprefix("  [N] The nurse").split() == [*marks, "3", "times"]
    assert rows["P"].removeprefix("  [P] The patient").split() == [".", ".", "nobody", "yet"]
    assert "Independence -----." in out
    never = " ".join(out.split("Nobody has stood in: ")[1].split("\n\n")[0].split())
    assert never.startswith("[P] The patient, [D] The daughter, [M] The manager")
    assert "-." not in (words := run("show", "last", "--plain").out)
    assert "[N] The nurse, 3 times: " in words


def test_shoes_of_one_id_in_two_decks_are_told_apart(run: Run, data: Path) -> None:
    play = mixed()
    play.do(Say("I know this town."), AddLightbulb("I see."), Next())
    play.do(Rate("memory", "patient", (3, 5), "before"))
    keep(data, play.session)
    out = run("show", "last", "--ascii").out
    home, memory = out.split("       Memory\n")
    assert "[P]  The patient               .    nobody yet" in home
    assert "Finding out -.\n  [P2] The person with dementia  o    1 time\n" in memory
    for told in (
        "I see. (turn 1, [P2] The person with dementia)",
        "[P2] The person with dementia: 4 before",
    ):
        assert told in memory, told
    found = json.loads(run("show", "last", "--json").out)
    stood = {(row["deck"], row["shoes"], row["mark"]): row["stood"] for row in found["coverage"]}
    assert stood["memory", "patient", "P2"] == 1
    assert stood["home", "patient", "P"] == 0
    assert [(row["deck"], row["shoes"]) for row in found["before_after"]] == [("memory", "patient")]


def test_no_seat_is_named_as_silent(run: Run, data: Path) -> None:
    play = a_play()
    play.do(Say("words", seat=play.id_of("Asha")))
    keep(data, play.session)
    assert "Tom" not in run("show", "last").out


def test_a_session_is_found_by_its_id_or_the_beginning_of_one(run: Run, data: Path) -> None:
    one, two = a_play(1), a_play(0x10000000)
    keep(data, one.session, two.session)
    assert run("show", one.session.id).out.splitlines()[1].startswith("00000001")
    assert run("show", "1").out.splitlines()[1].startswith("10000000")
    assert run("show", "last").out.splitlines()[1].startswith("10000000")


@pytest.mark.parametrize("name", ["zzz", "0", "", "last "])
def test_a_name_that_means_none_or_several_is_one_sentence(run: Run, data: Path, name: str) -> None:
    if name != "last ":
        keep(data, a_play(1).session, a_play(2).session)
    ran = run("show", name)
    assert ran.status == 1
    assert ran.out == ""
    assert ran.sentence


def test_the_summary_for_scripts(run: Run, data: Path) -> None:
    play = a_play()
    play.do(Say("words"), AddPledge("I will ask first"))
    keep(data, play.session)
    found = json.loads(run("show", "last", "--json").out)
    assert found["id"] == play.session.id
    assert found["glance"]["responses"] == 1
    [pledge] = found["pledges"]
    assert pledge["text"] == "I will ask first"
    stood = {row["shoes"]: row["stood"] for row in found["coverage"]}
    assert stood[play.turn.shoes] == 1
    assert sum(stood.values()) == 1


def test_nothing_that_people_wrote_drives_the_terminal(run: Run, data: Path) -> None:
    play = a_play()
    for words in EVIL:
        plain = words.encode("utf-8", "replace").decode() + " x"
        play.do(AddLightbulb(plain, plain), AddPledge(plain, plain), ParkTopic(plain))
    play.do(Plan(title=EVIL[0], programme=EVIL[1]))
    keep(data, play.session)
    ran = run("show", "last")
    assert ran.status == 0
    assert is_calm(ran.out)
    assert run("show", "last", "--json").out.isascii()


def test_words_stand_in_it_once_they_may_be_shared(run: Run, data: Path) -> None:
    play = a_play()
    play.do(Say("I want my own bed."))
    play.do(AddLightbulb("I see", "", play.last.id))
    play.do(Swap(), Say("So do we."), GiveFeedback("checkout", "We take the window."))
    keep(data, play.session)
    out = run("show", "last").out
    assert not any(words in out for words in ("own bed", "So do we", "the window"))
    assert "Not shown here: 3 responses and closing words" in " ".join(out.split())
    first, other = play.session.responses
    play.do(ReviewWords(first.id, "share"), ReviewWords(other.id, "keep"))
    play.do(ReviewWords(play.session.feedback[0].id, "share", "We take something."))
    DataFolder(data).database.unlink()
    keep(data, play.session)
    for plain in ((), ("--plain",)):
        words = " ".join(run("show", "last", *plain).out.split())
        assert "So do we" not in words
        assert "the window" not in words
        assert "We take something." in words
        assert "These words brought it about: I want my own bed. / Now I see: I see" in words
        assert words.count("I want my own bed.") == 2
        assert "Not shown here: 1 response or closing word" in words
