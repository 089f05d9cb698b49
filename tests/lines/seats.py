"""People at seats of their own in plain lines, all in this process.

    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        assert "Saved: response 1" in await asha.types("I want my own bed.")

Whatever is ever written is checked on its way: one word of the vocabulary at its beginning,
and nothing in it that a terminal would obey.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.build import Clock, Decks, a_deck, counted_ids
from tests.hub_fixture import open_hub
from tests.lines.talk import check
from wshoes_tui.domain.commands import Command, Plan
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.dispatcher import Context
from wshoes_tui.domain.models import Session
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.lines.line_loop import Outcome
from wshoes_tui.lines.seat_conversation import SeatConversation
from wshoes_tui.locale import Speech
from wshoes_tui.sessions.ports import SessionStore
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.storage.memory_store import MemoryStore

RAW_CONTROLS = re.compile(r"\r\n|\x08 \x08")


@dataclass
class Sitter:
    """Somebody on a line. ``written`` is everything that was ever sent to them."""

    together: Together
    raw: bool
    written: str = ""
    told: list[Speech] = field(default_factory=list)
    lines: SeatConversation = field(init=False)
    running: asyncio.Task[Outcome] = field(init=False)

    def write(self, text: str) -> None:
        """Take what is sent, and look at it."""
        if self.raw:
            left = RAW_CONTROLS.sub("", text)
            assert not any(c < " " or "\x7f" <= c <= "\x9f" for c in left), repr(text)
        else:
            check(text)
        self.written += text

    async def sends(self, data: bytes) -> str:
        """Send these bytes; what is written until all is quiet."""
        before = len(self.written)
        self.lines.loop.feed(data)
        await self.together.rest()
        return self.written[before:]

    async def types(self, *texts: str) -> list[str]:
        """Type whole lines, one after the other; the lines that answer the last."""
        answer = ""
        for text in texts:
            answer = await self.sends(f"{text}\r".encode() if self.raw else f"{text}\n".encode())
        return answer.splitlines()

    async def error(self, text: str) -> str:
        """The sentence with which a line is refused. Fails where it is not, or changes anything."""
        before = self.together.session
        found = [line for line in await self.types(text) if line.startswith("Error: ")]
        assert len(found) == 1, found
        assert self.together.session.responses == before.responses
        return found[0].removeprefix("Error: ")

    async def hears(self, *commands: Command) -> list[str]:
        """The facilitator does all that; the lines in which this one is told."""
        before = len(self.written)
        await self.together.does(*commands)
        return self.written[before:].splitlines()

    async def is_gone(self) -> Outcome:
        """The line is gone, and the host knows."""
        self.lines.loop.lost()
        return await self.ends()

    async def ends(self) -> Outcome:
        """How it ended; the host says so to the circle."""
        outcome = await asyncio.wait_for(self.running, 5)
        if outcome is Outcome.LEFT and self.lines.participant is not None:
            await self.together.hub.detach_screen(self.lines.participant, self.lines.loop.end)
        await self.together.rest()
        return outcome

    @property
    def participant(self) -> Participant:
        """Who it is, once they sit."""
        assert self.lines.participant is not None
        return self.lines.participant

    @property
    def all_lines(self) -> list[str]:
        """Every line so far."""
        return self.written.splitlines()


@dataclass
class Together:
    """A circle, and those who sit in it."""

    hub: SessionHub
    library: SessionLibrary
    sitters: list[Sitter] = field(default_factory=list)

    @property
    def session(self) -> Session:
        """All of the session, as no seat sees it."""
        assert self.hub.session is not None
        return self.hub.session

    @property
    def stored(self) -> Session:
        """The session as the store has it: what is not kept does not count."""
        return self.library.store.load(self.session.id)

    async def opens(
        self, *, raw: bool = False, language: str = "en", easy: bool = False, **how: Any
    ) -> Sitter:
        """Somebody at the door, or on the seat that ``how`` names."""
        speech = Speech()
        speech.use(language, easy=easy)
        sitter = Sitter(self, raw)
        sitter.lines = SeatConversation(
            self.hub, sitter.write, speech, remember=sitter.told.append, raw=raw, **how
        )
        sitter.running = asyncio.create_task(sitter.lines.loop.run())
        self.sitters.append(sitter)
        await self.rest()
        return sitter

    async def sits_down(self, name: str, **how: Any) -> Sitter:
        """Somebody goes in under that name and agrees to what is kept."""
        sitter = await self.opens(suggestion=name, **how)
        await sitter.types("/go", "/go")
        assert sitter.lines.participant is not None, sitter.written
        return sitter

    async def does(self, *commands: Command) -> None:
        """The facilitator does all that, and everybody hears of it."""
        for command in commands:
            await self.hub.do(command)
        await self.rest()

    async def rest(self) -> None:
        """Wait until nothing is left to do on any line, nor comes of what the store has done."""
        quiet = 0
        for _round in range(1000):
            await self.hub.worker.run(lambda: None)
            for _turn in range(3):
                await asyncio.sleep(0)
            quiet = quiet + 1 if all(_rests(sitter) for sitter in self.sitters) else 0
            if quiet > 2:
                return
        raise AssertionError("somebody never comes to rest")

    def seat(self, name: str) -> str:
        """The id of the seat of that name."""
        return next(seat.id for seat in self.session.seats if seat.label == name)


def _rests(sitter: Sitter) -> bool:
    if sitter.running.done():
        error = None if sitter.running.cancelled() else sitter.running.exception()
        if error is not None:
            raise error
        return True
    woken: Any = sitter.lines.loop._woken
    return bool(woken._waiters) and not woken.is_set()


@asynccontextmanager
async def seats(
    *decks: Deck, write_first: bool = False, begun: bool = True, store: SessionStore | None = None
) -> AsyncIterator[Together]:
    """A session with the first of these decks, before anybody has come."""
    deck_library = Decks(*(decks or (a_deck(),)))
    env = Context(Clock(), counted_ids(1 << 96), Random(3))
    library = SessionLibrary(store or MemoryStore(), deck_library, lambda _id: nullcontext(), env)
    async with open_hub(library, begun=begun) as hub:
        together = Together(hub, library)
        if write_first:
            await hub.do(Plan(write_first=True))
        try:
            yield together
        finally:
            for sitter in together.sitters:
                sitter.running.cancel()
            await asyncio.gather(*(s.running for s in together.sitters), return_exceptions=True)
