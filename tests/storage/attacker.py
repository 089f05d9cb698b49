"""An attacker with the folder as it is at one moment: whose are the unattributed words?

``ties`` goes through the raw bytes of the database and its log, and through every state that the
log can bring back, and names for each text the seats to which something ties it. ``evening``
plays a whole session, and hands out the folder after each commit.
"""

from __future__ import annotations

import re
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from random import Random

from tests.build import Clock, Play, a_deck
from wshoes_tui.domain.commands import (
    AddPledge,
    AddSeat,
    Begin,
    ChooseCandidate,
    ChooseDecks,
    Close,
    Command,
    GiveFeedback,
    GoToClosing,
    HandIn,
    KeepDraft,
    Next,
    ParkTopic,
    PlaceCard,
    Plan,
    Reveal,
    Say,
    WriteFirst,
)
from wshoes_tui.domain.dispatcher import Context, new_session
from wshoes_tui.sessions.ports import SessionStore

PEOPLE = ("Asha", "Tom", "Bea", "Dev", "Mo", "Zoe")
UUID = rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
WORDS = ("response", "evidence", "feedback", "parked_topic", "pledge", "wild_card")
LOG_HEADER, FRAME_HEADER = 32, 24


@dataclass(frozen=True)
class Folder:
    """The bytes of a database and its log after a commit, and what an export then holds."""

    main: bytes
    log: bytes
    said: tuple[str, ...]
    """The unattributed words that were said or revealed by then."""
    newest: tuple[str, ...]
    """Those of the last commit."""


