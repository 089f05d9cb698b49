"""One made-up session: records as the engine keeps them, from one random generator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any, TypeVar, get_args
from uuid import UUID

from tests.bench.made_up_words import NAMES, PLACES, PROGRAMMES, PROMISES, ROLES, TOPICS, Words
from wshoes_tui.domain.deck import Card, Deck
from wshoes_tui.domain.models import (
    Feedback,
    FeedbackKind,
    Header,
    Lightbulb,
    ParkedTopic,
    PlayedDeck,
    Pledge,
    PledgeNote,
    PledgeState,
    PledgeUpdate,
    Rating,
    Record,
    Response,
    Seat,
    Session,
    SpokenRecord,
    Turn,
    Visibility,
    Voice,
)
from wshoes_tui.domain.models.marks import tell_marks_apart
from wshoes_tui.domain.models.records import HORIZONS, SCOPES
from wshoes_tui.domain.serialization import session_of
from wshoes_tui.domain.value import fields

AnyRecord = TypeVar("AnyRecord", bound=Record)


def made(kind: type[AnyRecord], /, **values: Any) -> AnyRecord:
    """A record of these values, without those for which this version has no field."""
    known = {one.name for one in fields(kind)}
    return kind(**{name: value for name, value in values.items() if name in known})


class MadeUpSession:
    """One session in the making, from one random generator."""

    def __init__(
        self,
        chance: Random,
        decks: Sequence[Deck],
        day: date,
        responses: int,
        today: date,
        promised: dict[str, list[tuple[str, Pledge]]],
    ) -> None:
        """``promised`` holds what earlier sessions promised, by programme; this one adds to it."""
        self.chance, self.words = chance, Words(chance)
        self.today, self.many = today, responses
        many_decks = chance.choices((1, 2, 3), weights=(70, 20, 10))[0]
        sampled = chance.sample(decks, min(many_decks, len(decks)))
        chosen = list({deck.id: deck for deck in sampled}.values())  # not one and its translation
        self.decks = [PlayedDeck(id=self.id(), deck=deck) for deck in tell_marks_apart(chosen)]
        self.alone = chance.random() < 0.1
        self.is_open = chance.random() < 0.02 or day == today
        self.reviewed = not self.is_open and chance.random() < 0.5
        self.language = self.words.language()
        self.visibility: Visibility = chance.choices(("shoes", "named"), weights=(75, 25))[0]
        hour = time(chance.choice((10, 14, 18, 19)), chance.choice((0, 10, 30)), tzinfo=UTC)
        self.begun = datetime.combine(day, hour) + timedelta(microseconds=chance.randrange(10**6))
        self.own_id, self.programme = self.id(), chance.choice(("", *PROGRAMMES))
        self.promised = promised.setdefault(self.programme, [])
        self.parts: list[Record] = []
        self.turns: list[Turn] = []
        self.responses: list[Response] = []

    def id(self) -> str:
        """The next record's UUID."""
        return str(UUID(int=self.chance.getrandbits(128), version=4))

    def session(self) -> Session:
        """The whole session."""
        people = 1 if self.alone else self.chance.randint(4, 12)
        names = self.chance.sample(NAMES, people)
        self.seats = [
            made(
                Seat,
                id=self.id(),
                number=number,
                label=name,
                role=self.chance.choice(ROLES),
                side=self.chance.choice(("lived", "service", None)),
                state=self.chance.choices(("here", "left"), weights=(95, 5))[0],
            )
            for number, name in enumerate(names, 1)
        ]
        ended = self._turns_and_words()
        self._what_comes_of_it()
        spoken = [self._judged(one) for one in (*self.responses, *self.parts)]
        voices = [
            Voice(id=self.id(), seat=seat.id, count=self.chance.randint(0, 9))
            for seat in self.seats
        ]
        header = self._header(None if self.is_open else ended + timedelta(minutes=12))
        return session_of(header, [*self.decks, *self.seats, *self.turns, *spoken, *voices])

    def _header(self, closed: datetime | None) -> Header:
        decks = " + ".join(one.deck.title for one in self.decks)
        place, chance = self.chance.choice(PLACES), self.chance
        return made(
            Header,
            id=self.own_id,
            revision=4 + len(self.turns),
            title=chance.choice((decks, decks, f"{decks}, {place}", f"{place}: noson agored")),
            kind="rehearsal" if self.alone else "group",
            state="closed" if closed else "turns",
            created=self.begun,
            order=chance.choice(("round", "sides", "random")),
            seed=chance.getrandbits(32),
            planned_turns=max(6, len(self.turns)),
            write_first=chance.random() < 0.2,
            visibility=self.visibility,
            retention_days=self._retention(),
            agreements=("What is said here stays here.", "Un llais ar y tro."),
            consented=self.alone or chance.random() < 0.95,
            language={"en": "en-GB", "pt": "pt-BR"}.get(self.language, self.language),
            programme=self.programme,
            place=place,
            closed=closed,
        )

    def _retention(self) -> int:
        """Days for which the words are kept: those whose day has come were deleted long ago."""
        days = self.chance.choice((90, 90, 730, 1825))
        return days if self.begun.date() + timedelta(days=days) > self.today else 1825

    def _turns_and_words(self) -> datetime:
        """Fill turns and responses; the time at which the last turn ended."""
        chance, now = self.chance, self.begun + timedelta(minutes=15)
        many_turns = max(1, min(chance.randint(8, 16), self.many))
        cuts = sorted(chance.choices(range(self.many + 1), k=many_turns - 1))
        for number, (low, high) in enumerate(zip([0, *cuts], [*cuts, self.many], strict=True), 1):
            last = self.is_open and number == many_turns
            turn = self._turn(number, now, high > low, is_open=last)
            self.turns.append(turn)
            self._say(turn, high - low)
            now = turn.ended or now
            now += timedelta(seconds=chance.randint(5, 60))
        return now

    def _turn(self, number: int, now: datetime, said: bool, *, is_open: bool) -> Turn:
        chance, before = self.chance, self.turns[-1] if self.turns else None
        played = chance.choice(self.decks).deck
        card = chance.choice([one for one in played.cards if one.kind != "wild"])
        shoes = chance.choice(played.suggested(card)).id
        swap = None
        if before and before.state == "answered" and not before.swap_of and chance.random() < 0.25:
            played, card, shoes, swap = self._other_side(before)
        quiet = chance.choices(("passed", "skipped", "parked"), weights=(6, 3, 1))[0]
        return made(
            Turn,
            id=self.id(),
            revision=2,
            number=number,
            deck=played.id,
            card=card.id,
            seat=self.seats[(number - 1) % len(self.seats)].id,
            shoes=shoes,
            started=now,
            state="open" if is_open else "answered" if said else quiet,
            swap_of=swap,
            ended=None if is_open else now + timedelta(seconds=chance.randint(120, 600)),
            paused_seconds=chance.choice((0, 0, 0, 45)),
        )

    def _other_side(self, before: Turn) -> tuple[Deck, Card, str, str]:
        played = next(one.deck for one in self.decks if one.deck.id == before.deck)
        card = played.card(before.card)
        assert card is not None, before.card
        others = [pair.id for pair in played.shoes if pair.id != before.shoes]
        return (
            played,
            card,
            card.opposite.get(before.shoes) or self.chance.choice(others),
            before.id,
        )

    def _say(self, turn: Turn, many: int) -> None:
        chance = self.chance
        pairs = next(one.deck for one in self.decks if one.deck.id == turn.deck).shoes
        for place in range(1, many + 1):
            withheld = chance.random() < 0.02
            named = self.visibility == "named" and not withheld
            other = chance.random() < 0.06
            self.responses.append(
                Response(
                    id=self.id(),
                    turn=turn.id,
                    shoes=chance.choice(pairs).id if other else turn.shoes,
                    text=self.words.said(self.language),
                    place=place,
                    seat=chance.choice(self.seats).id if named else None,
                    visibility="withheld" if withheld else self.visibility,
                    tag=f"{chance.getrandbits(128):032x}",
                )
            )

    def _what_comes_of_it(self) -> None:
        for response in self.chance.sample(self.responses, min(len(self.responses), 3)):
            self._lightbulb(response)
        self._ask_about_pledges()
        for _ in range(self.chance.choice((0, 1, 2, 3, 4, 6))):
            self._pledge()
        for _ in range(self.chance.choice((0, 0, 1, 2))):
            self._keep(ParkedTopic, text=self.chance.choice(TOPICS), turn=self._some_turn().id)
        kinds: tuple[FeedbackKind, ...] = get_args(FeedbackKind)
        for kind in () if self.is_open else kinds:
            for _ in range(self.chance.randint(0, len(self.seats))):
                seat = self.chance.choice(self.seats).id if self.visibility == "named" else None
                text = self.words.sentence(self.language)
                self._keep(Feedback, kind=kind, text=text, seat=seat)
        for played in self.decks:
            for pair in self.chance.sample(played.deck.shoes, 2):
                self._ratings(played.deck, pair.id)

    def _ratings(self, deck: Deck, shoes: str) -> None:
        chance = self.chance
        for when in ("before",) if self.is_open else ("before", "after"):
            for _ in range(chance.randint(0, len(self.seats))):
                number = min(10, chance.randint(1, 7) + (when == "after") * chance.randint(0, 3))
                self._keep(Rating, deck=deck.id, shoes=shoes, value=number, when=when)

    def _lightbulb(self, response: Response) -> None:
        self._keep(
            Lightbulb,
            used_to_think=self.words.clause(self.language) if self.chance.random() < 0.8 else "",
            now_see=self.words.sentence(self.language),
            turn=response.turn,
            shoes=response.shoes,
            response=response.id if self.chance.random() < 0.7 else None,
        )

    def _pledge(self) -> None:
        chance, day = self.chance, self.begun.date()
        states: tuple[PledgeState, ...] = get_args(PledgeState)
        state = chance.choices(states, weights=[5 if one == "open" else 2 for one in states])[0]
        history = [PledgeNote(on=day, state="open")]
        if state != "open":
            later = min(self.today, day + timedelta(days=chance.randint(3, 40)))
            history.append(PledgeNote(on=later, state=state, note=self.words.clause(self.language)))
        due = day + timedelta(days=chance.randint(2, 120))
        self._keep(
            Pledge,
            revision=len(history),
            text=chance.choice(PROMISES),
            owner=chance.choice((*(seat.label for seat in self.seats), "")),
            by_when=due if chance.random() < 0.7 else None,
            horizon=chance.choice(HORIZONS),
            state=state,
            history=tuple(history),
            turn=self._some_turn().id,
            condition=self.words.clause(self.language) if chance.random() < 0.3 else "",
            scope=chance.choice(("", *SCOPES)),
        )
        made_here = self.parts[-1]
        if self.programme and state == "open" and isinstance(made_here, Pledge):
            self.promised.append((self.own_id, made_here))

    def _ask_about_pledges(self) -> None:
        """What became of the oldest open pledges of the programme."""
        states: tuple[PledgeState, ...] = get_args(PledgeState)
        for made_in, pledge in self.promised[:4]:
            state = self.chance.choice(states[1:])
            self._keep(
                PledgeUpdate,
                pledge=pledge.id,
                made_in=made_in,
                on=self.begun.date(),
                state=state,
                note=self.words.clause(self.language) if state in ("stuck", "dropped") else "",
                text=self.chance.choice(PROMISES) if state == "changed" else "",
            )
        del self.promised[:4]

    def _some_turn(self) -> Turn:
        return self.chance.choice(self.turns)

    def _keep(self, kind: type[Record], /, **values: Any) -> None:
        if issubclass(kind, SpokenRecord):
            values["tag"] = f"{self.chance.getrandbits(128):032x}"
        self.parts.append(made(kind, id=self.id(), **values))

    def _judged(self, record: Record) -> Record:
        """The record as a review leaves it, where the session was looked through."""
        words: Any = record
        if not self.reviewed or not isinstance(record, SpokenRecord):
            return record
        if isinstance(record, Response) and record.visibility == "withheld":
            return record
        if self.chance.random() < 0.15:
            return replace(words, review="keep", revision=record.revision + 1)
        put_right = isinstance(record, Response) and self.chance.random() < 0.05
        text = self.words.sentence(self.language) if put_right else ""
        return replace(words, review="share", shared_text=text, revision=record.revision + 1)
