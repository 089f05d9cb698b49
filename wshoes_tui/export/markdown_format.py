"""Markdown format: a page to send round and one to take home, which read well as plain text.

What people and deck authors wrote is shown literally, whatever it looks like. Each response
that may be shared is on the page once; what is left out is counted at its end.

Escapes as little as is safe, so that the page also reads well as plain text. Holds for
CommonMark and for the usual extensions: tables, strike-through, bare links, attributes,
maths, definition lists. ``<`` and ``&`` become entities, not backslashes, because older
readers of Markdown know no backslash before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.export_progress import counted
from wshoes_tui.export.report import report_of, takehome_report
from wshoes_tui.export.report_blocks import (
    DataTable,
    Passage,
    Points,
    Promised,
    Promises,
    Quotation,
    ReportBlock,
    SessionReport,
    ShoesMap,
    SideBySide,
    Statement,
    Subheading,
    paragraphs_of,
)
from wshoes_tui.locale import _

_ANYWHERE = re.compile(
    r"[\\`*_\[\]{}|~$#]"
    r"|(?<=/)/"  # the second stroke of "https://"
    r"|(?<=\S)\.(?=[^\W\d_]{2})"  # "example.org" is a link to some readers
    r"|(?<=\S)@(?=\S)"
)
_AT_THE_START = re.compile(r"[-+=>:]|\d{1,9}(?P<end>[.)])(?!\d)", re.ASCII)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")

HARD_BREAK = "  \n"
NEVER = "·"


def to_markdown(session: Session, *, zone: tzinfo | None = None) -> str:
    """The page of a session, closed or not; ``zone`` None is the time zone of this machine."""
    return _page(report_of(session, zone=zone))


def to_takehome(session: Session, *, zone: tzinfo | None = None) -> str:
    """The page to take home: what was read back at the closing, and nothing else."""
    return _page(takehome_report(session, zone=zone))


def _page(report: SessionReport) -> str:
    blocks = [f"# {inline(report.title)}", inline(" · ".join(report.facts))]
    blocks += map(inline, report.notes)
    blocks += [f"**{inline(report.warning)}**"] if report.warning else []
    for section in report.sections:
        if section.name == "path":  # it repeats the cards, which plain text shows in their order
            continue
        blocks += [f"## {inline(section.title)}", *_rendered(section.blocks)]
    return "\n\n".join(blocks) + "\n"


def _rendered(blocks: Iterable[ReportBlock]) -> Iterator[str]:
    for block in counted(blocks):
        yield from _block(block)


def _block(block: ReportBlock) -> Iterator[str]:
    match block:
        case Subheading():
            yield f"{'#' * block.level} {inline(block.text)}"
        case Statement():
            yield f"**{inline(block.text)}**" if block.shoes else inline(block.text)
        case Passage():
            yield "\n".join(lines(block.text, keep_breaks=block.keep_breaks))
        case Quotation():
            yield _quotation(block)
        case Promises():
            yield from map(_promised, block.items)
        case Points():
            yield "\n".join(point(lines(text)) for text in block.items)
        case DataTable():
            yield table(block.heads, block.rows, numbers=block.numbers)
        case ShoesMap():
            yield from _map(block)
        case SideBySide():
            for heading, column in block.columns:
                yield f"#### {inline(heading)}"
                yield from _rendered(column)


def inline(text: str) -> str:
    """The text on one line, for a heading, a table cell or the middle of a sentence."""
    return _escaped(one_line(text))


def lines(text: str, *, keep_breaks: bool = True) -> list[str]:
    """The text line by line, each fit to stand at the beginning of a line; "" between paragraphs.

    With ``keep_breaks`` a line break in a paragraph is shown; else it is a space to a reader
    of Markdown, and a line break still to a reader of plain text.
    """
    found = ["\n".join(map(_escaped, part)) for part in paragraphs_of(text)]
    whole = "\n\n".join(found)
    if keep_breaks:
        whole = re.sub(r"(?<=[^\n])\n(?=[^\n])", HARD_BREAK, whole)
    return whole.split("\n")


def quoted(body: Sequence[str], *, by: str = "") -> str:
    """Escaped lines as a quotation, with who said them (escaped too) where that may be told."""
    if by:
        body = [*body, "", f"\N{EM DASH} {by}"]
    return "\n".join(f"> {line}" if line else ">" for line in body)


def point(body: Sequence[str]) -> str:
    """Escaped lines as one point of a list."""
    first, *more = body
    return "\n".join((f"- {first}", *(f"  {line}" if line else "" for line in more)))


def _escaped(line: str) -> str:
    """One line without white space at its ends, escaped for any place on a line."""
    line = _TAG.sub("&lt;", _ENTITY.sub("&amp;", line))
    start = _AT_THE_START.match(line)
    at = start.start("end") if start and start["end"] else 0
    line = _ANYWHERE.sub(lambda found: "\\" + found[0], line)
    if start is None or line[at] == "\\":
        return line
    return f"{line[:at]}\\{line[at:]}"


def _quotation(quotation: Quotation) -> str:
    body: list[str] = []
    for lead_in, text in quotation.parts:
        first, *more = lines(text)
        body += [*([""] if body else []), f"{lead_in} {first}" if lead_in else first, *more]
    return quoted(body, by=inline(quotation.by))


def _promised(pledge: Promised) -> str:
    body = [*lines(pledge.text), "", inline(f"{pledge.who} {pledge.horizon}")]
    for note in pledge.notes:
        body += ["", inline(note)]
    return point(body)


def _map(one: ShoesMap) -> Iterator[str]:
    """First what there is, as a table without the empty rows and columns, then the gaps."""
    if one.stood:
        yield inline(one.stood)
    met = [n for n, touched in enumerate(one.found.touched) if touched]
    if met:
        rows = [
            [name, *(str(row.times[n] or (NEVER if row.offered[n] else "")) for n in met)]
            for name, row in zip(one.names, one.found.rows, strict=True)
            if any(row.times)  # an own card is on no theme
        ]
        yield inline(_("How often, theme by theme:"))
        yield table(["", *(one.found.themes[n].title for n in met)], rows, numbers=True)
    yield from map(inline, one.gaps)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: bool = False) -> str:
    """A table of plain texts, whose columns also line up in plain text; numbers to the right."""
    cells = [[inline(cell) for cell in row] for row in (heads, *rows)]
    widths = [max(3, *map(len, column)) for column in zip(*cells, strict=True)]
    rule = ["-" * w if not (numbers and n) else "-" * (w - 1) + ":" for n, w in enumerate(widths)]
    body = [
        [
            cell.rjust(width) if numbers and n else cell.ljust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in (cells[0], rule, *cells[1:])
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in body)
