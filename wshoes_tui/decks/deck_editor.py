"""Editor of a deck file: changes cards and keeps comments, order, and every other line.

ruamel.yaml keeps what stands around the data (the extra ``studio``). What comes out is checked as
any deck is before anybody may keep it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from wshoes_tui.decks.deck_rules import parse_deck
from wshoes_tui.decks.deck_schema import CARD_KEYS
from wshoes_tui.domain.deck import RUNGS, Deck
from wshoes_tui.errors import WshoesError
from wshoes_tui.locale import _

if TYPE_CHECKING:
    from ruamel.yaml import YAML

WIDEST = 100_000
"""Columns of a line: none is broken that was not."""
PASSAGES = ("text", "easy", "note")
"""Fields of a card that may have several lines."""


class DeckEditor:
    """One deck file while it is changed.

    Args:
        text: the file, a sound deck.
        name: its name, for messages.

    Raises:
        WshoesError: ruamel.yaml is not installed.
        DeckErrors: it is no sound deck.
    """

    def __init__(self, text: str, name: str = "deck.yaml") -> None:
        self._name = name
        self._yaml = _round_trip()
        parse_deck(text, name)
        self._root = self._yaml.load(text)

    @property
    def text(self) -> str:
        """The file as it is now."""
        made = io.StringIO()
        self._yaml.dump(self._root, made)
        return made.getvalue()

    def checked(self) -> tuple[str, Deck]:
        """The file as it is now, and the deck in it.

        Raises:
            DeckErrors: it breaks a rule of decks.
        """
        text = self.text
        return text, parse_deck(text, self._name)

    @property
    def cards(self) -> list[Any]:
        """The cards as maps, in their order; what is changed in them is changed in the file."""
        cards: list[Any] = self._root["cards"]
        return cards

    def card(self, card_id: str) -> Any:
        """The card of that id as a map; None where there is none."""
        return next((card for card in self.cards if card.get("id") == card_id), None)

    def set_field(self, card: Any, field: str, words: str) -> None:
        """Put a text into a field of a card; an empty one takes the field away."""
        if not words:
            card.pop(field, None)
        elif field in card:
            card[field] = _scalar(field, words)
        else:
            order = list(CARD_KEYS)
            before = [key for key in card if key in order and order.index(key) < order.index(field)]
            card.insert(len(before), field, _scalar(field, words))

    def set_prompts(self, card: Any, prompts: Sequence[Mapping[str, str]]) -> None:
        """Give a card its questions: maps of a rung, and of ``easy`` where there are easy words."""
        from ruamel.yaml.comments import CommentedMap, CommentedSeq

        made = CommentedSeq()
        for prompt in prompts:
            kept = {key: text for key, text in prompt.items() if text and key in (*RUNGS, "easy")}
            made.append(CommentedMap((key, _quoted(text)) for key, text in kept.items()))
        if made:
            card["prompts"] = made
        else:
            card.pop("prompts", None)

    def add_card(self, card_id: str, kind: str = "scenario") -> Any:
        """A new card at the end, with its id alone. Returns it as a map."""
        from ruamel.yaml.comments import CommentedMap

        card = CommentedMap(id=card_id, kind=kind)
        self.cards.append(card)
        return card

    def remove_card(self, card_id: str) -> None:
        """Take a card out."""
        self._root["cards"] = [card for card in self.cards if card.get("id") != card_id]

    def set_list(self, card: Any, field: str, words: Sequence[str]) -> None:
        """Put a list of ids into a field of a card, in one line; an empty one takes it away."""
        from ruamel.yaml.comments import CommentedSeq

        if not words:
            card.pop(field, None)
            return
        made = CommentedSeq(words)
        made.fa.set_flow_style()
        card[field] = made


def _round_trip() -> YAML:
    try:
        from ruamel.yaml import YAML
    except ImportError:
        raise WshoesError(
            _("To change a deck file needs one more part, which is not installed."),
            kept=_("The file is as it was."),
            todo=_('Install it with: pip install "wshoes[studio]"'),
        ) from None
    yaml = YAML(typ="rt")
    yaml.preserve_quotes = True
    yaml.width = WIDEST
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(type(None), _nothing)
    return yaml


def _nothing(representer: Any, _nothing: None) -> Any:
    """An empty field as the shipped decks write it."""
    return representer.represent_scalar("tag:yaml.org,2002:null", "~")


def _scalar(field: str, words: str) -> Any:
    from ruamel.yaml.scalarstring import LiteralScalarString

    if field in PASSAGES:
        return LiteralScalarString(words.rstrip("\n") + "\n")
    return _quoted(words)


def _quoted(words: str) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    return DoubleQuotedScalarString(words)
