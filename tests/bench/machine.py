"""What the system knows about a process and its children: memory and processor time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

MILLISECOND = 1_000_000
"""In nanoseconds."""


def processor_ms(pid: int) -> float:
    """The processor time of all its threads and children so far, in milliseconds."""
    total = 0
    for process in _family(pid):
        for thread in (process / "task").iterdir():
            if figures := _read(thread / "schedstat").split():
                total += int(figures[0])
    return total / MILLISECOND


def unshared_mb(pid: int) -> float:
    """The memory that nobody shares with it and its children (USS), in MB."""
    return _private_mb(pid, "Clean|Dirty")


def filled_mb(pid: int) -> float:
    """Of that, what it has written to, in MB.

    The rest are pages of program files: which of them nobody shares hangs on what else runs.
    """
    return _private_mb(pid, "Dirty")


def _private_mb(pid: int, kinds: str) -> float:
    private = re.compile(rf"^Private_(?:{kinds}): +(\d+) kB", re.M)
    rollups = (_read(process / "smaps_rollup") for process in _family(pid))
    return sum(int(kb) for text in rollups for kb in private.findall(text)) / 1024


def _family(pid: int) -> Iterator[Path]:
    process = Path("/proc", str(pid))
    yield process
    for thread in (process / "task").glob("*/children"):
        for child in _read(thread).split():
            yield from _family(int(child))


def _read(path: Path) -> str:
    """The text of a file that may go away with its process at any moment."""
    try:
        return path.read_text()
    except (FileNotFoundError, ProcessLookupError):
        return ""
