"""Tables and calendars: whole, safe, and right in the programs that people open them with."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from icalendar import Calendar

from tests.domain.hostile_texts import EVIL
from tests.export.played import a_session, sessions
from tests.storage.hands import a_play
from wshoes_tui.domain.commands import AddPledge, Say
from wshoes_tui.domain.handlers.review_handler import is_shareable
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import safe
from wshoes_tui.errors import StoreError
from wshoes_tui.export.csv_format import BYTE_ORDER_MARK, DECIMAL_COMMA, to_csv
from wshoes_tui.export.export_files import write_export
from wshoes_tui.export.ics_format import LINE_BYTES, to_ics
from wshoes_tui.locale import speech

FORMULAS = ("=1+1", '=HYPERLINK("http://x")', "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\uff1d1")


def table(content: bytes, delimiter: str = ",") -> list[list[str]]:
    text = content.decode()
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK)), delimiter=delimiter))


def words_of(session: Session) -> list[str]:
    return [row[3] for row in table(to_csv(session)["responses.csv"])[1:]]


@given(sessions())
def test_every_response_that_may_leave_is_in_the_table_once(session: Session) -> None:
    leave = [said for said in session.responses if is_shareable(said, unreviewed=True)]
    told = words_of(session) if leave else []
    wanted = sorted(safe(said.text) for said in leave)
    assert sorted(word.removeprefix("'") for word in told) == sorted(
        word.removeprefix("'") for word in wanted
    )


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_runs_as_a_formula(text: str) -> None:
    play = a_play()
    play.do(Say(text))
    assert words_of(play.session) == [f"'{text}"]


@pytest.mark.parametrize("text", ["-3", "+44", "3.5", "-3,5", "12%", "ŵ and é", "a = b", "1. one"])
def test_numbers_and_words_are_left_as_they_are(text: str) -> None:
    play = a_play()
    play.do(Say(text))
    assert words_of(play.session) == [text]


@pytest.mark.parametrize("text", EVIL)
def test_hostile_words_stay_in_their_cell(text: str) -> None:
    play = a_play()
    play.do(Say(text))
    [row] = table(to_csv(play.session)["responses.csv"])[1:]
    assert len(row) == 6
    assert "\x1b" not in row[3]


@pytest.mark.parametrize("language", ["en", "cy", "es", "fr", "pt"])
def test_cells_are_parted_as_spreadsheets_of_the_language_expect(language: str) -> None:
    speech.get().use(language)
    delimiter = ";" if language in DECIMAL_COMMA else ","
    files = to_csv(a_session())
    for content in files.values():
        rows = table(content, delimiter)
        assert len({len(row) for row in rows}) == 1
        assert len(rows[0]) > 1 or b"car" in content or len(rows) > 1


def test_a_folder_or_a_zip_file_is_whole_or_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = to_csv(a_session())
    write_export(tmp_path / "tables", files)
    assert {one.name: one.read_bytes() for one in (tmp_path / "tables").iterdir()} == files
    assert (tmp_path / "tables").stat().st_mode & 0o777 == 0o700
    write_export(tmp_path / "tables.zip", files)
    with zipfile.ZipFile(tmp_path / "tables.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files
    with pytest.raises(StoreError, match="is a folder"):
        write_export(tmp_path / "tables", files)
    there = sorted(tmp_path.iterdir())

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreError, match="No space left"):
        write_export(tmp_path / "more", files)
    assert sorted(tmp_path.iterdir()) == there


@pytest.mark.parametrize("text", ["I will ring", "a, b; c\\d\ne" * 20, "ŵ" * 80, *EVIL[:12]])
def test_a_calendar_is_read_back_with_each_pledge_that_has_a_day(text: str) -> None:
    play = a_play()
    day = date(2027, 3, 31)
    play.do(AddPledge(text, owner="Asha", by_when=day), AddPledge("without a day"))
    written = to_ics(play.session)
    assert all(len(line.encode()) <= LINE_BYTES for line in written.split("\r\n"))
    [event] = Calendar.from_ical(written).walk("VEVENT")
    assert str(event["SUMMARY"]) == safe(f"Asha: {play.session.pledges[0].text}")
    assert event["DTSTART"].dt == day
    assert event["DTEND"].dt == day + timedelta(days=1)
    assert play.session.pledges[0].id in str(event["UID"])
