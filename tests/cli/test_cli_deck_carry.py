"""The commands deck export and deck import."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest

from tests.build import Play
from tests.cli.running import ROOT, Run, keep
from wshoes_tui.decks.deck_rules import load_deck
from wshoes_tui.domain.commands import PlaceCard


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


def answered(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What is typed at the questions."""
    monkeypatch.setattr("sys.stdin", StringIO("".join(f"{line}\n" for line in lines)))


TALK = ("The person waiting", "", "You wait.", "", "The receptionist", "", "", "", "Asha", "yes")


def test_without_answers_nothing_is_written(run: Run, data: Path, tmp_path: Path) -> None:
    table = tmp_path / "other.csv"
    table.write_text("title,text\nA,B\n", "utf-8")
    ran = run("deck", "import", str(table))
    assert ran.status == 1
    assert "Not all questions were answered." in ran.err
    assert not list((data / "decks").glob("*.yaml"))


def test_a_table_comes_in_by_a_conversation_and_again_with_what_changed(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "cards.csv"
    table.write_text("Titel;Story;Topic\nThe wait;A man waits.;Waiting\nThe bell;It rings.;\n")
    answered(monkeypatch, "Ours", "", "", "", "", *TALK, "yes")
    ran = run("deck", "import", str(table))
    assert (ran.status, ran.err) == (0, "")
    for told in ("row 2", "Titel: The bell", "Card: The wait", "2 cards have no easy words."):
        assert told in ran.out
    place = data / "decks" / "ours.yaml"
    deck = load_deck(place)
    assert [card.id for card in deck.cards] == ["the-wait", "the-bell"]
    assert [(pair.mark, pair.side) for pair in deck.shoes] == [("W", "lived"), ("R", "service")]
    assert (deck.licence, deck.authors) == ("CC-BY-4.0", ("Asha",))
    place.write_text(place.read_text().replace("cards:", "# ours\ncards:") + "    note: Mine.\n")
    table.write_text("Titel;Story;Topic\nThe bell;It rings twice.;\nThe door;It is shut.;\n")
    answered(monkeypatch, "Ours", "", "", "", "", "no")
    ran = run("deck", "import", str(table))
    assert "+ It rings twice." in ran.out
    assert "No file was written." in ran.out
    assert load_deck(place).cards[1].text == "It rings."
    answered(monkeypatch, "Ours", "", "", "", "", "yes")
    ran = run("deck", "import", str(table))
    assert "Only in your deck, and kept: the-wait" in ran.out
    again = load_deck(place)
    assert [card.id for card in again.cards] == ["the-wait", "the-bell", "the-door"]
    assert again.cards[1].text.strip() == "It rings twice."
    assert again.cards[1].note.strip() == "Mine."
    assert "# ours" in place.read_text()
    assert load_deck(place.with_name("ours.yaml~")).cards[1].text == "It rings."
    assert "ours.yaml~" not in run("deck", "list").out


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


def test_a_table_says_whose_shoes_a_card_is_for_and_what_it_asks(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "cards.csv"
    table.write_text("Name;Story;Who;Q1\nBin;A bin.;Tenant, cat;Who?\nKey;A key.;;How?\n")
    column_answers = [""] * 4
    answered(
        monkeypatch,
        *("Ours", "ours", *column_answers),
        *("perhaps", "1", "", "You live there.", "0"),
        *("", "The landlord", "L", "You own it.", ""),
        *("", "no", "yes"),
    )
    ran = run("deck", "import", str(table))
    assert (ran.status, ran.err) == (0, "Left out: cat\n")
    place = data / "decks" / "ours.yaml"
    deck = load_deck(place)
    assert [(pair.mark, pair.name, pair.side) for pair in deck.shoes] == [
        ("T", "Tenant", "lived"), ("L", "The landlord", "service"),
    ]  # fmt: skip
    assert [card.shoes for card in deck.cards] == [("tenant",), ()]
    assert [one.text for card in deck.cards for one in card.prompts] == ["Who?", "How?"]
    table.write_text("Name;Story;Who;Q1\nBin;A bin.;L;Who?\nKey;A key.;;How many?\nNew;N.;T;W?\n")
    ran = run("deck", "import", str(table), "--id", "ours")
    assert (ran.status, ran.err) == (0, "")
    assert all(line in ran.out for line in ("bin, shoes", "key, notice", "+ How many?"))
    deck = load_deck(place)
    assert [card.shoes for card in deck.cards] == [("the-landlord",), (), ("tenant",)]
    assert [[one.text for one in card.prompts] for card in deck.cards] == [
        ["Who?"], ["How many?"], ["W?"],
    ]  # fmt: skip


def test_options_of_a_table_without_an_id_are_wrong_usage(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "other.csv"
    table.write_text("Head\nTea\n")
    ran = run("deck", "import", str(table), "--map", "Head=title")
    assert (ran.status, "needs an --id" in ran.sentence) == (2, True)


def test_a_groups_own_card_becomes_a_card_once_they_agree(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play = Play.begun("Zebedee, Quilla")
    play.do(PlaceCard("The stairs", "Nobody asked about the stairs."), PlaceCard("Hidden", "Ours."))
    keep(data, play.session)
    assert run("deck", "take", "last", "--into", "mine").status == 1
    assert run("deck", "new", "--title", "Mine", "--id", "mine").status == 0
    answered(monkeypatch, "yes", "no")
    ran = run("deck", "take", "last", "--into", "mine")
    assert (ran.status, ran.err) == (0, "")
    deck = load_deck(data / "decks" / "mine.yaml")
    card = deck.cards[-1]
    assert (card.id, card.title) == ("the-stairs", "The stairs")
    assert card.text.strip() == "Nobody asked about the stairs."
    assert "agreed" in card.source
    text = (data / "decks" / "mine.yaml").read_text()
    for left_out in ("Hidden", "Zebedee", "Quilla", play.session.id):
        assert left_out not in text
