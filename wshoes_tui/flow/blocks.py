"""Blocks and effects: what a stage shows, asks, reports and does, the same for every front end.

A stage (``flow/*_flow.py``) is asked for its blocks, for its question, and for what an answer
does. The last comes as *effects*: commands, which the front end works on the session one after
the other, and blocks that report what became of them. A renderer turns blocks into
``Word: text`` lines (``line_output/render.py``) or Textual content (``tui/block_content.py``).
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from wshoes_tui.domain.deck import Card, Prompt, Shoes
from wshoes_tui.domain.models import Lightbulb, Pledge, Response, Transition
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.domain.value import Command, Value, value
from wshoes_tui.flow.list_blocks import (
    BarsBlock,
    ChoiceBlock,
    DeckBlock,
    SeatBlock,
    SessionBlock,
)
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import TAKE_CARE

if TYPE_CHECKING:
    from wshoes_tui.domain.summary import BeforeAfter, Coverage, PathStep

Word = Literal[
    "Agreement", "Card", "Choice", "Consent", "Deck", "Draft", "End", "Error", "Evidence",
    "Feedback", "Help", "Lightbulb", "Map", "More", "Note", "Notice", "Number", "Parked", "Pause",
    "Plan", "Pledge",
    "Prompt", "Question", "Redone", "Review", "Said", "Saved", "Seat", "Session", "Shoes", "Step",
    "Summary", "Swap", "Turn", "Undone", "Voice", "Write",
]  # fmt: skip
"""The kind of a block: the first word of its line in line mode (see ``wshoes_tui.lines``)."""


@value()
class TextBlock(Value):
    """A block that is a text.

    Attributes:
        word: its kind. An effect of the kind "Error" ends its answer: it could not be done.
        text: its text in plain lines; empty where lines do not tell it.
        screen: its text on a screen, where that must be another one; empty where screens do not
            show it.
    """

    word: Word
    text: str
    screen: str | None = None

    @property
    def on_screen(self) -> str:
        """The text that a screen shows."""
        return self.text if self.screen is None else self.screen


@value()
class PledgeBlock(Value):
    """A pledge, with its number from 1 and, where it is known, its owner and its day.

    ``origin`` tells what it came from, in a summary.
    """

    word: ClassVar[Word] = "Pledge"
    pledge: Pledge
    number: int
    origin: str = ""


@value()
class LightbulbBlock(Value):
    """A lightbulb, with its number from 1; in a summary also its turn and the shoes it is from.

    ``cause`` is the response that brought it about, where that may be shown.
    """

    word: ClassVar[Word] = "Lightbulb"
    bulb: Lightbulb
    number: int
    turn: int = 0
    shoes: Shoes | None = None
    cause: SaidBlock | None = None


@value()
class NumbersBlock(Value):
    """The numbers from 0 to 10 that were given for one pair of shoes, in their order."""

    word: ClassVar[Word] = "Number"
    deck: str
    shoes: Shoes
    values: tuple[int, ...]


@value()
class AskedNumberBlock(Value):
    """The pair of shoes for which a seat is asked a number: which one it is, and what it gave.

    ``question`` is what stands below the shoes on a screen.
    """

    word: ClassVar[Word] = "Number"
    shoes: Shoes
    number: int
    count: int
    given: str
    question: str = ""


@value()
class ShoesBlock(Value):
    """A pair of shoes: which, and what it is like to stand in them.

    On a screen also who stands in them, as a sentence with the name in it, where that may be told.
    """

    word: ClassVar[Word] = "Shoes"
    shoes: Shoes
    stands: str = ""
    who: str = ""

    def life(self, *, easy: bool) -> str:
        """The "You are ..." sentence, in easy words where asked and there are any."""
        return self.shoes.easy if easy and self.shoes.easy else self.shoes.you_are


@value()
class SpeakerBlock(Value):
    """In whose shoes somebody speaks who has not the turn.

    Attributes:
        shoes: the shoes.
        lead: on a screen, what stands before them.
        is_name: whether that is a name.
        text: the whole sentence in plain lines; empty where lines do not tell it.
    """

    word: ClassVar[Word] = "Shoes"
    shoes: Shoes
    lead: str
    is_name: bool = False
    text: str = ""


@value()
class CardBlock(Value):
    """A card: its title, a warning where it may hurt, and its texts.

    Every front end shows what these methods return: a field that is added to ``Card`` is shown
    everywhere once ``more`` returns it.
    """

    word: ClassVar[Word] = "Card"
    card: Card

    @property
    def warning(self) -> str:
        """What is said before a card that may hurt; empty for any other."""
        return _(TAKE_CARE) if self.card.tender == 2 else ""

    def title(self, *, easy: bool) -> str:
        """The title, in easy words where asked and there are any."""
        return self.card.easy_title if easy and self.card.easy_title else self.card.title

    def is_verse(self, *, easy: bool) -> bool:
        """Whether the line breaks of the text are the author's: those of a poem alone."""
        return self.card.kind == "poem" and not (easy and self.card.easy)

    def text(self, *, easy: bool) -> str:
        """The text, in easy words where asked and there are any: paragraphs, a line each, with an
        empty line between them; a poem as it stands.
        """
        card = self.card
        text = safe(card.easy if easy and card.easy else card.text).lstrip("\n").rstrip()
        if self.is_verse(easy=easy):
            return text
        parts = re.split(r"\n\s*\n", text)
        return "\n\n".join(one_line(part) for part in parts if part.strip())

    def more(self) -> tuple[str, ...]:
        """What else stands on the card for everybody to read, a text each."""
        return ()


