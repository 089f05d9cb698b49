"""Screens of the deck studio: the cards of a deck, the fields of one, a card as it will be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wshoes_tui.domain.deck import Card, Deck
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.first_paint.card_fit import too_long
from wshoes_tui.flow import studio_flow
from wshoes_tui.flow.action_types import BACK, SAVE
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.labels import SAVED_MARK
from wshoes_tui.locale import N_, _
from wshoes_tui.sessions.studio import Studio
from wshoes_tui.tui.base_screen import ForFacilitator, Page
from wshoes_tui.tui.content import joined_content, one_line_content, safe_content, stacked_content
from wshoes_tui.tui.one_shot_screen import ReadingPage
from wshoes_tui.tui.screens.card_view_screen import CardViewPage, DeckMapPage
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.words_field import WordsField

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp


async def open_studio(app: FacilitatorSessionApp, path: Path) -> None:
    """Open the studio on a deck of one's own; a sentence where that cannot be."""
    own = app.deck_library().own_folder
    if own is None or path.parent != own:
        app.say(_(studio_flow.NOT_YOURS))
        return
    studio = await app.attempt(Studio, path, app.settings.data.cache, too_long)
    if studio is not None:
        app.push_screen(StudioPage(studio))
        # Twins are told as soon as the other decks are read.
        studio.others = await app.worker.run(_others, app, studio.deck.id)


def _others(app: FacilitatorSessionApp, deck_id: str) -> list[Deck]:
    """All other decks there are, without their translations."""
    library, found = app.deck_library(), []
    for listed in library.listing():
        if listed.id != deck_id and not listed.problem and listed.translated is None:
            with suppress(WshoesError):
                found.append(library.open(str(listed.path)))
    return found


