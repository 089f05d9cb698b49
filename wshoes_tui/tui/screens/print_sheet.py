"""Choice of what to print for an evening on paper; the page is written among the documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import HOST_ONLY
from wshoes_tui.tui.base_screen import ForFacilitator
from wshoes_tui.tui.content import one_line_content

if TYPE_CHECKING:
    from wshoes_tui.domain.deck import Deck
    from wshoes_tui.domain.models import Session
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp

CARDS = "cards/"
"""What the id of a row of a deck begins with; its place in the list follows."""


class PrintsSheets(ForFacilitator):
    """Mixin for pages from which something can be printed; what that takes is loaded then."""

    @property
    def to_print(self) -> Session | None:
        """The session whose sheets can be printed from here; without one, those of all decks."""
        return self.session_app.session if self.session_app.has_session else None

    @property
    def deck_at_hand(self) -> Path | None:
        """The deck that is offered first, where one is marked here."""
        return None

    def action_print(self) -> None:
        """Choose a page to print, and write it."""
        work = print_from_screen(self.session_app, self.to_print, self.deck_at_hand)
        self.run_worker(work)  # type: ignore[attr-defined]


async def print_from_screen(
    app: FacilitatorSessionApp, session: Session | None, at_hand: Path | None = None
) -> None:
    """Ask which page to print, write it among the documents, and say where it is.

    Without a session, the cards of every sound deck can be chosen.
    """
    from wshoes_tui.domain.deck import Deck
    from wshoes_tui.flow.home_flow import deck_choices
    from wshoes_tui.flow.printing import SHEETS, PrintJob, how_to_print, write_sheet
    from wshoes_tui.tui.screens.choice_sheets import FILE_WRITTEN, ChoiceSheet

    if app.facilitates is not None and not app.ends_hosting:
        app.say(_(HOST_ONLY))
        return
    decks: list[Deck | Path]
    if session is not None:
        decks = [played.deck for played in session.decks]
        titles = [played.deck.title for played in session.decks]
    else:
        listing = await app.worker.run(app.deck_library().listing)
        families = [one for one in deck_choices(listing) if not one[0].problem]
        sound = [next((d for d in one if d.path == at_hand), one[0]) for one in families]
        decks, titles = [deck.path for deck in sound], [deck.title for deck in sound]
    rows = [(one.name, Content(_(one.label))) for one in SHEETS.values() if one.name != "cards"]
    rows += [
        (f"{CARDS}{number}", one_line_content(_("Cards: {deck}", deck=one_line(title))))
        for number, title in enumerate(titles)
    ]
    marked = f"{CARDS}{decks.index(at_hand)}" if at_hand in decks and at_hand else None
    sheet = ChoiceSheet(_("Which page to print?"), rows, marked)
    chosen = await app.push_screen_wait(sheet)
    if chosen is None:
        return
    job, name = PrintJob(None, session, app.easy, "easy" if app.easy else "text"), chosen
    if chosen.startswith(CARDS):
        name, of = "cards", decks[int(chosen.removeprefix(CARDS))]
        deck = of if isinstance(of, Deck) else await app.attempt(_read, app, of)
        if deck is None:
            return
        job = PrintJob(deck, session, job.easy, job.wording)
    path = await app.attempt(write_sheet, name, job)
    if path is not None:
        how = await app.worker.run(how_to_print, path)
        app.say(f"{_(FILE_WRITTEN, path=str(path))} {how}")


def _read(app: FacilitatorSessionApp, path: Path) -> Deck:
    return app.deck_library().open(str(path))
