"""Lists of people as they are pasted: rows of cells out of a spreadsheet, a file or a document.

What belongs to the list and not to its people (bullets, numbers, quotes, headings, "and") is
taken off here. All else is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from wshoes_tui.domain.value import Value, value
from wshoes_tui.flow.answer_parser import bare

Kind = Literal["name", "role", "side", "needs", "number", ""]

HEADINGS: dict[Kind, str] = {
    "name": (
        "name|names|full name|first name|last name|surname|family name|given name|preferred name|"
        "who|who is here|person|people|participant|participants|attendee|attendees|"
        "enw|enwau|enw llawn|enw cyntaf|cyfenw|pwy|pobl|cyfranogwr|cyfranogwyr|"
        "nombre|nombres|nombre completo|nombre y apellidos|apellido|apellidos|quien|personas|"
        "participante|participantes|nom|noms|prenom|prenoms|nom et prenom|nom complet|"
        "nom de famille|qui|personne|personnes|nome|nomes|nome completo|apelido|sobrenome|quem|"
        "pessoa|pessoas"
    ),
    "role": (
        "role|roles|job|job title|position|occupation|relationship|rol|rolau|swydd|"
        "teitl swydd|perthynas|papel|puesto|cargo|funcion|profesion|relacion|fonction|poste|"
        "metier|profession|relation|funcao|profissao|relacao"
    ),
    "side": "side|sides|ochr|lado|cote",
    "needs": (
        "need|needs|access|access needs|access requirements|requirements|support|support needs|"
        "adjustments|reasonable adjustments|note|notes|comment|comments|anghenion|"
        "anghenion mynediad|mynediad|cymorth|nodyn|nodiadau|sylwadau|necesidad|necesidades|"
        "necesidades de acceso|acceso|apoyo|apoyos|accesibilidad|notas|besoin|besoins|"
        "besoins d acces|acces|accessibilite|soutien|remarques|necessidade|necessidades|"
        "necessidades de acesso|acesso|acessibilidade|apoio"
    ),
    "number": "no|nr|number|num|seat|id|n|n o|rhif|sedd|numero|siege|lugar",
}
"""Headings of columns in the five languages, without accents."""

ALONE = frozenset(
    {
        *("name", "names", "full name", "first name", "participants", "attendees"),
        *("enw", "enwau", "cyfranogwyr", "nombre", "nombres", "participantes"),
        *("nom", "noms", "prenom", "prenoms", "nome", "nomes"),
    }
)
"""Headings that are no name or role of a person, even without another sign that they are one."""

KINDS: dict[str, Kind] = {word: kind for kind, ways in HEADINGS.items() for word in ways.split("|")}

QUOTED = re.compile(
    r"""(?:(?<=[,;\t\n|])|^)[ ]*"(?:[^"]|"")*"(?=[ ]*(?:[,;\t\n|]|$))""",
)
"""A cell in quotes, as files of comma-separated values have them: commas in it part nothing."""

PAIRS = ('""', "\u201c\u201d", "\u201e\u201c", "\u00ab\u00bb", "\u2039\u203a", "\u2018\u2019", "''")

FURNITURE = re.compile(
    r"""
    [-\u2010-\u2015\u2212*+\u2022\u2023\u2043\u00b7\u25a0-\u25ff\u2605\u2606\u2610-\u2612\u2713-\u2718
      \u2192\u27a2\u27a4\u2794\u203b>\u00a7\uf000-\uf0ff]+
    | \[[ xX\u2713\u2714]?\]                         # a box to tick, ticked or not
    | \([ ]\)
    | \(?\d{1,3}[.)\uff0e\uff09\u3001:](?!\d)        # "1." "2)" "(3)" "4:"
    | \d{1,3}\s*[-\u2013\u2014](?=\s)                # "5 -"
    | \(?(?:[A-Za-z]|[ivx]{2,4})\)(?=\s)             # "a)" "iv)"
    """,
    re.VERBOSE,
)
"""What stands before an entry of a list, and is not part of it."""

AND_LAST = re.compile(r"(?:and|&|et|ac)\s+(?=\S)")
AND_LATER = re.compile(r"(?:and|&|et|ac|a|y|e)\s+(?=\S)")
"""What leads to the last entry of a list; the second of them on no first line, where it is less
sure to be one.
"""

BETWEEN_NAMES = re.compile(r"\s+(?:and|&|et|ac|a)\s+")
BETWEEN_LONE_NAMES = re.compile(r"\s+(?:and|&|et|ac|a|y|e)\s+")
HONORIFICS = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "dr", "sir", "m", "mme", "mlle", "sr", "sra", "srta", "dra",
     "don", "dona")
)  # fmt: skip
LONGEST_NAME = 3


@value()
class Cell(Value):
    """One cell, and whether it stood in quotes: then nothing of it belongs to the list."""

    text: str
    quoted: bool = False


@value()
class PersonEntry(Value):
    """One entry of a list: its cells, under the headings of its columns where there were some."""

    cells: tuple[Cell, ...]
    columns: tuple[tuple[Kind, str], ...] = ()

    @property
    def texts(self) -> list[str]:
        """What stands in the cells."""
        return [cell.text for cell in self.cells]


