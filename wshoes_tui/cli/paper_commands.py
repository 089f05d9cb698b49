"""Commands ``print`` and ``enter``: an evening on paper, from the sheets for it to its slips."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from wshoes_tui.cli.help_format import Work, arg, opt
from wshoes_tui.cli.options import GivenOptions, UsageError, json_refused
from wshoes_tui.locale import _, reader_tag

STANDARD_OUTPUT = "-"
PER_PAGE = (8, 1)


def enter(
    ctx: typer.Context,
    session: Annotated[str, arg("SESSION", "Without one, an evening held on paper.")] = "",
) -> Work:
    """Type up slips from paper, by the numbers of the cards."""
    from wshoes_tui.cli import launch

    return partial(launch.resume_session, ctx.obj, session, "paper")


def print_(
    ctx: typer.Context,
    what: Annotated[str, arg("WHAT", "A deck; or consent, slips or pledges.")],
    out: Annotated[
        str | None, opt("--out", "PATH", "A new file, a folder, or - for standard output.")
    ] = None,
    per_page: Annotated[
        int, opt("--per-page", "N", "Cards to a page: 8, or 1 for large ones.")
    ] = 8,
    both: Annotated[
        bool, opt("--with-easy", "", "Easy words under the text; --easy: in its place.")
    ] = False,
) -> Work:
    """Cards, the consent sheet, slips to write on: pages to print."""
    return partial(print_sheet, ctx.obj, what, out, per_page=per_page, both=both)


def print_sheet(
    given: GivenOptions, what: str, out: str | None, *, per_page: int, both: bool
) -> int:
    """Write a sheet to standard output or to a new file, whose path is the line printed.

    Raises:
        UsageError: the number of cards to a page is neither.
        WshoesError: there is no such deck, or the file cannot be written.
    """
    from wshoes_tui.cli.console import write_document, write_error, write_line
    from wshoes_tui.cli.options import path_of
    from wshoes_tui.domain.text import safe
    from wshoes_tui.export.export_files import write_export
    from wshoes_tui.export.print_pages import Wording
    from wshoes_tui.flow.printing import SHEETS, PrintJob, how_to_print, write_sheet
    from wshoes_tui.sessions.bootstrap import open_deck_library

    if given.json:
        raise json_refused()
    if per_page not in PER_PAGE:
        raise UsageError(_("--per-page is 8 or 1."), todo=_("See: wshoes print --help"))
    settings, deck = given.settings, None
    name = what if what in SHEETS and what != "cards" else "cards"
    if name == "cards":
        deck = open_deck_library(settings).open(what, reader_tag())
    wording: Wording = "both" if both else "easy" if settings.easy else "text"
    job = PrintJob(deck, None, settings.easy, wording, per_page)
    path = None if out is None else path_of(out).absolute()
    if out == STANDARD_OUTPUT:
        write_document(SHEETS[name].render(job))
        return 0
    if path is None or path.is_dir():
        path = write_sheet(name, job, path)
    else:
        write_export(path, SHEETS[name].render(job))
    write_line(safe(str(path)))
    write_error(how_to_print(path))
    return 0
