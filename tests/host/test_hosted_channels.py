"""What every channel receives at every event, and who may know it.

Two facilitators, on a screen and in lines, and people at both kinds of seats; whatever is ever
sent to any of them is read, also what a screen shows for a moment only. Names, shoes, words and
keys are told by markers that are found nowhere else.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyte
import pytest

from tests.host.joining_clients import JoiningClient, hosting
from tests.host.lines import FakeLine, until
from tests.tui.decks import HOSPITAL
from wshoes_tui.domain.commands import (
    AddLightbulb,
    Begin,
    Close,
    Command,
    GoToClosing,
    HandIn,
    KeepDraft,
    Next,
    Open,
    Plan,
    Reveal,
    Say,
)
from wshoes_tui.domain.models import Session
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.hub.participants import Participant
from wshoes_tui.tui.seat import seat_app

NAMES = ("Qasha", "Qtom", "Qlate", "Qlina", "Qzoe")
SHOES = {pair.id: (pair.name, pair.you_are[:20]) for pair in HOSPITAL.shoes}
WORDS = {name: f"WORDS-{number}" for number, name in enumerate(NAMES)}
SIZE = (80, 30)


class Recorder(FakeLine):
    """A line that remembers all that was ever shown on it."""

    def __init__(self, *, is_screen: bool) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._screen = pyte.Screen(*SIZE) if is_screen else None
        self._stream = pyte.ByteStream(self._screen) if self._screen is not None else None

    def write(self, data: bytes) -> None:
        super().write(data)
        if self._stream is None or self._screen is None:
            self.seen += data.decode().splitlines()
            return
        self._stream.feed(data)
        self.seen += [row.strip() for row in self._screen.display]


@dataclass
class Channel:
    """Somebody at a screen or in lines; a facilitator has no name here."""

    joiner: JoiningClient
    line: Recorder
    name: str = ""
    kind: str = ""
    read: int = 0
    told: dict[str, list[str]] = field(default_factory=dict)
    """By event."""

    def has(self, text: str) -> bool:
        """Whether this came since the last event."""
        return any(text in row for row in self.line.seen[self.read :])

    def text(self, event: str) -> str:
        """All that came with an event."""
        return "\n".join(self.told.get(event, ()))


@dataclass
class Gathering:
    """A hosted session, and everybody's channel."""

    at: Any
    channels: list[Channel] = field(default_factory=list)
    dealt: dict[str, set[str]] = field(default_factory=dict)
    """Shoes that somebody stood in, by their name."""
    said: set[str] = field(default_factory=set)
    """Shoes in which something was said for all to hear."""
    keys: dict[str, set[str]] = field(default_factory=dict)
    open_words: set[str] = field(default_factory=set)

    @property
    def session(self) -> Session:
        """All of it."""
        session: Session = self.at.hub.session
        return session

    def seat(self, name: str) -> str:
        """The id of the seat of that name."""
        return next(seat.id for seat in self.session.seats if seat.label == name)

    def participant(self, name: str) -> Participant:
        """The person on the seat of that name."""
        participant: Participant = self.at.hub.participants[self.seat(name)]
        return participant

    async def comes(self, kind: str, name: str = "", **how: Any) -> Channel:
        """Somebody comes to a screen, or to plain lines, with a name or as a facilitator."""
        line = Recorder(is_screen=kind == "screen")
        term = "xterm" if kind == "screen" else None
        admitted = how.get("admitted") or Admitted("seat" if name else "facilitator")
        joiner = JoiningClient(self.at.clients, term, SIZE, name, admitted, line)
        channel = Channel(joiner, line, name, kind)
        self.channels.append(channel)
        return channel

    async def joins(self, kind: str, name: str) -> Channel:
        """Somebody goes in and agrees."""
        channel = await self.comes(kind, name)
        if kind == "screen":
            await channel.joiner.goes_in()
        else:
            channel.joiner.client.receive_data(b"/go\n/go\n")
        await until(lambda: b"Your own key" in channel.line.sent, "a seat")
        return channel

    async def does(self, *commands: Command) -> None:
        """Somebody does that."""
        for command in commands:
            await self.at.hub.do(command)

    async def rest(self) -> None:
        """Wait until nobody is sent anything any more."""
        quiet, before = 0, -1
        while quiet < 4:
            await self.at.worker.run(lambda: None)
            await asyncio.sleep(0.02)
            now = sum(len(channel.line.sent) for channel in self.channels)
            quiet, before = (quiet + 1 if now == before else 0), now

    async def note(self, event: str, *wanted: str, kind: str = "") -> None:
        """Have what came since the last event noted under this one, and see who may know it.

        Facilitators, or those of one kind, must be told what is wanted.
        """
        for channel in self.channels:
            if not channel.name and kind in ("", channel.kind):
                for text in wanted:
                    await until(lambda c=channel, t=text: c.has(t), f"{event}: {text}")  # type: ignore[misc]
        await self.rest()
        self._learn()
        for channel in self.channels:
            channel.told[event] = channel.line.seen[channel.read :]
            channel.read = len(channel.line.seen)
            self._check(channel, event)

    def _learn(self) -> None:
        session, turn = self.session, self.session.turn
        names = {seat.id: seat.label for seat in session.seats}
        for draft in session.drafts:
            if draft.kind in ("private", "own") and draft.seat and draft.shoes:
                self.dealt.setdefault(names[draft.seat], set()).add(draft.shoes)
        for participant in self.at.hub.participants.values():
            self.dealt.setdefault(names[participant.seat], set()).update(participant.shoes.values())
            self.keys.setdefault(names[participant.seat], set()).add(participant.key)
        self.said |= {response.shoes for response in session.responses}
        self.open_words |= {response.text for response in session.responses}
        if turn is not None and turn.phase == "talk":
            self.said.add(turn.shoes)

    def _check(self, channel: Channel, event: str) -> None:
        text = channel.text(event)
        where = f"{event}: {channel.name or 'facilitator'} in {channel.kind}"
        state = self.session.state
        asks_of_all = state in ("opening", "closing")  # a number for each
        asks_of_all = asks_of_all or (state == "closed" and not channel.name)  # the map
        for shoes, (name, you_are) in SHOES.items():
            if not asks_of_all and shoes not in self.said | self.dealt.get(channel.name, set()):
                assert name.casefold() not in text.casefold(), f"{where} knows of {name}"
                assert you_are not in text, f"{where} knows of {name}"
        for name in NAMES:
            if name != channel.name:
                for key in self.keys.get(name, ()):
                    assert key not in text, f"{where} has the key of {name}"
                if WORDS[name] not in self.open_words:
                    assert WORDS[name] not in text, f"{where} reads the words of {name}"
        for row in channel.told[event]:
            for told in ("stand in the shoes of", "stand here"):
                assert told not in row, f"{where}: words of others may stand below"
            if any(name in row for name in NAMES):
                assert "stands in" not in row, f"{where}: {row}"
                assert "stands here" not in row, f"{where}: {row}"
                assert "in these shoes" not in row, f"{where}: {row}"
                assert "Pass the keyboard" not in row, f"{where}: {row}"
                assert "WORDS-" not in row, f"{where}: {row}"
                for name, _you_are in SHOES.values():
                    assert name.casefold() not in row.casefold(), f"{where}: {row}"