def entries_of(text: str) -> list[PersonEntry]:
    """The entries of a list, each heading taken as what it says of the rows under it."""
    rows = list(_rows(_lines(text)))
    columns: tuple[tuple[Kind, str], ...] = ()
    entries: list[PersonEntry] = []
    for number, row in enumerate(rows):
        more = number + 1 < len(rows)
        if _is_heading([cell.text for cell in row], first=number == 0, more=more):
            columns = tuple((KINDS.get(bare(cell.text), ""), cell.text) for cell in row)
        elif columns:
            entries.append(PersonEntry(row, columns))
        else:
            entries += [PersonEntry(part) for part in _people_of(_without_number(row))]
    return entries


def is_heading_alone(text: str) -> bool:
    """Whether a text is the heading of a list, and nothing else."""
    rows = list(_rows(_lines(text)))
    return len(rows) == 1 and _is_heading([c.text for c in rows[0]], first=True, more=False)


def split_cells(text: str, separator: str) -> tuple[Cell, ...]:
    """The cells of one line, without the empty ones at its end."""
    cells = [_cell(part) for part in _parted(text, separator)]
    while len(cells) > 1 and not cells[-1].text and not cells[-1].quoted:
        cells.pop()
    return tuple(cells)


def _lines(text: str) -> list[str]:
    text = text.replace("\ufeff", "")
    text = re.sub(r"\r\n|[\r\v\f\x85\u2028\u2029]", "\n", text)
    return [line.strip(" \u00a0") for line in _parted(text, "\n") if line.strip()]


def _rows(lines: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    """The cells of each entry. Between people on one line stands a semicolon."""
    values = bool(lines) and _is_heading(
        [cell.text for cell in split_cells(lines[0], ";")], first=False, more=False
    )
    numbered = _are_numbered(lines)
    for number, line in enumerate(lines):
        if "\t" in line:
            parts = [(line, "\t")]
        elif line.startswith("|") and line.endswith("|") and len(line) > 1:
            parts = [(line[1:-1], "|")]
        elif values:
            parts = [(line, ";")]
        else:
            parts = [(part, ",") for part in _parted(line, ";")]
        for place, (part, separator) in enumerate(parts):
            bare_part = _without_furniture(part, first=number + place == 0)
            if numbered:
                bare_part = re.sub(r"^\d+\s+", "", bare_part)
            cells = split_cells(bare_part, separator)
            if any(cell.text.strip("-\u2013\u2014: ") or cell.quoted for cell in cells):
                yield cells


def _without_furniture(text: str, *, first: bool) -> str:
    text = text.strip()
    while (found := FURNITURE.match(text)) is not None:
        text = text[found.end() :].lstrip()
    found = (AND_LAST if first else AND_LATER).match(text)
    return text[found.end() :] if found is not None else text


def _without_number(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The cells without a first one that only counts the rows."""
    counts = re.fullmatch(r"(?:\d{1,3}[.):]?|[o\u00a7])?", cells[0].text) is not None
    named = len(cells) > 1 and any(character.isalpha() for character in cells[1].text)
    return cells[1:] if counts and cells[0].text and named else cells


def _are_numbered(lines: Sequence[str]) -> bool:
    """Whether lines begin with 1, 2, 3 and nothing but a space behind it."""
    found = [re.match(r"(\d{1,3})\s+\S", line) for line in lines]
    return len(lines) > 1 and [match and int(match[1]) for match in found] == [
        *range(1, len(lines) + 1)
    ]


def _is_heading(texts: Sequence[str], *, first: bool, more: bool) -> bool:
    words = [bare(text) for text in texts if text]
    kinds = [KINDS.get(word, "") for word in words]
    if len(words) == 1:
        return first and words[0] in ALONE
    known = sum(kind != "" for kind in kinds)
    if "name" in kinds and known > 1 and any(kind not in ("name", "") for kind in kinds):
        return True
    return first and more and any(word in ALONE for word in words)


def _people_of(row: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    """One entry, or one for each of two people who are named with an "and" between them."""
    if len(row) > 1 or row[0].quoted:
        return [row]
    return [(Cell(part),) for part in _named_together(row[0].text)]


def _named_together(text: str) -> list[str]:
    for between, most in ((BETWEEN_NAMES, LONGEST_NAME), (BETWEEN_LONE_NAMES, 1)):
        parts = between.split(text)
        if len(parts) > 1 and all(_is_name(part, most) for part in parts):
            return parts
    return [text]


def _is_name(text: str, most_words: int) -> bool:
    """Whether this can only be a name: few words, each with a capital letter."""
    words = text.split()
    return (
        0 < len(words) <= most_words
        and all(word[0].isalpha() and word[0] != word[0].lower() for word in words)
        and bare(text) not in HONORIFICS
    )


def _parted(text: str, separator: str) -> list[str]:
    """The text parted at each separator that does not stand in quotes."""
    masked = QUOTED.sub(lambda found: "\0" * len(found[0]), text)
    parts, begin = [], 0
    for found in re.finditer(re.escape(separator), masked):
        parts.append(text[begin : found.start()])
        begin = found.end()
    return [*parts, text[begin:]]


def _cell(text: str) -> Cell:
    text = re.sub(r"\s*\n\s*", " ", text.strip())
    for pair in PAIRS:
        opening, closing = pair[0], pair[1]
        inner = text[1:-1]
        if len(text) > 1 and text[0] == opening and text[-1] == closing:
            if opening == '"':
                inner = inner.replace('""', "\0")
            if opening not in inner and closing not in inner:
                return Cell(inner.replace("\0", '"').strip(), quoted=True)
    return Cell(text)
