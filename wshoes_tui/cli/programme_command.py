"""Command ``programme``: the list of programmes, one of them in words, or its report as a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wshoes_tui.cli.console import (
    format_day,
    output_width,
    write_json,
    write_line,
    write_paragraph,
    write_table,
)
from wshoes_tui.cli.options import GivenOptions, UsageError, json_refused, no_format, path_of
from wshoes_tui.cli.show_session import map_glyphs
from wshoes_tui.cli.stored_sessions import sessions_of
from wshoes_tui.domain.programme import ProgrammeLine
from wshoes_tui.domain.summary import FEW
from wshoes_tui.domain.text import safe
from wshoes_tui.flow import blocks, list_blocks, programme_flow
from wshoes_tui.flow.coverage_map import map_rows, plain_rows
from wshoes_tui.line_output.render import lightbulb_line, map_lines
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import PEOPLE_HEAD, PROGRAMME_HEAD, SESSIONS_HEAD
from wshoes_tui.sessions import export_log, programmes
from wshoes_tui.sessions.bootstrap import open_deck_library
from wshoes_tui.terminal.capabilities import LEAST_WIDTH


def show_programmes(
    given: GivenOptions, name: str, *, form: str | None = None, out: str | None = None
) -> int:
    """The list of programmes; with a name what it adds up to, or the report of it as a file.

    Raises:
        UsageError: there is no such format, or a file is wanted of no programme.
        NotFoundError: there is no programme of that name.
        StoreError: the sessions cannot be read, or the file cannot be written.
    """
    writes = form is not None or out is not None
    if writes and not name.strip():
        raise UsageError(
            _("Which programme?"), todo=_('Name one: wshoes programme "NAME" --out PATH')
        )
    if writes and given.json:
        raise json_refused(_("Leave it out, or leave out --out."))
    with sessions_of(given) as store:
        lines = programmes.list_programmes(store)
        if not name.strip():
            return _list(given, lines)
        line = programmes.find_programme(lines, name)
        decks = open_deck_library(given.settings)
        if writes:
            formats = programmes.programme_formats()
            if (form or "html") not in formats:
                raise no_format(formats)
            export_log.use(given.settings.data.root)
            where = None if out is None else path_of(out)
            path = programmes.write_programme(store, line, decks, form or "html", where)
            write_line(safe(str(path)))
            return 0
        programme = programmes.read_programme(store, line, decks)
    if given.json:
        write_json(programme_flow.as_data(programme))
        return 0
    for row in _told(given, programme_flow.programme_blocks(programme)):
        write_paragraph(*row) if isinstance(row, tuple) else write_line(row)
    return 0


def _list(given: GivenOptions, lines: Sequence[ProgrammeLine]) -> int:
    if given.json:
        write_json(
            [
                {"programme": one.name, "sessions": one.sessions, "places": one.places,
                 "people": one.people, "first": one.first, "last": one.last}
                for one in lines
            ]
        )  # fmt: skip
    elif not lines:
        write_paragraph(programme_flow.programmes_question(lines).text)
    else:
        rows = [
            (
                str(one.sessions),
                str(one.places) if one.places else "-",
                _("under {FEW}", FEW=FEW) if one.people is None else str(one.people),
                format_day(one.last),
                one.name,
            )
            for one in lines
        ]
        write_table(
            (_(SESSIONS_HEAD), _("Places"), _(PEOPLE_HEAD), _("Last"), _(PROGRAMME_HEAD)), rows
        )
    return 0


Told = str | tuple[str, str]
"""A line as it stands, or a paragraph and what stands before it."""


def _told(given: GivenOptions, shown: Iterator[blocks.Block]) -> Iterator[Told]:
    """The lines of a programme; an empty one before each title but the first two."""
    heads = 0
    for block in shown:
        match block:
            case blocks.TextBlock("Summary", text):
                if heads > 1:
                    yield ""
                heads += 1
                yield text, ""
            case list_blocks.BarsBlock():
                yield from ((f"{bar.label}: {', '.join(bar.told)}", "  ") for bar in block.bars)
            case blocks.MapBlock() if given.settings.plain:
                yield from ((line, "  ") for line in map_lines(block.covered))
            case blocks.MapBlock():
                width = max(LEAST_WIDTH, output_width()) - 2
                rows = plain_rows(map_rows(block.covered, width, map_glyphs(given)))
                yield from (f"  {row}".rstrip() for row in rows)
            case blocks.LightbulbBlock():
                yield lightbulb_line(block).partition(", ")[2].replace("\n", " / "), "  - "
            case blocks.TextBlock("Notice", text):
                yield text, "  "
            case blocks.TextBlock():
                yield block.text, "  - "
