"""The Word document: read back by python-docx, with real headings, tables and lists."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from itertools import pairwise
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from hypothesis import given, settings

from tests.build import Play
from tests.domain.hostile_texts import EVIL, PLAIN
from tests.domain.test_mixed_decks import mixed
from tests.export.played import MARKDOWN, a_session, sessions, storable
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import safe
from wshoes_tui.errors import StoreError
from wshoes_tui.export.docx_format import NO_XML, to_docx
from wshoes_tui.limits import TITLE
from wshoes_tui.locale import speech


def document_of(session: Session) -> Any:
    return docx.Document(io.BytesIO(to_docx(session, zone=UTC)))


def paragraphs(where: Any) -> Iterator[Paragraph]:
    """All paragraphs in their order, those of tables too."""
    for part in where.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                for cell in row.cells:
                    yield from paragraphs(cell)
        else:
            yield part


def text_of(document: Any) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs(document))


def letters(text: str) -> str:
    return "".join(text.split())


def as_xml(text: str) -> str:
    return letters(NO_XML.sub("\ufffd", safe(text)))


@given(sessions())
@settings(max_examples=15)
def test_every_response_that_may_leave_is_there_once(session: Session) -> None:
    numbered = tuple(
        replace(said, text=f"{said.text}\n\n#{number}#")
        for number, said in enumerate(session.responses)
    )
    # A lightbulb repeats the words that caused it, so here none has any.
    bulbs = tuple(replace(bulb, response=None) for bulb in session.lightbulbs)
    document = document_of(replace(session, responses=numbered, lightbulbs=bulbs))
    quotes = [letters(p.text) for p in paragraphs(document) if p.style.name == "Quote"]
    for said in numbered:
        times = sum(quote.startswith(as_xml(said.text)) for quote in quotes)
        assert times == (said.visibility != "withheld")


WORDS = [storable(text) for text in (*EVIL, *MARKDOWN, *PLAIN) if text.strip()]


@pytest.mark.parametrize("number", range(8))
def test_words_stand_literally(number: int) -> None:
    """All texts in eight documents, so that each of these is the title of one, or near to it."""
    texts = [*WORDS, "no character \ufffe\uffff"][number::8]
    title = max((text for text in texts if len(text) <= TITLE), key=len).strip() or "x"
    play = Play.begun("Asha, Tom", title=title)
    for text in texts:
        play.do(c.Say(text))
        play.do(c.AddLightbulb(text, text, play.last.id), c.AddPledge(text), c.ParkTopic(text))
    document = document_of(play.session)
    shown = letters(text_of(document))
    for text in texts:
        least = 5 * sum(as_xml(other).count(as_xml(text)) for other in texts)
        assert shown.count(as_xml(text)) >= least, repr(text)
    (heading,) = (p.text for p in document.paragraphs if p.style.name == "Title")
    assert letters(heading) == as_xml(title)


def test_headings_are_headings_in_order() -> None:
    document = document_of(a_session())
    styles = [(p.style.name, p.text) for p in paragraphs(document)]
    heads = [(name, text) for name, text in styles if name.startswith(("Heading", "Title"))]
    assert heads[0] == ("Title", "Home")
    levels = [int(name[-1]) if name != "Title" else 0 for name, _text in heads]
    assert all(then <= now + 1 for now, then in pairwise(levels))
    assert ("Heading 1", "Whose shoes, on what") in heads
    assert ("Heading 2", "Can be done now") in heads
    assert ("Heading 3", "Then, from the other side") in heads
    assert ("List Bullet", "Who has the keys?") in styles


def test_tables_have_a_head_that_is_repeated() -> None:
    document = document_of(a_session())
    tables = document.tables
    assert [cell.text for cell in tables[1].rows[0].cells] == [
        "Turn", "Card", "Shoes", "How it ended",
    ]  # fmt: skip
    for table in (tables[0], tables[1], tables[-1]):
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    cells = {cell.text for row in tables[0].rows[1:] for cell in row.cells[1:]}
    assert {"1", "not yet"} <= cells
    assert [cell.text for cell in tables[-1].rows[1].cells] == ["The nurse", "3.5", "6.5", "6"]


def test_the_sides_of_a_swap_are_two_cells_of_one_row() -> None:
    sides = document_of(a_session()).tables[2]
    first, then = sides.rows[0].cells
    assert "I want my own bed.\nAnd my cat." in text_of(first)
    assert "From here it looks different." in text_of(then)


@pytest.mark.parametrize("language", ["en", "cy", "es", "fr", "pt"])
def test_the_document_is_in_the_language_of_the_reader(language: str) -> None:
    speech.get().use(language)
    document = document_of(a_session())
    tags = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}
    assert tags == {language}
    assert document.core_properties.language == language
    number = "3,5" if language in ("es", "fr", "pt") else "3.5"
    assert number in text_of(document)


def test_its_properties_name_nobody() -> None:
    properties = document_of(a_session(visibility="named")).core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == ("Home", "", "")


def test_what_was_kept_back_and_who_spoke_is_not_in_it() -> None:
    text = text_of(document_of(a_session()))
    assert "Not for the page" not in text
    assert "1 text is left out: it was kept back by choice." in text
    assert not any(name in text for name in ("Bea", "Joy", "Sam"))


@pytest.mark.parametrize("session", [Play.fresh().session, mixed().session])
def test_a_session_with_nothing_in_it_is_a_document_too(session: Session) -> None:
    assert document_of(session).paragraphs


def test_without_python_docx_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(StoreError, match=r"python-docx.* Nothing was written\. .*wshoes\[word\]"):
        to_docx(a_session())
