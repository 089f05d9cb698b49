"""Import of cards that another program wrote: their columns mapped to fields of a deck."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from wshoes_tui.decks.card_sources import FIELDS, NOTHING, SHOES, THEME, CardTable
from wshoes_tui.decks.deck_table import ROW, deck_from_rows
from wshoes_tui.decks.deck_template import id_from
from wshoes_tui.domain.deck import COLOURS, RUNGS, Shoes
from wshoes_tui.domain.value import Value, value
from wshoes_tui.locale import _

MOST_WORDS_OF_A_TITLE = 5
"""Words of its text that a card without a title is called by."""


@value()
class ToldShoes(Value):
    """Shoes as somebody says them: a letter, a name, a side ("lived" or "service")."""

    mark: str
    name: str
    side: str
    you_are: str = ""

    @property
    def id(self) -> str:
        """The id that they have in a deck."""
        return id_from(self.name)


def read_shoes(text: str) -> list[ToldShoes]:
    """The shoes in a text such as "P, The patient, lived; N, The nurse, service".

    Raises:
        ValueError: one of them is not written so.
    """
    found = []
    for one in filter(str.strip, text.split(";")):
        parts = [part.strip() for part in one.split(",")]
        if len(parts) != 3:
            what = _('Shoes are "letter, name, side", not "{told}".', told=one.strip())
            raise ValueError(what)
        found.append(ToldShoes(*parts))
    return found


def mapped_columns(table: CardTable, told: Mapping[str, str]) -> dict[str, str]:
    """What each column is: as told, else what its heading says; those left out are not there.

    Raises:
        ValueError: a column or a field is not known, or a field comes twice; or none is the text.
    """
    usual = {head: head for head in table.heads if head in FIELDS} or table.guessed
    free = {head: field for head, field in usual.items() if field not in told.values()}
    used = {**free, **told}
    used = {head: field for head, field in used.items() if field != NOTHING}
    heads = ", ".join(table.heads)
    for head, field in used.items():
        if head not in table.heads:
            what = _('There is no column "{head}", only: {heads}.', head=head, heads=heads)
            raise ValueError(what)
        if field not in FIELDS or list(used.values()).count(field) > 1:
            known = ", ".join(FIELDS)
            what = _('"{field}" is no field for one column: {fields}.', field=field, fields=known)
            raise ValueError(what)
    if "text" not in used.values():
        raise ValueError(_("No column is the text of the cards: {heads}.", heads=heads))
    return used


def foreign_deck(
    table: CardTable,
    head: Mapping[str, str],
    shoes: Sequence[ToldShoes],
    columns: Mapping[str, str],
    file: str,
) -> tuple[str, str]:
    """The id and the text of a deck with a card for each row.

    Args:
        table: the cards.
        head: fields of the deck, its id and title among them.
        shoes: whose shoes there are.
        columns: what each column is, as ``mapped_columns`` gives it.
        file: the name of the file, for the source of each card.

    Raises:
        ValueError: something is not understood; the message is a sentence.
        DeckErrors: what it holds breaks a rule of decks.
    """
    rows: list[dict[str, Any]] = [{ROW: "deck", "revision": "1", **head}]
    rows += _shoes_rows(shoes)
    ids = shoes_by_name(shoes)
    cards = list(foreign_cards(table, columns, file))
    for card in cards:
        card[SHOES] = "\n".join(found_shoes(card[SHOES], ids))
    themes = {key: title for card in cards for key, title in card.pop(THEME).items()}
    rows += [{ROW: "theme", "key": key, "title": title} for key, title in themes.items()]
    return deck_from_rows([*rows, *cards])


def shoes_by_name(shoes: Iterable[Shoes | ToldShoes]) -> dict[str, str]:
    """The ids of shoes by all that a table may call them: letter, name and id, in small letters."""
    called = ((text, pair.id) for pair in shoes for text in (pair.mark, pair.name, pair.id))
    return {text.casefold(): id_ for text, id_ in called}


def found_shoes(names: Iterable[str], ids: Mapping[str, str]) -> list[str]:
    """The ids of the shoes that are called so; a name of none is left out."""
    return list(dict.fromkeys(ids[name.casefold()] for name in names if name.casefold() in ids))


def shoes_in(table: CardTable, columns: Mapping[str, str]) -> list[str]:
    """The names of shoes in a table, each once, those of the first cards first."""
    heads = [head for head, field in columns.items() if field == SHOES]
    names = (name for head in heads for cell in table.cells(head) for name in _parts(cell))
    return list({name.casefold(): name for name in names}.values())


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", cell) if part.strip()]


def _shoes_rows(shoes: Sequence[ToldShoes]) -> Iterator[dict[str, Any]]:
    for number, one in enumerate(shoes):
        yield {
            ROW: "shoes",
            "id": one.id,
            "name": one.name,
            "mark": one.mark,
            "side": one.side,
            "colour": COLOURS[1 + number % (len(COLOURS) - 1)],
            "you_are": one.you_are or f"You are in these shoes: {one.name}.",
        }


def foreign_cards(
    table: CardTable, columns: Mapping[str, str], file: str
) -> Iterator[dict[str, Any]]:
    """The cards of a table as rows of a deck, each with its themes by key and shoes by name."""
    taken: set[str] = set()
    at = {head: number for number, head in enumerate(table.heads)}
    for row, place in zip(table.rows, table.places, strict=True):
        card = {field: row[at[head]].strip() for head, field in columns.items()}
        if not any(card.values()):
            continue
        text = card.get("text", "")
        card["title"] = card.get("title") or " ".join(text.split()[:MOST_WORDS_OF_A_TITLE]).rstrip(
            "."
        )
        asked = [f"{rung}: {card.pop(rung)}" for rung in RUNGS if card.get(rung)]
        themes = _themes(card.pop(THEME, ""), by_words=table.kind == "anki")
        said = card.pop("source", "")
        names = _parts(card.pop(SHOES, ""))
        yield {
            ROW: "card",
            "id": _free_id(card["title"], taken),
            "kind": "scenario",
            "prompts": "\n".join(asked),
            "themes": "\n".join(themes),
            "source": ", ".join(filter(None, (f"{file}, {place}", said))),
            THEME: themes,
            SHOES: names,
            **{field: cell for field, cell in card.items() if field not in RUNGS},
        }


def _free_id(title: str, taken: set[str]) -> str:
    base = slug = id_from(title) or "card"
    number = 1
    while slug in taken:
        number += 1
        slug = f"{base[:50]}-{number}"
    taken.add(slug)
    return slug


def _themes(cell: str, *, by_words: bool) -> dict[str, str]:
    """The themes in a cell by their keys. Anki's tags stand with blanks between them."""
    titles = cell.split() if by_words else _parts(cell)
    return {id_from(title) or f"theme-{n}": title for n, title in enumerate(titles, 1)}
