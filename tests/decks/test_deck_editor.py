"""The editor of deck files: what is not changed stays, to the byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.decks.samples import ORIGINALS
from wshoes_tui.decks.deck_editor import DeckEditor
from wshoes_tui.decks.diagnostics import DeckErrors

LOCKED_OUT = next(path for path in ORIGINALS if path.stem == "locked-out")


@pytest.mark.parametrize("path", ORIGINALS, ids=lambda path: path.stem)
def test_a_deck_that_is_not_changed_is_the_same_file(path: Path) -> None:
    text = path.read_text("utf-8")
    assert DeckEditor(text, path.name).text == text


def test_a_change_touches_its_own_lines_alone() -> None:
    text = LOCKED_OUT.read_text("utf-8").replace("cards:\n", "# a comment\ncards:\n")
    editor = DeckEditor(text)
    card = editor.card("gate")
    editor.set_field(card, "title", "The gate: shut # now")
    editor.set_field(card, "note", "One.\n\nTwo.")
    whole, deck = editor.checked()
    changed = next(one for one in deck.cards if one.id == "gate")
    assert changed.title == "The gate: shut # now"
    assert changed.note.split() == ["One.", "Two."]
    assert "# a comment" in whole
    lost = set(text.splitlines()) - set(whole.splitlines())
    assert len(lost) <= 2, lost


def test_cards_are_added_and_taken_out_and_a_broken_one_is_told() -> None:
    editor = DeckEditor(LOCKED_OUT.read_text("utf-8"))
    card = editor.add_card("new-one")
    editor.set_field(card, "title", "New")
    editor.set_field(card, "text", "Something happens.\n\nAnd again: 'yes'.")
    editor.set_list(card, "themes", [])
    editor.set_prompts(card, [{"notice": "Who? # him", "easy": "Who?"}])
    _text, deck = editor.checked()
    assert deck.cards[-1].prompts[0].text == "Who? # him"
    editor.remove_card("new-one")
    assert editor.checked()[0] == LOCKED_OUT.read_text("utf-8")
    editor.set_field(editor.cards[0], "title", "x" * 500)
    with pytest.raises(DeckErrors):
        editor.checked()
