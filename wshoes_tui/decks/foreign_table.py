"""Import of a CSV file that another program wrote: its columns mapped to fields of cards."""

from __future__ import annotations

from collections.abc import Mapping

from wshoes_tui.decks.deck_table import ROW, deck_from_rows, read_rows
from wshoes_tui.decks.deck_template import id_from
from wshoes_tui.domain.deck import COLOURS, RUNGS

FIELDS = ("title", "text", "easy", "note", "source", *RUNGS)
"""What a column can be."""


def foreign_deck(
    content: bytes, head: Mapping[str, str], shoes: str, columns: Mapping[str, str], file: str
) -> tuple[str, str, list[str]]:
    """The id and the text of a deck with a card for each row, and the columns left out.

    ``head`` holds fields of the deck; ``shoes`` is "P, The patient, lived; N, The nurse, service";
    ``columns`` maps headings to ``FIELDS``; a heading that is itself a field needs no entry.

    Raises:
        ValueError: something is missing or not understood; the message is a sentence.
        DeckErrors: what it holds breaks a rule of decks.
    """
    heads, lines = read_rows(content, "cp1252")
    used = {name: name for name in heads if name in FIELDS} | dict(columns)
    for name, field in used.items():
        if name not in heads:
            raise ValueError(f'There is no column "{name}", only: {", ".join(heads)}.')
        if field not in FIELDS or list(used.values()).count(field) > 1:
            raise ValueError(f'"{field}" is no field for one column: {", ".join(FIELDS)}.')
    if "text" not in used.values():
        raise ValueError(f"No column is the text of the cards: {', '.join(heads)}.")
    rows = [{ROW: "deck", "revision": "1", **head}]
    for number, one in enumerate(shoes.split(";")):
        parts = [part.strip() for part in one.split(",")]
        if len(parts) != 3:
            raise ValueError(f'Shoes are "letter, name, side", not "{one.strip()}".')
        mark, name, side = parts
        row = {"id": id_from(name), "name": name, "mark": mark, "side": side}
        colour, you_are = COLOURS[1 + number % 7], f"You are in these shoes: {name}."
        rows.append({ROW: "shoes", **row, "colour": colour, "you_are": you_are})
    taken: set[str] = set()
    for number, line in enumerate(lines, 1):
        if None in line:
            raise ValueError(f"Row {number} has more cells than there are headings.")
        card = {field: (line[name] or "").strip() for name, field in used.items()}
        if not any(card.values()):
            continue
        card["title"] = card.get("title") or " ".join(card["text"].split()[:5])
        base = slug = id_from(card["title"]) or "card"
        while slug in taken:
            slug = f"{base[:50]}-{number}" if f"{base[:50]}-{number}" not in taken else f"{slug}-x"
        taken.add(slug)
        asked = [f"{rung}: {card.pop(rung)}" for rung in RUNGS if card.get(rung)]
        card["source"] = card.get("source") or f"{file}, row {number}"
        kept = {key: cell for key, cell in card.items() if key not in RUNGS}
        told = {"id": slug, "kind": "scenario", "prompts": "\n".join(asked)}
        rows.append({ROW: "card", **told, **kept})
    return *deck_from_rows(rows), [name for name in heads if name not in used]
