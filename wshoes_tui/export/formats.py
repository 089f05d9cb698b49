"""Registry of export formats: one entry a format, which every front end reads.

The command line (``wshoes export``), the screen and line mode (``/export``) take from here which
formats there are, and their help says so. A new format is a module with a renderer and an entry
in ``FORMATS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from wshoes_tui.domain.models import Session
from wshoes_tui.locale import N_

Content = str | bytes | Mapping[str, bytes]
"""A text, the bytes of a file, or the bytes of several files by their names."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write a session down.

    Attributes:
        name: what is typed for it, in lower-case letters.
        suffix: the end of its file names, with the dot.
        label: what it is, for a list to choose from; translatable.
        purpose: what it is for, as it follows the name in the help of the command line.
        renderer: "module:function" that takes a session and returns text, bytes, or several
            files by name: they make a folder, or a ZIP file where it is named so. Imported
            when it is first called. Its text holds nothing that a terminal would obey, unless
            there is a ``printable`` renderer.
        printable: the renderer for standard output, where it is not the same.
        aliases: other names that can be typed for it in line mode.
        is_text: whether it can go to standard output.
    """

    name: str
    suffix: str
    label: str
    purpose: str
    renderer: str
    printable: str = ""
    aliases: tuple[str, ...] = ()
    is_text: bool = True

    def render(self, session: Session) -> Content:
        """The content of a file, or of several."""
        return _function(self.renderer)(session)

    def render_printable(self, session: Session) -> str:
        """The text for standard output, of a format that is text."""
        return cast("str", _function(self.printable or self.renderer)(session))


def _function(path: str) -> Callable[[Session], Content]:
    module, _, name = path.partition(":")
    return cast("Callable[[Session], Content]", getattr(import_module(module), name))


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format(
            name="md",
            suffix=".md",
            label=N_("A page to send round (Markdown)"),
            purpose="to be read",
            renderer="wshoes_tui.export.markdown_format:to_markdown",
            aliases=("markdown",),
        ),
        Format(
            name="json",
            suffix=".json",
            label=N_("A record that can be read in again (JSON)"),
            purpose="to be taken in again",
            renderer="wshoes_tui.export.json_format:to_json",
            printable="wshoes_tui.export.json_format:to_printable_json",
        ),
        Format(
            name="csv",
            suffix="",
            label=N_("Tables for a spreadsheet (CSV)"),
            purpose="a folder of tables for a spreadsheet",
            renderer="wshoes_tui.export.csv_format:to_csv",
            aliases=("tables", "spreadsheet"),
            is_text=False,
        ),
        Format(
            name="ics",
            suffix=".ics",
            label=N_("The pledges that have a day, for a calendar"),
            purpose="the pledges with a day, for a calendar",
            renderer="wshoes_tui.export.ics_format:to_ics",
            printable="wshoes_tui.export.ics_format:to_printable_ics",
            aliases=("calendar",),
        ),
        Format(
            name="html",
            suffix=".html",
            label=N_("A page for a browser, and to print (HTML)"),
            purpose="a page for a browser, and to print",
            renderer="wshoes_tui.export.html_format:to_html",
            aliases=("page", "web"),
        ),
        Format(
            name="poster",
            suffix=".poster.html",
            label=N_("A poster for the wall, to print on A3"),
            purpose="a poster to print on A3",
            renderer="wshoes_tui.export.poster_format:to_poster",
        ),
        Format(
            name="docx",
            suffix=".docx",
            label=N_("A document to go on writing in (Word)"),
            purpose="a document to go on writing in",
            renderer="wshoes_tui.export.docx_format:to_docx",
            aliases=("word",),
            is_text=False,
        ),
    )
}
"""Every format by its name, in the order in which they are offered."""
