"""Small decks, an outside that can be foretold, and a pair of hands for playing a session.

    play = Play.begun("Asha/lived, Tom/service")
    play.do(Say("I want my own bed."), Next())
    assert play.refused(Begin()) == "The session has begun already."

Nothing here looks at a real clock, a real chance or a disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from wshoes_tui.domain.commands import (
    AddSeat,
    Begin,
    ChooseDecks,
    Command,
    HandIn,
    Plan,
)
from wshoes_tui.domain.deck import Card, CardKind, Deck, Prompt, Shoes, Side, Theme
from wshoes_tui.domain.dispatcher import Context, Refusal, apply, new_session
from wshoes_tui.domain.framework import Framework
from wshoes_tui.domain.list_rows import Listed
from wshoes_tui.domain.models import Draft, Response, Seat, Session, SessionKind, Transition, Turn
from wshoes_tui.errors import NotFoundError

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
"""When every session of a test begins: a Monday morning."""


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    time: datetime = START

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **by: float) -> None:
        """Move on, by ``minutes=5`` or whatever else a timedelta takes."""
        self.time += timedelta(**by)


def counted_ids(first: int = 1) -> Callable[[], str]:
    """Ids of the shape of a UUID that count up, so that a test's records are the same each time."""
    numbers = count(first)
    return lambda: str(UUID(int=next(numbers)))


def an_env(clock: Clock | None = None, chance: Random | int = 0) -> Context:
    """An outside that can be foretold. ``chance`` is a seed, or any Random of your own."""
    chance = Random(chance) if isinstance(chance, int) else chance
    return Context(now=clock or Clock(), new_id=counted_ids(), chance=chance)


class Backwards(Random):
    """A chance that turns every list round, where a test must know what chance has done."""

    def shuffle(self, x: Any) -> None:
        x.reverse()


class Still(Random):
    """A chance that leaves every list as it was."""

    def shuffle(self, x: Any) -> None:
        """Nothing moves."""


def a_shoes(id: str, side: Side = "lived", **parts: Any) -> Shoes:
    """Shoes of that id, with all the rest made up."""
    made_up = {"name": f"The {id}", "mark": id[0].upper(), "colour": "yellow"}
    made_up |= {"you_are": f"You are the {id}.", "easy": f"You are the {id}."}
    return Shoes(**{"id": id, "side": side, **made_up, **parts})


def a_card(id: str, *themes: str, kind: CardKind = "scenario", **parts: Any) -> Card:
    """A card of that id, with all the rest made up."""
    made_up = {"title": id.replace("-", " ").capitalize(), "text": f"What happens in {id}."}
    return Card(**{"id": id, "kind": kind, "themes": themes, **made_up, **parts})


def a_deck(id: str = "home", **parts: Any) -> Deck:
    """A deck of four shoes, two a side, two themes and eight cards of every kind.

    ``quiet-night`` takes care (tender 2), ``own-bed`` brings two prompts of its own and
    names an opposite, ``key-safe`` suggests two pairs of shoes.
    """
    whole = {
        "title": id.replace("-", " ").capitalize(),
        "revision": 1,
        "language": "en-GB",
        "themes": (Theme("information", "Information"), Theme("independence", "Independence")),
        "shoes": (
            a_shoes("patient"),
            a_shoes("daughter"),
            a_shoes("nurse", "service"),
            a_shoes("manager", "service"),
        ),
        "cards": (
            a_card(
                "own-bed",
                "independence",
                opposite={"patient": "manager"},
                prompts=(Prompt("notice", "What do you see?"), Prompt("act", "What would help?")),
            ),
            a_card("key-safe", "independence", shoes=("patient", "nurse")),
            a_card("cold-tea", "information"),
            a_card("fourteen-pages", "information"),
            a_card("quiet-night", "independence", tender=2),
            a_card("good-news", "information", kind="statement"),
            a_card("window", "independence", kind="poem"),
            a_card("bring-your-own", kind="wild"),
        ),
    }
    return Deck(**{"id": id, **whole, **parts})


def plain_cards(many: int, *themes: str) -> tuple[Card, ...]:
    """So many scenarios that differ in nothing but their ids, and in turn their themes."""
    return tuple(
        a_card(f"card-{n}", *themes[n % len(themes) :][:1] if themes else ()) for n in range(many)
    )


