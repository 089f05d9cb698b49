"""DOCX format (Word, LibreOffice): the report of a session as a document to go on writing in.

Headings, lists, quotations and tables are those of the program that opens it, so that they can be
restyled and a screen reader finds them. Needs python-docx, the extra ``[word]``, which is imported
when a document is made.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import StoreError
from wshoes_tui.export.export_progress import counted
from wshoes_tui.export.report import report_of
from wshoes_tui.export.report_blocks import (
    DataTable,
    Passage,
    Points,
    Promises,
    Quotation,
    ReportBlock,
    ShoesMap,
    SideBySide,
    Statement,
    Subheading,
    paragraphs_of,
)
from wshoes_tui.locale import _, language_in_use
from wshoes_tui.locale.phrases import CAUSE, NOT_YET, NOTHING_WRITTEN, SHOES

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can hold (XML 1.0, production 2)."""
NO_CARD = "\N{EN DASH}"
MARGIN_CM = 2.2


TABLE_POINTS = 9
"""The size of letters in tables."""
LETTER, CELL_MARGINS = 0.64, 13
"""The width of a bold letter in sizes of it, and what a cell has at its sides, in points."""
WIDEST_COLUMN = 60
"""Characters from which on a column is no wider for longer texts."""


def to_docx(session: Session, *, zone: tzinfo | None = None) -> bytes:
    """The document of a session; ``zone`` None is the time zone of this machine.

    Raises:
        StoreError: python-docx is not installed here.
    """
    try:
        from docx import Document
    except ImportError:
        raise StoreError(
            _("A Word document needs python-docx, which is not installed here."),
            kept=_(NOTHING_WRITTEN),
            todo=_("Install it with: pip install 'wshoes[word]', or choose the format html."),
        ) from None
    report = report_of(session, zone=zone)
    document = Document()
    _set_up(document, report.title)
    document.add_heading(_line(report.title), 0)
    document.add_paragraph(_line(" · ".join(report.facts)), "Subtitle")
    for note in report.notes:
        document.add_paragraph(_line(note))
    if report.warning:
        document.add_paragraph().add_run(_line(report.warning)).bold = True
    for section in report.picture_first:
        document.add_heading(_line(section.title), 1)
        _write(document, section.blocks)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def _set_up(document: Document, title: str) -> None:
    """Page, properties and language. The properties name no author, of whom nothing is known."""
    from docx.oxml.ns import qn
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(MARGIN_CM)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _line(title)[:255], "", ""
    properties.language = language_in_use()
    properties.created = properties.modified = CLOCK.now()
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), language_in_use())


def _words(text: str) -> str:
    """Somebody's words for one paragraph of a document: line breaks, and an empty line between."""
    found = "\n\n".join("\n".join(lines) for lines in paragraphs_of(text))
    return NO_XML.sub("\N{REPLACEMENT CHARACTER}", found)


def _line(text: str) -> str:
    return NO_XML.sub("\N{REPLACEMENT CHARACTER}", one_line(text))


def _write(where: Document | _Cell, blocks: Iterable[ReportBlock]) -> None:
    """Add blocks to a document, or to a cell of a table in it."""
    for block in counted(blocks):
        match block:
            case Subheading():
                where.add_paragraph(_line(block.text), f"Heading {block.level - 1}")
            case Statement():
                paragraph = where.add_paragraph()
                paragraph.add_run(_line(block.text)).bold = block.shoes is not None
                paragraph.paragraph_format.keep_with_next = block.shoes is not None
            case Passage():
                where.add_paragraph(_words(block.text))
            case Quotation():
                _quote(where, block)
            case Promises():
                for horizon, some in block.by_horizon():
                    where.add_paragraph(_line(horizon), "Heading 2")
                    for one in some.items:
                        lines = (_words(one.text), _line(one.who), *map(_line, one.notes))
                        where.add_paragraph("\n".join(lines), "List Bullet")
            case Points():
                for text in block.items:
                    where.add_paragraph(_words(text), "List Bullet")
            case DataTable():
                _table(where, [block.heads, *block.rows])
            case ShoesMap():
                _map(where, block)
            case SideBySide():
                _sides(where, block)


def _quote(where: Document | _Cell, quotation: Quotation) -> None:
    """One paragraph: the words that brought it about, each part behind its lead-in, and by whom."""
    paragraph = where.add_paragraph(style="Quote")
    if quotation.cause:
        cause = _words(quotation.cause)
        paragraph.add_run(f"{_(CAUSE)} \u201c{cause}\u201d\n").italic = False
    for number, (lead_in, text) in enumerate(quotation.parts):
        between = "\n" if number else ""
        paragraph.add_run(f"{between}{lead_in} {_words(text)}" if lead_in else _words(text))
    if quotation.by:
        paragraph.add_run(f"\n\N{EM DASH} {_line(quotation.by)}").italic = False


def _map(where: Document | _Cell, one: ShoesMap) -> None:
    for sentence in filter(None, (one.stood, *one.gaps)):
        where.add_paragraph(_line(sentence))
    rows = [[_(SHOES), *(theme.title for theme in one.found.themes)]]
    for name, row in zip(one.names, one.found.rows, strict=True):
        cells = [f"[{row.shoes.mark}] {name}"]
        for times, offered in zip(row.times, row.offered, strict=True):
            cells.append(str(times) if times else _(NOT_YET) if offered else NO_CARD)
        rows.append(cells)
    _table(where, rows)


def _table(where: Document | _Cell, rows: Sequence[Sequence[str]]) -> None:
    """A table whose first row is its head, and is repeated on each page."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    table = where.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    widths = _widths(rows, sum(column.width for column in table.columns))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for number, row in enumerate(rows):
        # Asking a row for its cells once is linear; asking for each is not.
        for cell, text, width in zip(table.rows[number].cells, row, widths, strict=True):
            run = cell.paragraphs[0].add_run(_line(text))
            run.bold, run.font.size = number == 0, Pt(TABLE_POINTS)
            cell.width = width
    where.add_paragraph()


def _widths(rows: Sequence[Sequence[str]], total: int) -> list[int]:
    """The width of each column: its longest word, and a share of the rest by its longest text."""
    from docx.shared import Pt

    letter, margins = Pt(TABLE_POINTS) * LETTER, Pt(CELL_MARGINS)
    words, texts = [], []
    for column in zip(*rows, strict=True):
        longest = max((len(word) for text in column for word in text.split()), default=1)
        words.append(longest * letter + margins)
        texts.append(max(0, min(WIDEST_COLUMN, max(map(len, column))) - longest) + 1)
    left = total - sum(words)
    if left < 0:  # then words have to be cut
        return [int(total * word / sum(words)) for word in words]
    shared = zip(words, texts, strict=True)
    return [int(word + left * text / sum(texts)) for word, text in shared]


def _sides(where: Document | _Cell, sides: SideBySide) -> None:
    """Two columns; a third side and more stand below."""
    most = 2
    for first in range(0, len(sides.columns), most):
        some = sides.columns[first : first + most]
        table = where.add_table(1, len(some))
        table.style = "Table Grid"
        for cell, (heading, blocks) in zip(table.rows[0].cells, some, strict=True):
            cell.paragraphs[0].style = "Heading 3"
            cell.paragraphs[0].add_run(_line(heading))
            _write(cell, blocks)
        where.add_paragraph()
