"""Report of ``show --who-could-know``: what the file gives away of a session, in plain words.

It says what somebody could work out who has the data folder, and no word of what anybody wrote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wshoes_tui.cli.console import counted, write_json, write_line, write_paragraph
from wshoes_tui.cli.options import GivenOptions
from wshoes_tui.cli.stored_sessions import load, sessions_of, status_of
from wshoes_tui.domain.engine import takes_words
from wshoes_tui.domain.models import Response, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import N_, _
from wshoes_tui.sessions.export_log import read_exports

FEW = 5
"""People below which a group is small: those who were there know each other's ways of speaking."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One thing that somebody with the folder could know; ``about`` is one of ``TITLES``."""

    about: str
    what: str


TITLES = {
    "words": N_("Whose words are whose"),
    "drafts": N_("What is not handed in"),
    "people": N_("Who was there"),
    "elsewhere": N_("Where else it stands"),
}


def show_who_could_know(given: GivenOptions, reference: str) -> int:
    """Say what the file still gives away of a session."""
    with sessions_of(given) as store:
        session, damage = load(store, reference)
    found = [*disclosures(session), *in_files(given, session)]
    if given.json:
        write_json(found)
    else:
        for about, title in TITLES.items():
            mine = [one.what for one in found if one.about == about]
            if mine:
                write_line(_(title))
            for what in mine:
                write_paragraph(what, "  - ")
    return status_of([damage])


def disclosures(session: Session) -> Iterator[Disclosure]:
    """What the records of a session give away."""
    yield from (Disclosure("words", what) for what in _words(session))
    yield from (Disclosure("drafts", what) for what in _drafts(session))
    yield from (Disclosure("people", what) for what in _people(session))


def _words(session: Session) -> Iterator[str]:
    seats = [*(r.seat for r in session.responses), *(one.seat for one in session.evidence)]
    seats += [words.seat for words in session.feedback]
    named = [seat for seat in seats if seat is not None]
    unnamed = [said for said in session.responses if said.seat is None]
    if named:
        counts = _counted(session, Counter(named))
        yield _("With a name: {counts}. Whoever has the file can read that.", counts=counts)
    if not unnamed:
        return
    yield (
        _(
            "Without a name: {unnamed}. Nothing in the file says whose they are, no time and no "
            "order beyond their place on the turn.",
            unnamed=counted(len(unnamed), "response"),
        )
    )
    people = len(session.seats)
    if people == 1:
        yield _("You were alone: all of them are yours.")
        return
    own, others = _by_turn(session, unnamed)
    if own:
        yield (
            _(
                "But whose turn it was stands in the file: {own} in the shoes of a turn can be "
                "taken for that person's.",
                own=counted(own, "response"),
            )
        )
    if people == 2:
        yield _("There are two people only: what is not one's is the other's.")
    elif others and len(alone := _heard_besides(session)) == 1:
        yield (
            _(
                "How often each was heard stands in the file too. Besides whose turn it was, only "
                "{alone} was: {others} can be taken for theirs.",
                alone=one_line(alone[0]),
                others=counted(others, "response"),
            )
        )
    elif others:
        yield (
            _(
                "How often each was heard is kept too, as a number that changes when a turn ends: "
                "it tells who spoke besides whose turn it was, and not what they said."
            )
        )
    if session.responses and any(said.tag for said in session.responses):
        yield (
            _(
                "Each response has a tag. Who wrote at a screen of their own finds theirs by it, "
                "with their own key; without the key it tells nobody anything."
            )
        )
    steps = (*session.done, *session.undone)
    if any(takes_words(change) for step in steps for change in step.changes):
        yield (
            _(
                "What was taken out or put right on this turn is kept for undo until the turn is "
                "left."
            )
        )
    if people < FEW:
        yield _(
            "In a group of {people}, those who were there may know each other's words anyway.",
            people=people,
        )


def _by_turn(session: Session, unnamed: Iterable[Response]) -> tuple[int, int]:
    """How many unnamed responses were said in the shoes of their turn, and how many were not."""
    turns = {turn.id: turn for turn in session.turns}
    own = others = 0
    for said in unnamed:
        turn = turns.get(said.turn)
        mine = turn is not None and turn.seat is not None and turn.shoes == said.shoes
        if mine and not said.written_first:
            own += 1
        else:
            others += 1
    return own, others


def _heard_besides(session: Session) -> list[str]:
    """The labels of those who were heard more often than their turns account for."""
    turns = Counter(turn.seat for turn in session.turns if turn.state == "answered")
    more = {voice.seat for voice in session.voices if voice.count > turns[voice.seat]}
    return [seat.label for seat in session.seats if seat.id in more]


def _counted(session: Session, counts: Counter[str]) -> str:
    return ", ".join(
        f"{one_line(seat.label)} {counts[seat.id]}" for seat in session.seats if counts[seat.id]
    )


def _drafts(session: Session) -> Iterator[str]:
    waiting = [draft for draft in session.drafts if draft.text.strip()]
    seats = {draft.seat for draft in waiting}
    labels = [one_line(seat.label) for seat in session.seats if seat.id in seats]
    if labels:
        yield (
            _(
                "Words stand under the seat that writes them until they are handed in or "
                "revealed, so that their writer finds them again: {labels}.",
                labels=", ".join(labels),
            )
        )
        yield _(
            "Who is still writing has not said the words of just now: that can be seen as well."
        )
    if None in seats:
        yield _("Words stand in a field of the facilitator's keyboard, under no seat.")


def _people(session: Session) -> Iterator[str]:
    if session.seats:
        yield (
            _(
                "{seats}, called as they wished, in the order in which they came, and whose turn "
                "it was when.",
                seats=counted(len(session.seats), "person"),
            )
        )
    if any(seat.role or seat.needs or seat.side for seat in session.seats):
        yield _("What some have said of themselves: role, side, access needs.")
    owners = {pledge.owner for pledge in session.pledges if pledge.owner}
    if owners:
        yield _(
            "Who made a pledge, where they said so: {owners}.", owners=counted(len(owners), "name")
        )
    yield _("When each turn began and ended. No response has a time.")


def in_files(given: GivenOptions, session: Session) -> Iterator[Disclosure]:
    """What stands elsewhere than in the records: in the log, in copies, in exports."""
    data = given.settings.data
    if not given.settings.database:
        log = data.database.with_name(f"{data.database.name}-wal")
        if log.is_file() and log.stat().st_size:
            yield Disclosure(
                "elsewhere",
                _(
                    "The database has a log just now: wshoes has it open, or was killed. Drafts "
                    "stand in it as they were typed, until they are handed in or wshoes is "
                    "started again."
                ),
            )
    copies = sorted(data.backups.glob("*.db")) if data.backups.is_dir() else []
    if copies:
        yield Disclosure(
            "elsewhere",
            _(
                "In {copies} in {backups}.",
                copies=counted(len(copies), "copy"),
                backups=data.backups,
            ),
        )
    for one in read_exports(data.root):
        if one.session == session.id and Path(one.path).exists():
            yield Disclosure("elsewhere", _("Exported to {path}", path=one_line(one.path)))
    yield Disclosure(
        "elsewhere",
        _(
            "Out of reach of wshoes: copies that others made, the memory of the computer, what "
            "people tell. To remove words for good: wshoes erase"
        ),
    )
