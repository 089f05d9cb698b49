"""What comes of it: two evenings a fortnight apart at three tables, one of them on paper.

Played with what people type, on three computers; gathered on a fourth, which looks at the
programme, its report, a poster and the tables of a spreadsheet.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from random import Random

import pytest

from tests.build import Clock, a_deck
from tests.cli.running import Run
from tests.gathering_machines import Machine
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import Plan
from wshoes_tui.domain.dispatcher import Context
from wshoes_tui.flow.people_parser import Person
from wshoes_tui.sessions.session_library import SessionLibrary, StartedSession

PROGRAMME = "Home First"
PEOPLE = tuple(Person(name, "", None, "") for name in ("Asha", "Tom", "Bea", "Eira", "Ivo", "Mair"))
DAYS = (0, 14)
"""The days of both evenings, from the second of March."""


def at_table(library: SessionLibrary, table: int, days: int, *lines: str) -> list[str]:
    """An evening at a table with a computer: what was said back from its opening on."""
    clock = Clock()
    clock.forward(days=days)
    env = Context(now=clock, chance=Random(table))
    talk = Talk.at_home(a_deck(), store=library.store, env=env)
    started = StartedSession(
        PEOPLE, Plan(programme=PROGRAMME, place=f"Table {table}", planned_turns=2), opening=True
    )
    live = talk.conversation.library.group([a_deck()], started)
    talk.conversation.begin_session(live)
    talk.role.follow()
    talk.type(*lines)
    assert talk.session.state == "closed", talk.written[-5:]
    return talk.written


def on_paper(library: SessionLibrary, day: str, *lines: str) -> None:
    """An evening on paper, typed up from a file."""
    talk = Talk.at_home(a_deck(), store=library.store, env=Context())
    talk.role.follow()
    talk.type("/enter", "home", day, "6", "Table 3", PROGRAMME, "yes", *lines)
    assert talk.session.state == "closed", talk.written[-5:]


ROUND = ("/close", "/go close", "/close")
FIRST = (
    *("/go", "yes", "P: 3 4", "/go cards"),
    *("Nobody rang me.", "/light She was afraid, not difficult."),
    *("/pledge-from 1: I will ring before noon. who: Tom by: 1 April 2026", "/next"),
    *("It was dark, ŵ and é.", "/pledge We write the letter. with: us", *ROUND),
)
SLIPS = (
    *("3, N", "The tea was cold.", "", "8, P, not passed on", "My own words.", ""),
    *("/light Now I see the rota.", "/pledge I ask the ward. who: Mair", "/go"),
    *("P: 2 3", "", "P: 6 7", "", "Courage.", "-3", "", "/close"),
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Machine], list[str]]:
    """The three computers after both evenings, and the second opening at the first table."""
    root = tmp_path_factory.mktemp("tables")
    machines = [Machine(root / f"table-{n}") for n in (1, 2, 3)]
    one, two, paper = machines
    for machine, table in ((one, 1), (two, 2)):
        machine.use(lambda library, table=table: at_table(library, table, 0, *FIRST))
    paper.use(lambda library: on_paper(library, "2 March 2026", *SLIPS))
    again = ("/go", "yes", "/go cards", "We rang.", "/next", *ROUND)
    second = one.use(lambda library: at_table(library, 1, 14, "d", "c We ring instead.", *again))
    two.use(lambda library: at_table(library, 2, 14, "s No paper.", "l", *again))
    paper.use(lambda library: on_paper(library, "16 March 2026", "3, N", "Warm tea.", "", "/close"))
    return machines, second


def test_the_second_evening_opens_with_the_pledges_of_the_first_at_that_table(
    tables: tuple[list[Machine], list[str]],
) -> None:
    _machines, written = tables
    steps = [line for line in written if line.startswith("Step: 1 of 4, last time")]
    assert len(steps) == 2, "those of table 1 alone"
    pledges = [line for line in written if line.startswith("Pledge: ")]
    assert {"Pledge: I will ring before noon.", "Pledge: We write the letter."} <= set(pledges)
    assert {"Saved: done", "Saved: changed"} <= set(written)


def test_gathered_they_are_one_programme_with_a_report_a_poster_and_tables(
    run: Run, tables: tuple[list[Machine], list[str]], tmp_path: Path
) -> None:
    machines, _written = tables
    files = [str(machine.file) for machine in machines]
    assert run("gather", *files).status == 0
    assert run("gather", *reversed(files)).status == 0, "in any order, twice"

    programme = json.loads(run("programme", PROGRAMME, "--json").out)
    assert programme["sessions"] == 6
    assert [row["place"] for row in programme["by_place"]] == ["Table 1", "Table 2", "Table 3"]
    assert programme["figures"]["people"] == 36
    assert programme["pledges"] == {"open": 3, "stuck": 1, "done": 1}
    report = run("programme", PROGRAMME, "--format", "html", "--out", str(tmp_path))
    page = Path(report.out.strip()).read_text("utf-8")
    assert "Table 3" in page
    assert "Nobody rang me." not in page, "nobody has looked through it"

    [pledge] = [one for one in json.loads(run("pledges", "--json").out) if "ask" in one["text"]]
    assert run("pledges", "--set", f"{pledge['id'][:8]}=no-day").status == 0
    assert "Now I see the rota." in run("search", "rota").out

    listed = json.loads(run("sessions", "--json").out)
    assert sum(one["typed_up"] for one in listed) == 2
    [first_on_paper] = [one["id"] for one in listed if one["typed_up"] and one["pledges"]]
    export = ("export", first_on_paper, "--everything", "--out", str(tmp_path), "--format")
    poster = Path(run(*export, "poster").out.strip()).read_text("utf-8")
    assert "Now I see the rota." in poster
    assert not re.search(r"<script|https?://(?!www\.w3\.org)", poster)
    assert "My own words." not in poster
    folder = Path(run(*export, "csv").out.strip())
    tables_read = {one.name: read(one) for one in folder.iterdir()}
    words = tables_read["closing-words.csv"]
    assert sorted(row["Words"] for row in words) == ["-3", "Courage."]
    [row] = tables_read["pledges.csv"]
    assert (row["Pledge"], row["Owner"]) == ("I ask the ward.", "Mair")
    assert "Typed up from paper." in run("show", first_on_paper).out


def read(path: Path) -> list[dict[str, str]]:
    """A table as a spreadsheet reads it: by its byte-order mark, its separator and its quotes."""
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(keepends=True)))
