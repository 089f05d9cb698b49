"""The consent card: each promise is kept by something, told in every language, and carried out."""

from __future__ import annotations

import json
import re
import sys
from contextvars import copy_context
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from tests.build import Play
from tests.cli.running import Ran, Run, a_play, keep
from tests.frozen import frozen_at
from tests.lines.talk import Talk
from tests.surroundings import own_folders
from tests.test_retention import A_YEAR, Place, noon
from wshoes_tui.__main__ import main
from wshoes_tui.domain.commands import (
    Close,
    Consent,
    GoToClosing,
    HandIn,
    Open,
    Plan,
    Reveal,
    Say,
)
from wshoes_tui.domain.models import Session, Visibility
from wshoes_tui.export.formats import FORMATS
from wshoes_tui.flow.actions import TABLE
from wshoes_tui.flow.promises import PROMISES, Promise, consent_sentences
from wshoes_tui.locale import LANGUAGES, speak_to
from wshoes_tui.locale.phrases import NOT_AGREED
from wshoes_tui.sessions.session_library import write_session

TESTS = Path(__file__).parent
EACH = pytest.mark.parametrize("promise", PROMISES, ids=lambda one: one.id.replace(" ", "_"))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of the test, which is not there yet."""
    return own_folders(tmp_path, monkeypatch)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line in this process."""

    def run(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["wshoes", *words])
        capsys.readouterr()
        status = main()
        return Ran(status, *capsys.readouterr())

    return run


def with_rules(days: int = 90, visibility: Visibility = "shoes") -> Session:
    play = Play.ready("Asha, Tom")
    header = replace(play.session.header, retention_days=days, visibility=visibility)
    return replace(play.session, header=header)


# The table


@EACH
def test_what_keeps_a_promise_is_there(promise: Promise) -> None:
    app = import_module("wshoes_tui.cli.command_line").app
    commands = {
        one.name or one.callback.__name__.replace("_", "-") for one in app.registered_commands
    }
    actions = {action.name for action in TABLE} | {action.slash for action in TABLE}
    assert set(promise.kept_by) <= commands | actions
    assert bool(promise.kept_by) == bool(promise.test), "a limit is kept by nothing"


@EACH
def test_the_test_of_a_promise_is_there(promise: Promise) -> None:
    if promise.test:
        file, _colons, name = promise.test.partition("::")
        text = (TESTS / file).read_text(encoding="utf-8")
        assert re.search(rf"^(async )?def {name}\(", text, re.MULTILINE), promise.test


def said_in(language: str, promise: Promise, *, easy: bool) -> list[str]:
    """The sentence in a language, for each of the rules and readers there are."""

    def say() -> list[str]:
        speak_to(language)
        return [
            (promise.easy if easy else promise.plain)(with_rules(days, visibility), apart)
            for days in (0, 1, 90)
            for visibility in ("shoes", "named")
            for apart in (True, False)
        ]

    return copy_context().run(say)


@EACH
@pytest.mark.parametrize("easy", [False, True], ids=["plain", "easy"])
def test_a_promise_is_told_in_every_language(promise: Promise, *, easy: bool) -> None:
    english = said_in("en", promise, easy=easy)
    assert any(english)
    found = {language: said_in(language, promise, easy=easy) for language in LANGUAGES[1:]}
    if all(one == english for one in found.values()):
        pytest.skip("it stands in no catalogue yet; see test_catalogues")
    for said in found.values():
        assert not [one for one, ours in zip(said, english, strict=True) if ours and one == ours]


@EACH
def test_easy_words_are_others_and_short(promise: Promise) -> None:
    session = with_rules()
    plain, easy = promise.plain(session, False), promise.easy(session, False)
    assert plain != easy
    assert max(len(part.split()) for part in re.split(r"[.:]", easy)) <= 12


def test_where_words_stay_until_deleted_the_card_says_no_more() -> None:
    card = " ".join(consent_sentences(with_rules(0), easy=False))
    assert "until it is deleted" in card
    assert "Lightbulbs" not in card


