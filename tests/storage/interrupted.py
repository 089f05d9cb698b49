"""Interrupted checkpoint: the files that a kill or a power cut leaves while a log is copied.

SQLite copies the newest version of each page from the log into the file, in the order of the
pages, and cuts the log when all are synced. Until then the log is whole, and any part of what
was written to the file may be on the disk.
"""

from __future__ import annotations

import os
import shutil
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from wshoes_tui.storage import database, database_opener

LOG_HEADER, FRAME_HEADER, SECTOR = 32, 24, 512


@dataclass(frozen=True)
class Files:
    """A file and its log."""

    main: bytes
    log: bytes

    def lay_down(self, path: Path) -> None:
        """Write them into a folder of their own, and nothing else."""
        for old in path.parent.iterdir():
            old.unlink()
        path.write_bytes(self.main)
        path.with_name(f"{path.name}-wal").write_bytes(self.log)
        for file in path.parent.iterdir():
            file.chmod(0o600)


def caught_before_checkpoints(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[Files]:
    """The list to which the files are added each time when a log is about to be cut."""
    caught: list[Files] = []
    cut_log = database.cut_log

    def catch(engine: object, *patience: float) -> None:
        log = path.with_name(f"{path.name}-wal")
        caught.append(Files(path.read_bytes(), log.read_bytes()))
        cut_log(engine, *patience)  # type: ignore[arg-type]

    for module in (database, database_opener):
        monkeypatch.setattr(module, "cut_log", catch)
    return caught


CALLS = ("rename", "replace", "unlink", "remove", "link", "fsync")


@contextmanager
def caught_before_calls(folder: Path, into: Path) -> Iterator[list[tuple[str, Path]]]:
    """Kill simulator: the call and a copy of the folder before each one that could be killed.

    Only calls of Python are caught, not those of SQLite. A state that was there before is left out.
    """
    caught: list[tuple[str, Path]] = []
    seen: set[tuple[tuple[str, bytes], ...]] = set()

    def catch(call: str, original: Callable[..., object]) -> Callable[..., object]:
        def caught_call(*words: object, **named: object) -> object:
            files = sorted(one for one in folder.rglob("*") if one.is_file())
            state = tuple((str(one.relative_to(folder)), one.read_bytes()) for one in files)
            if state not in seen:
                seen.add(state)
                caught.append((call, into / f"{len(caught)}-{call}"))
                shutil.copytree(folder, caught[-1][1])
            return original(*words, **named)

        return caught_call

    with pytest.MonkeyPatch.context() as patched:
        for call in CALLS:
            patched.setattr(os, call, catch(call, getattr(os, call)))
        yield caught


def page_size(files: Files) -> int:
    return int(struct.unpack(">I", files.log[8:12])[0])


def frame_ends(files: Files) -> list[int]:
    """Where each frame of the log ends that belongs to it: later ones are of an older round."""
    step, salt = FRAME_HEADER + page_size(files), files.log[16:24]
    ends = range(LOG_HEADER + step, len(files.log) + 1, step)
    return [end for end in ends if files.log[end - step + 8 : end - step + 16] == salt]


def newest_pages(files: Files) -> list[tuple[int, bytes]]:
    """The newest committed version of each page of the log, with where it goes in the file."""
    size = page_size(files)
    found: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for end in frame_ends(files):
        start = end - size
        number, commit = struct.unpack(">II", files.log[start - FRAME_HEADER : start - 16])
        waiting[number] = files.log[start:end]
        if commit:
            found |= waiting
            waiting = {}
    return [((number - 1) * size, found[number]) for number in sorted(found)]


def put(main: bytearray, at: int, data: bytes) -> None:
    main.extend(bytes(max(0, at - len(main))))
    main[at : at + len(data)] = data


def killed_at_each_write(files: Files) -> Iterator[Files]:
    """The files after each write to the main file, the log still whole."""
    main = bytearray(files.main)
    yield files
    for at, data in newest_pages(files):
        put(main, at, data)
        yield Files(bytes(main), files.log)


def power_lost(files: Files, chance: Random, many: int) -> Iterator[Files]:
    """So many states with writes to the main file left out, in any order, and torn."""
    pages = newest_pages(files)
    for _ in range(many):
        main, kept = bytearray(files.main), chance.random()
        torn = chance.random() < 0.5
        for at, data in pages:
            parts = range(0, len(data), SECTOR) if torn else [0]
            for part in parts:
                if chance.random() < kept:
                    piece = data[part : part + SECTOR] if torn else data
                    put(main, at + part, piece)
        yield Files(bytes(main), files.log)


def log_cut_short(files: Files, chance: Random, many: int) -> Iterator[Files]:
    """So many states in which the log was still being written."""
    ends = frame_ends(files)
    for _ in range(many):
        end = chance.choice([0, *ends]) + chance.choice((0, 1, FRAME_HEADER, 700))
        yield Files(files.main, files.log[:end])
