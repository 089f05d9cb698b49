"""Programmes and the search from the command line: lists, one of them, the report, JSON."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.cli.running import Run, a_play, is_calm, keep
from tests.domain.hostile_texts import CONTROLS, MARKUP
from tests.export.html_reader import acts, read
from wshoes_tui.domain.commands import AddLightbulb, AddSeat, Consent, Next, ParkTopic, Say
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.programme import Programme
from wshoes_tui.domain.value import replace
from wshoes_tui.export.formats import PROGRAMME_FORMATS, ProgrammeFormat
from wshoes_tui.settings import documents_folder

SECRET, SHARED = "the secret of the kitchen", "the shared thought"


def a_session(
    first: int, people: int = 6, place: str = "Bala", name: str = "Home First"
) -> Session:
    """A session of a programme, in which a lightbulb and a topic were reviewed as shareable."""
    play = a_play(first)
    play.do(Consent(), *(AddSeat(f"Guest {n}") for n in range(people - 2)))
    play.do(Say(SECRET), AddLightbulb(SHARED), AddLightbulb(SECRET), ParkTopic("Parking"), Next())
    session = play.session
    for field in ("lightbulbs", "car_park"):
        records = getattr(session, field)
        seen = tuple(
            replace(one, review="share") if SECRET not in repr(one) else one for one in records
        )
        session = replace(session, **{field: seen})
    header = replace(session.header, programme=name, place=place)
    return replace(session, header=header)


def test_without_a_programme_it_says_how_to_begin_one(run: Run) -> None:
    ran = run("programme")
    assert ran.status == 0
    assert " ".join(ran.out.split()) == (
        'No session belongs to a programme yet. Begin one with: wshoes play --programme "NAME"'
    )
    assert run("programme", "--json").out.strip() == "[]"


def test_the_list_and_one_programme(run: Run, data: Path) -> None:
    keep(data, a_session(1), a_session(2, place="Corwen"), a_session(3, name="Other", people=4))
    heads, *rows = (line.split() for line in run("programme").out.splitlines())
    assert heads == ["Sessions", "Places", "People", "Last", "Programme"]
    assert "12" in [row[2] for row in rows]
    assert sorted(row[0] for row in rows) == ["1", "2"]
    assert ["under", "5"] in [row[2:4] for row in rows]
    told = run("programme", "home").out
    assert "12 people" in told
    assert "Corwen: 6 people" in told
    assert "Parking (2 sessions)" in told
    data_ = json.loads(run("programme", "Home First", "--json").out)
    assert data_["figures"] == {
        "sessions": 2, "people": 12, "turns": 2, "lightbulbs": 4, "pledges": 0, "kept": 0,
    }  # fmt: skip


def test_numbers_of_few_people_are_in_no_front_end_of_the_command(run: Run, data: Path) -> None:
    keep(data, a_session(1, people=3), a_session(2, people=3))
    for words in ((), ("--json",), ("home",), ("home", "--json"), ("home", "--plain")):
        ran = run("programme", *words)
        assert ran.status == 0
        assert "6 people" not in ran.out
        assert '"people": 6' not in ran.out
        assert '"people": 3' not in ran.out
    assert "Fewer than 5 people came at a time" in " ".join(run("programme", "home").out.split())


def test_a_name_that_means_nothing_or_several(run: Run, data: Path) -> None:
    keep(data, a_session(1), a_session(2, name="Homes"))
    ran = run("programme", "nowhere")
    assert (ran.status, ran.out) == (1, "")
    assert "There is no programme of that name." in ran.sentence
    assert "2 programmes begin like that." in run("programme", "home").sentence
    assert run("programme", "--out", "x.html").status == 2
    assert run("programme", "homes", "--format", "pdf").status == 2
    assert run("programme", "homes", "--out", "x", "--json").status == 2


def test_the_report_holds_only_what_may_be_shared(run: Run, data: Path) -> None:
    keep(data, a_session(1), a_session(2, place="Corwen"))
    ran = run("programme", "home", "--format", "html")
    assert (ran.status, ran.err) == (0, "")
    path = Path(ran.out.rstrip("\n"))
    assert path.parent == documents_folder()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    text = path.read_text()
    assert SHARED in text
    assert "Parking (2 sessions)" in text
    assert SECRET not in text
    assert "Asha" not in text
    assert not acts(read(text))
    again = Path(run("programme", "home", "--format", "html").out.rstrip("\n"))
    assert again != path
    assert again.parent == path.parent
    noted = (data / "exports.jsonl").read_text()
    assert str(path) in noted, "an erasure must be able to name it"


def test_the_report_is_never_written_over_anything(run: Run, data: Path, tmp_path: Path) -> None:
    keep(data, a_session(1))
    there = tmp_path / "there.html"
    there.write_text("mine")
    link = tmp_path / "link.html"
    link.symlink_to(there)
    for path in (there, link):
        ran = run("programme", "home", "--out", str(path))
        assert (ran.status, ran.out) == (1, "")
        assert ran.sentence
    assert there.read_text() == "mine"
    assert run("programme", "home", "--out", str(tmp_path / "no" / "x.html")).status == 1


def test_a_search_says_where_it_was_said_and_no_name(run: Run, data: Path) -> None:
    keep(data, a_session(1), a_session(2, name="Other"))
    ran = run("search", "KITCHÉN", "secret")
    assert ran.status == 0
    assert "the secret of the kitchen" in ran.out
    assert "Found 4 times." in ran.out
    assert "Asha" not in ran.out
    only = json.loads(run("search", "kitchen", "--programme", "other", "--json").out)
    assert {one["kind"] for one in only} == {"response", "lightbulb"}
    assert all(one["session"].startswith("00000002") for one in only)
    assert only[0]["card"]
    assert only[0]["shoes_name"]
    assert "Nothing was found." in run("search", "nothing of the kind").out


def test_a_search_needs_words(run: Run, data: Path) -> None:
    keep(data, a_session(1))
    for words in ([], [""], [" "], ['""']):
        ran = run("search", *words)
        assert ran.status == 2, words
        assert ran.sentence
    assert run("search", "x", "--programme", "nowhere").status == 1
    assert run("search", "x" * 10_000).status == 0


def test_words_in_one_argument_stand_together(run: Run, data: Path) -> None:
    keep(data, a_session(1))
    assert "Found 2 times." in run("search", "secret of the").out
    assert "Nothing was found." in run("search", "kitchen the").out
    assert "Found 2 times." in run("search", "kitchen", "the").out


def test_hostile_words_drive_no_terminal(run: Run, data: Path) -> None:
    hostile = [*CONTROLS, *MARKUP]
    for number, text in enumerate(hostile):
        play = a_play(number)
        play.do(Say(f"needle {text}"), ParkTopic(f"needle {text}"))
        header = replace(play.session.header, programme=f"Needle {text}", title=text, place=text)
        keep(data, replace(play.session, header=header))
    found = run("search", "needle")
    assert found.out.casefold().count("needle") >= 2 * len(hostile)
    listed = run("programme")
    assert listed.out.count("Needle") == len(hostile)
    for ran in (found, listed):
        assert ran.status == 0, ran.err
        assert is_calm(ran.out)
    for text in hostile:
        ran = run("programme", f"needle {text}")
        assert ran.status == 0, ran.err
        assert is_calm(ran.out)


def test_a_new_format_of_programmes_is_found_by_the_command(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dummy = ProgrammeFormat("dummy", ".dummy", "A dummy", "a dummy", f"{__name__}:to_dummy")
    monkeypatch.setitem(PROGRAMME_FORMATS, "dummy", dummy)
    keep(data, a_session(1))
    path = Path(run("programme", "home", "--format", "dummy").out.rstrip("\n"))
    assert path.read_text() == "Home First"


def to_dummy(programme: Programme) -> str:
    """The renderer of the dummy."""
    return programme.name
