"""One line for each thing in a list: what a list needs to know without opening it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.value import Value, value
from wshoes_tui.limits import LONGEST_RETENTION

if TYPE_CHECKING:
    from wshoes_tui.domain.models import SessionKind, SessionState


@value()
class SessionLine(Value):
    """One session in a list. ``turn`` is the number of its newest turn, 0 before the first.

    ``commit_number`` is the number of its last commit among those of all sessions;
    ``candidate_label`` that of who may be chosen, in a session for that.
    """

    id: str
    title: str
    kind: SessionKind
    state: SessionState
    created: datetime
    saved: datetime
    commit_number: int
    programme: str
    seats: int
    turn: int
    planned_turns: int
    next_seat: str
    responses: int
    lightbulbs: int
    pledges: int
    retention_days: int = 0
    closed: datetime | None = None
    typed_up: bool = False
    candidate_label: str = ""
    damaged: str = ""

    @property
    def last_day(self) -> date | None:
        """The day on which a group's words are to be deleted; None where they stay until then.

        A rehearsal has no such day: it holds the words of the one who has the program.
        """
        if self.kind != "group" or not 1 <= self.retention_days <= LONGEST_RETENTION:
            return None
        begun = (self.closed or self.created).astimezone().date()
        try:
            return begun + timedelta(days=self.retention_days)
        except OverflowError:
            return None


@value()
class SessionsOverview(Value):
    """What Home shows of all sessions.

    ``unfinished`` is the one saved last of those that are not closed; ``due`` are those whose
    last day is near, in the order of these days. ``programmes`` counts those that groups have;
    neither these nor ``pledges`` count sessions for hiring.
    """

    count: int = 0
    pledges: int = 0
    unfinished: SessionLine | None = None
    due: tuple[SessionLine, ...] = ()
    programmes: int = 0


def overview(lines: Sequence[SessionLine], until: date) -> SessionsOverview:
    """The overview of sessions, the one saved last first; due are those up to a day."""
    found = [(last, one.id, one) for one in lines if (last := one.last_day) and last <= until]
    return SessionsOverview(
        count=len(lines),
        pledges=sum(one.pledges for one in lines if not one.candidate_label),
        unfinished=next((one for one in lines if one.state != "closed"), None),
        due=tuple(one for _last, _id, one in sorted(found, key=lambda each: each[:2])),
        programmes=len(
            {one.programme for one in lines if one.kind == "group" and not one.candidate_label}
            - {""}
        ),
    )


@value()
class Listed(Value):
    """One deck in a list. ``problem`` says why it cannot be used, and is empty where it can.

    ``hides`` are the origins of the decks of the same id and language that it stands before;
    ``translated`` counts the cards that are in its language, None where it is no translation.
    ``translation_of`` is the id of the deck that it is a translation of, empty for any other.
    """

    id: str
    title: str
    language: str
    summary: str
    cards: int
    minutes: int
    path: Path
    origin: str
    problem: str = ""
    hides: tuple[str, ...] = ()
    translated: int | None = None
    translation_of: str = ""

    @property
    def original(self) -> str:
        """The id of the deck that it is a translation of, or its own."""
        return self.translation_of or self.id


@value()
class DeckCounts(Value):
    """How many decks there are, each with its translations as one, and how many are of no use."""

    sound: int
    broken: int


def count_decks(decks: Iterable[Listed]) -> DeckCounts:
    """The counts of listed decks."""
    rows = list(decks)
    sound = {deck.original for deck in rows if not deck.problem}
    return DeckCounts(len(sound), sum(bool(deck.problem) for deck in rows))


def deck_families(decks: Iterable[Listed], language: str) -> list[tuple[Listed, ...]]:
    """Decks grouped with their translations, in the order in which the first of each group stands.

    In a group the one nearest to the BCP 47 tag ``language`` comes first, then the original. A
    file that cannot be used is a group of its own.
    """

    def rank(deck: Listed) -> tuple[int, bool, str]:
        return tag_distance(deck.language, language), bool(deck.translation_of), deck.language

    families: dict[str, list[Listed]] = {}
    for deck in decks:
        families.setdefault(str(deck.path) if deck.problem else deck.original, []).append(deck)
    # Most decks have no translation, and there may be hundreds.
    return [
        tuple(family if len(family) == 1 else sorted(family, key=rank))
        for family in families.values()
    ]


def tag_distance(one: str, other: str) -> int:
    """0 the same language tag, 1 the same language, 2 another. A locale counts as a tag."""
    one, other = (tag.lower().replace("_", "-").partition(".")[0] for tag in (one, other))
    if one == other:
        return 0
    return 1 if one.partition("-")[0] == other.partition("-")[0] else 2
