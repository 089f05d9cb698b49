"""Settings that are remembered: the option wins, then the environment, then the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from wshoes_tui.cli.options import read
from wshoes_tui.locale import language_in_use
from wshoes_tui.storage.settings_file import FILE, SETTING_KEYS


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file, which is not there yet, in a folder that is not there either."""
    folder = tmp_path / "config" / "wshoes"
    monkeypatch.setenv("WSHOES_CONFIG", str(folder))
    return folder / FILE


def test_what_is_remembered_counts_at_the_next_start(run: Run, file: Path) -> None:
    for name, said in (("language", "cy"), ("easy", "yes"), ("contrast", "light"), ("slow", "on")):
        done = run("settings", name, said)
        assert (done.status, done.out, done.err) == (0, f"{file}\n", "")
    settings = read(()).settings
    assert (settings.language, settings.easy, settings.slow) == ("cy", True, True)
    assert settings.contrast == "light"
    assert file.stat().st_mode & 0o777 == 0o600
    assert run("deck", "list").status == 0
    assert language_in_use() == "cy"


def test_an_option_and_then_the_environment_come_first(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("settings", "contrast", "light")
    run("settings", "language", "fr")
    run("settings", "mono", "no")
    monkeypatch.setenv("WSHOES_CONTRAST", "dark")
    monkeypatch.setenv("NO_COLOR", "1")
    assert read(()).settings.contrast == "dark"
    assert read(()).settings.mono
    settings = read(("--contrast", "light", "--lang", "es")).settings
    assert (settings.contrast, settings.language) == ("light", "es")


def test_a_folder_of_decks_is_added_to_those_of_the_options(run: Run, file: Path) -> None:
    run("settings", "decks", str(file.parent))
    assert read(("--decks", "here")).settings.decks == (file.parent, Path("here"))


def test_a_setting_is_shown_listed_and_forgotten(run: Run, file: Path) -> None:
    assert run("settings", "easy").out == "default\n"
    run("settings", "easy", "no")
    assert run("settings", "easy").out == "no\n"
    listed = run("settings").out
    assert all(key.name in listed for key in SETTING_KEYS)
    assert json.loads(run("settings", "--json").out) == {"easy": False}
    run("settings", "easy", "default")
    assert json.loads(file.read_text()) == {}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("colour", "blue"), "There is no setting 'colour'. There are: language"),
        (("easy", "perhaps"), "easy cannot be 'perhaps'. Say one of: yes, no, default."),
        (("contrast", "grey"), "contrast cannot be 'grey'. Say one of: dark, light, default."),
        (("language", "zz"), "language cannot be 'zz'. Say one of: en, cy"),
    ],
)
def test_what_cannot_be_is_wrong_usage(
    run: Run, file: Path, words: tuple[str, str], says: str
) -> None:
    done = run("settings", *words)
    assert done.status == 2
    assert says in done.sentence
    assert not file.exists()


@pytest.mark.parametrize(
    "text", [b"{", b"[]", b"\xff\xfe{\x00}", b'{"easy": "perhaps"}', b"[" * 9000, b"{}" * 99_999]
)
def test_a_file_that_cannot_be_understood_stops_nobody(run: Run, file: Path, text: bytes) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(text)
    assert not read(()).settings.easy
    assert run("deck", "list").status == 0
    done = run("settings")
    assert (done.status, "can be understood" in done.err) == (0, True)
    assert run("settings", "easy", "yes").status == 0
    assert read(()).settings.easy


def test_a_folder_that_takes_no_file_is_said_in_one_line(run: Run, file: Path) -> None:
    file.parent.parent.mkdir()
    file.parent.write_text("a file where the folder should be")
    done = run("settings", "easy", "yes")
    assert done.status == 1
    assert "could not be written" in done.sentence
