"""Registry of what can be printed for an evening on paper, and the writing of it as HTML.

The command line, the screens and plain lines take from here which sheets there are. A sheet is a
page for a browser: self-contained, laid out for A4.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.dispatcher import Context, new_session
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Refusal
from wshoes_tui.export import print_forms
from wshoes_tui.export.export_files import make_folder, numbered_path, write_export
from wshoes_tui.export.print_pages import Wording, cards_page
from wshoes_tui.flow.promises import consent_sentences
from wshoes_tui.locale import N_, _
from wshoes_tui.settings import documents_folder

PRINTER_SECONDS = 2.0
"""For the answer of the print system: a server that is off must not keep anybody waiting."""
OPEN_IN_BROWSER = N_("Open it in a browser, and print it from there.")


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What a sheet is printed of and how; ``session`` None stands for one as it usually is."""

    deck: Deck | None = None
    session: Session | None = None
    easy: bool = False
    wording: Wording = "text"
    per_page: int = 8


class PrintSheet(NamedTuple):
    """One thing to print: its name, what it is called in a list, and its renderer."""

    name: str
    label: str
    render: Callable[[PrintJob], str]


def _cards(job: PrintJob) -> str:
    if job.deck is None:
        raise Refusal("Choose a deck first.")
    return cards_page(job.deck, wording=job.wording, per_page=job.per_page)


def _consent(job: PrintJob) -> str:
    session = job.session or new_session(Context())
    session = replace(session, header=replace(session.header, typed_up=True), turns=())
    return print_forms.consent_page(consent_sentences(session, easy=job.easy))


SHEETS: dict[str, PrintSheet] = {
    one.name: one
    for one in (
        PrintSheet("cards", N_("The cards and the shoes of a deck"), _cards),
        PrintSheet("consent", N_("The consent sheet: what is kept"), _consent),
        PrintSheet(
            "slips", N_("Slips to write on, four to a page"), lambda _job: print_forms.slips_page()
        ),
        PrintSheet(
            "pledges", N_("Pledge slips, three to a page"), lambda _job: print_forms.pledges_page()
        ),
    )
}
"""Every sheet by its name, in the order in which they are offered."""


def write_sheet(name: str, job: PrintJob, folder: Path | None = None) -> Path:
    """Write a sheet to a new file in a folder, that of the documents if None. Its whole path.

    Raises:
        Refusal: it is a sheet of a deck, and there is none.
        StoreError: the file could not be written; nothing was changed.
    """
    content = SHEETS[name].render(job)
    if folder is None:
        folder = documents_folder()
        make_folder(folder)
    stem = f"{job.deck.id}-{name}" if name == "cards" and job.deck is not None else name
    path = numbered_path(folder.absolute(), stem, ".html")
    write_export(path, content)
    return path


def how_to_print(path: Path) -> str:
    """What to do with a written sheet: a command where a printer and a converter are there."""
    if not has_printer():
        return _(OPEN_IN_BROWSER)
    quoted = shlex.quote(str(path))
    if shutil.which("weasyprint"):
        command = f"weasyprint {quoted} - | lp"
    elif chromium := next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None):
        pdf = shlex.quote(str(path.with_suffix(".pdf")))
        made = f"--headless --no-pdf-header-footer --print-to-pdf={pdf}"
        command = f"{os.path.basename(chromium)} {made} {quoted} && lp {pdf}"  # noqa: PTH119
    else:
        return _(OPEN_IN_BROWSER)
    return _("Open it in a browser to print it, or type: {command}", command=command)


def print_offer(path: Path) -> str:
    """How to print an export; empty for what is no page, and where there is no printer."""
    return how_to_print(path) if path.suffix == ".html" and has_printer() else ""


def has_printer() -> bool:
    """Whether the print system of this computer knows a printer; nothing is printed."""
    lpstat = shutil.which("lpstat")
    if lpstat is None or shutil.which("lp") is None:
        return False
    try:
        asked = subprocess.run(
            [lpstat, "-e"], capture_output=True, timeout=PRINTER_SECONDS, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return asked.returncode == 0 and bool(asked.stdout.strip())
