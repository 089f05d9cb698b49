"""Evidence in what is passed on: before opinion, by value, with gaps that are true."""

from __future__ import annotations

import csv
import io

import pytest

from tests.build import Play
from wshoes_tui.cli.show_session import shareable_words
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import Session
from wshoes_tui.export.csv_format import to_csv
from wshoes_tui.export.formats import FORMATS
from wshoes_tui.export.markdown_format import to_markdown
from wshoes_tui.export.redact import for_sharing
from wshoes_tui.flow.hiring_flow import evidence_blocks

HEARD, OTHER = "She told her at once.", "Warm, and quick."
GAP = "Nobody heard anything about: "


def a_candidate(**plan: str) -> Play:
    """The closed session of candidate 7: evidence for one value, for none, and a sentence."""
    play = Play.ready("Asha, Tom, Bea")
    play.do(c.ChooseCandidate("7"), c.Plan(**plan) if plan else c.Consent(), c.Begin())
    play.do(c.Say("I would ask her."), c.WriteFirst())
    play.write(Asha=f"1: {HEARD}", Tom=OTHER, Bea="")
    play.do(c.Reveal(), c.GoToClosing(), c.GiveFeedback("agreed", "She asks first."), c.Close())
    return play


def markdown(session: Session, *, everything: bool = True) -> str:
    return to_markdown(for_sharing(session, everything=everything))


def test_a_page_tells_evidence_before_opinion() -> None:
    text = markdown(a_candidate().session)
    order = [
        "The candidate: 7.", "## What the panel heard", "### Information", HEARD,
        "### Without a value", OTHER, f"{GAP}Independence",
        "## What the panel agreed", "She asks first.", "## What we talked about",
    ]  # fmt: skip
    found = [text.index(one) for one in order]
    assert found == sorted(found)
    assert "Asha" not in text
    assert "without names" not in text, "the answers are the candidate's"


@pytest.mark.parametrize("decision", ["keep", ""])
def test_no_page_says_that_nobody_heard_what_is_only_left_out(decision: str) -> None:
    play = a_candidate()
    for one in play.session.evidence:
        if decision and one.value:
            play.do(c.ReviewWords(one.id, "keep"))
    text = markdown(play.session, everything=bool(decision))
    assert HEARD not in text
    assert GAP not in text
    assert "Nothing is told here about: Information, Independence" in text


def test_evidence_that_was_withheld_is_on_no_page() -> None:
    session = a_candidate(visibility="withheld").session
    for name, form in FORMATS.items():
        if name == "json":  # the whole of it, for another computer of one's own
            continue
        told = form.render(session, everything=True)
        parts = told.values() if isinstance(told, dict) else (told,)
        for part in parts:
            raw = part if isinstance(part, bytes) else str(part).encode()
            assert HEARD.encode() not in raw, name


def test_the_table_has_a_row_for_each_piece() -> None:
    files = to_csv(for_sharing(a_candidate(visibility="named").session, everything=True))
    rows = list(csv.DictReader(io.StringIO(files["evidence.csv"].decode("utf-8-sig"))))
    assert sorted((row["For which value"], row["Words"], row["Name"]) for row in rows) == [
        ("", OTHER, "Tom"), ("Information", HEARD, "Asha"),
    ]  # fmt: skip
    assert all(row["Card"] and row["Shoes"] for row in rows)


def test_what_a_command_shows_is_what_was_reviewed() -> None:
    play = a_candidate()
    blocks = [one.text for one in evidence_blocks(shareable_words(play.session))]  # type: ignore[union-attr]
    assert HEARD not in "".join(blocks)
    assert blocks.count("There are words that are not shown here.") == 2
    assert f"{GAP}Independence" in blocks, "a value of which there is evidence is no gap"
    play.do(*(c.ReviewWords(one.id, "share") for one in play.session.evidence))
    blocks = [one.text for one in evidence_blocks(shareable_words(play.session))]  # type: ignore[union-attr]
    assert HEARD in "".join(blocks)


def test_nothing_of_an_ordinary_session_is_about_a_panel() -> None:
    play = Play.begun("Asha, Tom")
    play.do(c.Say("Words."), c.GoToClosing(), c.Close())
    assert "panel" not in markdown(play.session)
    assert "evidence.csv" not in to_csv(for_sharing(play.session, everything=True))
