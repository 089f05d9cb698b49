"""Screen of the search: a field for words, and below it all that was said with them."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import OptionList, Static

from wshoes_tui.domain.word_fold import SearchResult
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow import search_flow
from wshoes_tui.flow.action_types import BACK, SEARCH
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.home_flow import WAITING
from wshoes_tui.limits import MOST_FOUND
from wshoes_tui.sessions import programmes
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.chart_content import found_rows
from wshoes_tui.tui.content import stacked_content
from wshoes_tui.tui.screens.loading_screens import open_stored
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.words_field import WordsField

UNBROKEN = 100_000
"""A width: the list breaks lines itself."""


class SearchPage(ForFacilitator, Page):
    """What was found stands in a list; Enter goes to its session. No word is kept anywhere."""

    SCOPE = "search"
    FIELD_HINT = (
        Action("enter", "", SEARCH, ""),
        Action("escape", "", BACK, ""),
    )

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._result: SearchResult | None = None

    def compose_body(self) -> Iterable[Widget]:
        yield WordsField(search_flow.search_question().hint, id="search")
        yield Static(id="search-told", classes="gap quiet", markup=False)
        yield ChoiceList(id="found")

    def begin_page(self) -> None:
        self.top.show_heading(search_flow.search_question().label)
        self.set_focus(self.query_one(WordsField))
        self.show_keys()

    def update_page(self) -> None:
        """What was found."""
        if self._result is None:
            return
        told = search_flow.result_told(self._result)
        self.query_one("#search-told", Static).update(told)
        rows = [
            (str(block.number), stacked_content(list(found_rows(block, UNBROKEN))))
            for block in search_flow.found_blocks(self._words, self._result)
        ]
        self.query_one(ChoiceList).fill(rows)

    def applies(self, action: Action) -> bool:
        """Nothing is opened where nothing was found."""
        return action.name != "open" or bool(self._result and self._result.found)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Search for these words."""
        message.stop()
        if not programmes.is_searchable(message.text):
            self.say(search_flow.search_question().empty)
            return
        app, self._words = self.session_app, message.text
        self.query_one("#search-told", Static).update(WAITING)
        try:
            library = await app.library()
            self._result = await app.worker.run(
                programmes.search, library.store, self._words, MOST_FOUND
            )
        except WshoesError as error:
            self.say(str(error))
            return
        self.update_page()
        if self._result.found:
            self.set_focus(self.query_one(ChoiceList))
        self.show_keys()

    def leave_field(self) -> None:
        """To what was found; back where there is nothing."""
        if self._result is not None and self._result.found:
            self.set_focus(self.query_one(ChoiceList))
        else:
            self.call_later(self.action_back)

    def action_ask(self) -> None:
        """The field again, for other words."""
        self.set_focus(self.query_one(WordsField))

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self.action_open()

    async def action_open(self) -> None:
        """The session in which the marked words were said."""
        chosen = self.query_one(ChoiceList).chosen
        if chosen is None or self._result is None:
            return
        found = self._result.found[int(chosen) - 1]
        library = await self.session_app.library()
        session = await self.session_app.attempt(library.store.load, found.session)
        if session is not None:
            is_closed = session.state == "closed"
            await open_stored(self.session_app, found.session, is_closed=is_closed)
