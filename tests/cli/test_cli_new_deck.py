"""A deck of one's own: begun from a template, or copied."""

from __future__ import annotations

import io
import json
import shlex
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Run
from wshoes_tui.decks.deck_rules import load_deck
from wshoes_tui.decks.deck_template import SCHEMA_NAME, schema_for_editors

SHIPPED = ROOT / "decks" / "home-from-hospital.yaml"


def written(out: str) -> Path:
    """The file that a command says it has written."""
    return Path(out.splitlines()[0].removeprefix("Written: "))


@pytest.mark.parametrize(
    "title",
    ["Tea time", 'Tea "time": #4', "Été à l'hôpital", "\u5bb6", "[x] {y}", "null", "back\\slash"],
)
def test_a_new_deck_passes_the_check_without_advice_and_plays(
    run: Run, data: Path, title: str
) -> None:
    ran = run("deck", "new", "--title", title, "--lived", "The carer", "--service", "The clerk")
    assert (ran.status, ran.err) == (0, "")
    path = written(ran.out)
    assert path.parent == data / "decks"
    deck = load_deck(path)
    assert (deck.title, deck.id) == (title, path.stem)
    assert [pair.name for pair in deck.shoes] == ["The carer", "The clerk"]
    assert [pair.mark for pair in deck.shoes] == ["C", "L"]
    assert run("deck", "check", str(path)).out == "1 file: no errors, 0 pieces of advice.\n"
    assert run("deck", "show", deck.id).status == 0


def test_five_questions_are_asked_where_no_title_is_given(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Te a chacen\ncy\nY claf\n\nAsha, Tom\n"))
    ran = run("deck", "new")
    assert ran.status == 0
    assert ran.out.count("?") == 5
    [path] = [line for line in ran.out.splitlines() if "Written: " in line]
    deck = load_deck(path.partition("Written: ")[2])
    assert (deck.id, deck.language, deck.authors) == ("te-a-chacen", "cy", ("Asha", "Tom"))
    assert [pair.name for pair in deck.shoes] == ["Y claf", "The nurse"]


def test_questions_without_answers_write_nothing(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("Tea\n"))
    ran = run("deck", "new")
    assert ran.status == 1
    assert "--title" in ran.sentence
    assert not (data / "decks").exists()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--title", "x" * 81], "81 characters"),
        (["--title", "Tea", "--id", "../tea"], "no id"),
        (["--title", "Tea", "--id", "Tea"], 'Did you mean "tea"?'),
        (["--title", "Tea", "--lang", "english-please-now"], "no language tag"),
        (["--title", "Tea", "--id", "home-from-hospital"], "already"),
    ],
)
def test_what_cannot_be_a_deck_is_told_and_nothing_written(
    run: Run, data: Path, words: list[str], why: str
) -> None:
    ran = run("deck", "new", *words)
    assert ran.status == 1
    assert why in ran.sentence
    assert "No file was written." in ran.sentence
    assert not list(data.glob("decks/*"))


def test_a_title_of_nothing_is_no_title(run: Run) -> None:
    assert run("deck", "new", "--title", " ").status == 2


def test_a_copy_is_the_same_deck_under_another_id_with_its_comments(
    run: Run, tmp_path: Path
) -> None:
    text = SHIPPED.read_text("utf-8").replace(
        "id: home-from-hospital\n", "id: home-from-hospital  # ours\n", 1
    )
    given = tmp_path / "given"
    given.mkdir()
    (given / "home-from-hospital.yaml").write_text(text, "utf-8")
    ran = run("deck", "copy", "home", "--title", 'Ours: "home" #1', "--decks", str(given))
    assert (ran.status, ran.err) == (0, "")
    path = written(ran.out)
    copied = path.read_text("utf-8")
    lines = copied.splitlines()
    assert lines[0] == '# A copy of "home-from-hospital", revision 2.'
    assert "id: my-home-from-hospital  # ours" in lines
    assert lines[1] == f"# yaml-language-server: $schema=./{SCHEMA_NAME}"
    changed = [line for line in lines[2:] if line not in text.splitlines()]
    assert len(changed) == 2
    deck, original = load_deck(path), load_deck(SHIPPED)
    assert (deck.id, deck.title) == ("my-home-from-hospital", 'Ours: "home" #1')
    assert (deck.cards, deck.shoes, deck.authors) == (
        original.cards,
        original.shoes,
        original.authors,
    )