@value()
class PromptBlock(Value):
    """One prompt of a card: its rung on the listening ladder, and which it is of how many."""

    word: ClassVar[Word] = "Prompt"
    prompt: Prompt
    number: int
    count: int

    def asked(self, *, easy: bool) -> str:
        """The question, in easy words where asked and there are any."""
        return self.prompt.easy if easy and self.prompt.easy else self.prompt.text


class SaidBlock(NamedTuple):
    """A response: its number on its turn, who said it if that is kept, its shoes, its words.

    A named tuple, which is quick to make: sixty people's responses are on each of their screens.

    Attributes:
        is_earlier: whether it was said on the turn before a swap.
        on_screen: whether the page of a turn shows it.
        turn: the number of its turn, where responses of several turns are shown; else 0.
        card: the title of its card, where no heading names it.
    """

    response: Response
    number: int
    who: str
    shoes: Shoes
    is_earlier: bool = False
    on_screen: bool = True
    turn: int = 0
    card: str = ""

    @property
    def label(self) -> str:
        """The number by which it is called: "2" on the open turn, "3.2" among all turns."""
        return f"{self.turn}.{self.number}" if self.turn else str(self.number)

    @property
    def word(self) -> Word:
        return "Said"


@value()
class QuestionBlock(Value):
    """What may be typed now.

    Attributes:
        text: the question in plain lines, with the commands that apply.
        label: on a screen, what stands above the field.
        hint: on a screen, what the empty field says.
        empty: on a screen, what is said when Enter is pressed in the empty field.
    """

    word: ClassVar[Word] = "Question"
    text: str
    label: str = ""
    hint: str = ""
    empty: str = ""


@value()
class MapBlock(Value):
    """Coverage map: whose shoes were stood in, on which themes, deck by deck."""

    word: ClassVar[Word] = "Map"
    covered: tuple[Coverage, ...]


@value()
class PathBlock(Value):
    """The path of the session, turn by turn; with ``counts`` it is a line, a stroke for each.

    ``alone`` says whether it is that of one person.
    """

    word: ClassVar[Word] = "Summary"
    steps: tuple[PathStep, ...]
    counts: tuple[str, ...] = ()
    alone: bool = False


Side = tuple[Shoes, tuple[SaidBlock, ...]]
"""One side of a card: the shoes of a turn, and what was said on it."""


@value()
class SwapBlock(Value):
    """A card that was answered from two sides: its title, and both."""

    word: ClassVar[Word] = "Swap"
    title: str
    sides: tuple[Side, Side]


@value()
class BeforeAfterBlock(Value):
    """Table of the medians before and after the turns, one row for each pair of shoes.

    Where ``titled``, the rows of each deck stand under its title.
    """

    word: ClassVar[Word] = "Number"
    rows: tuple[BeforeAfter, ...]
    titled: bool = False


@value()
class VoiceBlock(Value):
    """How often somebody was heard, in words. For the facilitator only."""

    word: ClassVar[Word] = "Voice"
    who: str
    heard: str


@value()
class FoundBlock(Value):
    """Words that a search found, with their number from 1 and where they were said.

    Attributes:
        kind: what they are, as the first word of a line says it.
        text: the words, around what was searched for where they are long.
        where: the session, the day and the card, in phrases.
        shoes: the shoes they were said in, if any.
    """

    kind: Word
    number: int
    text: str
    where: tuple[str, ...]
    shoes: Shoes | None = None

    @property
    def word(self) -> Word:
        return self.kind


Block = (
    TextBlock | PledgeBlock | LightbulbBlock | NumbersBlock | AskedNumberBlock | ShoesBlock
    | SpeakerBlock | CardBlock | PromptBlock | SaidBlock | QuestionBlock | MapBlock | PathBlock
    | SwapBlock | BeforeAfterBlock | VoiceBlock | ChoiceBlock | DeckBlock | SessionBlock
    | SeatBlock | BarsBlock | FoundBlock
)  # fmt: skip
Blocks = Iterator[Block]
Effects = Generator[Command | Block, Transition | None, None]
"""What an answer does: the next command is asked for when the last one has been worked.

``yield`` of a command gives the transition that came of it: others may change the session before
the next effect is asked for. It is None where nobody tells it.
"""
