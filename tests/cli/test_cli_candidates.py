"""Two candidates in one data folder and one programme: no command shows one beside the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from tests.build import Play
from tests.cli.running import Run, keep
from tests.storage.hands import a_play
from wshoes_tui.cli.command_line import app
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import FeedbackKind, Session
from wshoes_tui.domain.value import replace
from wshoes_tui.domain.version_vector import new_writer
from wshoes_tui.export.formats import FORMATS, PROGRAMME_FORMATS

ON_ONE = {"show", "export", "review"}
"""Commands that show one session."""
ON_ALL = {"sessions", "pledges", "programme", "search"}
"""Commands that show something of many sessions."""
ELSEWHERE = {
    "rehearse", "play", "resume", "enter", "host", "wall", "print", "help", "completion",
}  # fmt: skip
"""Commands that show no session, or one on a screen, which has no other to show."""
OURS = "oursword"
"""In all words of an ordinary session of the same programme, which may be added up."""
SAID = "saying"
"""In all words of all sessions."""


@dataclass(frozen=True)
class Candidate:
    """A candidate's session, and the one word that is in everything said in it."""

    label: str
    word: str
    session: Session = field(repr=False)

    @property
    def id(self) -> str:
        """The id of the session."""
        return self.session.id


def spoken(play: Play, word: str) -> Play:
    """Keep words of every kind on the open card, each with this word in it."""
    word = f"{SAID} {word}"
    play.do(
        c.Say(f"{word} answer"),
        c.AddLightbulb(f"{word} after", f"{word} before"),
        c.AddPledge(f"{word} promise", f"{word} owner", date(2026, 3, 4), condition=f"{word} if"),
        c.ParkTopic(f"{word} topic"),
        c.PlaceCard(f"{word} card", f"{word} story"),
    )
    return play


def a_candidate(label: str, word: str, *, closed: bool = True, **plan: str) -> Candidate:
    """A candidate's session in the programme Spring; where it is open a page is half written."""
    play = a_play(begun=False, candidate=label, programme="Spring", place="Town", **plan)
    play.do(c.Begin())
    spoken(play, word).do(
        c.WriteFirst(), c.HandIn(play.id_of("Asha"), f"1: {SAID} {word}\n2: {word}")
    )
    play.do(c.KeepDraft("private", f"{word} draft", play.id_of("Tom")))
    if closed:
        play.write(Tom=f"{word} page", Bea="")
        play.do(c.Reveal(), c.GoToClosing())
        play.do(*(c.GiveFeedback(kind, f"{SAID} {word} {kind}") for kind in get_args(FeedbackKind)))
        play.do(c.Close())
    return Candidate(label, word, play.session)


def ordinary() -> Session:
    """A closed session of a group, in the same programme and place."""
    play = spoken(a_play(programme="Spring", place="Town"), OURS)
    play.do(c.GoToClosing(), c.Close())
    return play.session


@pytest.fixture
def candidates(data: Path) -> tuple[Candidate, ...]:
    """Two candidates who were heard, and one who is just being heard, beside a group."""
    found = (
        a_candidate("Zoella", "walrusword", visibility="named"),
        a_candidate("Morwen", "zebraword"),
        a_candidate("Kimbrough", "otterword", closed=False),
    )
    keep(data, *(one.session for one in found), ordinary())
    return found


def shown(run: Run, *words: str) -> str:
    """All that a command writes on both streams."""
    ran = run(*words)
    assert ran.status in (0, 1), ran.err
    return ran.out + ran.err


def files(folder: Path) -> bytes:
    """The names and the bytes of all files in a folder."""
    found = sorted(one for one in folder.rglob("*") if one.is_file())
    return b"".join(str(one).encode() + one.read_bytes() for one in found)


def told_of_all(run: Run, data: Path, reports: Path) -> str:
    """What commands over many sessions of a data folder show, and the reports that they write."""
    words = (
        *(["sessions"], ["programme"], ["programme", "Spring"], ["pledges"]),
        *(["pledges", "--due"], ["pledges", "--programme", "Spring"], ["search", SAID]),
        ["search", SAID, "--programme", "Spring"],
    )
    told = [
        shown(run, "--data", str(data), *json, *one) for one in words for json in ([], ["--json"])
    ]
    for name in PROGRAMME_FORMATS:
        report = reports / f"{data.name}.{name}"
        run("--data", str(data), "programme", "Spring", "--format", name, "--out", str(report))
    return "".join(told) + files(reports).decode("utf-8", "replace")


