"""A translation begun, filled in, played in part, and told what its original has changed since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Run
from tests.decks.samples import GOOD as SAMPLE
from wshoes_tui.decks.deck_library import DeckLibrary

GOOD = SAMPLE.replace("id: home-from-hospital", "id: home")
NAME = "home.cy.yaml"


@pytest.fixture
def folder(data: Path) -> Path:
    """The user's decks, with the original among them."""
    folder = data / "decks"
    folder.mkdir(parents=True)
    (folder / "home.yaml").write_text(GOOD, "utf-8")
    return folder


def translate(run: Run, *words: str, deck: str = "home") -> str:
    ran = run("deck", "translate", deck, "--to", "cy", *words)
    assert ran.status == 0, ran.err
    return ran.out


def states(run: Run) -> dict[str, str]:
    told = json.loads(translate(run, "--json"))
    return {card["card"]: card["state"] for card in told["progress"]}


def fill(file: Path, *texts: tuple[str, str]) -> None:
    """Write texts behind keys; each behind the first that is still empty below an original."""
    page = file.read_text("utf-8")
    for before, text in texts:
        at = page.index(before)
        end = page.index(":\n", at + len(before))
        page = page[: end + 1] + f" {text}" + page[end + 1 :]
    file.write_text(page, "utf-8")


def test_it_is_begun_filled_in_and_played_in_part(run: Run, folder: Path) -> None:
    told = translate(run)
    assert "0 of 2 cards in Welsh" in told
    assert "Not translated yet:\n  - Friday, four o'clock\n  - The stairs\n" in told
    file = folder / NAME
    begun = file.read_text("utf-8")
    assert translate(run).splitlines()[1:] == told.splitlines()[1:]
    assert file.read_text("utf-8") == begun, "the same command again changes nothing"
    fill(
        file,
        ("# | Home from hospital", "Adref o'r ysbyty"),
        ("# | The cat is hungry.", "Mae angen y gwely. # nobody knows"),
    )
    checked = run("deck", "check", str(file))
    assert "would be lost" in checked.out, "it is checked as any deck"
    file.write_text(file.read_text("utf-8").replace(" # nobody knows", ""), "utf-8")
    assert states(run) == {"friday-four-oclock": "part", "the-stairs": "missing"}
    told = translate(run)
    assert "1 of 2 cards in Welsh" in told
    assert "  - Friday, four o'clock: title, easy, note, notice, feel, ask, act" in told
    deck = DeckLibrary([("yours", folder)]).open("home", "cy")
    assert (deck.title, deck.translated) == ("Adref o'r ysbyty", 1)
    friday, stairs = deck.cards
    assert (friday.title, friday.text) == ("Friday, four o'clock", "Mae angen y gwely.")
    assert [prompt.rung for prompt in friday.prompts] == ["notice", "feel", "ask", "act"]
    assert all(prompt.text for prompt in friday.prompts), "questions fall back one by one"
    assert stairs.text.startswith("Thirteen steps,")


def test_what_changes_in_the_original_is_marked_until_it_is_put_right(
    run: Run, folder: Path
) -> None:
    translate(run)
    file = folder / NAME
    fill(file, ("# | The cat is hungry.", "Mae angen y gwely."))
    mine = "    # ask Nia about this word\n"
    page = file.read_text("utf-8").replace("    text: Mae", f"{mine}    text: Mae")
    file.write_text(page, "utf-8")
    translate(run)
    changed = GOOD.replace("The ward needs", "The surgeon needs").replace(
        "revision: 3", "revision: 4"
    )
    added = changed + changed[changed.index("  - id: the-stairs") :].replace(
        "id: the-stairs", "id: the-door"
    ).replace("Thirteen steps", "Thirteen doors")
    (folder / "home.yaml").write_text(added, "utf-8")
    assert (
        "card friday-four-oclock: The original has changed" in run("deck", "check", str(file)).out
    )
    assert states(run) == {
        "friday-four-oclock": "changed", "the-stairs": "missing", "the-door": "missing",
    }  # fmt: skip
    page = file.read_text("utf-8")
    assert mine in page
    assert page.count("text: Mae angen y gwely.") == 1
    assert "    # |- The ward needs the bed." in page
    assert "    # | The surgeon needs the bed." in page
    assert "# | Thirteen doors," in page
    assert "revision: 3\n" in page, "until all of it is put right"
    assert "Changed in the original since:\n  - Friday" in translate(run)
    assert file.read_text("utf-8") == page
    start = page.index("    original: ")
    file.write_text(page[:start] + page[page.index("\n", start) + 1 :], "utf-8")
    assert states(run)["friday-four-oclock"] == "part"
    page = file.read_text("utf-8")
    assert "# |-" not in page
    assert "revision: 4\n" in page
    assert "has changed" not in run("deck", "check", str(file)).out


def test_a_shipped_translation_is_gone_on_with_as_ones_own(run: Run, data: Path) -> None:
    told = translate(run, deck="home-from-hospital")
    assert "29 of 29 cards in Welsh" in told
    page = (data / "decks" / "home-from-hospital.cy.yaml").read_text("utf-8")
    assert "# | Home from hospital\ntitle: Adref o'r ysbyty\n" in page


@pytest.mark.parametrize(
    ("deck", "to", "sentence"),
    [
        ("home-from-hospital", "klingon!", "is no language tag"),
        ("home-from-hospital", "en-gb", "is in en-GB already"),
        ("no-such-deck", "cy", "There is no deck"),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_written(
    run: Run, data: Path, deck: str, to: str, sentence: str
) -> None:
    ran = run("deck", "translate", deck, "--to", to)
    assert ran.status != 0
    assert sentence in ran.sentence
    assert not (data / "decks").exists()
