"""Pledges in every export: conditions, what was said since, and what became of last time's."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from tests.export.test_export_docx import text_of
from tests.pledge_days import a_session_on, the_first
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import Pledge, Session
from wshoes_tui.domain.pledges import pledges_of, with_earlier_pledges
from wshoes_tui.export.formats import FORMATS, Format
from wshoes_tui.export.redact import for_sharing, withheld
from wshoes_tui.locale.phrases import NOT_FOR_SHARING

FIRST = c.AddPledge("Qring.", "Qowner", date(2026, 4, 1), "plan", condition="Qplan", scope="us")
READ = [one for one in FORMATS.values() if one.name not in ("json", "poster", "takehome")]


def both(review: str = "share") -> Session:
    """The second session, closed, with what it was told of the first one's pledge."""
    first = the_first(None, FIRST)
    (pledge,) = first.session.pledges
    if review:
        first.do(c.ReviewWords(pledge.id, review))  # type: ignore[arg-type]
    second = a_session_on(14)
    second.do(c.Begin(), c.UpdatePledge(pledge.id, first.session.id, "stuck", "Qnumber."))
    second.do(c.AddPledge("Qown.", condition="Qif", by_when=date(2026, 5, 1)))
    own = second.session.pledges[0].id
    second.do(c.ChangePledge(own, "Qnew.", state="changed", note="Qnote."))
    second.do(c.GoToClosing(), c.Close())
    session = second.session
    return with_earlier_pledges(session, pledges_of([first.session, session]))


def rendered(form: Format, session: Session, *, everything: bool = True) -> str:
    content = form.render(session, everything=everything)
    if form.name == "docx":
        import docx

        return text_of(docx.Document(io.BytesIO(cast("bytes", content))))
    if isinstance(content, str):
        return content.replace("\r\n ", "")
    return "\n".join(one.decode() for one in content.values())  # type: ignore[union-attr]


@pytest.mark.parametrize("form", READ, ids=[one.name for one in READ])
def test_every_format_tells_conditions_and_what_became_of_last_time(form: Format) -> None:
    text = rendered(form, both())
    for words in ("Qring.", "Qplan", "Qif", "Qnew."):
        assert words in text, words
    if form.name == "ics":
        assert text.count("BEGIN:VEVENT") == 2
        assert "SEQUENCE:3" in text, "a calendar that has it already takes this for newer"
        return
    for words in ("Qnumber.", "Qowner", "Qnote.", "Qown.", "stuck"):
        assert words in text.casefold() or words in text, words


@pytest.mark.parametrize("form", READ, ids=[one.name for one in READ])
@pytest.mark.parametrize("review", ["", "keep"])
def test_an_earlier_pledge_leaves_only_as_its_own_review_allows(form: Format, review: str) -> None:
    kept = both(review)
    (update,) = kept.pledge_updates
    session = replace(kept, pledge_updates=(replace(update, review="share"),))
    text = rendered(form, session, everything=False)
    for words in ("Qring", "Qplan", "Qowner"):
        assert words not in text
    if form.name not in ("ics",):
        assert NOT_FOR_SHARING in text, "it does not disappear without a word"


def test_what_was_said_of_pledges_waits_for_the_review_like_all_words() -> None:
    session = both()
    assert {one.kind for one in withheld(session)} == {"pledge", "update"}
    assert "Qn" not in repr(for_sharing(session).pledges + for_sharing(session).pledge_updates)


def test_the_page_to_take_home_has_no_note_that_nobody_read_back() -> None:
    text = cast("str", FORMATS["takehome"].render(both()))
    assert "When Qif, Qnew." in text
    for words in ("Qnote", "Qown.", "Qring", "Qnumber"):
        assert words not in text


def test_a_pledge_put_right_for_sharing_takes_its_notes_and_its_condition_along() -> None:
    pledge = Pledge(id="a", text="I ring Ann.", condition="Ann calls", review="share",
                    shared_text="somebody calls\nI ring.")  # fmt: skip
    session = replace(both(), pledges=(pledge,))
    (shared,) = for_sharing(session).pledges
    assert (shared.condition, shared.text) == ("somebody calls", "I ring.")


def test_last_time_is_a_table_of_its_own_in_a_spreadsheet() -> None:
    files = FORMATS["csv"].render(both(), everything=True)
    assert isinstance(files, dict)
    rows = list(csv.reader(io.StringIO(files["pledges-before.csv"].decode("utf-8-sig"))))
    assert rows[1][0] == "Qring."
    assert rows[1][4:] == ["stuck", "Qplan", "We do it together.", "2026-03-16 stuck: Qnumber."]


def test_what_a_pledge_came_from_is_told_but_not_in_withheld_words() -> None:
    play = a_session_on(0)
    play.do(c.Begin(), c.Say("Qsaid."), c.AddLightbulb("Qlight."))
    said, bulb = play.session.responses[0].id, play.session.lightbulbs[0].id
    play.do(c.AddPledge("One.", lightbulb=bulb), c.AddPledge("Two.", response=said))
    play.do(c.AddPledge("Three."), c.GoToClosing(), c.Close())
    title = play.session.card_of(play.session.turns[0]).title
    for form in (FORMATS["md"], FORMATS["html"], FORMATS["docx"]):
        text = rendered(form, play.session)
        for told in ("From the lightbulb: Qlight.", "From the words: Qsaid.", f"1, {title}"):
            assert told in text, (form.name, told)
    assert "From the" not in rendered(FORMATS["takehome"], play.session)
    play.do(c.ShowAs(said, "withheld"))
    files = FORMATS["csv"].render(play.session, everything=True)
    assert isinstance(files, dict)
    rows = list(csv.reader(io.StringIO(files["pledges.csv"].decode("utf-8-sig"))))
    assert [row[-1] for row in rows] == [
        "What it came from",
        "From the lightbulb: Qlight.",
        f"From turn 1, {title}",
        f"From turn 1, {title}",
    ]
