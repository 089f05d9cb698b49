"""What is told of decks in lists, and commands that work as they are typed."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from wshoes_tui.flow.home_flow import check_command
from wshoes_tui.flow.labels import card_count, hides_told

unix = pytest.mark.skipif(sys.platform == "win32", reason="another shell")


@pytest.mark.parametrize(
    ("cards", "translated", "language", "told"),
    [
        (29, None, "en-GB", "29 cards"),
        (1, None, "en-GB", "1 card"),
        (29, 17, "cy", "17 of 29 cards in Welsh"),
        (29, 0, "pt-BR", "0 of 29 cards in Portuguese"),
        (29, 17, "hi", "17 of 29 cards in hi"),
        (29, 29, "cy", "29 cards"),
    ],
)
def test_how_much_is_translated(cards: int, translated: int, language: str, told: str) -> None:
    assert card_count(cards, translated, language) == told


def test_what_is_hidden() -> None:
    assert hides_told(()) == ""
    assert hides_told(("yours", "shipped")) == "hides one of your own, hides the shipped one"


NAMES = [
    "night.yaml",
    "my night.yaml",
    "it's night.yaml",
    'the "night".yaml',
    'it\'s a "night" $HOME `x` \\ !1.yaml',
    "nos\u0302n\u00e9 \u0915.yaml",
    "-rf.yaml",
    "a;b&c|d*.yaml",
    "~night.yaml",
]


@unix
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("way", ["here", "below", "home", "elsewhere"])
def test_the_command_names_the_file_in_every_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, way: str
) -> None:
    """A shell takes the words apart and opens ``~``, and the file is that file."""
    folder = tmp_path / "my decks"
    folder.mkdir()
    path = folder / name
    path.touch()
    monkeypatch.setenv("HOME", str(folder.parent if way == "home" else tmp_path / "nobody"))
    where = {"here": folder, "below": tmp_path}.get(way, Path("/"))
    monkeypatch.chdir(where)
    for width in (0, 20):
        *first, last = check_command(path, width)
        at = where
        for command in first:
            assert command.startswith("cd ")
            at = at / Path(shlex.split(command)[1]).expanduser()
        words = shlex.split(last)
        assert words[:3] == ["wshoes", "deck", "check"]
        assert len(words) == 4
        assert not words[3].startswith("-")
        named = Path(words[3])
        is_quoted = last.split("check ")[1][0] in "\"'"
        assert (at / (named if is_quoted else named.expanduser())).samefile(path)


@unix
def test_a_name_that_cannot_be_typed_is_told_by_its_folder(tmp_path: Path) -> None:
    for name in (os.fsdecode(b"night\xff.yaml"), "a\nb.yaml", "a\x1b[2J.yaml"):
        (command,) = check_command(tmp_path / name)
        assert command.isprintable()
        assert Path(shlex.split(command)[3]) == tmp_path


@unix
def test_the_command_of_a_list_works_as_it_stands_there(tmp_path: Path) -> None:
    decks = tmp_path / "our decks"
    decks.mkdir()
    (decks / "it's br\u00f6ken.yaml").write_text("wshoes: 1\nid: x y\n", "utf-8")
    env = {**os.environ, "HOME": str(tmp_path), "WSHOES_DATA": str(tmp_path / "data")}
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"
    given = [sys.executable, "-m", "wshoes_tui", "deck", "list", "--decks", str(decks)]
    listed = subprocess.run(given, env=env, cwd=tmp_path, capture_output=True, text=True)
    (command,) = [
        line.strip() for line in listed.stdout.splitlines() if line.startswith("    wshoes")
    ]
    command = command.replace("wshoes", f"{shlex.quote(sys.executable)} -m wshoes_tui", 1)
    ran = subprocess.run(
        ["sh", "-c", command], env=env, cwd=tmp_path, capture_output=True, text=True
    )
    assert "which is no id" in ran.stdout
    assert "1 file: " in ran.stdout
