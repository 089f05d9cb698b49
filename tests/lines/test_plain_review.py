"""The review in line mode: a letter for each line, and what /export asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import Play
from tests.export.reviewed import a_reviewed_play
from tests.lines.talk import Talk
from wshoes_tui.domain import commands as c

WORDS = ("My own bed.", "Mrs Jones is loud.", "Three more beds.")


@pytest.fixture
def talk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """A closed session, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    play = Play.begun("Asha, Tom")
    play.do(*map(c.Say, WORDS), c.AddLightbulb("She is afraid.", "She is difficult."))
    play.do(c.Next(), c.GoToClosing(), c.Close())
    return Talk.over(play)


def decided(talk: Talk) -> list[str]:
    return [said.shared_text or said.review for said in talk.session.responses]


def path_of(told: str) -> Path:
    return Path(told.removeprefix("Saved: written to "))


def test_a_review_is_a_letter_a_line(talk: Talk) -> None:
    told = talk.type("/review")
    assert told[0] == "Step: 1 of 4, 4 lines left"
    assert told[2:4] == ["Said: My own bed.", "Review: not decided yet"]
    assert talk.type("s")[:2] == ["Saved: to be shared", "Step: 2 of 4, 3 lines left"]
    assert talk.type("r Somebody is loud.")[0] == "Saved: to be shared"
    assert talk.type("KEEP")[0] == "Saved: kept back"
    assert decided(talk) == ["share", "Somebody is loud.", "keep"]
    assert [said.text for said in talk.session.responses] == list(WORDS)
    told = talk.type("r I thought so | I see")
    assert told[:4] == [
        "Saved: to be shared",
        "Step: You have looked through all of it.",
        "Review: 3: to be shared",
        "Review: 1: kept back",
    ]
    assert talk.session.lightbulbs[0].shared_text == "I thought so\nI see"
    assert talk.type("d")[0].startswith("Summary: ")


def test_a_line_back_and_an_undo(talk: Talk) -> None:
    talk.type("/review")
    assert talk.error("b") == "This is the first line."
    assert talk.error("u") == "There is nothing to undo."
    talk.type("k")
    assert "Review: kept back" in talk.type("b")
    talk.type("s")
    told = talk.type("u")
    assert told[:2] == ["Undone: kept back", "Step: 1 of 4, 3 lines left"]
    assert decided(talk)[0] == "keep"


@pytest.mark.parametrize("typed", ["My own bed.", "share it", "k no", "r", "d or not", "b s"])
def test_nothing_else_that_is_typed_decides_anything(talk: Talk, typed: str) -> None:
    talk.type("/review")
    assert "Nothing was decided." in talk.error(typed)
    assert decided(talk) == ["", "", ""]


def test_a_review_goes_on_where_it_was_left(talk: Talk) -> None:
    talk.type("/review", "s", "k", "d")
    assert talk.type("/review")[0] == "Step: 3 of 4, 2 lines left"
    again = talk.again()
    assert again.type("/review")[0] == "Step: 3 of 4, 2 lines left"


def test_an_export_asks_once(talk: Talk) -> None:
    for kind in ("md", "csv", "ics"):
        told = talk.type(f"/export {kind}")
        assert told == [
            "Notice: Nobody has looked through this session yet. /review looks through it now. "
            f"/export {kind} once more writes all of it."
        ]
    assert not list(Path().glob("2026*"))
    [told] = talk.type("/export md", "/export md")
    assert "Mrs Jones is loud" in path_of(told).read_text("utf-8")
    talk.type("/export csv", "/summary", "/export csv")
    assert len(list(Path().glob("2026*"))) == 1, "another line came between"


def test_what_was_kept_back_is_in_no_export_but_the_lossless_one(talk: Talk) -> None:
    talk.type("/review", "s", "k", "d")
    [told, withheld, unseen] = talk.type("/export md")
    page = path_of(told).read_text("utf-8")
    assert "My own bed" in page
    assert "Jones" not in page
    assert "Three more" not in page
    assert withheld == "Notice: 1 text is left out: it was kept back by choice."
    assert unseen.startswith("Notice: 2 texts are left out: nobody has looked yet")
    [told, notice] = talk.type("/export json")
    assert all(words in path_of(told).read_text("utf-8") for words in WORDS)
    assert "also what was kept back" in notice


def test_the_page_to_take_home_is_offered_at_the_end_and_needs_no_review() -> None:
    play = Play.begun("Asha, Tom")
    play.do(c.Say("Mrs Jones is loud."), c.AddPledge("I will ring."), c.GoToClosing())
    talk = Talk.over(play)
    told = talk.type("/close", "/close")
    assert told[-1].startswith("Question: /take-home writes the page to take home")


def test_the_page_to_take_home_is_written(talk: Talk) -> None:
    [first] = talk.type("/take-home")
    [second] = talk.type("/export take")
    page = path_of(first).read_text("utf-8")
    assert page == path_of(second).read_text("utf-8")
    assert "She is afraid" in page
    assert "Jones" not in page


def test_a_review_shows_every_kind_of_words_and_none_that_is_kept_out() -> None:
    talk = Talk.over(a_reviewed_play(decided=False))
    talk.type("/review", *["s"] * 21)
    told = "\n".join(talk.written)
    for words in ("Said: UNSEEN", "Lightbulb: Now I see UNSEEN", "Pledge: UNSEEN",
                  "Parked: UNSEEN", "Feedback: UNSEEN"):  # fmt: skip
        assert words in told
    assert "all of it" in talk.written[-4]
    assert "WITHHELD" not in told.partition("1 of 21")[2]


def test_a_session_that_goes_on_can_be_looked_through_and_goes_on() -> None:
    play = Play.begun("Asha, Tom")
    play.do(c.Say("My own bed."))
    talk = Talk.over(play)
    talk.type("/review", "k")
    assert "Nothing was decided." in talk.error("Words for the card.")
    assert talk.type("d")[0].startswith("Turn: ")
    assert talk.type("Words for the card.")[0].startswith("Saved: ")
