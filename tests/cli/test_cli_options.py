"""The options that every command takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from wshoes_tui.cli.options import OPTIONS, UsageError, read


def test_options_are_read_before_and_after_the_command() -> None:
    before = read(["--data", "/d", "--json", "--easy", "show", "last"])
    after = read(["show", "--easy", "last", "--data=/d", "--json"])
    assert before == after
    assert before.rest == ("show", "last")
    assert before.json
    assert before.settings.easy
    assert before.settings.data.root == Path("/d")


def test_every_option_reaches_the_settings() -> None:
    words = "--database u --decks a --decks b --lang cy --plain --ascii --mono --easy"
    settings = read(words.split()).settings
    assert settings.database == "u"
    assert settings.decks == (Path("a"), Path("b"))
    assert settings.language == "cy"
    assert (settings.plain, settings.ascii, settings.mono, settings.easy) == (True,) * 4


def test_the_option_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WSHOES_DATABASE_URL", "from-environment")
    assert read([]).settings.database == "from-environment"
    assert read(["--database", "given"]).settings.database == "given"


def test_no_color_asks_for_mono(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not read([]).settings.mono
    monkeypatch.setenv("NO_COLOR", "1")
    assert read([]).settings.mono


@pytest.mark.parametrize(
    ("environment", "words", "expected"),
    [
        ("", "", ""),
        ("light", "", "light"),
        ("1", "", "dark"),
        ("light", "--contrast dark", "dark"),
        ("", "--contrast=LIGHT", "light"),
    ],
)
def test_which_contrast(
    monkeypatch: pytest.MonkeyPatch, environment: str, words: str, expected: str
) -> None:
    monkeypatch.setenv("WSHOES_CONTRAST", environment)
    assert read(words.split()).settings.contrast == expected


def test_a_contrast_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="dark or light"):
        read(["--contrast", "grey"])


def test_a_slow_line_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not read([]).settings.slow
    assert read(["--slow-line"]).settings.slow
    monkeypatch.setenv("WSHOES_SLOW", "1")
    assert read([]).settings.slow


def test_words_after_two_dashes_are_left_alone() -> None:
    given = read(["deck", "check", "--", "--json", "--data"])
    assert given.rest == ("deck", "check", "--", "--json", "--data")
    assert not given.json


def test_a_home_that_does_not_exist_is_a_name_like_any_other() -> None:
    assert read(["--data=~nobody-of-that-name/x"]).settings.data.root.parts[0].startswith("~")


@pytest.mark.parametrize("option", [o.name for o in OPTIONS if o.value])
def test_a_missing_value_is_asked_for(option: str) -> None:
    with pytest.raises(UsageError, match=option):
        read(["sessions", option])
    with pytest.raises(UsageError, match=option):
        read([f"{option}=", "sessions"])


@pytest.mark.parametrize("option", [o.name for o in OPTIONS if not o.value])
def test_a_switch_takes_no_value(option: str) -> None:
    with pytest.raises(UsageError, match=option):
        read([f"{option}=yes"])


@pytest.mark.parametrize("value", ["0", "19", "1001", "-40", "wide", "4\u0662"])
def test_a_width_is_a_number_that_leaves_room(value: str) -> None:
    assert read([]).width == 0
    assert read(["--width", "40"]).width == 40
    with pytest.raises(UsageError, match="from 20 to 1000"):
        read([f"--width={value}"])
