"""Sessions out to files, and back in."""

from __future__ import annotations

import json
import re
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.build import Play
from tests.cli.running import Run, a_play, is_calm, keep
from tests.domain.hostile_texts import EVIL
from tests.export.dummy_format import BYTES
from wshoes_tui.decks.deck_library import shipped_folder
from wshoes_tui.decks.deck_rules import load_deck
from wshoes_tui.domain.commands import AddPledge, Say, ShowAs
from wshoes_tui.export.formats import FORMATS, Format
from wshoes_tui.sessions.export_log import NAME
from wshoes_tui.storage.sql_store import open_store


def test_an_export_is_a_new_private_file_here_and_its_name_is_told(run: Run, data: Path) -> None:
    keep(data, a_play().session)
    ran = run("export", "last", "--format", "json")
    assert ran.status == 0
    [path] = Path().iterdir()
    assert ran.out == f"{path.absolute()}\n"
    assert ran.sentence.startswith("This file holds everything, also what was kept back")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert json.loads(path.read_text(encoding="utf-8"))["format"] == "wshoes-session"


@pytest.mark.parametrize("name", [one.name for one in FORMATS.values() if one.is_text])
def test_an_export_to_a_path_a_folder_and_standard_output_is_the_same(
    run: Run, data: Path, tmp_path: Path, name: str
) -> None:
    play = a_play()
    play.do(Say("I want my own bed. \u20ac"))
    play.do(AddPledge("I will ask for my own bed.", by_when=date(2027, 3, 31)))
    keep(data, play.session)
    path, folder = tmp_path / f"one.{name}", tmp_path / "folder"
    folder.mkdir()
    export = ("export", "last", "--everything", "--format", name, "--out")
    assert run(*export, str(path)).status == 0
    assert run(*export, str(folder)).status == 0
    [inside] = folder.iterdir()
    ran = run(*export, "-")
    assert ran.status == 0
    assert ran.err == "" or ran.sentence, "no more than one line"
    texts = (path.read_text(encoding="utf-8"), inside.read_text(encoding="utf-8"), ran.out)
    assert len({re.sub(r"DTSTAMP:\S+", "", text) for text in texts}) == 1
    assert "my own bed" in ran.out


def test_an_export_writes_over_nothing(run: Run, data: Path, tmp_path: Path) -> None:
    keep(data, a_play().session)
    path = tmp_path / "mine.md"
    path.write_text("mine")
    ran = run("export", "last", "--format", "json", "--out", str(path))
    assert ran.status == 1
    assert "mine.md" in ran.sentence
    assert path.read_text() == "mine"


def test_an_export_to_nowhere_is_one_sentence(run: Run, data: Path) -> None:
    keep(data, a_play().session)
    ran = run("export", "last", "--format", "json", "--out", "no/such/folder/x.json")
    assert ran.status == 1
    assert "x.json" in ran.sentence


def test_json_on_standard_output_is_lossless_and_drives_no_terminal(run: Run, data: Path) -> None:
    play = a_play()
    said = [words.encode("utf-8", "replace").decode() for words in EVIL]
    for words in said:
        play.do(Say(words))
    keep(data, play.session)
    ran = run("export", "last", "--format", "json", "--out", "-")
    assert is_calm(ran.out)
    assert [one["text"] for one in json.loads(ran.out)["responses"]] == said


@pytest.mark.parametrize("name", [one.name for one in FORMATS.values() if one.is_text])
def test_no_format_on_standard_output_drives_a_terminal(run: Run, data: Path, name: str) -> None:
    play = a_play()
    for words in EVIL:
        play.do(Say(words.encode("utf-8", "replace").decode()))
    keep(data, play.session)
    ran = run("export", "last", "--everything", "--format", name, "--out", "-")
    assert ran.status == 0
    assert is_calm(ran.out)


def test_what_was_kept_back_stays_back(run: Run, data: Path) -> None:
    play = a_play()
    play.do(Say("for this room only"))
    play.do(ShowAs(play.last.id, "withheld"))
    keep(data, play.session)
    for name in FORMATS:
        out = run("export", "last", "--everything", "--format", name, "--out", "-").out
        assert ("for this room only" in out) == (name == "json"), name


