"""Decks, shoes, themes and cards. Each field of a deck file is declared here, and only here.

``Annotated[type, InFile(...)]`` says how a field stands in a deck file: its kind of value, its
limit, whether it must be there, and who is told. The reader of decks, the rules of quoting, the
check against the source, the merge of translations, the advice and the projection for a seat all
derive from that; the type and the default are the rest of the declaration. The annotations stay
text until ``file_fields`` is called, so that they cost nothing at start-up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple, get_type_hints

from wshoes_tui import limits
from wshoes_tui.domain.value import Value, added, field, value
from wshoes_tui.locale import N_

Side = Literal["lived", "service"]
CardKind = Literal["scenario", "statement", "poem", "wild"]
Rung = Literal["notice", "feel", "ask", "act"]

SIDES: tuple[Side, ...] = ("lived", "service")
KINDS: tuple[CardKind, ...] = ("scenario", "statement", "poem", "wild")
RUNGS: tuple[Rung, ...] = ("notice", "feel", "ask", "act")
COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")

FieldKind = Literal[
    "text", "passage", "texts", "id", "word", "choice", "number", "ids", "pairs", "things",
]  # fmt: skip
"""What stands behind a key: free text on one line, on several lines, or a list of such; an id;
a word with a form of its own; one of several words; a whole number; a list of ids, or a map from
id to id; a list or a map of other things, which a function of its own reads."""

Audience = Literal["group", "facilitator", "program"]
"""Who is told a field: everybody, the facilitator alone, or nobody (the program works with it)."""


class InFile(NamedTuple):
    """How a field stands in a deck file, where its name is the key."""

    kind: FieldKind
    example: str
    """A value, as messages show it; that of a number is also its default."""
    most: int = 0
    """The limit of a text or of each text of a list, in characters; 0 is none."""
    required: bool = False
    own: bool = False
    """Whether a translation says it for itself. It takes all other fields that it leaves out from
    its original."""
    audience: Audience = "group"
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 0

    @property
    def is_free_text(self) -> bool:
        """Whether every word behind the key is the author's, so that a comment may be text."""
        return self.kind in ("text", "passage", "texts")


Purpose = Literal["", "hiring"]
PURPOSES: tuple[Purpose, ...] = ("hiring",)


@value()
class Theme(Value):
    """A column of the coverage map."""

    key: str
    """Its key, as cards name it."""
    title: Annotated[str, InFile("text", "Independence", limits.TITLE, required=True, own=True)]
    """Its title."""
    framework: Annotated[
        str, InFile("word", "making-it-real-2018/workforce", limits.LICENCE, audience="program")
    ] = ""
    """A framework and one of its themes, by their keys; empty for none. Cards on this theme are
    on that one too."""


@value()
class Shoes(Value):
    """A perspective one stands in on a card."""

    id: Annotated[str, InFile("id", "nurse", required=True, own=True, audience="program")]
    """The id, as turns and responses name it. Shoes of another deck may have it too."""
    name: Annotated[str, InFile("text", "The ward nurse", limits.TITLE, required=True)]
    """Whose shoes they are."""
    mark: Annotated[str, InFile("word", "N", required=True)]
    """The letter that stands for them; with a number where another deck of the session has it."""
    colour: Annotated[
        str, InFile("choice", "green", required=True, choices=COLOURS, audience="program")
    ]
    """One of the eight colours of a terminal."""
    side: Annotated[
        Side, InFile("choice", "service", required=True, choices=SIDES, audience="program")
    ]
    """People who live with the service, or who work in it."""
    you_are: Annotated[
        str,
        InFile(
            "text",
            "You are a nurse with two more people to see before noon.",
            limits.SENTENCE,
            required=True,
        ),
    ]
    """What it is like to stand in them."""
    easy: Annotated[
        str, InFile("text", "You are a nurse. You work on a ward.", limits.SENTENCE)
    ] = ""
    """The same in easy words."""


@value()
class Prompt(Value):
    """One question of a card, on its rung of the listening ladder.

    In a file the rung is the key, and the text stands behind it.
    """

    rung: Rung
    """Its rung on the listening ladder."""
    text: str
    """The question."""
    easy: Annotated[str, InFile("text", "How do you feel?", limits.QUESTION)] = added(default="")
    """The same question in easy words; where the card has easy words, it has these too."""


