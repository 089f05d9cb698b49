"""Loading pages: on the way into a session, and where another program holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import BusyError, WshoesError
from wshoes_tui.locale import _, reader_tag
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.content import safe_content
from wshoes_tui.tui.screens import page_named
from wshoes_tui.tui.startup import StartOptions

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp


class LoadingPage(ForFacilitator, Page):
    """Opens the store and the decks, then makes way. What cannot be done ends the program."""

    makes_way = True
    """Keys wait for the page after this one."""

    def compose_body(self) -> Iterable[Widget]:
        yield Static(_("One moment ..."), classes="lead", markup=False)

    def begin_page(self) -> None:
        """Go in once this page has been painted."""
        self.call_after_refresh(self.run_worker, self._go_in())

    async def _go_in(self) -> None:
        start = self.session_app.start
        try:
            library = await self.session_app.library()
            live = await self.session_app.worker.run(open_live, library, start)
        except BusyError as error:
            self.session_app.go(HeldPage(start.reference, str(error)))
        except (WshoesError, Refusal) as error:
            self.session_app.parting = str(error)
            await self.session_app.leave(1)
        else:
            await self.session_app.play(live)
            if start.kind == "paper" and not live.session.was_on_paper:
                self.session_app.go(page_named("paper"))
            if start.kind == "review":
                await self.session_app.review(live.session.id)


def open_live(library: SessionLibrary, start: StartOptions) -> OpenSession:
    """The session that the command line asked for.

    Raises:
        WshoesError: a deck or session of that name cannot be had.
    """
    if start.kind == "paper":
        return library.resume_for_slips(start.reference)
    if start.kind in ("resume", "review"):
        return library.resume(start.reference)
    language = reader_tag()
    if start.kind == "rehearse":
        return library.rehearse_named("".join(start.decks[:1]), language)
    names = start.decks or (library.first_deck(),)
    decks = [library.deck_library.open(name, language) for name in names]
    if start.started is None or not start.started.begin:
        return library.group(decks, start.started)
    live = library.group(decks, replace(start.started, begin=False, opening=True))
    live.card_alone = True  # the consent card comes before the first card
    return live


class HeldPage(ForFacilitator, Page):
    """Says who holds the session and offers a look at it."""

    SCOPE = "held"

    def __init__(self, reference: str, sentence: str) -> None:
        super().__init__()
        self._reference = reference
        self._sentence = sentence

    def compose_body(self) -> Iterable[Widget]:
        yield Static(_("Somebody else has this session open"), classes="lead", markup=False)
        yield Static(safe_content(self._sentence), classes="gap")
        yield Static(
            _("You may look at it. To write in it, close it there first."),
            classes="gap",
            markup=False,
        )

    def update_page(self) -> None:
        self.top.show_heading("wshoes")

    async def action_look(self) -> None:
        """The session as it was last saved."""
        from wshoes_tui.tui.screens.summary_screen import SummaryPage

        library = await self.session_app.library()
        newest = library.unfinished()
        reference = self._reference or (newest.id if newest else "last")
        session = await self.session_app.attempt(library.look, reference)
        if session is not None:
            self.session_app.go(SummaryPage(session, looking=True))


async def take_up(app: FacilitatorSessionApp, reference: str) -> None:
    """Go on with a session, or say who holds it."""
    try:
        library = await app.library()
        live = await app.worker.run(library.resume, reference)
    except BusyError as error:
        app.go(HeldPage(reference, str(error)))
    except WshoesError as error:
        app.say(str(error))
    else:
        await app.play(live)


async def open_stored(app: FacilitatorSessionApp, session_id: str, *, is_closed: bool) -> None:
    """Go on with an unfinished session; look at a closed one."""
    if not is_closed:
        await take_up(app, session_id)
        return
    library = await app.library()
    whole = await app.attempt(library.store.load, session_id)
    if whole is not None:
        from wshoes_tui.tui.screens.summary_screen import SummaryPage

        app.push_screen(SummaryPage(whole))