def test_a_session_comes_back_in_once(run: Run, data: Path, tmp_path: Path) -> None:
    play = a_play()
    play.do(Say("I want my own bed."))
    keep(data, play.session)
    path = tmp_path / "table.json"
    run("export", "last", "--format", "json", "--out", str(path))
    other = tmp_path / "other"
    ran = run("import", str(path), "--data", str(other))
    assert ran.status == 0
    assert "00000001" in ran.sentence
    store = open_store(other / "wshoes.db", read_only=True)
    assert [said.text for said in store.load(play.session.id).responses] == ["I want my own bed."]
    store.close()
    again = run("import", str(path), "--data", str(other))
    assert again.status == 1
    assert "is here already. It was not changed." in again.sentence


@pytest.mark.parametrize("text", ["", "{}", "not JSON", '{"format": "wshoes-session"}', None])
def test_a_file_that_is_no_session_leaves_no_trace(
    run: Run, data: Path, tmp_path: Path, text: str | None
) -> None:
    path = tmp_path / "table.json"
    if text is not None:
        path.write_text(text)
    ran = run("import", str(path))
    assert ran.status == 1
    assert "Nothing was taken in." in ran.sentence
    assert not data.exists()


@pytest.mark.parametrize("words", ["export last --format md --json", "import x.json --json"])
def test_json_is_for_lists(run: Run, words: str) -> None:
    ran = run(*words.split())
    assert ran.status == 2
    assert "--json is for lists" in ran.sentence


def test_a_format_that_is_none_names_those_that_are(run: Run) -> None:
    ran = run("export", "last", "--format", "none")
    assert ran.status == 2
    assert "md or json or csv" in ran.sentence


def test_a_format_that_is_registered_is_found_by_its_name(
    run: Run, data: Path, dummy_format: Format
) -> None:
    keep(data, a_play().session)
    usage = " ".join(run("export", "--help").out.split())
    assert f"--format {'/'.join(FORMATS)} " in usage
    assert "/dummy " in usage
    assert "dummy to be found." in usage
    assert "or json or" in run("export", "last", "--format", "none").sentence
    assert "or dummy." in run("export", "last", "--format", "none").sentence
    ran = run("export", "last", "--format", "dummy", "--out", "-")
    assert (ran.status, ran.out.splitlines()[0]) == (0, "dummy")
    assert run("export", "last", "--format", "dummy").status == 0
    [path] = Path().glob("*.dummy")
    assert path.read_text("utf-8") == ran.out


def test_a_format_that_is_no_text_goes_to_a_file_alone(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(FORMATS, BYTES.name, BYTES)
    keep(data, a_play().session)
    ran = run("export", "last", "--format", "bytes", "--out", "-")
    assert (ran.status, ran.out) == (2, "")
    assert "no text" in ran.sentence
    assert run("export", "last", "--format", "bytes").status == 0
    [path] = Path().glob("*.bin")
    assert path.read_bytes().startswith(b"\xffdummy")


def test_a_format_whose_library_is_missing_is_one_sentence_and_leaves_no_trace(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    keep(data, a_play().session)
    ran = run("export", "last", "--format", "docx")
    assert ran.status == 1
    assert "python-docx" in ran.sentence
    assert "wshoes[word]" in ran.sentence
    assert not [*Path().iterdir()]
    assert not (data / NAME).exists()


def test_an_unwritable_data_folder_is_one_sentence(run: Run, data: Path, tmp_path: Path) -> None:
    keep(data, a_play().session)
    path = tmp_path / "table.json"
    run("export", "last", "--format", "json", "--out", str(path))
    (tmp_path / "file").write_text("in the way")
    ran = run("import", str(path), "--data", str(tmp_path / "file"))
    assert ran.status == 1
    assert "--data" in ran.sentence


def test_an_export_has_its_map_by_an_agenda(run: Run, data: Path) -> None:
    deck = load_deck(shipped_folder() / "home-from-hospital.yaml")
    play = Play.begun("Asha, Tom", deck)
    play.do(Say("I want my own bed."))
    keep(data, play.session)
    export = ("export", "last", "--everything", "--out", "-", "--agenda")
    ran = run(*export, "2018", "--format", "md")
    assert "By the themes of Making It Real (2018)." in ran.out, ran.err
    assert run(*export, "2018", "--format", "json").status == 2
    refused = run(*export, "nobody's", "--format", "md")
    assert (refused.status, refused.out) == (1, "")
    assert "These agendas are named: Making It Real (2018)" in refused.sentence
