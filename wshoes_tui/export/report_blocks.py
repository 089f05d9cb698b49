"""Blocks of the report of a session: plain data, which Markdown, HTML and Word render.

Every text in a block is plain, as it was typed: a renderer escapes each one once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.summary import Coverage
from wshoes_tui.domain.text import safe


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section: level 3, or 4 below one of those."""

    text: str
    level: int = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the program on one line. ``shoes``: it says in whose shoes what follows was."""

    text: str
    shoes: Shoes | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a card. ``keep_breaks``: its lines are verses."""

    text: str
    keep_breaks: bool
    language: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, in parts of a lead-in and the words; the lead-in may be empty.

    Attributes:
        by: who said it, or in which shoes, where that may be told.
        shoes: the shoes it was said in, if known.
        cause: the words that brought it about. They stand in another quotation, too.
    """

    parts: tuple[tuple[str, str], ...]
    by: str = ""
    shoes: Shoes | None = None
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """A pledge: its words, who keeps it by when, and its history, a sentence a day."""

    text: str
    who: str
    horizon: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promises:
    """The pledges, in the order of their horizons: those for now first."""

    items: tuple[Promised, ...]

    def by_horizon(self) -> Iterator[tuple[str, Promises]]:
        """Each horizon that has any, as a heading, with its pledges."""
        for horizon in dict.fromkeys(item.horizon for item in self.items):
            yield (
                horizon.rstrip("."),
                Promises(tuple(item for item in self.items if item.horizon == horizon)),
            )


@dataclass(frozen=True, slots=True)
class Points:
    """A list of texts, each of one or more lines."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table; the first cell of a row is its head. ``numbers``: the other cells are numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class ShoesMap:
    """The coverage map of one deck, with the sentences that say the same in words.

    ``names`` are those of the shoes, in the order of the rows.
    """

    found: Coverage
    names: tuple[str, ...]
    stood: str
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The sides of a card that was swapped: a heading and blocks each, the first side first."""

    columns: tuple[tuple[str, tuple[ReportBlock, ...]], ...]


ReportBlock = (
    Subheading
    | Statement
    | Passage
    | Quotation
    | Promises
    | Points
    | DataTable
    | ShoesMap
    | SideBySide
)


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section under a heading. ``name`` is an ASCII word that tells it from the others."""

    name: str
    title: str
    blocks: tuple[ReportBlock, ...]


@dataclass(frozen=True, slots=True)
class SessionReport:
    """A report: the title, facts for one line, sentences, and the sections that have anything.

    ``warning`` says that a part of the session is damaged; it is "" where all is whole.
    ``language`` is the tag of the language in which people spoke.
    """

    title: str
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    warning: str
    sections: tuple[ReportSection, ...]
    language: str

    @property
    def picture_first(self) -> tuple[ReportSection, ...]:
        """The sections in the order of a page to look at: the map and the path come first."""
        return tuple(sorted(self.sections, key=lambda one: one.name not in ("map", "path")))


def paragraphs_of(text: str) -> list[list[str]]:
    """The lines of each paragraph of somebody's words, safe to show; blank lines part them."""
    paragraphs: list[list[str]] = [[]]
    for line in safe(text).split("\n"):
        if stripped := line.strip():
            paragraphs[-1].append(stripped)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [lines for lines in paragraphs if lines]


def shoes_name(session: Session, shoes: Shoes) -> str:
    """The name of shoes; where several decks were played, with their mark."""
    return f"{shoes.name} ({shoes.mark})" if len(session.decks) > 1 else shoes.name