@asynccontextmanager
async def gathering(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, write_first: bool
) -> AsyncIterator[Gathering]:
    """Facilitators on a screen and in lines, Qasha at a screen, Qtom in lines; it has begun."""
    monkeypatch.setattr(seat_app, "SETTLING_SECONDS", 0.01)
    async with hosting(folder, 1) as at:
        all_of_them = Gathering(at)
        if write_first:
            await all_of_them.does(Plan(write_first=True))
        try:
            for kind in ("screen", "lines"):
                await all_of_them.comes(kind)
            await all_of_them.rest()
            await all_of_them.joins("screen", "Qasha")
            await all_of_them.joins("lines", "Qtom")
            await all_of_them.note("join", "Qasha", "Qtom", kind="screen")
            await all_of_them.does(Open())
            seats = [channel for channel in all_of_them.channels if channel.name]
            opened = "How we want to be together"
            await until(lambda: all(channel.has(opened) for channel in seats), opened)
            await all_of_them.note("opening")
            await all_of_them.does(Begin())
            await all_of_them.note("begin")
            yield all_of_them
        finally:
            for channel in all_of_them.channels:
                channel.joiner.client.lost()
            await asyncio.gather(*(channel.joiner.stays for channel in all_of_them.channels))


async def comes_and_goes(everybody: Gathering, kind: str) -> None:
    """All that people do while the others write or talk."""
    at = everybody.at
    asha, tom = everybody.seat("Qasha"), everybody.seat("Qtom")
    field = "private" if kind == "writing" else "own"
    everybody.channels[2].joiner.client.receive_data(WORDS["Qasha"].encode())
    await until(lambda: everybody.session.draft(field, everybody.session.turns[-1].id, asha))
    await everybody.note("begins to write", "writing: Qasha")

    participant = everybody.participant("Qtom")
    participant.hand = True
    at.hub.people_changed()
    await everybody.note("hand up", "hand up: Qtom")

    for face, name in (("screen", "Qlate"), ("lines", "Qlina")):
        await everybody.joins(face, name)
        await everybody.note(f"late join: {name}", "at their screens")
        (channel,) = (one for one in everybody.channels if one.name == name)
        told = channel.text(f"late join: {name}").casefold()
        assert any(SHOES[shoes][0].casefold() in told for shoes in everybody.dealt[name])

    (line,) = (channel for channel in everybody.channels if channel.name == "Qtom")
    line.joiner.client.lost()
    await line.joiner.stays
    await everybody.note("leave", "away: Qtom")
    await everybody.comes("screen", "Qtom", admitted=Admitted("return", tom))
    await everybody.note("return")
    assert everybody.session.present[1].id == tom

    again = await everybody.comes("lines", "Qasha")
    again.joiner.client.receive_data(b"/go\n/go\n/mine\n")
    await until(lambda: at.hub.asking, "asks")
    await everybody.note("asks to come back", "Qasha (whose line is still open) asks to come back")
    at.hub.answer(at.hub.asking[0], let_in=True)
    await everybody.note("approval")
    assert WORDS["Qasha"] in again.text("approval")

    lina = everybody.seat("Qlina")
    await everybody.does(KeepDraft(field, WORDS["Qlina"], lina))  # type: ignore[arg-type]
    await at.hub.let_go(lina)
    await everybody.note("let go")
    assert not at.credentials.has_key(lina)


