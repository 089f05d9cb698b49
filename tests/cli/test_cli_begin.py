"""What the screens are told to begin with."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

import pytest

from tests.cli.running import Run
from wshoes_tui.domain.commands import Plan
from wshoes_tui.flow.people_parser import Person
from wshoes_tui.sessions.session_library import StartedSession
from wshoes_tui.settings import Settings
from wshoes_tui.tui.startup import StartOptions


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Settings, StartOptions]]:
    """What the app was begun with; there is a terminal, but no app."""
    calls: list[tuple[Settings, StartOptions]] = []

    def run_app(settings: Settings, start: StartOptions, _painted: object) -> int:
        calls.append((settings, start))
        return 0

    app = ModuleType("wshoes_tui.tui.screen_runner")
    app.run_app = run_app  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "wshoes_tui.tui.screen_runner", app)
    monkeypatch.setattr("wshoes_tui.cli.launch.on_terminal", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    return calls


Begun = list[tuple[Settings, StartOptions]]


def test_nothing_more_opens_home(run: Run, begun: Begun) -> None:
    assert run("--easy").status == 0
    [(settings, start)] = begun
    assert start == StartOptions("home")
    assert settings.easy


def test_a_rehearsal_with_and_without_a_deck(run: Run, begun: Begun) -> None:
    assert run("rehearse").status == 0
    assert run("rehearse", "having-a-baby").status == 0
    assert [start for _, start in begun] == [
        StartOptions("rehearse"),
        StartOptions("rehearse", decks=("having-a-baby",)),
    ]


def test_resuming_the_newest_or_one_by_name(run: Run, begun: Begun) -> None:
    run("resume")
    run("resume", "1234")
    assert [start for _, start in begun] == [
        StartOptions("resume"),
        StartOptions("resume", reference="1234"),
    ]


def test_decks_and_seats_begin_at_once(run: Run, begun: Begun) -> None:
    words = "play having-a-baby home-from-hospital --turns 4 --order sides --seed 7 --write-first"
    seats = "Asha, carer, ramp; Tom, nurse"
    of = ("--programme", "Spring", "--place", "Table 3")
    ran = run(*words.split(), *of, "--seats", seats)
    assert ran.status == 0
    [(_, start)] = begun
    assert start == StartOptions(
        "play",
        decks=("having-a-baby", "home-from-hospital"),
        started=StartedSession(
            people=(Person("Asha", "carer", "lived", "ramp"), Person("Tom", "nurse", "service")),
            plan=Plan("sides", 4, write_first=True, programme="Spring", place="Table 3"),
            seed=7,
            begin=True,
        ),
    )


@pytest.mark.parametrize("words", ["play", "play having-a-baby", "play --seats 6"])
def test_without_decks_or_seats_the_set_up_opens(run: Run, begun: Begun, words: str) -> None:
    assert run(*words.split()).status == 0
    [(_, start)] = begun
    assert start.started is not None
    assert not start.started.begin
    assert start.started.plan == Plan()
    assert len(start.started.people) == (6 if "6" in words else 0)


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ("", "Say who is here"),
        ("0", "Say who is here"),
        ("201", "a number from 1 to 200"),
        ("Asha, Tom", "Between people stands a semicolon"),
        ("Asha, Tom, Eira", "Between people stands a semicolon"),
        ("1000", "a number from 1 to 200"),
        ("Asha; Tom; asha", "Two seats are called Asha"),
        (", nurse; Seat 1", "Two seats are called Seat 1"),
        ("Name, role", "That is the heading of a list"),
    ],
)
def test_bad_seats_are_one_sentence(run: Run, begun: Begun, seats: str, said: str) -> None:
    ran = run("play", "having-a-baby", "--seats", seats)
    assert ran.status == 2
    assert said in ran.sentence
    assert not begun


def test_seats_of_bytes_that_are_no_text_can_be_kept(run: Run, begun: Begun) -> None:
    assert run("play", "--seats", "Zo\udceb", "--programme", "\udceb").status == 0
    [(_, start)] = begun
    assert start.started is not None
    assert start.started.people[0].label == "Zo\N{REPLACEMENT CHARACTER}"
    assert start.started.plan is not None
    assert start.started.plan.programme == "\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("words", [["rehearse", "no-such-deck"], ["play", "no-such-deck"]])
def test_a_bad_deck_is_said_before_the_screen_is_taken(
    run: Run, begun: Begun, words: list[str]
) -> None:
    ran = run(*words)
    assert ran.status == 1
    assert "no-such-deck" in ran.sentence
    assert not begun


Told = list[tuple[str, dict[str, Any]]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What line mode was begun with."""
    calls: Told = []
    plain = ModuleType("wshoes_tui.lines.line_runner")
    plain.run_plain = lambda _settings, kind, **more: calls.append((kind, more)) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "wshoes_tui.lines.line_runner", plain)
    return calls


KINDS = {"": "home", "rehearse": "rehearse", "play": "play", "resume 12": "resume"}


@pytest.mark.parametrize("words", KINDS)
def test_line_mode_where_it_is_asked_for(run: Run, begun: Begun, told: Told, words: str) -> None:
    assert run(*words.split(), "--plain", "--width", "40").status == 0
    [(kind, more)] = told
    assert kind == KINDS[words]
    assert more["width"] == 40
    assert more["reference"] == ("12" if "12" in words else "")
    assert not begun


@pytest.mark.parametrize("words", KINDS)
def test_line_mode_where_there_is_no_screen_to_control(
    run: Run, begun: Begun, told: Told, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert run(*words.split()).status == 0
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("wshoes_tui.cli.launch.on_terminal", lambda: False)
    assert run(*words.split()).status == 0
    assert [kind for kind, _ in told] == [KINDS[words]] * 2
    assert not begun


@pytest.mark.parametrize("words", [[], ["rehearse"], ["play"], ["resume"]])
def test_json_is_for_lists(run: Run, begun: Begun, words: list[str]) -> None:
    ran = run("--json", *words)
    assert ran.status == 2
    assert "--json is for lists" in ran.sentence
    assert not begun


def test_the_status_of_the_app_is_ours(
    run: Run, begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["wshoes_tui.tui.screen_runner"], "run_app", lambda *_: 1)
    assert run().status == 1
    assert run("rehearse").status == 1
