"""Gathering: any order, any number of times, ends in the same rows; what was erased is nowhere."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.gathering_machines import MEMORY, Machine, a_group
from wshoes_tui.domain import commands as c
from wshoes_tui.domain import merge as merging
from wshoes_tui.domain.models import Session

KINDS = ("file", "copy", "json")
EDITS = ("say", "edit", "remove", "undo", "bulb", "next", "close", "pledge", "erase", "seat", "all")
machine = st.integers(0, 2)
op = st.one_of(
    st.tuples(st.just("gather"), machine, machine, st.sampled_from(KINDS)),
    st.tuples(st.sampled_from(EDITS), machine, st.integers(0, 5), st.just("")),
)


class County:
    """Three machines and one session that goes from one to another, as its facilitator does."""

    def __init__(self, root: Path) -> None:
        self.machines = [Machine(root / name) for name in ("one", "two", "three")]
        self.stick = root / "stick"
        self.stick.mkdir()
        self.numbers = count()
        first = a_group(c.Say("said first 0"))
        self.id, self.newest = first.id, first.version
        self.machines[0].keep(first)
        self.words: dict[str, set[str]] = {}
        """By id of a response: all texts it ever had."""
        self.said: dict[str, tuple[str, str | None]] = {}
        """The responses of the session as it stands where it was last changed: text and seat."""
        self.gone: set[str] = set()
        self.note(first)

    def note(self, session: Session) -> None:
        self.said = {one.id: (one.text, one.seat) for one in session.responses}
        for one in session.responses:
            self.words.setdefault(one.id, set()).add(one.text)

    def run(self, ops: Sequence[tuple[str, int, int, str]]) -> None:
        for what, who, number, kind in ops:
            if what == "gather":
                self.carry(number, who, kind)
            else:
                self.change(what, self.machines[who], number)

    def carry(self, source: int, target: int, kind: str) -> None:
        path = self.machines[source].file_for_others(kind, self.id, self.stick)
        if source != target and path is not None:
            report = self.machines[target].gather(path)
            assert report.is_whole, [one.troubles for one in report.sources]

    def change(self, what: str, machine: Machine, number: int) -> None:
        session = machine.load(self.id) if machine.file.exists() else None
        if session is None:
            return
        said = [one.id for one in session.responses]
        one = said[number % len(said)] if said else ""
        if what in ("erase", "seat", "all"):  # which anybody may do, anywhere
            seats = [s.id for s in session.seats if not session.turn or session.turn.seat != s.id]
            ids = ([one] if one else []) if what == "erase" else seats[-1:]
            if ids or what == "all":
                machine.erase(self.id, None if what == "all" else ids)
                self.gone |= {self.id} if what == "all" else set(ids)
            return
        if session.version != self.newest or (what == "say" and not session.seats):
            return  # the session is not here any more
        text = f"said {what} {next(self.numbers)}."
        command: Any = {
            "say": lambda: c.Say(text, seat=session.seats[number % len(session.seats)].id),
            "edit": lambda: c.EditResponse(one, text),
            "remove": lambda: c.Remove(one),
            "undo": c.Undo,
            "bulb": lambda: c.AddLightbulb(text, response=one or None),
            "next": c.Next,
            "close": c.Close,
            "pledge": lambda: c.AddPledge(text),
        }[what]
        if (machine.do(self.id, command())) and (after := machine.load(self.id)):
            self.newest = after.version
            self.note(after)

    def must_agree(self, order: Random) -> None:
        """After everybody has gathered from everybody, in any order, all hold the same."""
        there = [one for one in self.machines if one.file.exists()]
        for _ in range(2):
            for target in order.sample(self.machines, len(self.machines)):
                files = [
                    path
                    for one in there
                    if one is not target
                    and (path := one.file_for_others("file", self.id, self.stick))
                ]
                order.shuffle(files)
                target.gather(*files, *files[:1])
        rows = [one.rows() for one in self.machines]
        assert rows[0] == rows[1] == rows[2]
        session = self.machines[0].load(self.id)
        live = {one.id: one.text for one in session.responses} if session else {}
        assert (session is None) == (self.id in self.gone)
        if session is not None:
            assert session.version == self.newest
            assert live == {
                one: text
                for one, (text, seat) in self.said.items()
                if self.gone.isdisjoint((one, seat))
            }
        gone = self.words if session is None else self.gone & self.words.keys()
        for one_gone in gone:
            for text in self.words[one_gone]:
                for one in self.machines:
                    assert one.bytes_with(text) == []


def run_county(ops: Sequence[tuple[str, int, int, str]], seed: int = 0) -> None:
    root = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    try:
        county = County(root)
        county.run(ops)
        county.must_agree(Random(seed))
    finally:
        shutil.rmtree(root)


@settings(max_examples=6, deadline=None)
@given(st.lists(op, max_size=12), st.integers(0, 9))
def test_any_order_of_gathering_ends_in_the_same_rows(
    ops: list[tuple[str, int, int, str]], seed: int
) -> None:
    run_county(ops, seed)


REMOVED_LATER = [
    ("gather", 1, 0, "file"),
    ("remove", 0, 0, ""),
    ("gather", 0, 1, "file"),
    ("gather", 2, 1, "json"),
    ("gather", 2, 0, "copy"),
]


def test_a_removed_record_stays_removed_and_without_versions_it_would_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run_county(REMOVED_LATER)
    monkeypatch.setattr(merging, "order_of", lambda *_: "newer")
    with pytest.raises(AssertionError):
        run_county(REMOVED_LATER)
