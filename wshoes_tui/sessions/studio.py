"""Deck studio: one deck file of one's own while its cards are written.

Each change is checked as any deck is, then written to the file at once, whole or not at all; what
was before it can be brought back until the studio is left. Words that were not handed in are kept
beside the file, so that they are there when it is opened again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wshoes_tui.domain.deck import RUNGS, Card, Deck
from wshoes_tui.domain.models import Header, PlayedDeck, Seat, Session, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal

if TYPE_CHECKING:
    from wshoes_tui.decks.lint import TooLong

EASY = "easy "
"""What the name of the easy words of a question begins with; its rung follows."""
TEXTS = ("title", "easy_title", "text", "easy", "note")
QUESTIONS = tuple(name for rung in RUNGS for name in (rung, f"{EASY}{rung}"))
LISTS = ("shoes", "themes")
FIELDS = (*TEXTS[:4], *QUESTIONS, *LISTS, "note")
"""The fields of a card that can be changed, in the order in which they are shown."""
WORDS_A_MINUTE = 130
"""How fast a card is read aloud to a group that hears it once."""
MOST_TWINS = 3
LEAST_SHARED = 0.34
"""The share of the rarer words of two cards that they have in common, from which on they are told
as twins."""
COMMON_WORDS = 12
"""Cards of one library in which a word may stand before it says nothing of any of them."""
WORD = re.compile(r"[^\W\d_]{4,}")
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{2,}")
"""A name: a capital within a sentence."""


class Studio:
    """The deck in a file, and what is done to it.

    Args:
        path: the file, a sound deck of one's own.
        too_long: measures a card on the page on which it is shown; None measures nothing.
        drafts: the folder for words that were not handed in.

    Raises:
        WshoesError: the file cannot be read, or ruamel.yaml is not installed.
        DeckErrors: it is no sound deck.
    """

    def __init__(
        self,
        path: Path,
        drafts: Path,
        too_long: TooLong | None = None,
    ) -> None:
        from wshoes_tui.decks.deck_editor import DeckEditor
        from wshoes_tui.decks.diagnostics import Report
        from wshoes_tui.decks.source import read_source

        self.path = path
        self._too_long = too_long
        self._advice: dict[str, list[str]] = {}
        self._advised: Deck | None = None
        self.others: Sequence[Deck] = ()
        """The other decks there are, among which twins of a card are looked for."""
        self._on_disk = read_source(path, Report(str(path)))
        self._text, self.deck = DeckEditor(self._on_disk, path.name).checked()
        self._past: list[str] = []
        self._future: list[str] = []
        self._drafts = drafts / f"studio-{self.deck.id}.json"

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards in their order."""
        return self.deck.cards

    def value(self, card: Card, field: str) -> str:
        """What stands in a field of a card, as it is typed."""
        if field in TEXTS:
            return str(getattr(card, field)).rstrip("\n")
        if field in LISTS:
            return ", ".join(getattr(card, field) or ())
        rung = field.removeprefix(EASY)
        prompt = next((one for one in card.prompts if one.rung == rung), None)
        if prompt is None:
            return ""
        return prompt.easy if field.startswith(EASY) else prompt.text

    def change(self, card_id: str, field: str, words: str) -> None:
        """Put words into a field of a card.

        Raises:
            Refusal: a deck cannot have them, or another program has changed the file; the sentence
                says which.
            StoreError: the file could not be written.
        """
        editor = self._editor()
        card = editor.card(card_id)
        if field in TEXTS:
            editor.set_field(card, field, words.strip("\n"))
        elif field in LISTS:
            editor.set_list(card, field, [one for one in re.split(r"[,;\s]+", words) if one])
        else:
            known = self.deck.card(card_id)
            told = {name: self.value(known, name) for name in QUESTIONS} if known else {}
            told[field] = one_line(words)
            asked = [
                {rung: told[rung], "easy": told[f"{EASY}{rung}"]} for rung in RUNGS if told[rung]
            ]
            editor.set_prompts(card, asked)
        self._keep(editor)
        self.drop_draft(card_id, field)

    def add(self, title: str) -> str:
        """A new card with a title, at the end. Returns its id. Raises as ``change`` does."""
        from wshoes_tui.decks.deck_template import id_from

        editor = self._editor()
        taken = {card.id for card in self.cards}
        base = id_from(title) or "card"
        card_id = next(
            one for n in range(1, 1000) if (one := base if n == 1 else f"{base}-{n}") not in taken
        )
        card = editor.add_card(card_id)
        editor.set_field(card, "title", one_line(title))
        editor.set_field(card, "text", one_line(title))
        self._keep(editor)
        return card_id

    def remove(self, card_id: str) -> None:
        """Take a card out; ``undo`` brings it back. Raises as ``change`` does."""
        editor = self._editor()
        editor.remove_card(card_id)
        self._keep(editor)

    def undo(self) -> bool:
        """Bring back what was before the last change. False where there is none."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Make the last change again that was taken back. False where there is none."""
        return self._step(self._future, self._past)

    def _step(self, source: list[str], target: list[str]) -> bool:
        from wshoes_tui.decks.deck_rules import parse_deck

        if not source:
            return False
        self._write(source[-1])
        target.append(self._text)
        self._text = source.pop()
        self.deck = parse_deck(self._text, self.path.name)
        return True

    def _editor(self) -> Any:
        from wshoes_tui.decks.deck_editor import DeckEditor

        return DeckEditor(self._text, self.path.name)

    def _keep(self, editor: Any) -> None:
        from wshoes_tui.decks.diagnostics import DeckErrors

        try:
            text, deck = editor.checked()
        except DeckErrors as errors:
            problem = errors.problems[0]
            raise Refusal(one_line(f"{problem.what}. {problem.mend}")) from None
        if text == self._text:
            return
        self._write(text)
        self._past.append(self._text)
        self._future.clear()
        self._text, self.deck = text, deck

    def _write(self, text: str) -> None:
        from wshoes_tui.decks.diagnostics import DeckErrors, Report
        from wshoes_tui.decks.source import read_source
        from wshoes_tui.export.export_files import write_export

        try:
            is_as_it_was = read_source(self.path, Report(str(self.path))) == self._on_disk
        except DeckErrors:
            is_as_it_was = False
        if not is_as_it_was:
            raise Refusal(
                "Another program has changed this file. Nothing was written over it. Leave, and "
                "open it again: what you typed here is kept."
            )
        write_export(self.path, text, replace=True)
        self._on_disk = text

    def advice(self, card_id: str = "") -> list[str]:
        """What could be better in a card, or in the deck as a whole."""
        if self._advised is not self.deck:
            self._advice, self._advised = self._all_advice(), self.deck
        return self._advice.get(card_id, [])

    def _all_advice(self) -> dict[str, list[str]]:
        """The advice by the ids of cards; of the deck as a whole under an empty one."""
        from wshoes_tui.decks.lint import advise

        found: dict[str, list[str]] = {}
        for one in advise(self.deck, too_long=self._too_long):
            card_id = one.about.removeprefix("card ") if one.about.startswith("card ") else ""
            found.setdefault(card_id, []).append(one_line(f"{one.what}. {one.mend}"))
        return found

    def seconds(self, card: Card) -> int:
        """How long it takes to read a card aloud, with its first question."""
        asked = card.prompts[0].text if card.prompts else ""
        words = len(f"{card.title} {card.text} {asked}".split())
        return round(words * 60 / WORDS_A_MINUTE)

    def twins(self, card: Card) -> list[str]:
        """Cards of the other decks that may be twins of a card; see ``twins_of``."""
        return twins_of(card, self.others)

    # -- words that were not handed in

    def _all_drafts(self) -> dict[str, str]:
        with suppress(OSError, ValueError):
            found = json.loads(self._drafts.read_text("utf-8"))
            if isinstance(found, dict):
                return {str(key): str(words) for key, words in found.items()}
        return {}

    def draft(self, card_id: str, field: str) -> str:
        """What was typed into a field and not handed in."""
        return self._all_drafts().get(f"{card_id}/{field}", "")

    def keep_draft(self, card_id: str, field: str, words: str) -> None:
        """Keep what is typed into a field. Raises StoreError where it cannot be written."""
        from wshoes_tui.export.export_files import write_export

        drafts = self._all_drafts()
        drafts[f"{card_id}/{field}"] = words
        kept = {key: text for key, text in drafts.items() if text.strip()}
        self._drafts.parent.mkdir(parents=True, exist_ok=True)
        write_export(self._drafts, json.dumps(kept), replace=True)

    def drop_draft(self, card_id: str, field: str) -> None:
        """Forget what was typed into a field: it was handed in."""
        if self.draft(card_id, field):
            self.keep_draft(card_id, field, "")