class Decks:
    """A shelf of decks that are there already. A problem is told in place of a deck."""

    def __init__(self, *decks: Deck, broken: dict[str, str] | None = None) -> None:
        self._decks = {deck.id: deck for deck in decks}
        self._broken = broken or {}
        self.hides: dict[str, tuple[str, ...]] = {}
        self.agendas: dict[str, Framework] = {}
        self.own_folder: Path | None = None

    def listing(self) -> Sequence[Listed]:
        """Every deck, the broken ones last."""
        sound = [
            Listed(
                d.id,
                d.title,
                d.language,
                d.summary,
                len(d.cards),
                d.minutes,
                Path(d.id),
                "",
                hides=self.hides.get(d.id, ()),
                translated=d.translated,
            )
            for d in self._decks.values()
        ]
        broken = [
            Listed(name, name, "", "", 0, 0, Path(f"{name}.yaml"), "", problem)
            for name, problem in self._broken.items()
        ]
        return [*sound, *broken]

    def frameworks(self) -> dict[str, Framework]:
        """None but those that a test has put here."""
        return self.agendas

    def open(self, name: str, language: str | None = None) -> Deck:
        """The deck of that id."""
        if name not in self._decks:
            raise NotFoundError(f"There is no deck {name}.")
        return self._decks[name]


@dataclass
class Play:
    """A session and the hands that play it: it holds the newest, and every transition so far."""

    session: Session
    env: Context
    clock: Clock
    transitions: list[Transition] = field(default_factory=list)

    @classmethod
    def fresh(
        cls, *, kind: SessionKind = "group", seed: int | None = 1, chance: Random | int = 0
    ) -> Play:
        """A session in its set-up, with nothing chosen."""
        clock = Clock()
        env = an_env(clock, chance)
        return cls(new_session(env, kind=kind, seed=seed), env, clock)

    @classmethod
    def ready(
        cls,
        seats: str = "Asha/lived, Tom/service, Bea/lived",
        *decks: Deck,
        kind: SessionKind = "group",
        seed: int = 1,
        chance: Random | int = 0,
        **plan: Any,
    ) -> Play:
        """A session with its decks, seats and plan, not yet begun.

        ``seats`` are labels, each with its side after a slash where it has one, and its own
        role after another. ``plan`` takes what the command Plan takes.
        """
        play = cls.fresh(kind=kind, seed=seed, chance=chance)
        play.do(ChooseDecks(decks or (a_deck(),)), *map(_a_seat, seats.split(",")))
        header = play.session.header
        if any(getattr(header, name) != value for name, value in plan.items()):
            play.do(Plan(**plan))
        return play

    @classmethod
    def begun(
        cls, seats: str = "Asha/lived, Tom/service, Bea/lived", *decks: Deck, **more: Any
    ) -> Play:
        """As ``ready``, on its first card."""
        play = cls.ready(seats, *decks, **more)
        play.do(Begin())
        return play

    def do(self, *commands: Command) -> Session:
        """Work the commands, one after the other; the newest session."""
        for command in commands:
            transition = apply(self.session, command, self.env)
            self.transitions.append(transition)
            self.session = transition.session
        return self.session

    def refused(self, command: Command) -> str:
        """The sentence with which a command is refused. Fails where it is not."""
        before = self.session
        try:
            apply(self.session, command, self.env)
        except Refusal as refusal:
            assert self.session is before
            return str(refusal)
        raise AssertionError(f"{type(command).__name__} was not refused.")

    def write(self, **words: str) -> None:
        """Hand in words for the seats of these labels: ``play.write(Asha="...", Tom="...")``."""
        for label, text in words.items():
            self.do(HandIn(self.id_of(label), text))

    @property
    def turn(self) -> Turn:
        """The open turn; fails where there is none."""
        turn = self.session.turn
        assert turn is not None, "there is no open turn"
        return turn

    @property
    def said(self) -> list[str]:
        """The words said on the newest turn, in order."""
        return [response.text for response in self.session.said(self.session.turns[-1])]

    @property
    def last(self) -> Response:
        """The response kept last."""
        return self.session.responses[-1]

    @property
    def cards(self) -> list[str]:
        """The ids of the cards of all turns."""
        return [turn.card for turn in self.session.turns]

    def seat(self, label: str) -> Seat:
        """The seat of that label."""
        return next(seat for seat in self.session.seats if seat.label == label)

    def id_of(self, label: str) -> str:
        """The id of the seat of that label."""
        return self.seat(label).id

    def labels(self, turns: Sequence[Turn] | None = None) -> list[str]:
        """Whose turns they were, by label."""
        owners = (self.session.seat(turn.seat) for turn in turns or self.session.turns)
        return [seat.label if seat else "" for seat in owners]

    def page(self, label: str) -> Draft:
        """The private page of a seat on the open turn."""
        page = self.session.draft("private", self.turn.id, self.id_of(label))
        assert page is not None, f"{label} is not writing"
        return page


def _a_seat(text: str) -> AddSeat:
    label, side, role = (*text.strip().split("/"), "", "")[:3]
    sides: dict[str, Side] = {"lived": "lived", "service": "service"}
    return AddSeat(label, role=role, side=sides.get(side))