@pytest.mark.parametrize("kind", ["writing", "talk"])
async def test_who_may_know_what(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_first = kind == "writing"
    async with gathering(tmp_path, monkeypatch, write_first=write_first) as everybody:
        await comes_and_goes(everybody, kind)
        for name in ("Qasha", "Qlate"):
            words, seat = WORDS[name], everybody.seat(name)
            if write_first:
                await everybody.does(HandIn(seat, words))
            else:
                shoes = next(iter(everybody.dealt[name]))
                await everybody.does(Say(words, seat, shoes, draft="own"))
            await everybody.note(f"hands in: {name}")
        if write_first:
            await everybody.does(Reveal(anyway=True))
            await everybody.note("reveal")
        # In lines the facilitator asks what was said: it comes from many at any time.
        lines = [one for one in everybody.channels if not one.name and one.kind == "lines"]
        lines[0].joiner.client.receive_data(b"/said\n")
        await everybody.note("asks", WORDS["Qasha"], WORDS["Qlate"], kind="lines")
        for channel in everybody.channels:
            told = "\n".join(row for rows in channel.told.values() for row in rows)
            if channel.name != "Qlina" and not channel.joiner.client.gone:
                assert {WORDS["Qasha"], WORDS["Qlate"]} <= set(told.replace(":", " ").split())
        await everybody.joins("screen", "Qzoe")
        await everybody.note("late join while people talk")
        bulb = AddLightbulb("I see it now.", seat=everybody.seat("Qtom"), shoes="nurse")
        await everybody.does(bulb, Next())
        await everybody.note("next turn")
        if write_first:
            await everybody.does(Reveal(anyway=True))
            await everybody.note("nothing to reveal")
        await everybody.does(GoToClosing(), Close(anyway=True))
        await everybody.note("closed")
