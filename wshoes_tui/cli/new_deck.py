"""The commands deck new and deck copy: a deck file of one's own, to be changed in an editor."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.cli.console import write_line
from wshoes_tui.cli.options import GivenOptions, UsageError, json_refused
from wshoes_tui.domain.text import one_line, without_surrogates
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.flow.home_flow import check_command
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import system_reason
from wshoes_tui.sessions.bootstrap import open_deck_library, prepare_data_folder

if TYPE_CHECKING:
    from wshoes_tui.decks.deck_template import DeckAnswers
    from wshoes_tui.decks.diagnostics import DeckErrors

UNCHANGED = N_("No file was written.")
WRITTEN = N_("Written: {path}")
TITLE_ASKED = N_("What is the deck called?")
NOT_ANSWERED = N_("Not all questions were answered.")
ONLY_A_PART = N_('"{id}" is a translation, and holds only a part of a deck.')


def new_deck(given: GivenOptions, said: Mapping[str, str | None], deck_id: str | None) -> int:
    """Write a deck to begin with. ``said`` has answers; without a title, questions are asked.

    Raises:
        WshoesError: there is a deck of that id, or an answer cannot stand in a deck.
    """
    from wshoes_tui.decks import deck_template
    from wshoes_tui.decks.diagnostics import DeckErrors

    refuse_json(given)
    answers = deck_template.DeckAnswers("", given.settings.language or "en-GB", id=deck_id or "")
    if said["title"] is None:
        said = _asked(answers, said)
    told = {name: stored(text) for name, text in said.items() if text is not None}
    names = [name.strip() for name in told.pop("authors", "").split(",")]
    answers = replace(answers, **told, authors=[name for name in names if name])
    if not answers.title:
        raise UsageError(
            _("A deck needs a title."), todo=_('Give one, such as --title "Tea time".')
        )
    try:
        made, text = deck_template.new_deck(answers)
    except DeckErrors as errors:
        raise unfit(errors) from None
    return keep_deck(given, made, text)


def copy_deck(given: GivenOptions, name: str, new_id: str | None, title: str | None) -> int:
    """Write a copy of a deck under an id of its own.

    Raises:
        WshoesError: there is no such deck, or there is one of the new id.
    """
    from wshoes_tui.decks import deck_template
    from wshoes_tui.decks.diagnostics import DeckErrors, Report
    from wshoes_tui.decks.source import read_source

    refuse_json(given)
    path = _file_of(given, name)
    text = read_source(path, Report(str(path)))
    deck_id = new_id or f"my-{_deck_id(text)}"
    try:
        copied = deck_template.copy_of_deck(text, deck_id, stored(title or ""))
    except DeckErrors as errors:
        raise unfit(errors) from None
    except ValueError:
        raise WshoesError(
            _("This deck has its id or its title on no line of its own."),
            kept=_(UNCHANGED),
            todo=_("Copy the file yourself: {path}", path=stored(str(path))),
        ) from None
    return keep_deck(given, deck_id, copied)


def edit_deck(given: GivenOptions, name: str) -> int:
    """Open the studio on a deck of one's own.

    Raises:
        WshoesError: it is somebody else's deck, or there is no screen here.
    """
    from wshoes_tui.cli import launch

    refuse_json(given)
    path = _file_of(given, name)
    if path.resolve().parent != given.settings.data.decks.resolve():
        todo = _("Copy it: wshoes deck copy {name}", name=one_line(name))
        raise WshoesError(_("This deck is not yours to change."), kept=_(UNCHANGED), todo=todo)
    if launch.in_line_mode(given):
        todo = _("Open it in an editor for plain text: {path}", path=stored(str(path)))
        raise WshoesError(_("To write cards here needs a screen."), kept=_(UNCHANGED), todo=todo)
    return launch.resume_session(given, path.stem, "choose")


def _deck_id(text: str) -> str:
    from wshoes_tui.decks.deck_files import glimpse

    return glimpse(text, "id") or "deck"


def _file_of(given: GivenOptions, name: str) -> Path:
    """The file of a deck, which is sound. A translation holds only a part of one."""
    library = open_deck_library(given.settings)
    deck = library.open(name)
    if deck.translation_of:
        raise WshoesError(
            _(ONLY_A_PART, id=deck.id),
            kept=_(UNCHANGED),
            todo=_("Copy its original."),
        )
    wanted = (deck.id, deck.language)
    rows = [row for row in library.listing() if (row.id, row.language) == wanted]
    by_name = [
        row.path for row in rows if not row.problem and row.id.startswith(name.strip().lower())
    ]
    return by_name[0] if by_name else Path(name)


def keep_deck(given: GivenOptions, deck_id: str, text: str) -> int:
    """Put a deck among one's own, and say where it is."""
    library = open_deck_library(given.settings)
    if any(row.id == deck_id for row in library.listing()):
        what = _('There is a deck "{deck_id}" already.', deck_id=deck_id)
        raise WshoesError(what, kept=_(UNCHANGED), todo=_("Choose another id with --id."))
    path = written_to_own_folder(given, Path(f"{deck_id}.yaml"), text, replace=False)
    write_line(_(WRITTEN, path=stored(str(path))))
    write_line(_("Open it in an editor for plain text. Look for mistakes with:"))
    write_line(f"  {stored(check_command(path)[0])}")
    write_line(_("Try it with:"))
    write_line(f"  wshoes rehearse {deck_id}")
    return 0