def twins_of(card: Card, others: Iterable[Deck]) -> list[str]:
    """Cards of other decks that may be twins of a card: the same name, or much the same words.

    Returns:
        A phrase for each, such as "last-days, meter: Walt", the likeliest first.
    """
    decks = list(others)
    cards = [(deck, one) for deck in decks for one in deck.cards if one.id != card.id]
    counts: dict[str, int] = {}
    for _deck, one in cards:
        for word in _words(one):
            counts[word] = counts.get(word, 0) + 1
    own, names = _words(card), set(NAME.findall(card.text))
    found: list[tuple[float, str]] = []
    for deck, one in cards:
        same_names = names & set(NAME.findall(one.text))
        rare = {word for word in own & _words(one) if counts[word] <= COMMON_WORDS}
        share = len(rare) / max(1, min(len(own), len(_words(one))))
        if same_names or share >= LEAST_SHARED:
            told = ", ".join(sorted(same_names or rare)[:MOST_TWINS])
            found.append((share + len(same_names), f"{deck.id}, {one.id}: {told}"))
    return [told for _share, told in sorted(found, reverse=True)[:MOST_TWINS]]


def _words(card: Card) -> set[str]:
    return {word.casefold() for word in WORD.findall(card.text)}


def on_the_table(deck: Deck, card: Card) -> Session:
    """A rehearsal that stands on this card, for the pages on which it will be seen."""
    now = datetime.now(UTC)
    ids = iter(f"00000000-0000-0000-0000-{number:012d}" for number in range(1, 9))
    shoes = deck.suggested(card)[0]
    header = Header(id=next(ids), title=deck.title, kind="rehearsal", state="turns", created=now)
    seat = Seat(id=next(ids), number=1, label="")
    turn = Turn(
        id=next(ids),
        number=1,
        deck=deck.id,
        card=card.id,
        seat=seat.id,
        shoes=shoes.id,
        started=now,
    )
    played = PlayedDeck(id=next(ids), deck=deck)
    return Session(header=header, decks=(played,), seats=(seat,), turns=(turn,))