@value()
class Card(Value):
    """One card."""

    id: Annotated[
        str, InFile("id", "friday-four-oclock", required=True, own=True, audience="program")
    ]
    """Its id, unique in its deck; for a card of the group's own, the id of that record."""
    kind: Annotated[
        CardKind, InFile("choice", "scenario", required=True, choices=KINDS, audience="program")
    ]
    """What kind of card it is."""
    title: Annotated[str, InFile("text", "Friday, four o'clock", limits.TITLE, required=True)]
    """Its title."""
    text: Annotated[
        str,
        InFile(
            "passage", "| and what happens on the next lines, indented", limits.TEXT, required=True
        ),
    ]
    """Its text."""
    easy: Annotated[
        str,
        InFile("passage", "| and the same in easy words on the next lines, indented", limits.TEXT),
    ] = ""
    """The text in easy words."""
    shoes: Annotated[tuple[str, ...], InFile("ids", "[patient, nurse]", audience="program")] = ()
    """The shoes it suggests; none means all."""
    opposite: Annotated[
        Mapping[str, str], InFile("pairs", "{patient: nurse}", audience="program")
    ] = field(default_factory=dict)
    """For a swap: from which shoes into which."""
    themes: Annotated[tuple[str, ...], InFile("ids", "[information]", audience="program")] = ()
    """The themes it is on."""
    prompts: Annotated[
        tuple[Prompt, ...], InFile("things", "(a list, each such as {ask: What would help?})")
    ] = ()
    """Its questions; none means the usual four."""
    tender: Annotated[int, InFile("number", "1", low=0, high=limits.MOST_TENDER)] = 1
    """0 light, 1 usual, 2 take care."""
    note: Annotated[
        str, InFile("passage", "For the facilitator only.", limits.TEXT, audience="facilitator")
    ] = ""
    """A note for the facilitator."""
    source: Annotated[str, InFile("text", "~", limits.SENTENCE, audience="facilitator")] = ""
    """Where it comes from."""
    easy_title: Annotated[str, InFile("text", "Friday", limits.TITLE)] = added(default="")
    """The title in easy words, where the title needs one."""
    framework: Annotated[
        tuple[str, ...], InFile("ids", "[making-it-real-2018/workforce]", audience="program")
    ] = added(default=())
    """Themes of frameworks it is on besides those of its themes, each by both keys."""


@value()
class Offer(Value):
    """The shoes in which the cards of a deck can be answered on one theme."""

    theme: str
    """The key of the theme."""
    shoes: tuple[str, ...]
    """The ids of the shoes."""


