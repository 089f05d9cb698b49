"""How light wshoes is beside a bare Textual app, measured from outside on this machine.

    python -m tests.bench.light [--runs N] [--turns N] [--short] [--only TEXT] [--json]

The programs run in turn, each on a fresh terminal of 80 by 24 characters, and the ratios are
medians of pairs. Needs Linux. A missed bar is no failure: the exit status is 0.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

if __package__ in (None, ""):  # run by its path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench.program import StuckError
from tests.bench.rows import ROWS, Result, Round, results
from tests.bench.visits import VISITS, Scale, Visit, bare

SHORT = Scale(runs=2, turns=20, idle_seconds=2.0)


def main(words: Sequence[str] | None = None) -> int:
    """Measure and print the table, or JSON. Returns 0 whatever the figures are, 1 without any."""
    parser = _parser()
    asked = parser.parse_args(words)
    usual = SHORT if asked.short else Scale()
    scale = Scale(asked.runs or usual.runs, asked.turns or usual.turns, usual.idle_seconds)
    rows = [row for row in ROWS if asked.only.casefold() in row.what.casefold()]
    if not rows:
        parser.error(f"no row has {asked.only!r} in its name")
    wanted = {row.visit for row in rows}
    try:
        found = results(rows, measure([v for v in VISITS if v.name in wanted], scale))
    except StuckError as error:
        print(
            f"Not measured, for the program did not do what was waited for: {error}",
            file=sys.stderr,
        )
        return 1
    if asked.json:
        print(json.dumps(as_json(found, scale), indent=1))
    else:
        print("\n".join(as_table(found, scale)))
    return 0


def measure(visits: Sequence[Visit], scale: Scale) -> dict[str, list[Round]]:
    """The rounds of each visit: bare, one, bare, the other, and again."""
    rounds: dict[str, list[Round]] = {visit.name: [] for visit in visits}
    with tempfile.TemporaryDirectory() as place:
        nowhere = Path(place)
        bare(nowhere, scale)  # compiles it, and brings its files into the machine's memory
        for visit in visits:
            (nowhere / visit.name).mkdir()
            visit.lays_down(nowhere / visit.name, scale)
        for number in range(scale.runs):
            for visit in visits:
                if number and visit.once:
                    continue
                base = bare(nowhere, scale)
                rounds[visit.name].append(Round(base, visit.take(nowhere / visit.name, scale)))
    return rounds


def as_table(found: Sequence[Result], scale: Scale) -> Iterator[str]:
    """The lines of the table."""
    yield f"{'what':<34}{'bar':>19}{'figure':>12}  met"
    for one in found:
        row = one.row
        line = f"{row.what:<34}{f'{row.limit:,g} {row.unit}':>19}{one.figure:>12,.2f}"
        yield line + ("  yes" if one.met else "  NO ") + _here(one)
    yield (
        f"Medians of {scale.runs} interleaved runs; {scale.turns} turns; load {_load():.1f}. "
        "x: times the bare app. [...]: this machine's, now."
    )


def as_json(found: Sequence[Result], scale: Scale) -> dict[str, object]:
    """The same for machines."""
    return {
        "runs": scale.runs,
        "turns": scale.turns,
        "load": _load(),
        "rows": [
            {
                "what": one.row.what,
                "unit": one.row.unit,
                "limit": one.row.limit,
                "figure": round(one.figure, 3),
                "met": one.met,
                "here": one.here,
                "bare_here": one.bare_here,
            }
            for one in found
        ],
    }


def _here(one: Result) -> str:
    if one.here is None or one.bare_here is None:
        return ""
    unit = one.row.key
    return f"  [{one.here:.0f} {unit}, bare {one.bare_here:.0f}]"


def _load() -> float:
    return os.getloadavg()[0]


def _parser() -> argparse.ArgumentParser:
    described, _, more = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser("tests.bench.light", description=described, epilog=more)
    parser.add_argument("--runs", type=int, help="starts of each program (7)")
    parser.add_argument("--turns", type=int, help="turns of the long session (200)")
    parser.add_argument("--short", action="store_true", help="2 runs, 20 turns, less idling")
    parser.add_argument("--only", default="", metavar="TEXT", help="rows with this in their name")
    parser.add_argument("--json", action="store_true", help="for machines")
    return parser


if __name__ == "__main__":
    sys.exit(main())
