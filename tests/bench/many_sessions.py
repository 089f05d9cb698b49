"""Generator of a data folder with many sessions, as the program would have kept them.

    python -m tests.bench.many_sessions FOLDER [--sessions 1000] [--responses 100000] [--seed 1]

For benchmarks and for looking at lists, programmes and searches with something in them. Spread
over 18 months, five programmes and twelve places, the shipped decks alone and mixed; most closed,
one in fifty open at a card, one in ten a rehearsal; half of the groups looked through. Swaps,
lightbulbs with the response that caused them, pledges in every state and horizon, with history,
with days before and after today, and asked about in the next session of the programme; car park,
ratings, feedback. The same seed and day give the same rows. Rows and hashes are made by the
store's own mapping: ``wshoes doctor`` finds them whole.

In tests: ``fill(open_database(path), Plan(sessions=10, responses=300))``.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import insert

from tests.bench.made_up_session import MadeUpSession
from wshoes_tui.decks.deck_library import DeckLibrary, shipped_folder
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import Header, Pledge, Session
from wshoes_tui.domain.serialization import KEEP_ORDER, NAMES, time_to_json
from wshoes_tui.domain.version_vector import VersionVector
from wshoes_tui.settings import DataFolder
from wshoes_tui.storage.database import Database
from wshoes_tui.storage.database_opener import open_database
from wshoes_tui.storage.row_mapping import in_writing_order, to_row
from wshoes_tui.storage.tables import TABLES

BATCH = 50
"""Sessions of one transaction."""
MONTHS = 18


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make: so many sessions with so many responses altogether, the last one ``today``."""

    sessions: int = 1000
    responses: int = 100_000
    seed: int = 1
    today: date = field(default_factory=lambda: datetime.now().astimezone().date())


def fill(database: Database, plan: Plan) -> None:
    """Write the sessions of a plan into an open database that holds none yet."""
    batch: list[tuple[Session, int]] = []
    for number, session in enumerate(sessions(plan), 1):
        batch.append((session, number))
        if len(batch) == BATCH or number == plan.sessions:
            _write(database, batch)
            batch.clear()


def _write(database: Database, batch: Sequence[tuple[Session, int]]) -> None:
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for session, number in batch:
        places = dict.fromkeys(KEEP_ORDER, 0)
        records = in_writing_order(session.records())
        for record in records:
            row = to_row(session.id, record)
            if isinstance(record, KEEP_ORDER):
                places[type(record)] += 1
                row["ordinal"] = places[type(record)]
            if isinstance(record, Header):
                saved = time_to_json(record.closed or record.created)
                row |= {"saved": saved, "commit_number": number, "records": len(records)}
                row["version"] = VersionVector().bumped(f"{number:012x}").to_text()
            rows[NAMES[type(record)]].append(row)
    with database.writing(durable=False) as connection:
        for name, table in TABLES.items():
            if rows[name]:
                connection.execute(insert(table), rows[name])


def sessions(plan: Plan) -> Iterator[Session]:
    """The sessions of a plan, the oldest first."""
    chance = Random(plan.seed)
    decks = shipped_decks()
    promised: dict[str, list[tuple[str, Pledge]]] = {}
    weights = [chance.lognormvariate(0, 0.35) for _ in range(plan.sessions)]
    begun = plan.today - timedelta(days=30 * MONTHS)
    left, weight_left = plan.responses, sum(weights)
    for number, weight in enumerate(weights):
        days = (plan.today - begun).days * (number + 1) // plan.sessions
        many = round(left * weight / weight_left) if number + 1 < plan.sessions else left
        left, weight_left = left - many, weight_left - weight
        # A generator of its own for each: a change to one kind of session leaves the others alone.
        one = Random(f"{plan.seed} {number}")
        day = begun + timedelta(days=days)
        yield MadeUpSession(one, decks, day, many, plan.today, promised).session()


@cache
def shipped_decks() -> tuple[Deck, ...]:
    """The decks that come with the program."""
    library = DeckLibrary([("shipped", shipped_folder())])
    return tuple(library.open(one.id) for one in library.listing() if not one.problem)


def main(words: Sequence[str] | None = None) -> int:
    """Make the folder. Returns 1 where it holds sessions already."""
    described = (__doc__ or "").partition("\n")[0]
    usual = Plan()
    parser = argparse.ArgumentParser("tests.bench.many_sessions", description=described)
    parser.add_argument("folder", help="a data folder, or the address of a database")
    parser.add_argument("--sessions", type=int, default=usual.sessions)
    parser.add_argument("--responses", type=int, help="altogether; a hundred a session if not said")
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--today", type=date.fromisoformat, default=usual.today)
    asked = parser.parse_args(words)
    many = asked.sessions * 100 if asked.responses is None else asked.responses
    place = asked.folder if "://" in asked.folder else DataFolder(Path(asked.folder)).database
    database = open_database(place)
    try:
        with database.reading() as connection:
            if connection.execute(TABLES["session"].select().limit(1)).first():
                print("There are sessions in it already: name a new folder.", file=sys.stderr)
                return 1
        fill(database, Plan(asked.sessions, many, asked.seed, asked.today))
    finally:
        database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