@dataclass
class Evening:
    """One session being played on a store; ``authors`` is the truth that nobody else knows."""

    store: SessionStore
    path: Path
    chance: Random
    authors: dict[str, str] = field(default_factory=dict)
    folders: list[Folder] = field(default_factory=list)

    def __post_init__(self) -> None:
        clock = Clock()
        env = Context(now=clock, chance=Random(self.chance.random()))
        self.play = Play(new_session(env, seed=self.chance.getrandbits(30)), env, clock)
        self.play.do(ChooseDecks((a_deck(),)), *(AddSeat(label) for label in PEOPLE))
        self.typed: dict[str, str] = {}

    def begin(self, *, hiring: bool = False, **plan: object) -> None:
        """Plan and begin; the store has the session from here on."""
        if hiring:
            self.play.do(ChooseCandidate("7"))
        self.play.do(Plan(**plan), Begin())  # type: ignore[arg-type]
        self.store.create(self.play.session)

    @property
    def seats(self) -> list[str]:
        """The ids of the seats but for a candidate's, in an order of chance."""
        session = self.play.session
        seats = [seat.id for seat in session.seats if seat.id != session.header.candidate]
        self.chance.shuffle(seats)
        return seats

    def do(self, *commands: Command) -> None:
        """Do this, each in a commit of its own."""
        for command in commands:
            old = self.play.session
            before = {one.text for one in (*old.responses, *old.evidence)}
            self.play.do(command)
            if isinstance(command, KeepDraft):
                self.store.keep_draft(self.play.transitions[-1])
                continue
            self.store.commit(self.play.transitions[-1])
            session = self.play.session
            kept = (
                *(*session.responses, *session.evidence, *session.feedback, *session.car_park),
                *(*session.pledges, *session.wild_cards),
            )
            said = tuple(one.text for one in kept)
            log = self.path.with_name(f"{self.path.name}-wal")
            self.folders.append(
                Folder(
                    self.path.read_bytes(),
                    log.read_bytes() if log.exists() else b"",
                    said,
                    tuple(text for text in said if text not in before),
                )
            )

    def words(self, seat: str) -> str:
        """New words of a seat."""
        long = " and so on" * self.chance.choice((1, 9, 40, 160))
        text = f"marker{len(self.authors):05d}{long}"  # no blank at its end: evidence keeps none
        self.authors[text] = seat
        return text

    def type(self, kind: str, seat: str, shoes: str = "") -> str:
        """Type new words in a field of a seat, autosaved on the way; the words."""
        text = self.words(seat)
        for end in sorted({len(text) // 3, len(text) // 2, len(text)}):
            self.do(KeepDraft(kind, text[:end], seat, shoes))  # type: ignore[arg-type]
        return text

    def shoes(self, seat: str) -> str:
        """The shoes in which a seat talks on this turn: its own screen remembers them."""
        turn = self.play.turn
        if seat == turn.seat:
            return turn.shoes
        others = [one.id for one in a_deck().shoes if one.id != turn.shoes]
        return self.typed.setdefault(turn.id + seat, self.chance.choice(others))

    def write(self) -> None:
        """All write in private, one after the other or at once, until the reveal."""
        typed = {seat: self.type("private", seat) for seat in self.seats[:5]}
        hiring = self.play.session.is_for_hiring
        self.do(*(HandIn(seat, _page(typed.get(seat, ""), hiring)) for seat in self.seats))
        self.do(Reveal(apart=frozenset(self.seats)))

    def talk(self) -> None:
        """Some talk, at screens of their own or at the one keyboard, and type on meanwhile."""
        typing: dict[str, str] = {}
        for seat in self.seats[:4]:
            typing[seat] = self.type("own", seat, self.shoes(seat))
        for seat in [*typing]:
            self.do(Say(typing.pop(seat), seat, self.shoes(seat), draft="own"))
            if self.chance.random() < 0.4:
                typing[seat] = self.type("own", seat, self.shoes(seat))
        for seat, text in typing.items():
            self.do(Say(text, seat, self.shoes(seat), draft="own"))
        seat = self.seats[0]
        if seat != self.play.turn.seat:
            self.do(Say(self.type("voice", seat, self.shoes(seat)), seat, draft="voice"))
        self.do(ParkTopic(self.type("park", seat), seat))
        self.do(AddPledge(self.type("pledge", seat), seat=seat))
        self.do(PlaceCard("Ours", self.type("wild", seat), seat=seat))


def _page(text: str, hiring: bool) -> str:
    return f"2: {text}" if hiring and text and len(text) % 2 else text


def evening(store: SessionStore, path: Path, chance: Random, *, way: str, turns: int) -> Evening:
    """Play a whole session, which goes one way: "write first", "talk" or "hiring"."""
    played = Evening(store, path, chance)
    played.begin(write_first=way == "write first", planned_turns=turns, hiring=way == "hiring")
    for number in range(turns):
        if way == "hiring":
            played.do(WriteFirst())
        if way != "talk":
            played.write()
        played.talk()
        played.do(Next() if number < turns - 1 else GoToClosing())
    for seat in played.seats[:4]:
        text = played.type("feedback", seat)
        played.do(GiveFeedback("heard", text, seat, apart=True))
    played.do(Close())
    return played


def ties(folder: Folder, seats: list[str]) -> dict[str, set[str]]:
    """The seats to which something in a folder ties words that were said or revealed."""
    found: dict[str, set[str]] = {}
    for attack in (by_bytes, by_the_log, by_the_shoes_of_drafts):
        for text, seat in attack(folder, seats):
            found.setdefault(text, set()).add(seat)
    return found


def by_bytes(folder: Folder, seats: list[str]) -> Iterator[tuple[str, str]]:
    """A seat's id stands in the same row, of any age, as the words; or before them in a step."""
    known = {seat.encode(): seat for seat in seats}
    for raw in (folder.main, folder.log):
        for text in folder.said:
            for place in re.finditer(re.escape(text.encode()), raw):
                near = re.findall(UUID, raw[place.end() : place.end() + 80])
                near += re.findall(
                    rb'"seat":"(' + UUID + rb")", raw[place.start() - 150 : place.start()]
                )
                yield from ((text, known[one]) for one in near if one in known)
        # Parts of what was typed, too: an older version of a draft.
        for row in re.finditer(rb"(marker\d{5} [a-z ]*)" + UUID + rb"(" + UUID + rb")", raw):
            if row[2] in known:
                start = row[1].decode()[: len("marker00000")]
                yield from ((t, known[row[2]]) for t in folder.said if t.startswith(start))


State = tuple[set[str], dict[str, tuple[str, str]], dict[str, int]]
"""Responses, the text and shoes of each seat's drafts, the count of each seat."""


def by_the_log(folder: Folder, _seats: list[str]) -> Iterator[tuple[str, str]]:
    """In the commit that brought the words a draft of the seat went, or its count grew."""
    states = list(states_of(folder))
    for (old, drafts, counts), (new, left, grown) in pairwise(states):
        came = (new - old) & set(folder.said)
        gone = {seat for seat, words in drafts.items() if left.get(seat) != words}
        heard = {seat for seat, count in grown.items() if count > counts.get(seat, 0)}
        for seat in gone | heard:
            yield from ((text, seat) for text in came)
    if len(states) > 1:  # counts of before and after a turn's end: who was heard on it
        first, last = states[0][2], states[-1][2]
        changed = [seat for seat, count in last.items() if count > first.get(seat, 0)]
        for text in folder.newest or folder.said[-1:]:
            yield from ((text, seat) for seat in changed)


def states_of(folder: Folder) -> Iterator[State]:
    """The database as of each commit that the log still holds, the oldest first."""
    for image in images_of(folder):
        with closing(opened(image)) as disk:
            kept = " UNION ".join(f"SELECT text FROM {name}" for name in WORDS)
            drafts = "SELECT seat, text, shoes FROM draft WHERE seat IS NOT NULL"
            yield (
                {text for (text,) in disk.execute(kept)},
                {seat: (text, shoes) for seat, text, shoes in disk.execute(drafts)},
                dict(disk.execute("SELECT seat, count FROM voice")),
            )


def images_of(folder: Folder) -> Iterator[bytes]:
    """The bytes of the file as of each commit: its pages, and those of the log so far."""
    image = bytearray(folder.main)
    yield bytes(image)
    if len(folder.log) <= LOG_HEADER:
        return
    size = int(struct.unpack(">I", folder.log[8:12])[0])
    for at in range(LOG_HEADER, len(folder.log) - size, FRAME_HEADER + size):
        number, pages = struct.unpack(">II", folder.log[at : at + 8])
        if folder.log[at + 8 : at + 16] != folder.log[16:24]:
            return  # of an older round
        image.extend(bytes(max(0, number * size - len(image))))
        start = at + FRAME_HEADER
        image[(number - 1) * size : number * size] = folder.log[start : start + size]
        if pages:
            del image[pages * size :]
            yield bytes(image)


def opened(image: bytes) -> sqlite3.Connection:
    """A database in memory with these pages."""
    disk = sqlite3.connect(":memory:")
    disk.deserialize(image[:18] + b"\1\1" + image[20:])  # as if it never had a log
    return disk


def by_the_shoes_of_drafts(folder: Folder, _seats: list[str]) -> Iterator[tuple[str, str]]:
    """A seat types on in the shoes in which unattributed words were said on that turn."""
    *_, now = images_of(folder)
    with closing(opened(now)) as disk:
        yield from disk.execute(
            "SELECT response.text, draft.seat FROM draft JOIN response USING (turn, shoes)"
            " JOIN turn ON turn.id = response.turn"
            " WHERE draft.seat IS NOT NULL AND draft.seat != coalesce(turn.seat, '')"
        )


def tied(played: Evening, attack: Callable[[Folder, list[str]], dict[str, set[str]]] = ties) -> int:
    """For how many texts some folder of the evening names their writer."""
    seats = played.seats
    right: set[str] = set()
    for folder in played.folders:
        for text, named in attack(folder, seats).items():
            if played.authors.get(text) in named:
                right.add(text)
    return len(right)
