"""Wall client: shows the hosted session on the screen of somebody who logged in as ``wall``."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from wshoes_tui import limits
from wshoes_tui.domain.models import Transition
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.locale import N_, Speech, speech
from wshoes_tui.settings import Settings
from wshoes_tui.wall.wall_page import wall_page
from wshoes_tui.wall.wall_painter import ENDING_KEYS, PART_SECONDS, WallPainter

NO_TERMINAL = N_("The wall needs a terminal: ssh -t wall@HOST")


class WallClient:
    """One wall on the connection of a client.

    Args:
        settings: those of the host; whether easy words are usual.
        spoken: the language of the host.
    """

    def __init__(
        self, settings: Settings, hub: SessionHub, client: ClientConnection, spoken: Speech
    ) -> None:
        self._hub, self._client = hub, client
        self._easy = settings.easy
        self._changed = asyncio.Event()
        client.speech = spoken
        speech.set(spoken)

    async def serve(self) -> None:
        """Show what happens until the connection ends or a key ends it."""
        client = self._client
        if not client.has_screen:
            client.hang_up(NO_TERMINAL, 1)
            return
        painter = WallPainter(client.terminal)
        client.parting = painter.leaves.encode()
        client.write(painter.enters)
        client.on_data = self._typed
        client.on_resize = lambda _columns, _lines: self._changed.set()
        client.on_lost = self._changed.set
        client.on_end = client.hang_up
        stop = self._hub.listen(self._told)
        further = False
        try:
            while not client.gone:
                self._changed.clear()
                if client.queued <= limits.MOST_QUEUED:  # else the newest page once they have read
                    page = wall_page(self._hub.session, easy=self._easy)
                    size = client.columns, client.lines
                    client.write(painter.paint(page, *size, further=further))
                further = False
                try:
                    await asyncio.wait_for(self._changed.wait(), PART_SECONDS)
                except TimeoutError:
                    further = True
        finally:
            stop()
            client.hang_up()

    def _told(self, _transition: Transition | None) -> None:
        self._changed.set()

    def _typed(self, data: bytes) -> None:
        with suppress(UnicodeDecodeError):
            if ENDING_KEYS & set(data.decode()):
                self._client.hang_up()
