"""Ways to run the command line: in this process, and as one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.build import Clock, Play, a_deck, counted_ids
from wshoes_tui.domain.commands import AddSeat, Begin, ChooseDecks
from wshoes_tui.domain.dispatcher import Context, new_session
from wshoes_tui.domain.models import Session, SessionKind
from wshoes_tui.storage.sql_store import open_store

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run left behind."""

    status: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on standard error; fails where there is none, or more."""
        assert self.err.endswith("\n"), self.err
        assert self.err.count("\n") == 1, self.err
        return self.err.rstrip("\n")


Run = Callable[..., Ran]


def as_process(*words: str, env: dict[str, str] | None = None, code: str = "") -> Ran:
    """Run ``wshoes`` with these words, or Python ``code`` with them, in a process of its own."""
    start = ["-c", code] if code else ["-m", "wshoes_tui"]
    done = subprocess.run(
        [sys.executable, *start, *words],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0", **(env or {})},
        timeout=60,
        check=False,
    )
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in err, err
    return Ran(done.returncode, out, err)


def keep(data: Path, *sessions: Session) -> None:
    """Put sessions into the data folder, in this order."""
    store = open_store(data / "wshoes.db")
    try:
        for session in sessions:
            store.create(session)
    finally:
        store.close()


def a_play(first: int = 1, *, rehearsal: bool = False) -> Play:
    """A session on its first card; its id begins with ``first`` in eight hexadecimal digits."""
    clock = Clock()
    env = Context(now=clock, new_id=counted_ids(first << 96), chance=Random(0))
    kind: SessionKind = "rehearsal" if rehearsal else "group"
    play = Play(new_session(env, seed=1, kind=kind), env, clock)
    seats = (AddSeat("You"),) if rehearsal else (AddSeat("Asha"), AddSeat("Tom"))
    play.do(ChooseDecks((a_deck(),)), *seats, Begin())
    return play


def is_calm(text: str) -> bool:
    """Whether nothing in a text can drive a terminal or turn a reading direction."""
    foreign = [c for c in text if c != "\n" and unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    turning = [c for c in text if unicodedata.bidirectional(c)[:2] in ("LR", "RL", "PD", "FS")]
    return not foreign and not [c for c in turning if unicodedata.category(c) == "Cf"]