@value()
class Deck(Value):
    """A deck as it was when it was read or chosen.

    ``offers`` is filled only where the deck does not hold all its cards: see ``offered``.
    """

    id: Annotated[str, InFile("id", "home-from-hospital", required=True, own=True)]
    """The deck's own id."""
    title: Annotated[str, InFile("text", "Home from hospital", limits.TITLE, required=True)]
    """What the deck is called."""
    revision: Annotated[
        int, InFile("number", "1", required=True, own=True, low=1, high=limits.LAST_REVISION)
    ]
    """The revision that was played."""
    language: Annotated[str, InFile("word", "en-GB", required=True, own=True)]
    """The language of the deck, a BCP 47 tag."""
    themes: Annotated[tuple[Theme, ...], InFile("things", "{information: Information and advice}")]
    """The columns of the coverage map."""
    shoes: Annotated[
        tuple[Shoes, ...],
        InFile(
            "things", "(a list, each with id, name, mark, colour, side and you_are)", required=True
        ),
    ]
    """The perspectives that can be stood in."""
    cards: Annotated[
        tuple[Card, ...],
        InFile("things", "(a list, each with id, kind, title and text)", required=True),
    ]
    """Its cards, in the order of the file."""
    summary: Annotated[
        str, InFile("text", "Leaving hospital, seen by everyone it touches.", limits.SENTENCE)
    ] = ""
    """What it is about, in a sentence."""
    audience: Annotated[
        str,
        InFile("text", "Ward teams, families, people who have been in hospital.", limits.SENTENCE),
    ] = ""
    """Whom it is for."""
    minutes: Annotated[int, InFile("number", "8", low=1, high=limits.LONGEST_MINUTES)] = 8
    """The usual time for a card, in minutes."""
    licence: Annotated[str, InFile("text", "CC-BY-4.0", limits.LICENCE)] = ""
    """The licence of the deck."""
    authors: Annotated[tuple[str, ...], InFile("texts", "[Asha, Tom]", limits.TITLE)] = ()
    """Who wrote it."""
    co_produced_with: Annotated[
        tuple[str, ...], InFile("texts", "[The Tuesday group]", limits.TITLE)
    ] = ()
    """Who with lived experience helped to write it."""
    reviewed: Annotated[str, InFile("word", "2026-03-31", own=True)] = ""
    """The day of the last review with people with lived experience; empty for none."""
    content_note: Annotated[
        str, InFile("text", "Mentions falls and loneliness.", limits.CONTENT_NOTE)
    ] = ""
    """What may be hard in it."""
    translation_of: Annotated[str, InFile("id", "home-from-hospital", own=True)] = ""
    """The id of the deck that this one translates; empty for none."""
    offers: tuple[Offer, ...] = added(default=())
    """The themes on which it has cards, with those left out here: what the map can fill."""
    translated: int | None = added(default=None)
    """How many cards were in its language, the others as in the original; null: no translation."""

    purpose: Annotated[
        Purpose, InFile("choice", "hiring", choices=PURPOSES, audience="program")
    ] = added(default="")
    """What it is made for: hiring, where its themes are the values that a panel looks for; empty
    for every other deck."""

    def card(self, card_id: str) -> Card | None:
        """The card of that id, or None."""
        return next((card for card in self.cards if card.id == card_id), None)

    def pair(self, shoes_id: str) -> Shoes | None:
        """The shoes of that id, or None."""
        return next((shoes for shoes in self.shoes if shoes.id == shoes_id), None)

    def suggested(self, card: Card) -> tuple[Shoes, ...]:
        """The shoes a card suggests, in deck order; all of them where it suggests none."""
        if not card.shoes:
            return self.shoes
        return tuple(shoes for shoes in self.shoes if shoes.id in card.shoes)

    def offered(self) -> tuple[Offer, ...]:
        """Each theme of which there is a card, in the order of the deck, with its shoes."""
        if self.offers:
            return self.offers
        shoes: dict[str, set[str]] = {}
        for card in self.cards:
            worn = {pair.id for pair in self.suggested(card)}
            for theme in card.themes:
                shoes.setdefault(theme, set()).update(worn)
        return tuple(
            Offer(theme.key, tuple(pair.id for pair in self.shoes if pair.id in shoes[theme.key]))
            for theme in self.themes
            if theme.key in shoes
        )


OPEN_PROMPTS = (
    Prompt("notice", N_("What is happening here?")),
    Prompt("feel", N_("What is it like to be you right now?"), N_("How do you feel?")),
    Prompt(
        "ask",
        N_("What would you like to ask the others?"),
        N_("What do you want to ask the others?"),
    ),
    Prompt("act", N_("What one thing would help?"), N_("What would help?")),
)
"""The prompts of a card that brings none of its own, told in the language of the interface."""


def file_fields(kind: type[Any]) -> Mapping[str, InFile]:
    """The fields of a dataclass that stand in a deck file, by key, in the order of the class."""
    if kind not in _FIELDS:
        hints = get_type_hints(kind, include_extras=True)
        found = {name: getattr(hint, "__metadata__", ()) for name, hint in hints.items()}
        _FIELDS[kind] = {name: extras[0] for name, extras in found.items() if extras}
    return _FIELDS[kind]


_FIELDS: dict[type[Any], Mapping[str, InFile]] = {}
"""Cache of ``file_fields``."""


def text_fields(kind: type[Any], audience: Audience = "group") -> tuple[str, ...]:
    """The names of the fields that hold one free text for this audience."""
    return tuple(
        name
        for name, one in file_fields(kind).items()
        if one.kind in ("text", "passage") and one.audience == audience
    )
