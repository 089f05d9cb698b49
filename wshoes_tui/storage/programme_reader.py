"""Programme reader: the sessions of a programme added up in SQL, without loading one of them.

Rehearsals, sessions that have not begun and those in which somebody is chosen are not added up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, cast

from sqlalchemy import Connection
from sqlmodel import Session as SqlSession
from sqlmodel import col, func, select

from wshoes_tui.domain.deck import Card, Deck
from wshoes_tui.domain.framework import Framework
from wshoes_tui.domain.joint_coverage import joint_coverage
from wshoes_tui.domain.models import (
    Header,
    Lightbulb,
    ParkedTopic,
    PlayedDeck,
    Pledge,
    PledgeState,
    Record,
)
from wshoes_tui.domain.programme import (
    PLEDGE_ORDER,
    Programme,
    ProgrammeLine,
    ProgrammeSession,
    ProgrammeWords,
    add_up,
)
from wshoes_tui.domain.steady_clock import CLOCK
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value_reader import RecordError
from wshoes_tui.domain.word_fold import folded
from wshoes_tui.storage import schema
from wshoes_tui.storage.row_mapping import from_row

NEWEST = 20
"""Lightbulbs, pledges and topics of a list: more would be read by nobody. Search finds the rest."""

_BEGUN = ("turns", "closing", "closed")


def read_programmes(connection: Connection) -> list[ProgrammeLine]:
    """All programmes, the one with the newest session first."""
    with SqlSession(connection) as session:
        row = schema.SessionRow
        query = select(row.id, row.programme, row.place, row.created)
        query = query.where(row.programme != "", *_of_a_group())
        people = dict(_counts(session, schema.SeatRow, None))
        found: dict[str, list[tuple[str, ProgrammeSession]]] = {}
        for id_, name, place, created in session.exec(
            query.order_by(col(row.created).desc(), col(row.id))
        ):
            with suppress(ValueError, TypeError):
                one = ProgrammeSession(id_, _day(created), place, people.get(id_, 0), 0, 0, {})
                found.setdefault(folded(one_line(name)), []).append((name, one))
    return [
        _line([name for name, _one in some], [one for _, one in some]) for some in found.values()
    ]


def _line(names: Sequence[str], sessions: Sequence[ProgrammeSession]) -> ProgrammeLine:
    days = [one.held for one in sessions]
    numbers = add_up(_empty(names[0], sessions), sessions).figures
    return ProgrammeLine(
        names[0], len(sessions), len({one.place for one in sessions if one.place}), min(days),
        max(days), numbers.people if numbers else None, tuple(dict.fromkeys(names)),
    )  # fmt: skip


def _empty(name: str, sessions: Sequence[ProgrammeSession]) -> Programme:
    days = [one.held for one in sessions]
    return Programme(name, len(sessions), min(days), max(days), 0, 0, 0, None)


def read_programme(
    connection: Connection,
    names: Collection[str],
    frameworks: Mapping[str, Framework],
    *,
    shareable: bool = False,
) -> Programme | None:
    """What a programme adds up to; None where no session of it can be read.

    Args:
        connection: of ``Database.reading``.
        names: its name as its sessions have it: ``ProgrammeLine.names``.
        frameworks: those by whose themes decks can be read, by their key.
        shareable: only words that were reviewed as shareable, for a report to pass on.
    """
    with SqlSession(connection) as session:
        return _Reader(session, names, shareable=shareable).programme(frameworks)


def _of_a_group() -> tuple[Any, ...]:
    row = schema.SessionRow  # candidates are never added up, nor shown side by side
    return row.kind == "group", col(row.state).in_(_BEGUN), row.candidate == ""


def _counts(session: SqlSession, row: type[Any], mine: Any) -> list[tuple[str, int]]:
    """How many rows of a table each session has; ``mine`` None is for all sessions."""
    query = select(row.session, func.count()).group_by(row.session)
    if mine is not None:
        query = query.where(row.session.in_(mine))
    return [(one, int(count)) for one, count in session.exec(query)]


def _day(text: str) -> date:
    return datetime.fromisoformat(text).astimezone().date()


@dataclass(frozen=True, slots=True)
class _State:
    """Where a pledge stands, whether its day is past, and its wording where that was changed."""

    session: str
    state: PledgeState
    is_late: bool
    wording: str = ""


@dataclass(frozen=True, slots=True)
class _Said:
    """The pairs of turn and shoes in which somebody stood, and what is known of each turn."""

    turns: dict[str, Any]
    pairs: set[tuple[str, str]]

    def stands(self) -> Counter[tuple[str, str, str]]:
        """How often somebody stood in shoes on a card: by the ids of deck, card and shoes."""
        turns = self.turns
        return Counter((turns[id_].deck, turns[id_].card, shoes) for id_, shoes in self.pairs)


class _Reader:
    def __init__(self, session: SqlSession, names: Collection[str], *, shareable: bool) -> None:
        self._session, self._shareable = session, shareable
        row = schema.SessionRow
        self._where = (col(row.programme).in_(names), *_of_a_group())
        self._mine = select(row.id).where(*self._where)
        self._headers: dict[str, Header] = {}
        """Those that are sound, the newest first."""

    def programme(self, frameworks: Mapping[str, Framework]) -> Programme | None:
        """All of it; None where no header is sound."""
        row = schema.SessionRow
        rows = self._rows(row, *self._where, order=(col(row.created).desc(), col(row.id)))
        for one in rows:
            with suppress(RecordError):
                header, sound = from_row(Header, one)
                if sound:
                    self._headers[header.id] = cast("Header", header)
        if not self._headers:
            return None
        said, states = self._said(), self._states()
        decks, cards = self._played(said)
        sessions = self._sessions(said, states)
        played = [decks[one] for one in sorted(decks)]
        lightbulbs = self._lightbulbs(said, decks)
        headers = list(self._headers.values())
        programme = replace(
            _empty(headers[0].programme, sessions),
            without_consent=sum(not header.consented for header in headers),
            damaged=len(rows) - len(headers),
            coverage=tuple(joint_coverage(played, said.stands(), cards, frameworks)),
            lightbulbs=lightbulbs[:NEWEST],
            more_lightbulbs=len(lightbulbs) > NEWEST,
            stuck=self._pledges(states, lambda state, _late: state == "stuck"),
            late=self._pledges(states, lambda state, late: late and state in ("open", "under_way")),
            parked=self._parked(),
        )
        return add_up(programme, sessions)

    def _rows(self, row: type[Any], *where: Any, order: Any = (), most: int | None = None) -> Any:
        query = select(*row.__table__.columns).where(*where).order_by(*order).limit(most)
        return self._session.exec(query).mappings().all()

    def _sessions(self, said: _Said, states: Mapping[str, _State]) -> list[ProgrammeSession]:
        people, lightbulbs = (
            dict(_counts(self._session, row, self._mine))
            for row in (schema.SeatRow, schema.LightbulbRow)
        )
        turns = Counter(turn.session for turn in said.turns.values() if turn.state == "answered")
        pledges: dict[str, Counter[PledgeState]] = {}
        for one in states.values():
            pledges.setdefault(one.session, Counter())[one.state] += 1
        return [
            ProgrammeSession(
                id_, one.created.astimezone().date(), one_line(one.place), people.get(id_, 0),
                turns[id_], lightbulbs.get(id_, 0), pledges.get(id_, {}),
            )
            for id_, one in self._headers.items()
        ]  # fmt: skip

    # -- whose shoes, on what

    def _said(self) -> _Said:
        turn, response = schema.TurnRow, schema.ResponseRow
        columns = (turn.id, turn.session, turn.deck, turn.card, turn.shoes, turn.state)
        query: Any = select(*columns)  # type: ignore[call-overload]  # it is declared for four
        turns = {
            one.id: one
            for one in self._session.exec(query.where(col(turn.session).in_(self._mine)))
        }
        worn = select(response.turn, response.shoes).distinct()
        pairs = {
            (one, shoes)
            for one, shoes in self._session.exec(worn.where(col(response.session).in_(self._mine)))
        }
        spoken = {one for one, _shoes in pairs}
        pairs |= {
            (one.id, one.shoes)
            for one in turns.values()
            if one.state == "answered" or (one.state == "open" and one.id in spoken)
        }
        return _Said(turns, {pair for pair in pairs if pair[0] in turns})

    def _played(self, said: _Said) -> tuple[dict[str, Deck], dict[tuple[str, str], Card]]:
        """Each deck as it was played last, by its id, and the cards that were played of it."""
        rank = {one: place for place, one in enumerate(self._headers)}
        turns = [turn for turn in said.turns.values() if turn.session in rank]
        turns.sort(key=lambda turn: -rank[turn.session])
        newest = {turn.deck: turn.session for turn in turns}
        decks = {
            deck.id: deck
            for session, deck in self._decks(newest.values())
            if newest.get(deck.id) == session
        }
        cards = {(deck.id, card.id): card for deck in decks.values() for card in deck.cards}
        played = {(turn.deck, turn.card): turn.session for turn in turns}
        return decks, cards | self._older_cards(played, cards)

    def _decks(self, sessions: Iterable[str]) -> Iterator[tuple[str, Deck]]:
        """The sound decks of these sessions, with the id of the session."""
        row = schema.PlayedDeckRow
        for one in self._rows(row, col(row.session).in_(set(sessions))):
            with suppress(RecordError):
                played, sound = from_row(PlayedDeck, one)
                if sound:
                    yield one["session"], cast("PlayedDeck", played).deck

    def _older_cards(
        self, played: dict[tuple[str, str], str], known: Collection[tuple[str, str]]
    ) -> dict[tuple[str, str], Card]:
        """Cards that were played and that the newest revision of their deck has not any more.

        Cards of a group's own are on no theme.
        """
        missing = {one: session for one, session in played.items() if one not in known}
        if not missing:
            return {}
        own = schema.WildCardRow
        ids = set(self._session.exec(select(own.id).where(col(own.session).in_(self._mine))))
        older = {session for (_deck, card), session in missing.items() if card not in ids}
        return {
            (deck.id, card.id): card
            for _session, deck in (self._decks(older) if older else ())
            for card in deck.cards
            if (deck.id, card.id) in missing
        }

    # -- words

    def _words(
        self, kind: type[Record], row: type[Any], *where: Any, most: int | None = None
    ) -> list[tuple[Any, Header]]:
        """Sound records of the programme with the header of their session, the newest first."""
        session = schema.SessionRow
        query = select(*row.__table__.columns).join(session, session.id == row.session)
        query = query.where(*self._where, *where)
        if self._shareable:
            query = query.where(row.review == "share")
        query = query.order_by(col(session.created).desc(), row.id).limit(most)
        found = []
        for one in self._session.exec(query).mappings():
            with suppress(RecordError):
                record, sound = from_row(kind, one)
                if sound and one["session"] in self._headers:
                    found.append((record, self._headers[one["session"]]))
        return found

    def _lightbulbs(self, said: _Said, decks: Mapping[str, Deck]) -> tuple[ProgrammeWords, ...]:
        found = []
        for bulb, header in self._words(Lightbulb, schema.LightbulbRow, most=NEWEST + 1):
            turn = said.turns.get(bulb.turn)
            deck = decks.get(turn.deck) if turn else None
            found.append(_told(bulb, header, shoes=deck.pair(bulb.shoes) if deck else None))
        return tuple(found)

    def _states(self) -> dict[str, _State]:
        """Where each pledge stands, by its id."""
        row, today = schema.PledgeRow, CLOCK.today().isoformat()
        query = select(row.id, row.session, row.state, row.by_when)
        states = {
            id_: _State(session, _state(state), by_when is not None and by_when < today)
            for id_, session, state, by_when in self._session.exec(
                query.where(col(row.session).in_(self._mine))
            )
        }
        update = schema.PledgeUpdateRow
        later = select(update.pledge, update.state, update.text)
        later = later.where(col(update.made_in).in_(self._mine))
        for id_, state, text in self._session.exec(later.order_by(update.on, update.id)):
            if id_ in states:
                wording = text or states[id_].wording
                states[id_] = replace(states[id_], state=_state(state), wording=wording)
        return states

    def _pledges(
        self, states: Mapping[str, _State], wanted: Callable[[PledgeState, bool], bool]
    ) -> tuple[ProgrammeWords, ...]:
        """Those of which somebody should hear, the newest first."""
        ids = [id_ for id_, one in states.items() if wanted(one.state, one.is_late)]
        row = schema.PledgeRow
        found = self._words(Pledge, row, col(row.id).in_(ids), most=NEWEST) if ids else []
        return tuple(
            _told(one, header, state=states[one.id].state, wording=states[one.id].wording)
            for one, header in found
        )

    def _parked(self) -> tuple[ProgrammeWords, ...]:
        """The topics of the car park; what was raised in most sessions first, then the newest."""
        same: dict[str, list[tuple[ParkedTopic, Header]]] = {}
        for topic, header in self._words(ParkedTopic, schema.ParkedTopicRow):
            text = topic.shared_text if self._shareable and topic.shared_text else topic.text
            same.setdefault(folded(one_line(text)), []).append((topic, header))
        found = [
            _told(*some[0], sessions=len({header.id for _topic, header in some}))
            for some in same.values()
        ]
        return tuple(sorted(found, key=lambda one: -one.sessions)[:NEWEST])


def _state(text: str) -> PledgeState:
    """Where a pledge stands; one whose wording was changed is open."""
    return text if text in PLEDGE_ORDER else "open"


def _told(record: Any, header: Header, **more: Any) -> ProgrammeWords:
    day = header.created.astimezone().date()
    return ProgrammeWords(record, header.id, day, one_line(header.place), **more)
