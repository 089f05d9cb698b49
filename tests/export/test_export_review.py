"""The rule of exports: they carry what was shared, in the words for sharing, and say the rest."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace

import docx
import pytest

from tests.build import Play
from tests.export.played import as_imported
from tests.export.reviewed import STATES, WITHHELD, a_reviewed_play, a_reviewed_session
from tests.export.test_export_docx import text_of
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import Session
from wshoes_tui.export.csv_format import to_csv
from wshoes_tui.export.formats import FORMATS, Format
from wshoes_tui.export.ics_format import to_ics
from wshoes_tui.export.json_format import session_from_json, to_json
from wshoes_tui.export.markdown_format import to_markdown
from wshoes_tui.export.redact import for_sharing

LEAKY = Format(
    name="leaky",
    suffix=".leaky",
    label="All that a renderer is given",
    purpose="to be looked at",
    renderer=f"{__name__}:to_leak",
)
"""A format by somebody who has not thought of privacy at all."""
PASSED_ON = [one for one in (*FORMATS.values(), LEAKY) if one.holds == "shared"]


def to_leak(session: Session) -> str:
    """Everything, steps and drafts too."""
    return repr((session, session.done, session.undone, session.drafts))


def written(form: Format, session: Session, *, everything: bool = False) -> str:
    """All that is in the file, or in the files; what stands on standard output is the same."""
    content = form.render(session, everything=everything)
    if isinstance(content, Mapping):
        return "".join(part.decode("utf-8-sig") for part in content.values())
    if isinstance(content, bytes):
        return text_of(docx.Document(io.BytesIO(content)))
    text = content.replace("\r\n", "\n").replace("\n ", "")
    printed = form.render_printable(session, everything=everything).replace("\n ", "")
    assert [word in printed for word in (*STATES, WITHHELD)] == [
        word in text for word in (*STATES, WITHHELD)
    ]
    return text


@pytest.mark.parametrize("form", PASSED_ON, ids=lambda form: form.name)
def test_what_is_passed_on_holds_what_was_shared_and_nothing_else(form: Format) -> None:
    text = written(form, a_reviewed_session())
    assert "SHARED pledge" in text
    assert "Pledge in PUTRIGHT words" in text
    for word in ("RIGHTED", "KEPT", "UNSEEN", WITHHELD):
        assert word not in text, word


@pytest.mark.parametrize("form", PASSED_ON, ids=lambda form: form.name)
def test_everything_holds_what_nobody_has_seen_but_not_what_was_kept_back(form: Format) -> None:
    text = written(form, a_reviewed_session(), everything=True)
    assert "SHARED pledge" in text
    assert "UNSEEN pledge" in text
    for word in ("RIGHTED", "KEPT", WITHHELD):
        assert word not in text, word


@pytest.mark.parametrize("name", ["md", "csv"])
@pytest.mark.parametrize("words", ["response", "seen", "thought", "pledge", "topic", "closing"])
def test_each_kind_of_words_is_there(name: str, words: str) -> None:
    text = written(FORMATS[name], a_reviewed_session())
    assert f"SHARED {words}" in text
    righted = {"seen": "Lightbulb", "thought": "Lightbulb", "topic": "ParkedTopic"}
    kind = righted.get(words, "Feedback" if words == "closing" else words.title())
    assert f"{kind} in PUTRIGHT words" in text
    assert f"UNSEEN {words}" not in text
    assert f"UNSEEN {words}" in written(FORMATS[name], a_reviewed_session(), everything=True)


def test_the_lossless_record_holds_all_of_it_and_what_was_decided() -> None:
    session = a_reviewed_session()
    text = to_json(session)
    for word in (*STATES, WITHHELD, "PUTRIGHT"):
        assert word in text, word
    back = session_from_json(text)
    assert back == as_imported(session)
    assert [one.review for one in back.pledges] == [one.review for one in _ordered(session)]
    assert "".join(written(FORMATS["md"], back).split()) == "".join(
        written(FORMATS["md"], session).split()
    ), "what may be shared is the same on the other computer"
    assert FORMATS["json"].told(session) == [
        "This file holds everything, also what was kept back: "
        "it is for another computer of your own."
    ]


def _ordered(session: Session) -> tuple[object, ...]:
    return as_imported(session).pledges


def test_the_page_to_take_home_holds_what_was_read_back_and_nothing_else() -> None:
    form = FORMATS["takehome"]
    session = a_reviewed_play(decided=False).session
    assert not form.must_be_reviewed(session)
    text = written(form, session)
    for state in STATES:
        assert f"{state} pledge" in text
        assert f"{state} seen" in text
        for words in ("response", "topic", "closing"):
            assert f"{state} {words}" not in text
    assert WITHHELD not in text
    assert "We stood in the shoes of" in text
    assert "4 pledges" in text
    assert "5 lightbulbs" in text
    later = written(form, a_reviewed_session())
    assert "KEPT" not in later, "kept back since"
    assert "RIGHTED" not in later
    assert "UNSEEN pledge" in later


def test_only_what_is_to_be_passed_on_must_be_looked_through() -> None:
    fresh, begun = a_reviewed_play(decided=False).session, a_reviewed_session()
    needs = {one.name for one in FORMATS.values() if one.must_be_reviewed(fresh)}
    assert needs == {*FORMATS} - {"json", "takehome"}
    assert not [one for one in FORMATS.values() if one.must_be_reviewed(begun)]


@pytest.mark.parametrize("consented", [False, True])
def test_an_export_says_what_it_lacks_and_why_and_whether_consent_was_asked(
    consented: bool,
) -> None:
    session = a_reviewed_session()
    session = replace(session, header=replace(session.header, consented=consented))
    told = (
        "6 texts are left out: they were kept back by choice.",
        "5 texts are left out: nobody has looked yet whether they may be shared.",
    )
    assert FORMATS["md"].told(session) == list(told)
    assert FORMATS["md"].told(session, everything=True) == [told[0]]
    asked = "Consent was asked, and everybody gave it."
    unasked = "Not everybody agreed to how these words are kept"
    for text in (written(FORMATS["md"], session), written(FORMATS["ics"], session)):
        plain = text.replace("\\", "")
        assert all(sentence in plain for sentence in told)
        assert (asked in plain, unasked in plain) == (consented, not consented)
    about = to_csv(for_sharing(session))["session.csv"].decode("utf-8-sig")
    assert all(sentence in about for sentence in told)
    assert f"Consent was asked,{'yes' if consented else 'no'}" in about


def test_a_renderer_that_is_called_alone_keeps_back_what_was_kept_back() -> None:
    session = a_reviewed_session()
    for text in (to_markdown(session), to_ics(session), repr(to_csv(session))):
        assert "UNSEEN pledge" in text
        assert "KEPT" not in text
        assert WITHHELD not in text


@pytest.mark.parametrize("everything", [False, True])
def test_words_that_were_not_handed_in_or_taken_back_are_given_to_no_format(
    everything: bool,
) -> None:
    play = Play.begun("Asha, Tom")
    play.do(c.Say("TAKEN back"), c.Undo(), c.KeepDraft("response", "UNSAID"))
    play.do(c.KeepDraft("pledge", "UNSAID"), c.Say("Said."))
    text = written(LEAKY, play.session, everything=everything)
    assert "UNSAID" not in text
    assert "TAKEN" not in text
    assert ("Said." in text) == everything


def test_nothing_in_an_export_refers_to_words_that_are_not_in_it() -> None:
    shared = for_sharing(a_reviewed_session())
    there = {one.id for one in shared.responses}
    assert {bulb.response for bulb in shared.lightbulbs} <= {None, *there}
    assert for_sharing(shared, everything=True) is shared, "what is gone does not come back"
    assert json.loads(to_json(a_reviewed_session()))["withheld"] == []