# Each promise, carried out


def test_words_are_kept_until_the_day_that_was_said(data: Path) -> None:
    play = Play.ready("Asha, Tom")
    play.do(Open())
    talk = Talk.over(play)
    talk.type("/go")
    card = talk.type("/keep 30")
    assert "Consent: " + consent_sentences(with_rules(30), easy=False)[0] in card
    talk.type("yes", "/go cards", "marker-1", "/light marker-stays", "/close", "/close", "/close")
    session = talk.conversation.session
    assert session.header.consented
    assert session.state == "closed", talk.written[-5:]
    closed = session.header.closed
    assert closed is not None
    later = replace(session.header, closed=closed + timedelta(days=A_YEAR))
    place = Place(data, replace(session, header=later))
    with frozen_at(noon(place.session, 29)) as clock:
        assert place.start() == []
        for _day in range(2):
            clock.shift(timedelta(days=1))
            place.start()
    after = place.now()
    assert not after.responses
    assert [bulb.now_see for bulb in after.lightbulbs] == ["marker-stays"]
    assert "Asha" not in json.dumps([seat.label for seat in after.seats])


def test_words_are_taken_out_the_next_day(run: Run, data: Path) -> None:
    play = a_play()
    play.do(Consent(), Say("marker-1"), Say("Other."), GoToClosing(), Close())
    keep(data, play.session)
    gone = play.session.responses[0].id
    assert run("erase", play.session.id, "--response", gone, "--yes").status == 0
    assert [str(f) for f in data.rglob("*") if f.is_file() and b"marker-1" in f.read_bytes()] == []
    assert (
        "Other."
        in run("export", play.session.id, "--everything", "--format", "md", "--out", "-").out
    )


def text_in(file: Path) -> str:
    """The text of a file; of a packed one that of all its parts, a paragraph a line."""
    if not is_zipfile(file):
        return file.read_text(encoding="utf-8")
    with ZipFile(file) as packed:
        parts = [packed.read(name).decode(errors="ignore") for name in packed.namelist()]
    return "\n".join(parts).replace("</w:p>", "\n")


@pytest.mark.parametrize("name", FORMATS)
def test_nobody_sees_who_wrote_what(name: str, data: Path) -> None:
    data.mkdir()
    play = Play.begun("Asha, Tom, Bea", write_first=True)
    for seat in play.session.seats:
        play.do(HandIn(seat.id, f"Words of {seat.number}."))
    play.do(Reveal())
    asha = play.session.seats[0]
    play.do(Say("More words.", asha.id))
    path = write_session(play.session, name, data)
    files = [path] if path.is_file() else sorted(path.iterdir())
    for file in files:
        for line in text_in(file).splitlines():
            if "ords of " in line or "More words" in line:
                assert not any(seat.label in line or seat.id in line for seat in play.session.seats)
    if name == "json":
        exported = json.loads(path.read_text(encoding="utf-8"))
        assert {one["seat"] for one in exported["responses"]} == {None}
    assert {said.seat for said in play.session.responses} == {None}


def test_words_leave_the_data_folder_only_by_an_export(run: Run, data: Path) -> None:
    outside = {path for path in data.parent.rglob("*") if data not in path.parents}
    play = a_play()
    play.do(Consent(), Say("marker-1"))
    keep(data, play.session)
    run("show", "last")
    run("sessions")
    run("pledges")
    now = {path for path in data.parent.rglob("*") if data not in path.parents}
    assert now - outside <= {data}
    assert (
        run(
            "export",
            "last",
            "--everything",
            "--format",
            "md",
            "--out",
            str(data.parent / "page.md"),
        ).status
        == 0
    )
    assert "marker-1" in (data.parent / "page.md").read_text(encoding="utf-8")


# A session begun without the card