def test_a_copy_never_takes_the_place_of_a_deck(run: Run) -> None:
    first = run("deck", "copy", "home")
    path = written(first.out)
    path.write_text(path.read_text("utf-8").replace("minutes: 8", "minutes: 9", 1), "utf-8")
    for words in (["home"], ["home", "--id", "having-a-baby"]):
        ran = run("deck", "copy", *words)
        assert ran.status == 1
        assert "already" in ran.sentence
    assert load_deck(path).minutes == 9


def test_a_file_that_takes_the_name_is_not_written_over(run: Run, data: Path) -> None:
    (data / "decks").mkdir(parents=True)
    taken = data / "decks" / "mine.yaml"
    taken.write_text("notes", "utf-8")
    ran = run("deck", "copy", "home", "--id", "mine")
    assert ran.status == 1
    assert taken.read_text("utf-8") == "notes"


def test_a_deck_is_copied_by_its_path(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "elsewhere.yaml"
    file.write_text(SHIPPED.read_text("utf-8").replace("minutes: 8", "minutes: 7", 1), "utf-8")
    ran = run("deck", "copy", str(file), "--id", "elsewhere")
    assert load_deck(written(ran.out)).minutes == 7


def test_a_translation_is_not_copied(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "home.cy.yaml"
    file.write_text(
        "wshoes: 1\nid: home-from-hospital\ntranslation_of: home-from-hospital\n"
        "title: Adref\nrevision: 1\nlanguage: cy\nshoes: []\ncards: []\n",
        "utf-8",
    )
    ran = run("deck", "copy", str(file))
    assert ran.status == 1
    assert "translation" in ran.sentence


def test_an_unknown_deck_is_not_copied(run: Run) -> None:
    ran = run("deck", "copy", "no-such-deck")
    assert ran.status == 1
    assert "There is no deck" in ran.sentence


def test_the_check_that_is_named_can_be_typed(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WSHOES_DATA", str(tmp_path / "two words"))
    ran = run("deck", "new", "--title", "Tea")
    first, *words = shlex.split(ran.out.splitlines()[2])
    assert first == "wshoes"
    assert run(*words).status == 0


def test_answers_that_are_no_text_are_no_answers(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), "utf-8"))
    ran = run("deck", "new")
    assert ran.status == 1
    assert "Not all questions were answered" in ran.sentence


def test_a_new_deck_names_a_schema_that_is_there(run: Run, data: Path) -> None:
    for words in (("new", "--title", "Tea", "--lived", "A", "--service", "B", "--author", ""),
                  ("copy", "home-from-hospital")):  # fmt: skip
        assert run("deck", *words).status == 0
    schema = data / "decks" / SCHEMA_NAME
    for name in ("tea", "my-home-from-hospital"):
        text = (data / "decks" / f"{name}.yaml").read_text("utf-8")
        (line,) = [line for line in text.splitlines() if "$schema=" in line]
        assert line == f"# yaml-language-server: $schema=./{SCHEMA_NAME}"
    assert json.loads(schema.read_text("utf-8")) == json.loads(schema_for_editors())
    schema.write_text("{}", "utf-8")
    assert run("deck", "copy", "having-a-baby").status == 0
    assert json.loads(schema.read_text("utf-8")) == json.loads(schema_for_editors()), (
        "that of this version"
    )
    assert "deck.schema" not in run("deck", "list").out
