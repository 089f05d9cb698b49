"""Write today's schema with a small session in it: ``python -m tests.storage.lay_down``.

To be run once for each released version of the schema, when its migration is written.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.storage.hands import a_play
from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    GiveFeedback,
    HandIn,
    KeepDraft,
    Next,
    ParkTopic,
    PlaceCard,
    Rate,
    Reveal,
    Say,
    UpdatePledge,
    WriteFirst,
)
from wshoes_tui.storage.migrations import current_version
from wshoes_tui.storage.sql_store import open_store

EARLIER = "5f2c1a9e-7d34-4c0b-9a51-3f0f2f6f7a10"
"""A pledge of a session that is not in the file."""
SCHEMAS = Path(__file__).parent / "schemas"


def lay_down(folder: Path) -> None:
    """Write ``schema-N.sql`` of today's version into a folder."""
    with TemporaryDirectory() as data:
        path = Path(data) / "wshoes.db"
        _play(path)
        with closing(sqlite3.connect(path)) as disk:
            pragmas = [
                f"PRAGMA {name} = {disk.execute(f'PRAGMA {name}').fetchone()[0]};"
                for name in ("application_id", "user_version")
            ]
            script = "\n".join([*pragmas, *disk.iterdump()])
    script = "\n".join(line.rstrip() for line in script.splitlines())
    (folder / f"schema-{current_version()}.sql").write_text(script + "\n", encoding="utf-8")


def _play(path: Path) -> None:
    play = a_play(title="Home", programme="Winter", candidate="Bea", planned_minutes=90)
    pages = ("1: She asked.\n2: And waited.", "")
    written = [HandIn(seat.id, text) for seat, text in zip(play.session.seats, pages, strict=False)]
    commands = (
        *(WriteFirst(), *written, Reveal()),
        *(Say("I want my own bed."), Say("Ich möchte mein Bett 🐈")),
        *(AddLightbulb("afraid", "difficult"), ParkTopic("Parking")),
        AddPledge("I will ring.", "Tom", date(2026, 4, 1), condition="the ward rings", scope="me"),
        UpdatePledge(EARLIER, EARLIER, "stuck", "Nobody had the number."),
        PlaceCard("Our own", "The cat"),
        Rate("home", "nurse", (3, 7), "before"),
        *(GiveFeedback("heard", "I was."), Next(), KeepDraft("lightbulb", "half a thought")),
    )
    store = open_store(path)
    store.create(play.session)
    for command in commands:
        play.do(command)
        store.commit(play.transitions[-1])
    store.close()


if __name__ == "__main__":
    lay_down(SCHEMAS)
