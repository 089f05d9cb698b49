"""The commands deck export and deck import."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import ROOT, Run
from wshoes_tui.decks.deck_rules import load_deck


def test_an_exported_deck_comes_back_under_its_new_id(run: Run, data: Path, tmp_path: Path) -> None:
    table = tmp_path / "deck.csv"
    assert run("deck", "export", "locked-out", "--out", str(table)).status == 0
    again = run("deck", "import", str(table))
    assert again.status != 0
    assert 'There is a deck "locked-out" already.' in again.err
    text = table.read_bytes().replace(b"deck,locked-out,", b"deck,mine,", 1)
    table.write_bytes(text)
    ran = run("deck", "import", str(table))
    assert (ran.status, ran.err) == (0, "")
    mine, shipped = (
        load_deck(data / "decks" / "mine.yaml"),
        load_deck(ROOT / "decks/locked-out.yaml"),
    )
    assert (mine.cards, mine.shoes, mine.themes) == (shipped.cards, shipped.shoes, shipped.themes)


def test_a_foreign_file_is_refused_and_nothing_is_written(
    run: Run, data: Path, tmp_path: Path
) -> None:
    table = tmp_path / "other.csv"
    table.write_text("title,text\nA,B\n", "utf-8")
    ran = run("deck", "import", str(table))
    assert ran.status != 0
    assert "was not made by deck export" in ran.err
    assert not list((data / "decks").glob("*.yaml"))


def test_any_table_comes_in_by_its_columns(run: Run, data: Path, tmp_path: Path) -> None:
    table = tmp_path / "other.csv"
    table.write_bytes('Head;Story;Mine\nCafé;It is "shut";x\nCafé;Open;y\n'.encode("cp1252"))
    shoes = "P, The patient, lived; N, The nurse, service"
    said = ("--id", "mine", "--shoes", shoes, "--map", "Head=title", "--map", "Story=text")
    dry = run("deck", "import", str(table), *said, "--dry-run")
    assert (dry.status, dry.err) == (0, "Left out: Mine\n")
    assert not (data / "decks" / "mine.yaml").exists()
    assert run("deck", "import", str(table), *said).status == 0
    deck = load_deck(data / "decks" / "mine.yaml")
    assert [card.id for card in deck.cards] == ["cafe", "cafe-2"]
    assert [card.source for card in deck.cards] == ["other.csv, row 1", "other.csv, row 2"]
    assert deck.cards[0].text.strip() == 'It is "shut"'
    bad = run("deck", "import", str(table), "--id", "b", "--shoes", shoes, "--map", "No=text")
    assert 'There is no column "No"' in bad.err


def test_options_of_a_table_without_an_id_are_wrong_usage(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "other.csv"
    table.write_text("Head\nTea\n")
    ran = run("deck", "import", str(table), "--map", "Head=title")
    assert (ran.status, "needs an --id" in ran.sentence) == (2, True)
