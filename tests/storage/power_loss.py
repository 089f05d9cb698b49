"""Power loss simulator: a real run is recorded with strace, and the disk is cut off anywhere in it.

Model of a disk. Of a file, what its last sync covered is there; of what was written since, any
part may be there, in any order, torn at 512 bytes. Of names (made, renamed, removed), those are
there that the last sync of their folder covered; of later ones any part. The shared memory of
SQLite is never there. A disk that ignores syncs (the control) keeps nothing for certain.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.cli.running import ROOT

SECTOR = 512
CALLS = (
    "openat,pwrite64,write,fsync,fdatasync,ftruncate,"
    "unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat"
)
STRACE = ("strace", "-f", "-qq", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o")


@dataclass(frozen=True, slots=True)
class Event:
    """What one system call did to the folder, or what it printed.

    Attributes:
        kind: make, folder, write, cut (to ``at`` bytes), sync, move, link, remove or print.
        name: the path below the folder; "." for the folder itself.
        to: the other path of move and link.
        at: where ``data`` was written.
    """

    kind: str
    name: str = "."
    to: str = ""
    at: int = 0
    data: bytes = b""


def recorded(folder: Path, words: Sequence[str], typed: str) -> list[Event]:
    """Run ``wshoes`` with a new data folder under strace, and list what it did there."""
    log = folder.with_name(f"{folder.name}-calls")
    folder.mkdir(mode=0o700)
    done = subprocess.run(
        [*STRACE, str(log), sys.executable, "-m", "wshoes_tui", "--data", str(folder), *words],
        input=typed,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return list(_events(log.read_text("ascii"), str(folder)))


def _bytes_of(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _whole_calls(log: str) -> Iterator[tuple[str, str, int]]:
    """Name, arguments and answer of each call that succeeded, in the order in which they ended."""
    begun: dict[str, str] = {}
    for line in log.splitlines():
        process, _, call = line.partition(" ")
        call = call.strip()
        if call.endswith("<unfinished ...>"):
            begun[process] = call.removesuffix("<unfinished ...>")
            continue
        if resumed := re.match(r"<\.\.\. \w+ resumed>", call):
            call = begun.pop(process) + call[resumed.end() :]
        if found := re.match(r"(\w+)\((.*)\)\s+= (\d+)", call):
            yield found[1], found[2], int(found[3])


def _events(log: str, folder: str) -> Iterator[Event]:
    ends: dict[str, int] = {}  # of files that are written from their beginning to their end

    def below(path: str) -> str | None:
        found = os.fsdecode(_bytes_of(path))
        return os.path.relpath(found, folder) if f"{found}/".startswith(f"{folder}/") else None

    for call, arguments, answer in _whole_calls(log):
        opened = re.match(r"(\d+)<([^>]*)>", arguments)
        texts = re.findall(r'"([^"]*)"', arguments)
        if call == "write" and opened and opened[1] == "1":
            yield Event("print", data=_bytes_of(texts[0]))
        elif opened and call in ("pwrite64", "write", "fsync", "fdatasync", "ftruncate"):
            if (name := below(opened[2])) is None:
                continue
            last = arguments.rpartition(", ")[2]
            if call == "ftruncate":
                yield Event("cut", name, at=int(last))
            elif call in ("fsync", "fdatasync"):
                yield Event("sync", name)
            else:
                at = int(last) if call == "pwrite64" else ends.get(name, 0)
                ends[name] = at + answer
                yield Event("write", name, at=at, data=_bytes_of(texts[0])[:answer])
        elif texts and (name := below(texts[0])) is not None:
            if call == "openat" and "O_CREAT" in arguments:
                yield Event("make", name)
                if "O_TRUNC" in arguments:
                    yield Event("cut", name)
                ends.pop(name, None)
            elif call.startswith("mkdir"):
                yield Event("folder", name)
            elif call.startswith("unlink"):
                yield Event("remove", name)
            elif call.startswith(("rename", "link")):
                to = below(texts[1])
                assert to is not None
                yield Event("move" if call.startswith("rename") else "link", name, to)


@dataclass(eq=False, slots=True)
class StoredFile:
    """What of a file is certain, and what was written since: places with bytes, or a new length."""

    certain: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)
    is_folder: bool = False


def _write(content: bytearray, at: int, data: bytes | None) -> None:
    content.extend(bytes(max(0, at - len(content))))
    if data is None:
        del content[at:]
    else:
        content[at : at + len(data)] = data


Names = dict[str, StoredFile | None]
"""What becomes of names: the file that one leads to, or None where there is none any more."""


class SimulatedDisk:
    """The disk under a folder, event by event.

    Args:
        syncs: False where it says that it has synced, and has not.
    """

    def __init__(self, *, syncs: bool = True) -> None:
        self.printed = b""
        self._syncs = syncs
        self._now: dict[str, StoredFile] = {}
        self._certain: Names = {}
        self._waiting: list[Names] = []

    def play(self, event: Event) -> None:
        """Let one call happen."""
        file = self._now.get(event.name)
        if event.kind == "print":
            self.printed += event.data
        elif event.kind in ("make", "folder"):
            if file is None:
                self._rename({event.name: StoredFile(is_folder=event.kind == "folder")})
        elif event.kind == "sync":
            self._sync(event.name, file)
        elif file is None:
            raise AssertionError(f"{event.kind} of what is not there: {event.name}")
        elif event.kind == "write":
            file.waiting.append((event.at, event.data))
        elif event.kind == "cut":
            file.waiting.append((event.at, None))
        elif event.kind == "remove":
            self._rename({event.name: None})
        else:
            gone: Names = {event.name: None} if event.kind == "move" else {}
            self._rename({**gone, event.to: file})

    def _rename(self, names: Names) -> None:
        self._waiting.append(names)
        for name, file in names.items():
            if file is None:
                del self._now[name]
            else:
                self._now[name] = file

    def _sync(self, name: str, file: StoredFile | None) -> None:
        if not self._syncs:
            return
        if file is not None and not file.is_folder:
            for at, data in file.waiting:
                _write(file.certain, at, data)
            file.waiting.clear()
            return
        later = []
        for names in self._waiting:
            if any((os.path.dirname(one) or ".") == name for one in names):  # noqa: PTH120
                self._certain |= names
            else:
                later.append(names)
        self._waiting = later

    def cut_off(self, chance: Random) -> dict[str, bytes]:
        """One of the states in which a power cut may leave it: the content of each file."""
        share = chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
        names = dict(self._certain)
        in_order = chance.random() < 0.5  # as with a journal of names
        some = self._waiting[: chance.randint(0, len(self._waiting))]
        for one in some if in_order else self._waiting:
            if in_order or chance.random() < share:
                names |= one
        return {
            name: _left_of(file, chance, share)
            for name, file in names.items()
            if file is not None
            and not file.is_folder
            and not name.endswith("-shm")
            and _all_there(name, names)
        }


def _all_there(name: str, names: Names) -> bool:
    return all(names.get(str(above)) for above in Path(name).parents if str(above) != ".")


def _left_of(file: StoredFile, chance: Random, share: float) -> bytes:
    content, waiting = bytearray(file.certain), file.waiting
    way = chance.choice(("nothing", "beginning", "any", "shuffled", "torn", "all"))
    if way == "nothing":
        waiting = []
    elif way == "beginning":
        waiting = waiting[: chance.randint(0, len(waiting))]
    elif way in ("any", "shuffled"):
        waiting = [one for one in waiting if chance.random() < share]
        if way == "shuffled":
            chance.shuffle(waiting)
    for at, data in waiting:
        if way != "torn" or data is None:
            _write(content, at, data)
            continue
        for start in range(0, len(data), SECTOR):
            if chance.random() < share:
                _write(content, at + start, data[start : start + SECTOR])
    return bytes(content)


def power_states(
    events: Sequence[Event], many: int, chance: Random, *, syncs: bool = True
) -> Iterator[tuple[bytes, dict[str, bytes]]]:
    """So many different states after a power cut, with what had been printed by then."""
    disk, at, seen = SimulatedDisk(syncs=syncs), 0, set()
    first = next(number for number, event in enumerate(events) if event.kind == "write")
    points = sorted(chance.randint(first, len(events)) for _ in range(8 * many))
    for number, point in enumerate(points):
        for event in events[at:point]:
            disk.play(event)
        at = point
        if len(seen) * len(points) > many * (number + 1):
            continue  # enough of this part of the run
        files = disk.cut_off(chance)
        key = hash((len(disk.printed), *sorted(files.items())))
        if key not in seen:
            seen.add(key)
            yield disk.printed, files


def lay_out(files: dict[str, bytes], folder: Path) -> None:
    """Write them into a folder, and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o600)
