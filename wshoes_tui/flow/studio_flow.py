"""Deck studio: what is said of a deck, its cards and their fields while they are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from wshoes_tui.domain.deck import Card, Deck
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.labels import card_count
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import RUNG_WORDS, TITLE_HEAD

if TYPE_CHECKING:
    from collections.abc import Iterable

STUDIO = N_("Write cards")
NOT_YOURS = N_("This deck is not yours to change. Copy it first: wshoes deck copy ID")
HALF_WRITTEN = N_("(half a sentence waits)")
EASY = "easy "
FIELDS = (
    "title", "easy_title", "text", "easy", "notice", "easy notice", "feel", "easy feel", "ask",
    "easy ask", "act", "easy act", "shoes", "themes", "note",
)  # fmt: skip
"""The fields of a card in the order in which they are shown."""
LABELS = {
    "title": TITLE_HEAD,
    "easy_title": N_("Title in easy words"),
    "text": N_("Story"),
    "easy": N_("Story in easy words"),
    "shoes": N_("Shoes it is for"),
    "themes": N_("Themes it is on"),
    "note": N_("Note for the facilitator"),
}
MOST_ADVICE = 3
"""Pieces of advice that stand over the fields of a card."""


class WrittenDeck(Protocol):
    """A deck while it is written; ``sessions.studio.Studio`` says what each of these does."""

    @property
    def deck(self) -> Deck: ...
    def advice(self, card_id: str = "") -> list[str]: ...
    def seconds(self, card: Card) -> int: ...
    def twins(self, card: Card) -> list[str]: ...


def field_label(field: str) -> str:
    """What a field is called."""
    rung = field.removeprefix(EASY)
    if rung in RUNG_WORDS:
        name = _(RUNG_WORDS[rung])
        return _("{rung}, easy words", rung=name) if field.startswith(EASY) else name
    return _(LABELS[field])


def field_asked(written: WrittenDeck, field: str) -> str:
    """What is asked for a field; of shoes and themes, which there are."""
    deck = written.deck
    if field == "shoes":
        names = ", ".join(pair.id for pair in deck.shoes)
        return _("Whose shoes? Nothing is all of them: {names}", names=names)
    if field == "themes":
        return _("Which themes? {names}", names=", ".join(theme.key for theme in deck.themes))
    return field_label(field)


def deck_told(written: WrittenDeck) -> str:
    """The deck in one line: how many cards, how much could be better."""
    cards = written.deck.cards
    better = sum(len(written.advice(card.id)) for card in cards)
    told = many("{count} thing could be better", "{count} things could be better", better)
    return " · ".join([card_count(len(cards), None, ""), told])


def card_told(written: WrittenDeck, card: Card) -> tuple[str, str]:
    """A card in a list: its title, and what there is to say of it."""
    parts = [seconds_told(written.seconds(card))]
    if better := len(written.advice(card.id)):
        parts.append(
            many("{count} thing could be better", "{count} things could be better", better)
        )
    return one_line(card.title), " · ".join(parts)


def seconds_told(seconds: int) -> str:
    """How long it takes to read a card aloud."""
    return many("{count} second read aloud", "{count} seconds read aloud", seconds)


def about_card(written: WrittenDeck, card: Card) -> Iterator[str]:
    """What stands over the fields of a card: its time, twins, and the first pieces of advice."""
    yield seconds_told(written.seconds(card))
    for twin in written.twins(card):
        yield _("Like a card of {twin}", twin=twin)
    advice = written.advice(card.id)
    yield from advice[:MOST_ADVICE]
    if more := len(advice[MOST_ADVICE:]):
        yield many("and {count} more", "and {count} more", more)


def advice_lines(written: WrittenDeck) -> Iterable[str]:
    """All that could be better, card by card."""
    yield from written.advice()
    for card in written.deck.cards:
        for told in written.advice(card.id):
            yield f"{one_line(card.title)}: {told}"