class StudioList(ForFacilitator, Page):
    """A list, and a field below it for what is changed."""

    FIELD_HINT = (Action("enter", "", SAVE, ""), Action("escape", "", BACK, ""))

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self.studio = studio

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="studio-lead", classes="lead", markup=False)
        yield ChoiceList(id="studio")

    def compose_below(self) -> Iterable[Widget]:
        yield Static(id="studio-asked", markup=False)
        yield WordsField(id="words")

    def begin_page(self) -> None:
        self.close_field()
        self.update_page()
        self.show_keys()

    @property
    def rows(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @property
    def field(self) -> WordsField:
        return self.query_one(WordsField)

    def open_field(self, asked: str, words: str) -> None:
        """Type something into the field."""
        self.put("studio-asked", one_line_content(asked, "bold"))
        self.field.fill(words)
        self.field.display = True
        self.set_focus(self.field)

    def close_field(self) -> None:
        """Put the field away."""
        self.put("studio-asked", "")
        self.field.fill("")
        self.field.display = False
        self.set_focus(self.rows)

    def leave_field(self) -> None:
        self.close_field()

    async def attempt(self, work: Callable[..., object], *words: object) -> bool:
        """Work something in the studio; False, and a sentence, where it is refused."""
        try:
            await self.session_app.worker.run(work, *words)
        except Refusal as refusal:
            self.say(_(refusal.template, **refusal.words))
            return False
        except WshoesError as error:
            self.say(str(error))
            return False
        self.update_page()
        self.show_keys()
        return True

    async def action_undo(self) -> None:
        """Bring back what was before the last change."""
        await self.attempt(self._undo)

    def _undo(self) -> None:
        if not self.studio.undo():
            raise Refusal(N_("The deck is as it was when it was opened."))

    async def action_redo(self) -> None:
        """Make the change again that was taken back."""
        await self.attempt(self._redo)

    def _redo(self) -> None:
        if not self.studio.redo():
            raise Refusal(N_("No change was taken back."))

    def see(self, card: Card | None) -> None:
        """Show a card as it will be."""
        if card is not None:
            self.session_app.push_screen(CardViewPage(self.studio.deck, card))

    async def action_back(self) -> None:
        self.session_app.pop_screen()
        below = self.session_app.page
        if below is not None:
            below.update_page()


class StudioPage(StudioList):
    """The cards of a deck."""

    SCOPE = "studio"

    def update_page(self) -> None:
        """Every card, with how much there is to better."""
        self.top.show_heading(_(studio_flow.STUDIO), one_line(self.studio.deck.title))
        self.put("studio-lead", one_line_content(studio_flow.deck_told(self.studio), "dim"))
        told = [(card.id, studio_flow.card_told(self.studio, card)) for card in self.studio.cards]
        self.rows.fill(
            [
                (key, joined_content(one_line_content(title), Content.styled(f"  {more}", "dim")))
                for key, (title, more) in told
            ]
        )

    @property
    def card(self) -> Card | None:
        """The card that is marked."""
        return self.studio.deck.card(self.rows.chosen or "")

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """The fields of the marked card."""
        if self.card is not None:
            self.session_app.push_screen(StudioCardPage(self.studio, self.card.id))

    def action_new(self) -> None:
        """A new card: its title is asked."""
        self.open_field(_("What is the new card called?"), "")

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """The new card, and its fields."""
        message.stop()
        if message.text.strip() and await self.attempt(self.studio.add, message.text):
            self.close_field()
            card = self.studio.cards[-1]
            self.session_app.push_screen(StudioCardPage(self.studio, card.id))

    async def action_remove(self) -> None:
        """Take the marked card out."""
        if self.card is not None and await self.attempt(self.studio.remove, self.card.id):
            self.say(_("The card is out of the deck. u brings it back."))

    def action_see(self) -> None:
        """The marked card as it will be."""
        self.see(self.card)

    def action_map(self) -> None:
        """The cards by shoes and theme."""
        self.session_app.push_screen(DeckMapPage(self.studio.deck))

    def action_advice(self) -> None:
        """All that could be better."""
        self.session_app.push_screen(AdvicePage(self.studio))


class StudioCardPage(StudioList):
    """One card: its fields, and what could be better."""

    SCOPE = "studio_card"

    def __init__(self, studio: Studio, card_id: str) -> None:
        super().__init__(studio)
        self._card_id = card_id
        self._field = ""

    @property
    def card(self) -> Card | None:
        """The card; None once it was taken out."""
        return self.studio.deck.card(self._card_id)

    def update_page(self) -> None:
        """Every field with what stands in it."""
        card = self.card
        if card is None:
            return
        self.top.show_heading(one_line(card.title), one_line(self.studio.deck.title))
        told = studio_flow.about_card(self.studio, card)
        self.put("studio-lead", stacked_content([safe_content(line, "dim") for line in told]))
        rows = []
        for field in studio_flow.FIELDS:
            words = one_line(self.studio.value(card, field)) or "-"
            name = Content.styled(f"{studio_flow.field_label(field)}  ", "dim")
            if self.studio.draft(card.id, field):
                words = f"{words}  {_(studio_flow.HALF_WRITTEN)}"
            rows.append((field, joined_content(name, safe_content(words))))
        self.rows.fill(rows)

    async def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Change the marked field."""
        card, field = self.card, self.rows.chosen
        if card is not None and field is not None:
            self._field = field
            words = self.studio.draft(card.id, field) or self.studio.value(card, field)
            self.open_field(studio_flow.field_asked(self.studio, field), words)

    def words_typed(self) -> None:
        """Keep what is typed, so that it is there again after a power cut."""
        words = self.field.text
        if self._field and self.field.display:
            self.session_app.worker.submit(self._keep_draft, self._field, words)

    def _keep_draft(self, field: str, words: str) -> None:
        card = self.card
        if card is not None:
            same = words == self.studio.value(card, field)
            self.studio.keep_draft(card.id, field, "" if same else words)

    async def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        """Keep the words in the deck, and go on to the next field."""
        message.stop()
        if await self.attempt(self.studio.change, self._card_id, self._field, message.text):
            self.close_field()
            self.say(_(SAVED_MARK))
            if (self.rows.highlighted or 0) < self.rows.option_count - 1:
                self.rows.highlighted = (self.rows.highlighted or 0) + 1

    def action_see(self) -> None:
        """The card as it will be."""
        self.see(self.card)


class AdvicePage(ReadingPage):
    """What could be better in a deck, card by card."""

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio

    def compose_body(self) -> Iterable[Widget]:
        yield Static(id="advice", markup=False)

    def begin_page(self) -> None:
        self.update_page()
        self.show_keys()

    def update_page(self) -> None:
        """All of it."""
        self.top.show_heading(_("What could be better"), one_line(self._studio.deck.title))
        lines = studio_flow.advice_lines(self._studio)
        self.put("advice", stacked_content([safe_content(line) for line in lines]))
