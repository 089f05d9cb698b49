"""Screen of the open pledges between sessions: a key each says how the marked one stands."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partialmethod

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wshoes_tui.domain.models import KeptPledge, PledgeState
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.blocks import Effects
from wshoes_tui.flow.earlier_flow import WHY, answers_told, why_before, with_why
from wshoes_tui.flow.pledges_flow import PledgesFlow
from wshoes_tui.flow.questions import TYPE_SAID
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import PLEDGES
from wshoes_tui.tui.action_row import NARROW
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.block_content import stacked_blocks, work_effects
from wshoes_tui.tui.content import one_line_content, stacked_content
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.words_field import WordsField


class PledgesPage(ForFacilitator, Page):
    """The list, the history of the marked pledge below it, and a field for why.

    The session that made a pledge is opened for its answer, and let go when the page is left or
    a pledge of another session is answered.
    """

    SCOPE = "pledges"

    def __init__(self, flow: PledgesFlow) -> None:
        super().__init__()
        self._flow = flow
        self._asks_why: tuple[KeptPledge, PledgeState] | None = None
        """The pledge about which words are asked for in the field, and how it stands."""

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="pledges-lead", classes="lead", markup=False)
        yield ChoiceList(id="pledges")

    def compose_below(self) -> Iterable[Widget]:
        yield Static(id="pledge-history", classes="quiet", markup=False)
        yield Static(id="why-asked", classes="label", markup=False)
        yield WordsField(_(TYPE_SAID), id="why")

    def begin_page(self) -> None:
        self.top.show_heading(_(PLEDGES))
        self._field.display = False
        self.set_focus(self._list)
        self.run_worker(self._read())
        self.show_keys()

    @property
    def _field(self) -> WordsField:
        return self.query_one("#why", WordsField)

    @property
    def _list(self) -> ChoiceList:
        return self.query_one("#pledges", ChoiceList)

    @property
    def _marked(self) -> KeptPledge | None:
        chosen = self._list.chosen
        return next((one for one in self._flow.pledges if one.pledge.id == chosen), None)

    async def _read(self) -> None:
        app = self.session_app
        try:
            library = await app.library()
            self._flow.fill(await app.worker.run(library.store.pledges))
        except WshoesError as error:
            self.say(str(error))
        self.update_page()
        self.show_keys()

    def update_page(self) -> None:
        """The pledges; the history of the marked one; what is asked about it."""
        self.query_one("#pledges-lead", Static).update(self._flow.question().label)
        self._list.fill(
            [
                (
                    block.name,
                    stacked_content(
                        [
                            one_line_content(block.title, "bold"),
                            one_line_content(block.screen or "", "dim"),
                        ]
                    ),
                )
                for block in self._flow.choices()
            ]
        )
        self._show_history()
        asked = self._asks_why
        self.put("why-asked", _(WHY[asked[1]]) if asked else "")
        self._field.display = asked is not None

    def _show_history(self) -> None:
        marked = self._marked
        rows = [stacked_blocks(self._flow.history(marked))] if marked else []
        if rows and self.app.size.width < NARROW and self._asks_why is None:
            rows.append(Content(answers_told()))
        self.put("pledge-history", stacked_content(rows) if rows else "")

    def on_option_list_option_highlighted(self, _event: OptionList.OptionHighlighted) -> None:
        """The history is that of the marked pledge."""
        if self._asks_why is None:
            self._show_history()

    def applies(self, action: Action) -> bool:
        """Without pledges there is only the way back."""
        if action.name == "undo":
            return self._flow.last_answered is not None
        return bool(self._flow.pledges) or action.name in ("back", "help", "easy")

    async def _hold(self, session_id: str) -> bool:
        """Open the session that made a pledge, unless it is the open one. Whether it is open."""
        app = self.session_app
        if app.has_session and app.session.id == session_id:
            return True
        await app.let_go()
        library = await app.library()
        live = await app.attempt(library.resume, session_id)
        if live is not None:
            app.hold(live)
        return live is not None

    async def _work(self, one: KeptPledge, effects: Effects) -> bool:
        """Work an answer on the session that made a pledge, and show how it stands now."""
        self.say("")
        done = await self._hold(one.session) and await work_effects(self.session_app, effects)
        if done:
            self._asks_why = None
            self.set_focus(self._list)
            await self._read()
        return done

    async def _tell(self, state: PledgeState) -> None:
        if (one := self._marked) is not None:
            await self._work(one, self._flow.tell(one, state))

    async def _ask_why(self, state: PledgeState) -> None:
        """Ask in the field for the words that are kept with the answer."""
        one = self._marked
        if one is None or not await self._hold(one.session):
            return
        self._asks_why = (one, state)
        self.update_page()
        self._field.fill(why_before(self.session_app.session, one, state))
        self.set_focus(self._field)
        self.show_keys()

    action_pledge_done = partialmethod(_tell, "done")
    action_pledge_under_way = partialmethod(_tell, "under_way")
    action_pledge_stuck = partialmethod(_ask_why, "stuck")
    action_pledge_changed = partialmethod(_ask_why, "changed")
    action_pledge_dropped = partialmethod(_ask_why, "dropped")

    def keep_fields(self) -> None:
        """Have the words kept that stand in the field."""
        app = self.session_app
        if self._asks_why is not None and app.has_session:
            one, state = self._asks_why
            words = self._field.text if self._field.text != one.text else ""
            self.keep_draft("why", with_why(app.session, one, state, words))

    async def action_undo(self) -> None:
        """Take the last answer back."""
        one = self._flow.last_answered
        if one is not None:
            await self._work(one, self._flow.undo())

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Why, or the new words."""
        if self._asks_why is None:
            return
        one, state = self._asks_why
        await self._work(one, self._flow.tell(one, state, message.text.strip()))

    def leave_field(self) -> None:
        """Back to the list."""
        self._asks_why = None
        self.set_focus(self._list)
        self.update_page()

    async def action_back(self) -> None:
        """Let go of the session that was opened for an answer."""
        await self.session_app.let_go()
        await super().action_back()
