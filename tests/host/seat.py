"""A small app of the project's kind: a top line, a field for words, the keys."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.color import ColorSystem
from textual import events
from textual.widget import Widget
from textual.widgets import Static

from wshoes_tui.host.client import ClientConnection
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.tui.base_screen import Page
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.terminal.painter import Painter
from wshoes_tui.tui.widgets.words_field import WordsField


class SeatPage(Page):
    """What the test looks at."""

    def compose_body(self) -> Iterable[Widget]:
        yield Static("Here is a card.", id="card")

    def compose_below(self) -> Iterable[Widget]:
        yield WordsField()

    def update_page(self) -> None:
        self.top.show_heading("A seat")

    def on_words_field_handed_in(self, message: WordsField.HandedIn) -> None:
        seat = self.app
        assert isinstance(seat, SeatApp)
        seat.handed_in.append(message.text)
        message.field.fill("")
        self.query_one("#card", Static).update(f"Got {len(message.text)}: {message.text[:20]}")

    def key_w(self) -> None:
        self.query_one(WordsField).focus()

    def key_x(self) -> None:
        raise ValueError("somebody's secret words")

    async def key_q(self) -> None:
        await self.session_app.leave()

    def key_p(self) -> None:
        print("a word that is printed")

    def on_resize(self, event: events.Resize) -> None:
        self.query_one("#card", Static).update(f"{event.size.width} by {event.size.height}")


class SeatApp(WshoesApp):
    """One seat."""

    def __init__(self, client: ClientConnection) -> None:
        super().__init__(Settings(data=DataFolder(Path("/nowhere"))))
        self.terminal = client.terminal
        self.painter = Painter(ColorSystem.STANDARD, self.terminal)
        self.handed_in: list[str] = []
        self.said: list[str] = []
        self.was_left = False

    async def on_mount(self, event: Any) -> None:  # type: ignore[override]
        event.prevent_default()
        await self.push_screen(SeatPage())

    def say(self, sentence: str) -> None:
        self.said.append(sentence)
        super().say(sentence)

    async def leave(self, code: int = 0) -> None:
        self.was_left = True
        self.exit(code)