@pytest.mark.parametrize("agreed", [False, True])
def test_where_nobody_has_agreed_every_export_says_so(
    run: Run, data: Path, *, agreed: bool
) -> None:
    play = a_play()
    play.do(*([Consent()] if agreed else []), Say("One."), GoToClosing(), Close())
    keep(data, play.session)
    flat = " ".join(run("show", "last").out.split())
    assert (NOT_AGREED in flat) is not agreed
    page = run("export", "last", "--everything", "--format", "md", "--out", "-").out
    assert (NOT_AGREED in page) is not agreed
    record = json.loads(run("export", "last", "--format", "json", "--out", "-").out)
    assert record["session"]["consented"] is agreed
    assert (
        run("export", "last", "--everything", "--format", "csv", "--out", str(data.parent)).status
        == 0
    )
    for name in {"md", "html", "docx"} & set(FORMATS):
        path = write_session(play.session, name, data)
        text = " ".join(re.sub(r"<[^>]*>", "", text_in(path)).split())
        assert (NOT_AGREED in text) is not agreed, name
    [table] = data.parent.rglob("session.csv")
    assert f"Consent was asked,{'yes' if agreed else 'no'}" in table.read_text("utf-8-sig")
    talk = Talk.at_home(store=None)
    talk.store.create(play.session)
    talk.role.follow()
    assert (f"Notice: {NOT_AGREED}" in talk.type("past", "1")) is not agreed


def test_a_rehearsal_needs_no_card(run: Run, data: Path) -> None:
    play = a_play(rehearsal=True)
    keep(data, play.session)
    assert (
        NOT_AGREED not in run("export", "last", "--everything", "--format", "md", "--out", "-").out
    )


def test_another_card_has_to_be_agreed_to_again() -> None:
    play = Play.ready("Asha, Tom")
    play.do(Open(), Consent())
    assert play.do(Plan(write_first=True)).header.consented
    assert not play.do(Plan(retention_days=30)).header.consented
    play.do(Consent())
    assert not play.do(Plan(visibility="named")).header.consented


@pytest.mark.parametrize("line", ["/keep 30", "30", "/keep for 30 days"])
def test_in_lines_the_card_is_told_again(line: str) -> None:
    play = Play.ready("Asha, Tom")
    play.do(Open())
    talk = Talk.over(play)
    assert "cannot be done here" in talk.error("/keep 30"), "not at the agreements"
    talk.type("/go")
    told = talk.type(line)
    assert told[0] == "Saved: the words are kept for 30 days"
    assert [said.removeprefix("Consent: ") for said in told if said.startswith("Consent")] == (
        consent_sentences(talk.conversation.session, easy=False)
    )
    assert "A number of days from 1" in talk.error("/keep 0")
    talk.type("/go cards")
    assert talk.conversation.session.header.consented
    assert talk.conversation.session.state == "turns"


def test_in_lines_go_cards_leads_past_the_card_only_by_agreeing() -> None:
    play = Play.ready("Asha, Tom")
    play.do(Open())
    talk = Talk.over(play)
    talk.type("/go cards")
    assert talk.conversation.session.state == "opening"
    talk.type("no")
    assert talk.conversation.session.state == "opening"
    talk.type("yes")
    assert talk.conversation.session.header.consented


def test_in_lines_agreement_can_be_noted_after_the_card_was_told() -> None:
    talk = Talk.over(Play.begun("Asha, Tom"))
    assert talk.type("/agree") == ["Saved: everybody has agreed"]
    assert talk.conversation.session.header.consented
    assert talk.error("/agree")


def test_the_list_of_sessions_marks_those_whose_words_are_due(run: Run, data: Path) -> None:
    play = a_play()
    play.do(Consent(), Say("One."), GoToClosing(), Close())
    keep(data, play.session)
    with frozen_at(noon(play.session, 89)):
        assert "closed, 1 turn, due" not in run("sessions").out
    with frozen_at(noon(play.session, 90)):
        assert "closed, 1 turn, due" in run("sessions").out
        [line] = json.loads(run("sessions", "--json").out)
        assert line["retention_days"] == 90
