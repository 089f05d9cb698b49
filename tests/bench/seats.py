"""What seats over SSH cost: all in the host's one process, beside a process for each.

    python -m tests.bench.seats [--short] [--json]

Host and clients are on this machine, and talk over its loopback address. Needs Linux and the
extra ``host``. A missed bar is no failure: the exit status is 0.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path

if __package__ in (None, ""):  # run by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.guests import Facilitator, Guest, Host, a_host, a_process_apiece
from tests.bench.program import StuckError

KEYS = "nobody asked"
READ_NOTHING = 40
"""Pages that a client which reads nothing is sent."""
names = count(1)


@dataclass(frozen=True, slots=True)
class Scale:
    """How many people, and how often."""

    few: int = 10
    burst: int = 30
    most: int = 60
    rounds: int = 3
    idle_seconds: float = 10.0
    alone: int = 30


SHORT = Scale(few=3, burst=6, most=9, rounds=1, idle_seconds=2.0, alone=6)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    what: str
    limit: float
    unit: str
    figure: float

    @property
    def met(self) -> bool:
        """Whether the figure, as printed, is within the bar."""
        return round(self.figure, 2) <= self.limit


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print the table, or JSON. Returns 0 whatever the figures are, 1 without any."""
    described, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser("tests.bench.seats", description=described, epilog=more)
    parser.add_argument("--short", action="store_true", help="few people, one round")
    parser.add_argument("--json", action="store_true", help="for machines")
    asked = parser.parse_args(words)
    scale = SHORT if asked.short else Scale()
    try:
        rows = asyncio.run(measure(scale))
    except StuckError as error:
        print(f"Not measured: {error}", file=sys.stderr)
        return 1
    if asked.json:
        print(json.dumps([asdict(row) | {"met": row.met} for row in rows], indent=1))
    else:
        print("\n".join(as_table(rows, scale)))
    return 0


def as_table(rows: Sequence[Row], scale: Scale) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'what':<44}{'bar':>18}{'figure':>12}  met"
    for row in rows:
        line = f"{row.what:<44}{f'{row.limit:,g} {row.unit}':>18}{row.figure:>12,.2f}"
        yield line + ("  yes" if row.met else "  NO")
    yield f"{scale.most} people at most, {scale.burst} at once; load {os.getloadavg()[0]:.1f}."


async def measure(scale: Scale) -> list[Row]:
    """All the rows."""
    with tempfile.TemporaryDirectory() as place:
        nowhere = Path(place)
        together, alone = [], []
        for number in range(2 if scale.rounds > 1 else 1):  # in turn, for the machine may change
            alone.append(await processes(nowhere / f"alone{number}", scale))
            together.append(await burst(nowhere / f"burst{number}", scale))
        ratio = statistics.median(a / b for a, b in zip(together, alone, strict=True))
        rows = [Row(f"{scale.burst} joining at once, p95 to first card", 0.1, "x", ratio)]
        async with a_host(nowhere / "host") as host:
            rows += await stay(host, scale)
    return rows


async def processes(folder: Path, scale: Scale) -> float:
    """People who each get a process, all at once: seconds until the first card, p95."""
    async with a_process_apiece(folder) as host:
        return await all_at_once(host, scale.alone)


async def burst(folder: Path, scale: Scale) -> float:
    """People who join one host, all at once: seconds until the first card, p95."""
    async with a_host(folder) as host:
        await host.joins("First")
        await (await Facilitator.comes(host)).begins()
        await host.rests()
        return await all_at_once(host, scale.burst)


async def all_at_once(host: Host, people: int) -> float:
    """So many join at once: seconds until nineteen of twenty see their first card."""
    guests = await asyncio.gather(*(host.joins(f"P{next(names)}") for _ in range(people)))
    return p95([guest.came_in for guest in guests])


