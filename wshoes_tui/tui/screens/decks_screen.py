"""Screen of the decks: a list beside a preview, a filter, and mixing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.list_rows import Listed
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow import home_flow
from wshoes_tui.flow.actions import Action
from wshoes_tui.flow.home_flow import Purpose, row_key
from wshoes_tui.flow.labels import (
    NO_DECK,
    NO_DECKS,
    card_count,
    language_name,
)
from wshoes_tui.flow.list_blocks import DeckBlock
from wshoes_tui.locale import N_, _, many
from wshoes_tui.tui.base_screen import STYLES, Page
from wshoes_tui.tui.block_content import deck_row
from wshoes_tui.tui.deck_preview import about_deck, unusable_deck
from wshoes_tui.tui.screens.print_sheet import PrintsSheets
from wshoes_tui.tui.widgets.choice_list import ChoiceList
from wshoes_tui.tui.widgets.words_field import WordsField

REST_SECONDS = 0.3
"""How long the keys rest on a deck before it is shown: going through a list shows none of them."""
MOST_HELD_SECONDS = 0.1
"""How long the page before stays on the screen while the decks are read."""


class DecksPage(PrintsSheets, Page):
    """A list of decks with a preview of the one that is highlighted."""

    SCOPE = "decks"
    CSS_PATH = STYLES / "decks.tcss"
    FIELD_HINT = (
        Action("enter", "", N_("back to the list"), ""),
        Action("escape", "", N_("all decks"), ""),
    )

    def __init__(self, purpose: Purpose = "decks") -> None:
        super().__init__()
        self._purpose = purpose
        self._listing: Sequence[Listed] | None = None
        self._marked: list[str] = []
        self._turned: dict[str, int] = {}
        """How often another language was asked for, by the key of a row."""
        self._opened: dict[str, Deck | str] = {}
        self._sample = 0
        self._resting: Timer | None = None
        self._seen = ""
        self._held = ExitStack()

    def compose_body(self) -> Iterable[Widget]:
        """The list and the preview, side by side or one above the other."""
        yield WordsField(_("find decks by a word"), id="filter")
        with Horizontal(id="deck-columns"):
            yield ChoiceList(id="decks")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="preview-text", markup=False)

    def begin_page(self) -> None:
        self.query_one(WordsField).display = False
        self.top.show_heading(home_flow.decks_question(self._purpose).label)
        self.set_focus(self.query_one(ChoiceList))
        self.show_keys()
        # The page, the list and its first deck are one painting, where the disk is no slow one.
        self._held.enter_context(self.app.batch_update())
        self.set_timer(MOST_HELD_SECONDS, self._held.close)
        self.run_worker(self._list())

    async def _list(self) -> None:
        worker = self.session_app.worker
        with self._held:
            self._listing = await worker.run(self.session_app.deck_library().listing)
            with self.app.batch_update():
                self.update_page()
                self.show_keys()
                if not self.session_app.terminal.slow:
                    await self._preview()
        await self._write_named()

    async def _write_named(self) -> None:
        """Write cards of the deck that the program was started with, if it was."""
        named = self.session_app.start.reference
        deck = next((one for one in self._listing or () if named and one.id == named), None)
        if deck is not None and self._purpose == "new":
            from wshoes_tui.tui.screens.studio_screen import open_studio

            await open_studio(self.session_app, deck.path)

    @property
    def _families(self) -> list[tuple[Listed, ...]]:
        return home_flow.deck_choices(self._listing or ())

    @property
    def _blocks(self) -> Iterator[DeckBlock]:
        return home_flow.deck_blocks(self._families, self._turned)

    def applies(self, action: Action) -> bool:
        """Mixing is for a group; looking takes nothing."""
        if action.name == "mark":
            return self._purpose in ("new", "paper")
        if action.name == "language":
            return any(block.others for block in self._blocks)
        return action.name != "take" or self._purpose != "decks"

    @property
    def deck_at_hand(self) -> Path | None:
        listed = self._listed()
        return listed.path if listed is not None else None

    def update_page(self) -> None:
        """The decks that the filter lets through."""
        words = self.query_one(WordsField).text
        rows = [
            (row_key(block.deck), self._row(block))
            for block, family in zip(self._blocks, self._families, strict=True)
            if home_flow.has_words(family, words)
        ]
        if not rows and self._listing is not None:
            rows = [("-none", Content(_(NO_DECK if self._listing else NO_DECKS)))]
        self.query_one(ChoiceList).fill(rows)
        self._preview_soon(REST_SECONDS if self._seen else 0)

    def _row(self, block: DeckBlock) -> Content:
        block = replace(block, marked=row_key(block.deck) in self._marked)
        # Two cells for the bar, one that is free, and one for a scroll bar.
        width = (self.query_one("#decks").outer_size.width or self.size.width - 10) - 4
        return deck_row(block, width, mixing=bool(self._marked))

    def on_resize(self) -> None:
        """The rows, and what is said of the deck at hand, are laid out for the size there is."""
        if self._listing is not None:
            self.call_after_refresh(self.update_page)

    def _listed(self) -> Listed | None:
        chosen = self.query_one(ChoiceList).chosen
        decks = (block.deck for block in self._blocks)
        return next((deck for deck in decks if row_key(deck) == chosen), None)

    @property
    def makes_ready(self) -> bool:
        """Whether the deck that is highlighted is yet to be shown."""
        return self._resting is not None

    def _preview_soon(self, rest: float = REST_SECONDS) -> None:
        """Show the deck when the keys have rested on it; on a slow line, when it is asked for."""
        self._rest_no_more()
        listed = self._listed()
        if self.session_app.terminal.slow and listed is not None and str(listed.path) != self._seen:
            self._seen = ""
            told = _("Press s to see what is in this deck.")
            self.query_one("#preview-text", Static).update(told)
        elif rest:
            self._resting = self.set_timer(rest, self._preview)
        else:
            self.call_later(self._preview)

    def _rest_no_more(self) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None

    async def _preview(self) -> None:
        self._rest_no_more()
        listed = self._listed()
        preview = self.query_one("#preview-text", Static)
        if listed is None:
            preview.update(self._folder_told())
            return
        key = str(listed.path)
        if key not in self._opened:
            self._opened[key] = await self.session_app.worker.run(self._read, listed)
        if self._listed() == listed:
            self._seen = key
            preview.update(self._told(self._opened[key], listed))
            self.query_one("#preview").scroll_home(animate=False)

    def _read(self, listed: Listed) -> Deck | str:
        if listed.problem:
            return listed.problem
        try:
            return self.session_app.deck_library().open(str(listed.path))
        except WshoesError as error:
            return str(error)

    def _told(self, deck: Deck | str, listed: Listed) -> Content:
        width = self.query_one("#preview").scrollable_content_region.width
        if isinstance(deck, str):
            paragraphs = [*unusable_deck(deck, listed, width)]
        else:
            easy, slow = self.session_app.easy, self.session_app.terminal.slow
            paragraphs = [*about_deck(deck, listed, width, self._sample, easy=easy, slow=slow)]
        if told := self._folder_told():
            paragraphs.append(Content.styled(told, "dim"))
        return Content("\n\n").join(paragraphs)

    def _folder_told(self) -> str:
        """Where one's own decks are, for who only looks at decks, or sees none."""
        own = self._purpose == "decks" or not self._listing
        return home_flow.folder_told(self.session_app.deck_library().own_folder) if own else ""

    def on_option_list_option_highlighted(self, _event: OptionList.OptionHighlighted) -> None:
        self._sample = 0
        self._preview_soon()

    async def on_option_list_option_selected(self, _event: OptionList.OptionSelected) -> None:
        await self.action_take()

    async def action_take(self) -> None:
        listed = self._listed()
        if self._purpose == "decks" or listed is None:
            return
        app, keys = self.session_app, self._marked or [row_key(listed)]
        decks: list[Deck] = []
        for deck in [block.deck for block in self._blocks]:
            if row_key(deck) in keys:
                opened = await app.worker.run(self._read, deck)
                if isinstance(opened, str):
                    self.say(opened)
                    return
                decks.append(opened)
        library = await app.trying(app.library())
        if library is None:
            return
        if self._purpose == "rehearse":
            live = await app.attempt(library.rehearse, decks[0])
        elif self._purpose == "paper":
            live = await app.attempt(library.on_paper, decks)
        else:
            live = await app.attempt(library.group, decks, app.start.started)
        if live is not None:
            await app.play(live)

    def action_scroll(self, pages: float) -> None:
        """It is the preview that scrolls."""
        preview = self.query_one("#preview")
        preview.scroll_relative(y=int(preview.size.height * pages), animate=False)

    def action_mark(self) -> None:
        listed = self._listed()
        if listed is None or listed.problem or self._purpose not in ("new", "paper"):
            return
        key = row_key(listed)
        if key in self._marked:
            self._marked.remove(key)
        else:
            self._marked.append(key)
        told = many(
            "{count} deck is marked. Enter goes on.",
            "{count} decks are mixed. Enter goes on.",
            len(self._marked),
        )
        self.say(told if self._marked else "")
        self.update_page()

    def action_language(self) -> None:
        """The next language of this deck."""
        listed = self._listed()
        if listed is None:
            return
        key = row_key(listed)
        self._turned[key] = self._turned.get(key, 0) + 1
        self.update_page()
        now = self._listed() or listed
        count = card_count(now.cards, now.translated, now.language)
        self.say(f"{language_name(now.language)}: {one_line(now.title)}, {count}")

    def action_sample(self) -> None:
        """Another card of this deck; the first one where none is shown yet."""
        listed = self._listed()
        if listed is not None and str(listed.path) == self._seen:
            self._sample += 1
        self.call_later(self._preview)

    async def action_write(self) -> None:
        """The cards of a deck of one's own, to be changed."""
        from wshoes_tui.tui.screens.studio_screen import open_studio

        listed = self._listed()
        if listed is not None:
            await open_studio(self.session_app, listed.path)

    def action_filter(self) -> None:
        field = self.query_one(WordsField)
        field.display = True
        self.set_focus(field)

    def words_typed(self) -> None:
        """The list follows the filter as it is typed."""
        self.update_page()

    def on_words_field_handed_in(self, _message: WordsField.HandedIn) -> None:
        """Back to the list, with the filter kept."""
        self.set_focus(self.query_one(ChoiceList))

    def leave_field(self) -> None:
        """All decks again."""
        field = self.query_one(WordsField)
        field.fill("")
        field.display = False
        self.set_focus(self.query_one(ChoiceList))
