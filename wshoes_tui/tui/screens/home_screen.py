"""Home: the list from which one goes on, rehearses, begins, hosts, or looks back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import Future
from contextlib import suppress
from functools import partialmethod
from typing import Any, TypeVar

from textual import events
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wshoes_tui.domain.list_rows import DeckCounts, SessionLine, SessionsOverview, count_decks
from wshoes_tui.errors import WshoesError
from wshoes_tui.first_paint import home_picture
from wshoes_tui.first_paint.page_text import joined
from wshoes_tui.flow import home_flow
from wshoes_tui.flow.home_flow import Purpose
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import NONE_UNFINISHED
from wshoes_tui.tui.base_screen import Page
from wshoes_tui.tui.content import styled_content
from wshoes_tui.tui.key_queue import BACKGROUND
from wshoes_tui.tui.screens.print_sheet import PrintsSheets
from wshoes_tui.tui.widgets.choice_list import ChoiceList

Read = TypeVar("Read")


def _read_already(found: Read) -> Future[Read]:
    """A future that is done."""
    future: Future[Read] = Future()
    future.set_result(found)
    return future


class HomePage(PrintsSheets, Page):
    """The first screen. Shows what it can at once; sessions follow when the store is open."""

    SCOPE = "home"

    def __init__(self, sentence: str = "") -> None:
        super().__init__()
        self._sentence = sentence
        # On the store's thread before anything else is made: where nothing is slow, the first
        # painting shows all there is.
        app = self.session_app
        known, app.home_contents = app.home_contents, None
        if known is None:
            self._decks_read = app.worker.submit(lambda: count_decks(app.deck_library().listing()))
            self._notice_read = app.worker.submit(app.opener.copy_notice)
            self._sessions_read = app.worker.submit(app.opener.overview, home_flow.soon())
        else:
            self._decks_read = _read_already(known.decks)
            self._notice_read = _read_already(known.notice)
            self._sessions_read = _read_already(known.sessions)
        self._is_out_of_date = True
        self._has_typed = False
        """Whether a key was pressed here: from then on the marked line stays the same."""

    def compose_body(self) -> Iterable[Widget]:
        # In the background: the page goes on painting and taking keys meanwhile.
        self.run_worker(self._show_news(), group=BACKGROUND)
        yield Static(id="head", markup=False)
        yield ChoiceList(id="home")

    def begin_page(self) -> None:
        """Show what is known by now."""
        self.update_page()
        self.set_focus(self.query_one(ChoiceList))
        self.say(self._trouble or self._sentence or self._notice)
        self.show_keys()

    async def _show_news(self) -> None:
        readings: tuple[Future[Any], ...] = (self._decks_read, self._sessions_read)
        for reading in readings:
            with suppress(WshoesError):
                await asyncio.wrap_future(reading)
            if self.has_begun and self._is_out_of_date:
                self.update_page()
                if told := self._trouble or (not self._sentence and self._notice):
                    self.say(told)
        if self._sessions is not None and self._sessions.due:
            from wshoes_tui.tui.screens.due_sheet import expire_unasked

            await expire_unasked(self.session_app, self._sessions.due)

    @property
    def _decks(self) -> DeckCounts | None:
        return self._decks_read.result() if self._decks_read.done() else None

    @property
    def _sessions(self) -> SessionsOverview | None:
        known = self._sessions_read.done() and not self._sessions_read.exception()
        return self._sessions_read.result() if known else None

    @property
    def _trouble(self) -> str:
        error = self._sessions_read.exception() if self._sessions_read.done() else None
        return str(error) if isinstance(error, WshoesError) else ""

    @property
    def _notice(self) -> str:
        return self._notice_read.result() if self._notice_read.done() else ""

    @property
    def _unfinished(self) -> SessionLine | None:
        return self._sessions.unfinished if self._sessions else None

    @property
    def _due(self) -> SessionLine | None:
        return next(iter(self._sessions.due), None) if self._sessions else None

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """A key: what is marked is what somebody saw."""
        self._has_typed = True
        return super().takes_key(event)

    def update_page(self) -> None:
        """The lines there are something behind; what goes on stands above the others."""
        self._is_out_of_date = not (self._decks_read.done() and self._sessions_read.done())
        self._show_lines()

    def _show_lines(self) -> None:
        """What is known, for the size there is."""
        place, terminal = home_picture.place_in(*self.size), self.session_app.terminal
        lines = home_picture.home_lines(
            self._decks, self._sessions, self._trouble, width=place.list_width
        )
        taken = sum(len(rows) for _name, rows in lines)
        top, head = home_picture.home_head(*self.size, taken, terminal)
        self.top.show_heading(*top)
        self.put("head", styled_content(joined(head)))
        rows = [(name, styled_content(joined(texts))) for name, texts in lines]
        choices = self.query_one(ChoiceList)
        chosen = choices.chosen if self._has_typed else None
        choices.fill(rows, chosen or home_picture.likeliest(lines))

    def on_resize(self) -> None:
        """What stands above the list, and its lines, depend on the size."""
        if self.has_begun:
            self._show_lines()

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        await self.run_action(f"screen.{event.option.id}")

    async def action_open(self) -> None:
        """Enter, from wherever the focus is."""
        chosen = self.query_one(ChoiceList).chosen
        if chosen is not None:
            await self.run_action(f"screen.{chosen}")

    async def action_continue(self) -> None:
        with suppress(WshoesError):
            await asyncio.wrap_future(self._sessions_read)
        if self._unfinished is None:
            self.say(_(NONE_UNFINISHED))
            return
        from wshoes_tui.tui.screens.loading_screens import take_up

        await take_up(self.session_app, self._unfinished.id)

    async def action_due(self) -> None:
        """Words that are to be deleted: now, or later."""
        with suppress(WshoesError):
            await asyncio.wrap_future(self._sessions_read)
        if self._due is None:
            self.say(_("No words are due to be deleted."))
            return
        from wshoes_tui.tui.screens.due_sheet import ask_about_due

        self.run_worker(ask_about_due(self.session_app, self._due))

    def action_gather(self) -> None:
        """Merge the sessions of another computer into those here."""
        if self._trouble:
            self.say(self._trouble)
            return
        from wshoes_tui.tui.screens.gather_sheet import ask_what_to_gather

        self.run_worker(ask_what_to_gather(self.session_app))

    async def _to_decks(self, purpose: Purpose) -> None:
        from wshoes_tui.tui.screens.decks_screen import DecksPage

        if self._trouble and purpose != "decks":
            self.say(self._trouble)
            return
        self.session_app.go(DecksPage(purpose))

    action_rehearse = partialmethod(_to_decks, "rehearse")
    action_new = partialmethod(_to_decks, "new")
    action_decks = partialmethod(_to_decks, "decks")
    action_enter_slips = partialmethod(_to_decks, "paper")

    def action_host(self) -> None:
        """A screen of their own for everybody."""
        from wshoes_tui.tui.screens.host_sheet import host_from_screen

        self.run_worker(host_from_screen(self.session_app))

    async def action_past(self) -> None:
        if self._trouble:
            self.say(self._trouble)
            return
        from wshoes_tui.tui.screens.past_screen import PastPage

        self.session_app.go(PastPage())

    async def action_programme(self) -> None:
        """The programmes, and how each adds up."""
        from wshoes_tui.tui.screens.programme_screen import ProgrammesPage

        if self._trouble:
            self.say(self._trouble)
        else:
            self.session_app.go(ProgrammesPage())

    async def action_pledges(self) -> None:
        """The open pledges of all sessions."""
        from wshoes_tui.flow.pledges_flow import PledgesFlow
        from wshoes_tui.tui.screens.pledges_screen import PledgesPage

        if self._trouble:
            self.say(self._trouble)
        else:
            self.session_app.go(PledgesPage(PledgesFlow(lambda: self.session_app.session)))

    async def action_search(self) -> None:
        """All that was said, by a word."""
        from wshoes_tui.tui.screens.search_screen import SearchPage

        if self._trouble:
            self.say(self._trouble)
        else:
            self.session_app.go(SearchPage())

    def action_easy(self) -> None:
        """Easy words on or off, and say so: nothing on this page shows it."""
        from wshoes_tui.flow.action_handlers import easy_told

        super().action_easy()
        self.say(easy_told(easy=self.session_app.easy))
