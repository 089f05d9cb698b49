"""Preview of a deck on a screen: what it is about, its shoes, a card from it; or what is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from wshoes_tui.cells.colour_profiles import SHOES
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.list_rows import Listed
from wshoes_tui.first_paint.turn_text import STROKE
from wshoes_tui.flow.blocks import CardBlock
from wshoes_tui.flow.home_flow import check_command, sample_card
from wshoes_tui.flow.labels import hides_told, translation_told
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import THEMES_HEAD
from wshoes_tui.tui.block_content import card_content
from wshoes_tui.tui.chart_content import sides_content
from wshoes_tui.tui.content import (
    joined_content,
    one_line_content,
    safe_content,
    stacked_content,
    styled_content,
)

STROKES = 4
"""Cells of the stroke over a deck for each of its shoes."""


def unusable_deck(why: str, listed: Listed, width: int) -> Iterator[Content]:
    """The paragraphs on a deck that cannot be used, with the command that tells all of it."""
    head = [Content.styled(_("This deck cannot be used yet."), "bold")]
    if listed.hides:
        head.append(safe_content(hides_told(listed.hides)))
    command = [_("To see everything that is wrong:"), *check_command(listed.path, width)]
    yield stacked_content(head)
    yield safe_content(why)
    yield stacked_content([one_line_content(line) for line in command])


def about_deck(
    deck: Deck, listed: Listed, width: int, sample: int, *, easy: bool, slow: bool
) -> Iterator[Content]:
    """The paragraphs on a deck: its summary, shoes, a sample card, themes.

    Args:
        deck: the deck.
        listed: its row in the list.
        width: the columns there are.
        sample: how often another card was asked for; then the card stands above all.
        easy: whether the card is in easy words.
        slow: whether colours cost too much.
    """
    card = list(_sample_of(deck, sample, easy=easy))
    if sample:
        yield from card
    tints = () if slow else deck.shoes
    stroke = styled_content(tuple((STROKE * STROKES, SHOES + one.colour) for one in tints))
    head = [safe_content(deck.summary, "bold")]
    head += [
        safe_content(told, "dim")
        for told in (hides_told(listed.hides), translation_told(deck), deck.content_note)
        if told
    ]
    yield stacked_content([stroke.truncate(width)] * bool(tints) + head)
    yield sides_content(deck, width)
    if not sample:
        yield from card
    themes = one_line_content(", ".join(theme.title for theme in deck.themes))
    yield joined_content(Content.styled(_(THEMES_HEAD) + "  ", "dim"), themes)


def _sample_of(deck: Deck, number: int, *, easy: bool) -> Iterator[Content]:
    """A card of the deck, if it has any."""
    card = sample_card(deck, number)
    if card is not None:
        block = CardBlock(card)
        title = one_line_content(block.title(easy=easy), "bold")
        lead = joined_content(Content.styled(_("A card from it") + "  ", "dim"), title)
        yield stacked_content([lead, card_content(block, easy=easy)])
