"""Pages to print: every card whole, nothing that acts or asks for anything, numbers that stay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.build import a_deck
from tests.domain.hostile_texts import EVIL
from tests.export.html_reader import Element, acts, contrast, read
from wshoes_tui.decks.deck_library import DeckLibrary, shipped_folder
from wshoes_tui.domain.card_numbers import code_of, initials_of, number_of
from wshoes_tui.domain.deck import OPEN_PROMPTS, Card, Deck, Offer
from wshoes_tui.domain.dispatcher import Context, new_session
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.export.html_page import LIGHT
from wshoes_tui.export.print_pages import Wording, cards_page
from wshoes_tui.flow.printing import SHEETS, PrintJob, how_to_print, print_offer
from wshoes_tui.locale import LANGUAGES, speech

LONG = "\n\n".join(f"Paragraph {number} of a very long card. " * 12 for number in range(30))


def shipped() -> list[Deck]:
    library = DeckLibrary([("shipped", shipped_folder())])
    return [library.open(str(listed.path)) for listed in library.listing()]


def letters(text: str) -> str:
    return "".join(safe(text).split())


def cells(page: Element) -> list[str]:
    return [letters(article.text) for article in page.all("article")]


def on_card(card: Card, wording: Wording) -> list[str]:
    """All the texts that a card must show, each without white space."""
    texts = [card.easy_title if wording == "easy" and card.easy_title else card.title]
    for prompt in card.prompts or OPEN_PROMPTS:
        texts += [prompt.text] * (wording != "easy" or not prompt.easy)
        texts += [prompt.easy] * (wording == "easy" or (wording == "both" and card.easy != ""))
    if wording == "both" and card.easy:
        texts.append(card.easy_title)
    if wording != "easy" or not card.easy:
        texts.append(card.text)
    if wording != "text":
        texts.append(card.easy)
    return [letters(text) for text in texts]


@pytest.mark.parametrize("wording", ["text", "easy", "both"])
@pytest.mark.parametrize("per_page", [8, 1])
@pytest.mark.parametrize("deck", [*shipped(), a_deck()], ids=lambda deck: deck.id)
def test_every_card_and_every_pair_of_shoes_is_whole(
    deck: Deck, per_page: int, wording: Wording
) -> None:
    page = read(cards_page(deck, wording=wording, per_page=per_page))
    assert acts(page) == []
    found = cells(page)
    assert len(found) == len(deck.cards) + len(deck.shoes)
    for number, (card, cell) in enumerate(zip(deck.cards, found, strict=False), 1):
        assert cell.startswith(f"{initials_of(deck)}{number}")
        assert [text for text in on_card(card, wording) if text not in cell] == []
        marks = "".join(f"[{pair.mark}]" for pair in deck.suggested(card))
        assert letters(marks) in cell
    for pair, cell in zip(deck.shoes, found[len(deck.cards) :], strict=True):
        shown = pair.easy if wording == "easy" and pair.easy else pair.you_are
        assert letters(pair.name) in cell
        assert letters(shown) in cell
    assert letters(deck.licence) in letters(page.text)


def test_verses_keep_their_lines_and_long_cards_are_not_cut() -> None:
    poem, long = (
        replace(a_deck().cards[0], kind="poem", text="One line,\nanother.\n\nThe last."),
        (replace(a_deck().cards[1], text=LONG, easy="")),
    )
    text = cards_page(replace(a_deck(), cards=(poem, long)))
    assert "One line,<br>\nanother.</p>" in text
    assert letters(LONG) in letters(read(text).text)
    style = read(text).all("style")[0].text
    assert "overflow: hidden" not in style, "a cell must grow with its text"
    assert "max-height" not in style


def test_hostile_texts_do_nothing() -> None:
    evil = "\n".join(EVIL)
    card = replace(a_deck().cards[0], title=evil, text=evil, easy=evil)
    deck = replace(a_deck(), title=evil, cards=(card,), authors=(evil,), content_note=evil)
    page = read(cards_page(deck, wording="both"))
    assert acts(page) == []
    assert letters(one_line(evil)) in cells(page)[0]


def test_a_number_is_that_of_one_revision_in_every_language() -> None:
    deck = shipped()[0]
    assert [number_of(deck, card.id) for card in deck.cards] == [*range(1, len(deck.cards) + 1)]
    assert code_of(deck, deck.cards[2].id) == f"{initials_of(deck)} 3"
    assert initials_of(a_deck("home-from-hospital")) == "HFH"
    assert initials_of(a_deck("tea")) == "TEA"
    part = replace(deck, cards=deck.cards[:3], offers=(Offer("information", ()),))
    assert number_of(part, deck.cards[0].id) is None, "not whole, as in an imported session"
    assert code_of(part, deck.cards[0].id) == ""


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_sheets_are_pages_in_every_language(tag: str) -> None:
    speech.get().use(tag)
    try:
        for one in SHEETS.values():
            page = read(one.render(PrintJob(a_deck())))
            assert acts(page) == []
            assert page.all("html")[0].attributes["lang"] == tag
            assert len(page.all("h1", "h2")) >= 1
            assert "@page { size: A4" in page.all("style")[0].text
    finally:
        speech.get().use("en")
    assert all(
        contrast(LIGHT[name], "#ffffff") >= 4.5 for name in LIGHT.keys() - {"ground", "thin"}
    )


def test_the_consent_sheet_says_what_is_kept_of_slips() -> None:
    told = read(SHEETS["consent"].render(PrintJob())).text
    assert "kept on the facilitator's computer for 90 days, then deleted" in told
    assert "with your name only if your slip says so" in told
    assert "Whose turn" not in told, "nobody's turn is kept of an evening on paper"
    header = replace(new_session(Context()).header, retention_days=30, visibility="named")
    session = replace(new_session(Context()), header=header)
    told = read(SHEETS["consent"].render(PrintJob(session=session))).text
    assert "for 30 days" in told
    easy = read(SHEETS["consent"].render(PrintJob(easy=True))).text
    assert "We do not write your name with it, unless you ask us to." in easy


def test_a_printer_is_offered_only_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert how_to_print(Path("/x/cards.html")).startswith("Open it in a browser, and print")
    for name, does in {"lp": "exit 9", "lpstat": "echo Office", "weasyprint": "exit 9"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{does}\n")
        (tmp_path / name).chmod(0o755)
    told = how_to_print(Path("/x y/cards.html"))
    assert told.endswith("type: weasyprint '/x y/cards.html' - | lp")
    assert print_offer(Path("/x y/poster.html")).endswith("'/x y/poster.html' - | lp")
    assert print_offer(Path("/x/page.md")) == ""
    (tmp_path / "lpstat").write_text("#!/bin/sh\nexit 1\n")
    assert print_offer(Path("/x/poster.html")) == ""
    assert "lp" not in how_to_print(Path("/x/cards.html"))
