"""Registry of export formats: one entry a format, which every front end reads.

The command line (``wshoes export``), the screen and line mode (``/export``) take from here which
formats there are, and their help says so. A new format is a module with a renderer and an entry
in ``FORMATS``. Unless it is said to be ``whole``, its renderer is given a session that holds only
what may be passed on (``redact.SharedSession``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal, cast

from wshoes_tui.domain.models import Session
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.domain.programme import Programme

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
        filed: the renderer of a file, where one is that takes less memory: the same as bytes.
        aliases: other names that can be typed for it in line mode.
        is_text: whether it can go to standard output.
        has_map: whether a map is in it, which may be by the themes of an agenda.
        holds: "shared" is what was looked through and found to be for sharing; "read_back" what
            everybody heard at the closing, which needs no review; "whole" all of it, kept back or
            not, for another computer of one's own.
    """

    name: str
    suffix: str
    label: str
    purpose: str
    renderer: str
    printable: str = ""
    filed: str = ""
    aliases: tuple[str, ...] = ()
    is_text: bool = True
    has_map: bool = True
    holds: Literal["shared", "read_back", "whole"] = "shared"

    def must_be_reviewed(self, session: Session) -> bool:
        """Whether somebody has to look through the session before it is written in this format."""
        from wshoes_tui.domain.handlers.review_handler import is_looked_through

        return self.holds == "shared" and not is_looked_through(session)

    def render(self, session: Session, *, everything: bool = False) -> Content:
        """The content of a file, or of several.

        Args:
            session: the whole session.
            everything: also what nobody has looked through; never what was kept back.
        """
        return _function(self.renderer)(self._given(session, everything=everything))

    def render_file(self, session: Session, *, everything: bool = False) -> Content:
        """The same, for ``write_export``."""
        return _function(self.filed or self.renderer)(self._given(session, everything=everything))

    def render_printable(self, session: Session, *, everything: bool = False) -> str:
        """The text for standard output, of a format that is text."""
        function = _function(self.printable or self.renderer)
        return cast("str", function(self._given(session, everything=everything)))

    def told(self, session: Session, *, everything: bool = False) -> list[str]:
        """Sentences for who exports: what is left out and why, or that all of it is there."""
        from wshoes_tui.export.redact import withheld_told

        if self.holds == "whole":
            return [_(WHOLE)]
        if self.holds == "read_back":
            return []
        return list(withheld_told(session, everything=everything))

    def _given(self, session: Session, *, everything: bool) -> Session:
        from wshoes_tui.export.redact import for_sharing

        if self.holds == "whole":
            return session
        return for_sharing(session, everything=everything or self.holds == "read_back")


WHOLE = N_(
    "This file holds everything, also what was kept back: it is for another computer of your own."
)


def _function(path: str) -> Callable[[Session], Content]:
    module, _colon, name = path.partition(":")
    return cast("Callable[[Session], Content]", getattr(import_module(module), name))


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format(
            name="md",
            suffix=".md",
            label=N_("A page to send round (Markdown)"),
            purpose=N_("to be read"),
            renderer="wshoes_tui.export.markdown_format:to_markdown",
            aliases=("markdown",),
        ),
        Format(
            name="json",
            suffix=".json",
            label=N_("A record that can be read in again (JSON)"),
            purpose=N_("everything, to be taken in again on a computer of your own"),
            renderer="wshoes_tui.export.json_format:to_json",
            printable="wshoes_tui.export.json_format:to_printable_json",
            filed="wshoes_tui.export.json_format:to_json_bytes",
            has_map=False,
            holds="whole",
        ),
        Format(
            name="csv",
            suffix="",
            label=N_("Tables for a spreadsheet (CSV)"),
            purpose=N_("a folder of tables for a spreadsheet"),
            renderer="wshoes_tui.export.csv_format:to_csv",
            aliases=("tables", "spreadsheet"),
            is_text=False,
        ),
        Format(
            name="ics",
            suffix=".ics",
            label=N_("The pledges that have a day, for a calendar"),
            purpose=N_("the pledges with a day, for a calendar"),
            renderer="wshoes_tui.export.ics_format:to_ics",
            printable="wshoes_tui.export.ics_format:to_printable_ics",
            aliases=("calendar",),
            has_map=False,
        ),
        Format(
            name="takehome",
            suffix=".take-home.md",
            label=N_("The page to take home: map, lightbulbs and pledges"),
            purpose=N_("the page to take home"),
            renderer="wshoes_tui.export.markdown_format:to_takehome",
            aliases=("take-home", "home"),
            holds="read_back",
        ),
        Format(
            name="html",
            suffix=".html",
            label=N_("A page for a browser, and to print (HTML)"),
            purpose=N_("a page for a browser, and to print"),
            renderer="wshoes_tui.export.html_format:to_html",
            aliases=("page", "web"),
        ),
        Format(
            name="poster",
            suffix=".poster.html",
            label=N_("A poster for the wall, to print on A3"),
            purpose=N_("a poster to print on A3"),
            renderer="wshoes_tui.export.poster_format:to_poster",
        ),
        Format(
            name="docx",
            suffix=".docx",
            label=N_("A document to go on writing in (Word)"),
            purpose=N_("a document to go on writing in"),
            renderer="wshoes_tui.export.docx_format:to_docx",
            aliases=("word",),
            is_text=False,
        ),
    )
}
"""Every format by its name, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class ProgrammeFormat:
    """One way to write down what a programme adds up to; its fields as those of ``Format``."""

    name: str
    suffix: str
    label: str
    purpose: str
    renderer: str

    def render(self, programme: Programme) -> Content:
        """The content of a file, for a programme that was read with ``shareable``."""
        module, _colon, name = self.renderer.partition(":")
        content: Content = getattr(import_module(module), name)(programme)
        return content


def formats_told() -> str:
    """All formats of export with what each is for, in the language in use."""
    return ", ".join(f"{one.name} {_(one.purpose)}" for one in FORMATS.values()) + "."


PROGRAMME_FORMATS: dict[str, ProgrammeFormat] = {
    one.name: one
    for one in (
        ProgrammeFormat(
            name="html",
            suffix=".html",
            label=N_("A page for a browser, and to print (HTML)"),
            purpose=N_("a page for a browser, and to print"),
            renderer="wshoes_tui.export.programme_report:to_html",
        ),
    )
}
"""Every format in which a programme can be passed on."""