def written_to_own_folder(
    given: GivenOptions, name: Path, text: str, *, replace: bool = True
) -> Path:
    """Write a file among one's own decks, and the schema for editors beside it. Returns its path.

    Raises:
        StoreError: it cannot be written there; what was there is as it was.
    """
    from wshoes_tui.export.export_files import write_export

    folder = given.settings.data.decks
    prepare_data_folder(given.settings)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        what = _(
            "The folder of your decks cannot be made ({strerror}).", strerror=system_reason(error)
        )
        raise StoreError(what, kept=_(UNCHANGED), todo=_("Check the data folder.")) from None
    path = folder / name
    try:
        write_export(path, text, replace=replace)
    except StoreError as error:
        raise StoreError(error.what, kept=_(UNCHANGED), todo=error.todo) from None
    _put_schema(folder)
    return path


def rewrite_deck(place: Path, text: str) -> None:
    """Write the new text of a deck of one's own, and keep the old one beside it."""
    from wshoes_tui.export.export_files import write_export

    before = place.with_name(f"{place.name}~")
    write_export(before, place.read_bytes(), replace=True)
    write_export(place, text, replace=True)
    write_line(_(WRITTEN, path=stored(str(place))))
    write_line(_("The deck as it was: {path}", path=stored(str(before))))


def _put_schema(folder: Path) -> None:
    """Have the schema for editors beside the decks, that of this version. No deck depends on it."""
    from wshoes_tui.decks.deck_template import SCHEMA_NAME, schema_for_editors

    place, text = folder / SCHEMA_NAME, schema_for_editors()
    with suppress(OSError, ValueError):
        if place.is_symlink() or (place.exists() and place.read_text("utf-8") == text):
            return
        place.write_text(text, "utf-8")
        place.chmod(0o600)


def _asked(answers: DeckAnswers, said: Mapping[str, str | None]) -> dict[str, str | None]:
    """The answers to the questions, each on a line of standard input; Enter takes what is shown."""
    questions = {
        "title": (_(TITLE_ASKED), ""),
        "language": (_("In which language is it? A tag, such as en-GB or cy."), answers.language),
        "lived": (_("Whose shoes, of somebody who lives with it?"), answers.lived),
        "service": (_("And of somebody who works in it?"), answers.service),
        "authors": (_("Who writes it? Commas stand between names; nobody need be named."), ""),
    }
    found = dict(said)
    for name, (question, usual) in questions.items():
        if found.get(name) is None:
            write_line(f"{question} [{usual}]" if usual else question)
            found[name] = _line() or usual
    return found


def _line() -> str:
    try:
        return input("> ").strip()
    except (EOFError, RuntimeError, UnicodeDecodeError):  # the second: no standard input at all
        todo = _('Or use options: wshoes deck new --title "Tea time"')
        raise WshoesError(_(NOT_ANSWERED), kept=_(UNCHANGED), todo=todo) from None


def refuse_json(given: GivenOptions) -> None:
    if given.json:
        raise json_refused()


def unfit(errors: DeckErrors) -> WshoesError:
    """What is wrong with an answer; the line of a file that was not written helps nobody."""
    problem = errors.problems[0]
    return WshoesError(one_line(f"{problem.what}."), kept=_(UNCHANGED), todo=one_line(problem.mend))


def stored(text: str) -> str:
    """The text on one line, as it can be shown and kept."""
    return one_line(without_surrogates(text)[0])
