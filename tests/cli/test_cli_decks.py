"""Listing, showing and checking decks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import ROOT, Run, is_calm

DECK = """\
wshoes: 1
id: {id}
title: {title}
revision: 1
language: {language}
translation_of: {of}
themes: {{tea: Tea}}
shoes:
  - id: person
    name: The person
    mark: P
    colour: yellow
    side: lived
    you_are: You are the person.
    easy: You are a person.
  - id: nurse
    name: The nurse
    mark: N
    colour: blue
    side: service
    you_are: You are the nurse.
    easy: You are a nurse.
cards:
  - id: cold-tea
    kind: poem
    title: Cold tea
    text: |
      A cup
      has been waiting

      since eight
    easy: The tea is cold.
    themes: [tea]
    note: Read it slowly.
"""


def deck(id: str = "tea", title: str = "Tea", language: str = "en-GB", of: str = "~") -> str:
    """The text of a small deck."""
    return DECK.format(id=id, title=title, language=language, of=of)


def test_the_shipped_decks_are_listed(run: Run, data: Path) -> None:
    ran = run("deck", "list")
    assert ran.status == 0
    rows = [line.split()[:2] for line in ran.out.splitlines() if " shipped " in line]
    for path in (ROOT / "decks").glob("*.yaml"):
        deck_id, _dot, language = path.stem.partition(".")
        assert [deck_id, language or "en-GB"] in rows
    assert str(data / "decks") in ran.out.replace("\n", ""), "where one's own are"
    assert not data.exists()


def test_decks_of_ones_own_and_broken_ones(run: Run, data: Path, tmp_path: Path) -> None:
    (data / "decks").mkdir(parents=True)
    (data / "decks" / "tea.yaml").write_text(deck())
    more = tmp_path / "more"
    more.mkdir()
    (more / "broken.yaml").write_text(deck("broken").replace("side: lived", "side: live"))
    ran = run("deck", "list", "--decks", str(more))
    assert ran.status == 0
    sound, broken = ran.out.split("These cannot be used")
    assert ["tea", "en-GB", "1", "yours", "Tea"] in [line.split() for line in sound.splitlines()]
    assert "broken.yaml" not in sound
    assert "broken.yaml" in broken
    found = json.loads(run("deck", "list", "--decks", str(more), "--json").out)
    assert [bool(one["problem"]) for one in found][-2:] == [False, True]


def test_what_hides_what_is_translated_and_has_the_wrong_name_is_told(
    run: Run, data: Path, tmp_path: Path
) -> None:
    shipped = (ROOT / "decks" / "home-from-hospital.yaml").read_text("utf-8")
    yours = data / "decks"
    yours.mkdir(parents=True)
    (yours / "copy.yaml").write_text(shipped, "utf-8")
    (yours / "night.yaml.txt").write_text(deck("night"), "utf-8")
    (yours / "cy.yaml").write_text(
        "wshoes: 1\nid: home-from-hospital\nrevision: 1\nlanguage: cy\n"
        "translation_of: home-from-hospital\ntitle: Adref\n"
        "cards:\n  - {id: slippers, text: Sliperi}\n",
        "utf-8",
    )
    told = run("deck", "list").out
    assert f"home-from-hospital (en-GB): hides the shipped one ({yours}" in " ".join(told.split())
    assert "home-from-hospital (cy): 1 of 29 cards in Welsh" in told
    assert " 1 of 29 " in told, "also in the row"
    assert "not counted" in told
    assert "wshoes deck check " in told
    found = {Path(one["path"]).name: one for one in json.loads(run("deck", "list", "--json").out)}
    assert found["copy.yaml"]["hides"] == ["shipped"]
    assert (found["cy.yaml"]["cards"], found["cy.yaml"]["translated"]) == (29, 1)
    assert "Rename it to" in found["night.yaml.txt"]["problem"]
    shown = run("deck", "show", "home-from-hospital", "--lang", "cy", "--cards").out
    assert "mae'r lleill fel yn y gwreiddiol" in shown, "in Welsh: the others as they were"
    assert "Sliperi" in shown
    assert "A letter about Rose" in shown
    (yours / "second.yaml").write_text(shipped, "utf-8")
    ran = run("deck", "check", str(yours))
    assert ran.out.splitlines()[-1].startswith("4 files, 2 of them with errors: 2 errors, ")
    assert "same id and language as copy.yaml" in ran.out
    assert 'ends in ".txt"' in ran.out


def test_a_deck_is_shown_by_sides_themes_and_titles(run: Run) -> None:
    ran = run("deck", "show", "home-from")
    assert ran.status == 0
    assert ran.out.startswith("Home from hospital\n")
    lived, service = ran.out.split("Shoes of people who work in it")
    assert "[D] The daughter." in lived
    assert "[N] The ward nurse." in service
    assert "  - A letter about Rose (scenario)" in ran.out
    assert "Unremarkable" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_a_deck_is_shown_whole_and_in_easy_words(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text(deck())
    whole = run("deck", "show", str(path), "--cards").out
    assert "    A cup\n    has been waiting\n\n    since eight\n" in whole
    assert "For the facilitator: Read it slowly." in whole
    easy = run("deck", "show", str(path), "--cards", "--easy").out
    assert "The tea is cold." in easy
    assert "A cup" not in easy
    assert "The person. You are a person." in easy


def test_a_deck_for_scripts(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text(deck())
    found = json.loads(run("deck", "show", str(path), "--json").out)
    assert found["id"] == "tea"
    assert found["cards"][0]["text"].startswith("A cup\n")


def test_a_deck_in_another_language(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(deck())
    (tmp_path / "two.yaml").write_text(deck("te", "Te", "cy", of="tea"))
    words = ("deck", "show", "tea", "--decks", str(tmp_path))
    assert run(*words).out.startswith("Tea\n")
    assert run(*words, "--lang", "cy").out.startswith("Te\n")


def test_an_unknown_deck_is_one_sentence(run: Run) -> None:
    ran = run("deck", "show", "no-such-deck")
    assert ran.status == 1
    assert "wshoes deck list" in ran.sentence


def test_check_names_file_and_line_of_every_error_and_then_gives_advice(
    run: Run, tmp_path: Path
) -> None:
    bad, good = tmp_path / "bad.yaml", tmp_path / "good.yaml"
    bad.write_text(deck().replace("kind: poem", "kind: pome").replace("mark: P", "mark: PP"))
    good.write_text(deck())
    ran = run("deck", "check", str(good), str(bad))
    assert ran.status == 1
    assert ran.err == ""
    errors = [line for line in ran.out.splitlines() if line.startswith(f"{bad}:")]
    lines = bad.read_text().splitlines()
    for error, found in zip(errors, ("mark: PP", "kind: pome"), strict=True):
        number = int(error.removeprefix(f"{bad}:").split(":")[0])
        assert found in lines[number - 1]
    advice = [line for line in ran.out.splitlines() if line.startswith(f"{good}: advice: ")]
    assert advice
    assert ran.out.index(errors[-1]) < ran.out.index(advice[0])
    assert ran.out.splitlines()[-1].startswith("2 files, 1 of them with errors: 2 errors, ")


def test_check_is_content_with_sound_decks(run: Run) -> None:
    ran = run("deck", "check", "no-such-deck")
    assert (ran.status, "There is no such file" in ran.out) == (1, True)
    by_id = run("deck", "check", "home-from-hospital")
    assert (by_id.status, "5 files: no errors, " in by_id.out) == (0, True)
    ran = run("deck", "check", str(ROOT / "decks" / "home-from-hospital.yaml"))
    assert ran.status == 0
    assert "1 file: no errors, " in ran.out


def test_check_looks_into_folders(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    assert run("deck", "check", str(folder)).status == 1
    (folder / "tea.yaml").write_text(deck())
    (folder / "notes.txt").write_text("no deck")
    (folder / "bad.yml").write_text("wshoes: 1\n")
    ran = run("deck", "check", str(folder))
    assert ran.status == 1
    assert f"{folder / 'bad.yml'}" in ran.out
    assert "notes.txt" not in ran.out


def test_check_compares_a_translation_with_its_original(run: Run, tmp_path: Path) -> None:
    original, translation = tmp_path / "one.yaml", tmp_path / "two.yaml"
    original.write_text(deck().replace("revision: 1", "revision: 2"))
    translation.write_text(deck("te", "Te", "cy", of="tea"))
    beside = run("deck", "check", str(translation), str(original)).out
    deck_library = run("deck", "check", str(translation), "--decks", str(tmp_path)).out
    for out in (beside, deck_library):
        assert "The original is at revision 2, this translation at 1" in out
    alone = tmp_path / "elsewhere" / "two.yaml"
    alone.parent.mkdir()
    translation.rename(alone)
    assert "The original" not in run("deck", "check", str(alone)).out


def test_check_for_scripts(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text(deck().replace("kind: poem", "kind: pome"))
    good = tmp_path / "good.yaml"
    good.write_text(deck())
    ran = run("deck", "check", str(bad), str(good), "--json")
    assert ran.status == 1
    found = json.loads(ran.out)
    assert found[0]["kind"] == "error"
    assert found[0]["file"] == str(bad)
    assert isinstance(found[0]["line"], int)
    assert {one["kind"] for one in found[1:]} == {"advice"}


@pytest.mark.parametrize("path", ["missing.yaml", "/dev/null", "/dev/zero", "a\x1b[2J.yaml"])
def test_check_of_what_is_no_deck_is_an_error_like_others(run: Run, path: str) -> None:
    ran = run("deck", "check", path)
    assert ran.status == 1
    assert ran.err == ""
    assert is_calm(ran.out)
    assert ran.out.count("\n") == 2


def test_nothing_that_a_deck_says_drives_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tea.yaml"
    path.write_text(deck(title='"[@click=x]\u202e[/] \\u202e"'), encoding="utf-8")
    for words in (["show", str(path), "--cards"], ["check", str(path)]):
        assert is_calm(run("deck", *words).out)
    assert is_calm(run("deck", "list", "--decks", str(tmp_path)).out)


def test_the_map_of_a_deck(run: Run) -> None:
    ran = run("deck", "show", "home-from-hospital", "--map")
    assert ran.status == 0
    assert "[P] The person going home" in ran.out
    assert "Information ─┐" in ran.out
    lines = ran.out.splitlines()
    sides = [n for n, line in enumerate(lines) if not line.strip()]
    assert lines[sides[-1] + 1].startswith("[N] The ward nurse"), "side by side"
    by_agenda = run("deck", "show", "home-from-hospital", "--agenda", "2018").out
    assert by_agenda.startswith("Home from hospital: Making It Real (2018)")
    assert "No card on: When things need to change" in by_agenda
    plain = run("deck", "show", "home-from-hospital", "--map", "--plain").out
    assert "[C] The commissioner, who work in it, 13 cards: Information 3, " in plain
    rows = json.loads(run("deck", "show", "home-from-hospital", "--map", "--json").out)
    assert rows[0]["themes"]["information"] == 7
    refused = run("deck", "show", "home-from-hospital", "--agenda", "2030")
    assert refused.status != 0
    assert "making-it-real-2012, making-it-real-2018" in refused.err


@pytest.mark.parametrize("words", [("deck", "list"), ("doctor",), ("deck", "show", "home")])
def test_a_language_of_which_nothing_is_there_is_wrong_usage(
    run: Run, data: Path, words: tuple[str, ...]
) -> None:
    ran = run(*words, "--lang", "zz")
    assert ran.status == 2
    assert '--lang "zz" is no language of wshoes' in ran.err
    assert "cy (Cymraeg)" in ran.err
    (data / "decks").mkdir(parents=True)
    (data / "decks" / "tea.yaml").write_text(deck(language="de"))
    assert run("deck", "show", "tea", "--lang", "de-AT").status == 0
    assert run("deck", "list", "--lang", "cy_GB").status == 0
