"""Home: go on, rehearse, begin, look back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Any

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from wshoes_tui.domain.list_rows import Listed, SessionLine
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.session_labels import DECKS, NEW_TOLD, REHEARSE_TOLD, today, weekday
from wshoes_tui.locale import _, many
from wshoes_tui.locale.phrases import count_pledges, count_sessions
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.content import joined_content, session_row
from wshoes_tui.tui.key_queue import BACKGROUND
from wshoes_tui.tui.widgets.choice_list import ChoiceList

NAME_WIDTH = 12


class HomePage(ForFacilitator, Page):
    """The first screen. Shows what it can at once; sessions follow when the store is open."""

    SCOPE = "home"

    def __init__(self, sentence: str = "") -> None:
        super().__init__()
        self._sentence = sentence
        # On the store's thread before anything else is made: where nothing is slow, the first
        # painting shows all there is.
        app = self.session_app
        self._decks_read = app.worker.submit(lambda: app.deck_library().listing())
        self._sessions_read = app.worker.submit(app.opener.session_lines)
        self._is_out_of_date = True

    def compose_body(self) -> Iterable[Widget]:
        """The list."""
        # In the background: the page goes on painting and taking keys meanwhile.
        self.run_worker(self._show_news(), group=BACKGROUND)
        yield ChoiceList(id="home")

    def begin_page(self) -> None:
        """Show what is known by now."""
        self.update_page()
        self.set_focus(self.query_one(ChoiceList))
        self.say(self._trouble or self._sentence)
        self.show_keys()

    async def _show_news(self) -> None:
        readings: tuple[Future[Any], ...] = (self._decks_read, self._sessions_read)
        for reading in readings:
            with suppress(WshoesError):
                await asyncio.wrap_future(reading)
            if self.has_begun and self._is_out_of_date:
                self.update_page()
                if self._trouble:
                    self.say(self._trouble)

    @property
    def _decks(self) -> Sequence[Listed]:
        return self._decks_read.result() if self._decks_read.done() else ()

    @property
    def _sessions(self) -> Sequence[SessionLine] | None:
        known = self._sessions_read.done() and not self._sessions_read.exception()
        return self._sessions_read.result() if known else None

    @property
    def _trouble(self) -> str:
        error = self._sessions_read.exception() if self._sessions_read.done() else None
        return str(error) if isinstance(error, WshoesError) else ""

    @property
    def unfinished(self) -> SessionLine | None:
        """The session to go on with."""
        return next((s for s in self._sessions or () if s.state != "closed"), None)

    def update_page(self) -> None:
        """The lines there are something behind."""
        self._is_out_of_date = not (self._decks_read.done() and self._sessions_read.done())
        self.top.show_heading("wshoes", right=weekday(today()))
        rows: list[tuple[str, Content]] = []
        if self.unfinished is not None:
            rows += [("continue", self._row(_("Continue"), session_row(self.unfinished)))]
            rows += [("-gap0", Content(""))]
        rows += [
            ("rehearse", self._row(_("Rehearse"), Content(_(REHEARSE_TOLD)))),
            ("new", self._row(_("New"), Content(_(NEW_TOLD)))),
            ("-gap", Content("")),
            ("past", self._row(_("Past"), Content(self._past()))),
            ("decks", self._row(_(DECKS), Content(self._deck_count()))),
        ]
        self.query_one(ChoiceList).fill(rows, self.query_one(ChoiceList).chosen or "rehearse")

    def _row(self, name: str, what: Content) -> Content:
        return joined_content(Content.styled(name.ljust(NAME_WIDTH), "bold"), what)

    def _past(self) -> str:
        if self._sessions is None:
            return "..." if not self._trouble else _("cannot be read now")
        if not self._sessions:
            return _("nothing yet: your first session will stand here")
        count = count_sessions(len(self._sessions))
        pledges = sum(session.pledges for session in self._sessions)
        return f"{count} · " + count_pledges(pledges)

    def _deck_count(self) -> str:
        sound = [deck for deck in self._decks if not deck.problem]
        count = many("{count} deck", "{count} decks", len(sound))
        broken = len(self._decks) - len(sound)
        if broken:
            count += " · " + many("{count} cannot be used", "{count} cannot be used", broken)
        return count if self._decks else "..."

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on a line."""
        await self.run_action(f"screen.{event.option.id}")

    async def action_open(self) -> None:
        """Enter, from wherever the focus is."""
        chosen = self.query_one(ChoiceList).chosen
        if chosen is not None:
            await self.run_action(f"screen.{chosen}")

    async def action_continue(self) -> None:
        """Go on with the unfinished session."""
        with suppress(WshoesError):
            await asyncio.wrap_future(self._sessions_read)
        if self.unfinished is None:
            self.say(_("There is no unfinished session."))
            return
        from wshoes_tui.tui.screens.loading_screens import take_up

        await take_up(self.session_app, self.unfinished.id)

    async def action_rehearse(self) -> None:
        """Choose a deck and rehearse."""
        await self._to_decks("rehearse")

    async def action_new(self) -> None:
        """Choose decks for a group."""
        await self._to_decks("new")

    async def action_decks(self) -> None:
        """Look at the decks."""
        await self._to_decks("browse")

    async def _to_decks(self, purpose: str) -> None:
        from wshoes_tui.tui.screens.decks_screen import DecksPage

        if self._trouble and purpose != "browse":
            self.say(self._trouble)
            return
        self.session_app.go(DecksPage(purpose))

    async def action_past(self) -> None:
        """Past sessions."""
        from wshoes_tui.tui.screens.past_screen import PastPage

        if self._trouble:
            self.say(self._trouble)
            return
        self.session_app.go(PastPage())

    def action_easy(self) -> None:
        """Easy words on or off, and say so: nothing on this page shows it."""
        from wshoes_tui.flow.action_handlers import easy_told

        super().action_easy()
        self.say(easy_told(easy=self.session_app.easy))