async def stay(host: Host, scale: Scale) -> list[Row]:
    """People come, type, read, do nothing, and leave."""
    none = await settled(host)
    guests = [await host.joins(f"P{next(names)}")]
    facilitator = await Facilitator.comes(host)
    await facilitator.begins()
    guests += await come(host, scale.few - 1)
    few = await settled(host)
    guests += await come(host, scale.most - scale.few)
    most = await settled(host)
    rows = [
        Row("a further seat", 2.5, "MB", (most - few) / (scale.most - scale.few)),
        Row(f"{scale.most} seats, all told", 250, "MB", most),
        *await idle(host, guests, scale),
        *await typing(guests[: scale.burst]),
        await reveal(facilitator, guests),
        await reads_nothing(host, facilitator, guests),
    ]
    left = []
    for _round in range(scale.rounds):
        for guest in guests:
            guest.leave()
        await asyncio.sleep(2.0)
        left.append(await settled(host))
        keys = [guest.key for guest in guests]
        guests = []
        while len(guests) < len(keys):
            some = keys[len(guests) : len(guests) + 6]
            guests += await asyncio.gather(*(host.returns(key) for key in some))
    rows.append(Row("after all have left, third round, against none", 1.1, "x", left[-1] / none))
    return rows


async def come(host: Host, people: int) -> list[Guest]:
    """So many come, a few at a time."""
    guests: list[Guest] = []
    while len(guests) < people:
        some = min(6, people - len(guests))
        guests += await asyncio.gather(*(host.joins(f"P{next(names)}") for _ in range(some)))
    return guests


async def settled(host: Host) -> float:
    """The host's memory once it has come to rest."""
    await host.rests()
    return host.memory_mb()


async def idle(host: Host, guests: Sequence[Guest], scale: Scale) -> list[Row]:
    """Nobody does anything."""
    await asyncio.sleep(1.0)
    bytes_before, before = sum(guest.received for guest in guests), host.processor_ms()
    await asyncio.sleep(scale.idle_seconds)
    used = host.processor_ms() - before
    sent = sum(guest.received for guest in guests) - bytes_before
    return [
        Row("idle, processor", 3, "% of a core", used / scale.idle_seconds / 10),
        Row("idle, sent", 0, "bytes", float(sent)),
    ]


async def typing(guests: Sequence[Guest]) -> list[Row]:
    """All of them type, three keys a second each."""

    async def one(number: int, guest: Guest) -> list[tuple[float, int]]:
        await asyncio.sleep(number / len(guests) / 3)
        return [await guest.echo(key) for key in KEYS]

    found = await asyncio.gather(*(one(number, guest) for number, guest in enumerate(guests)))
    echoes = [echo for one_s in found for echo in one_s]
    return [
        Row("a key's echo while all type, p95", 50, "ms", p95([e[0] for e in echoes]) * 1000),
        Row("a key's echo, p95", 80, "bytes", p95([float(e[1]) for e in echoes])),
    ]


async def reveal(facilitator: Facilitator, guests: Sequence[Guest]) -> Row:
    """All hand in, and all are revealed."""
    for guest in guests:
        guest.send("words\r")
        await guest.until("Handed in, and hidden", "Handed in")
    await asyncio.sleep(1.0)
    began = time.perf_counter()
    revealed = asyncio.gather(*(guest.until("Revealed") for guest in guests))
    await facilitator.says("/reveal", "Saved:")
    await revealed
    return Row(
        f"a reveal reaches {len(guests)} seats", 1000, "ms", 1000 * (time.perf_counter() - began)
    )


async def reads_nothing(host: Host, facilitator: Facilitator, guests: Sequence[Guest]) -> Row:
    """One client stops reading while there is always more to read.

    Forty pages to all cost something of their own, once for the caches and then less and less:
    what they cost just before is taken off.
    """

    async def more_to_read() -> float:
        for _time in range(READ_NOTHING):
            guests[0].send("\x1bb")  # the card, and what was said on it, in turn
            await facilitator.says("/prompt", "Prompt:")
        return await settled(host)

    await more_to_read()
    first, second = await more_to_read(), await more_to_read()
    guests[0].stop_reading()
    more = await more_to_read() - second - max(0.0, second - first)
    return Row("a client that stops reading", 1, "MB", max(0.0, more))


def p95(figures: Sequence[float]) -> float:
    """The figure that nineteen of twenty are within."""
    return sorted(figures)[max(0, -(-len(figures) * 95 // 100) - 1)]


if __name__ == "__main__":
    sys.exit(main())