def told_of_one(run: Run, session: str, out: Path) -> bytes:
    """What commands over one session show, and all files that it can be written to."""
    told = b""
    for words in (["show", session], ["--json", "show", session], ["--json", "review", session],
                  ["show", session, "--who-could-know"],
                  ["show", session, "--agenda", "making-it-real-2018"]):  # fmt: skip
        told += shown(run, *words).encode()
    for name in FORMATS:
        (out / name).mkdir(parents=True)
        more = () if name == "json" else ("--everything",)
        ran = run("export", session, "--format", name, "--out", str(out / name), *more)
        assert ran.status == 0, ran.err
    return told + files(out)


def test_every_command_that_shows_sessions_is_tried_here() -> None:
    assert {one.name for one in app.registered_commands} == ON_ONE | ON_ALL | ELSEWHERE


def test_nothing_of_a_candidate_is_in_anything_about_another(
    candidates: tuple[Candidate, ...], run: Run, tmp_path: Path
) -> None:
    for mine in candidates:
        told = told_of_one(run, mine.id, tmp_path / mine.label)
        assert told.count(mine.word.encode()) > 20, "what is looked for can be found"
        for other in candidates:
            if other != mine:
                for trace in (other.word, other.id, other.label):
                    assert trace.encode() not in told, (mine.label, trace)


def test_no_list_shows_words_of_candidates(
    candidates: tuple[Candidate, ...], run: Run, data: Path, tmp_path: Path
) -> None:
    reports, other, gathered = (tmp_path / one for one in ("reports", "other", "gathered"))
    reports.mkdir()

    def none_in(told: str) -> None:
        assert SAID not in told.replace(f"{SAID} {OURS}", ""), "of the ordinary session alone"
        assert [one.word for one in candidates if one.word in told] == []

    beside_a_group = told_of_all(run, data, reports)
    assert beside_a_group.count(OURS) > 20
    none_in(beside_a_group)
    for one in candidates:
        record = tmp_path / f"{one.label}.json"
        assert run("export", one.id, "--format", "json", "--out", str(record)).status == 0
        assert run("--data", str(other), "import", str(record)).status == 0
    none_in(told_of_all(run, other, reports))
    assert run("--data", str(gathered), "gather", str(other / "wshoes.db")).status == 0
    none_in(told_of_all(run, gathered, reports))
    for one in candidates[:2]:  # who is erased is no candidate in the list any more
        erased = run("--data", str(other), "erase", one.id, "--seat", one.label, "--yes")
        assert erased.status == 0, erased.err
    none_in(told_of_all(run, other, reports))


@pytest.mark.parametrize("same_seat", [False, True], ids=["two labels", "one label"])
def test_copies_on_which_two_candidates_were_heard_are_never_made_one(
    run: Run, data: Path, tmp_path: Path, *, same_seat: bool
) -> None:
    """A session that was set up once, and copied to the computer of another room."""
    prepared = a_play(begun=False, candidate="Candidate" if same_seat else "", programme="Spring")
    rooms = []
    for folder, label, word in (
        (data, "Zoella", "walrusword"),
        (tmp_path / "2", "Morwen", "otterword"),
    ):
        play = Play(prepared.session, replace(prepared.env, chance=Random(label)), prepared.clock)
        play.do(*(() if same_seat else (c.ChooseCandidate(label),)), c.Begin())
        spoken(play, word).do(c.GoToClosing(), c.Close())
        heard = replace(play.session, version=play.session.version.bumped(new_writer()))
        keep(folder, heard)
        rooms.append(heard)
    here, there = rooms
    other = str(tmp_path / "2" / "wshoes.db")
    card = there.wild_cards[0].id
    for decided in (["--both", here.id], ["--keep", here.id, "--take", card]):
        ran = run("gather", other, *decided)
        assert ran.status == 1
        assert "Two candidates" in ran.sentence
        told = shown(run, "--json", "show", here.id)
        assert "otterword" not in told
        assert "walrusword" in told
    assert run("gather", other, "--take", here.id).status == 0
    told = shown(run, "--json", "show", here.id)
    assert "walrusword" not in told
    assert "otterword" in told
