"""Turn text: the words of a turn's page as styled text, with marks of shoes in the margin.

Beside ``page_text``, and in the same way: the screens make Textual's content of it, the first
paint lays it out itself. Lines that hang from a mark are broken here, for the room there is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from wshoes_tui.cells import cell_layout
from wshoes_tui.cells.cell_layout import Span, Styled, cut, plain, width_of, wrapped
from wshoes_tui.cells.colour_profiles import LIVE, QUIET, SHOES, THIN, WORD
from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.first_paint.page_text import BREAK, card_text, joined, letter_of
from wshoes_tui.first_paint.text_places import TextRoom
from wshoes_tui.flow.blocks import (
    Block,
    CardBlock,
    PromptBlock,
    SaidBlock,
    ShoesBlock,
    TextBlock,
)
from wshoes_tui.flow.questions import SAID
from wshoes_tui.flow.session_labels import which_of
from wshoes_tui.flow.turn_flow import turns_of
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import RUNG_WORDS

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Session

MORE_SAID = N_("({count} more: Esc b)")
STROKE, TO_COME = "━", "─"
BESIDE, BETWEEN = "   ", "  "
"""What stands between two things on a line, and between a lead and what it leads to."""


def hung(mark: Styled, text: Styled, room: TextRoom, most: int | None = None) -> list[Styled]:
    """The lines of a text that hangs from a mark in the margin.

    Args:
        mark: what stands before the first line.
        text: the words.
        room: the room there is; without a margin the mark stands among the words.
        most: lines at most; what is left out is told by an ellipsis.
    """
    if not room.hang:
        rows = cell_layout.lazily_wrapped((*mark, (" ", ""), *text), room.width)
        return cut_rows(rows, most, room.width)
    before = room.hang - 1 - width_of(mark)
    width = room.width + min(0, before)
    lines = cut_rows(cell_layout.lazily_wrapped(text, width), most, width)
    first: Styled = ((" " * max(0, before), ""), *mark, (" ", ""))
    margin: Span = (" " * room.hang, "")
    return [(*first, *lines[0]), *((margin, *line) for line in lines[1:])]


def cut_rows(rows: Iterable[Styled], most: int | None, width: int) -> list[Styled]:
    """At most so many lines, no more than that is taken of them; an ellipsis tells of more."""
    lines = [*rows] if most is None else [*islice(rows, most + 1)]
    if most is None or len(lines) <= most:
        return lines
    last: Styled = (*lines[most - 1], (" …", QUIET))
    return [*lines[: most - 1], cut(last, width, ellipsis=True)]


def shoes_text(block: ShoesBlock, room: TextRoom) -> Styled:
    """The shoes of a turn in their tint, and who stands in them."""
    shoes, stands = block.shoes, stands_text(block)
    name: Styled = ((one_line(shoes.name), f"bold {SHOES}{shoes.colour}"),)
    beside = width_of(name) + len(BESIDE) + width_of(stands)
    if stands and room.hang and beside <= room.width:
        return joined(hung(letter_of(shoes), (*name, (BESIDE, ""), *stands), room))
    rows = hung(letter_of(shoes), name, room)
    margin = room.hang or 1 + width_of(letter_of(shoes))
    below = wrapped(stands, room.width - (0 if room.hang else margin)) if stands else []
    return joined([*rows, *(((" " * margin, ""), *row) for row in below)])


def _with_right(line: Styled, right: str, room: TextRoom) -> Styled:
    """The line with a quiet text at its right end, where that fits on it."""
    told: Styled = ((one_line(right), QUIET),)
    spare = room.hang + room.width - width_of(line) - width_of(told)
    if BREAK in line or not right or spare < len(BESIDE):
        return line
    return (*line, (" " * spare, ""), *told)


def stands_text(block: ShoesBlock) -> Styled:
    """Who stands in the shoes: the name is live, what is said of it quiet."""
    told, who = one_line(block.stands), one_line(block.who)
    before, name, after = told.partition(who) if who else (told, "", "")
    parts = ((before, QUIET), (name, f"bold {LIVE}"), (after, QUIET))
    return tuple(part for part in parts if part[0])


def life_text(block: ShoesBlock, room: TextRoom, *, easy: bool) -> Styled:
    """What it is like to stand in the shoes, hung from their mark."""
    life = ((safe(block.life(easy=easy)), ""),)
    return joined(hung(letter_of(block.shoes), life, room)) if plain(life) else ()


def big_title(block: CardBlock, room: TextRoom, *, easy: bool) -> Styled:
    """The title of a card in big letters, and a warning below it; empty where it does not fit."""
    if not room.big:
        return ()
    from wshoes_tui.cells.big_letters import big_rows

    rows: list[Styled] = [
        ((row or " ", WORD),) for row in big_rows(one_line(block.title(easy=easy)), room.big)
    ]
    if rows and block.warning:
        rows += [((block.warning, QUIET),)]
    return joined(rows) if rows else ()


def title_text(block: CardBlock, deck: str, room: TextRoom, *, easy: bool) -> Styled:
    """The title of a card, a warning where it may hurt, and on the right what it is from."""
    title: Styled = ((one_line(block.title(easy=easy)), f"bold {WORD}"),)
    if block.warning:
        title = (*title, (f"{BESIDE}{block.warning}", QUIET))
    right: Styled = ((one_line(deck), QUIET),)
    spare = room.width - width_of(title) - width_of(right)
    if not room.hang or not deck or spare < len(BESIDE):
        return joined(wrapped(title, room.width))
    return (*title, (" " * spare, ""), *right)


def stroke_text(title: Styled, shoes: Shoes | None, room: TextRoom) -> Styled:
    """A heavy stroke as long as the words of a title, in the tint of the shoes.

    Half as long as one in big letters. A blank on a slow line.
    """
    if room.slow:
        return ((" ", ""),)
    is_big = any(style == WORD for _part, style in title)
    words = [width_of((part,)) for part in title if part[1].endswith(WORD)]
    long = max(words) // 2 if is_big else min(room.width, sum(words))
    return ((STROKE * long, SHOES + shoes.colour if shoes is not None else QUIET),)


def asked_text(block: PromptBlock, room: TextRoom, *, easy: bool) -> Styled:
    """A prompt, its rung before it, its number at the right where its last line has room for it.

    On a narrow screen the question alone.
    """
    asked: Styled = ((one_line(block.asked(easy=easy)), f"bold {WORD}"),)
    if not room.hang:
        return asked
    rung: Styled = ((_(RUNG_WORDS[block.prompt.rung]), QUIET), (BETWEEN, ""))
    if block.count < 2:
        return (*rung, *asked)
    right: Styled = ((which_of(block.number, block.count), QUIET),)
    rows = wrapped((*rung, *asked), room.width)
    spare = room.width - width_of(rows[-1]) - width_of(right)
    if spare < len(BESIDE):
        return joined(rows)
    return joined([*rows[:-1], (*rows[-1], (" " * spare, ""), *right)])


def voice_head(block: SaidBlock) -> Styled:
    """The mark of the shoes of a response, and who said it, if that is kept, else the shoes."""
    shoes = block.shoes
    return (*letter_of(shoes), (" ", ""), (one_line(block.who or shoes.name), SHOES + shoes.colour))


def voice_rows(block: SaidBlock, room: TextRoom, most: int | None) -> list[Styled]:
    """What was said: who, if that is kept, else the shoes, in their tint; then the words."""
    shoes = block.shoes
    name: Span = (one_line(block.who or shoes.name), SHOES + shoes.colour)
    words: Styled = (name, (BETWEEN, ""), (one_line(block.response.text), WORD))
    return hung(letter_of(shoes), words, room, most)


class RoomLayout(NamedTuple):
    """What of the room between the card and the question is shown.

    Attributes:
        you_are: whether what the shoes are like.
        voices: how many of the newest responses.
        lines: how many lines of each.
        gap: empty lines between them.
        stroke: whether the card has its stroke.
        below: whether they stand above the field, where they are always in sight, for the card
            leaves no room and scrolls.
        big: whether the title is in big letters, where it fits.
    """

    you_are: bool = True
    voices: int = 0
    lines: int = 3
    gap: int = 1
    stroke: bool = True
    below: bool = False
    big: bool = False


def room_layouts(voices: int, *, big: bool) -> Iterator[RoomLayout]:
    """The layouts of the room in the order in which things step back where there are few lines.

    The last one always fits: the card scrolls. Where there is room for big letters, what was said
    stands beside the card.
    """
    if big:
        yield RoomLayout(big=True)
    if not voices:
        yield RoomLayout()
        yield RoomLayout(stroke=False)
        return
    yield RoomLayout(voices=voices)
    yield RoomLayout(voices=voices, lines=2)
    yield RoomLayout(voices=voices, lines=2, gap=0)
    for count in range(voices, 1, -1):
        yield RoomLayout(you_are=False, voices=count, lines=2, gap=0)
    for lines in (4, 3, 2):
        yield RoomLayout(you_are=False, voices=1, lines=lines)
    yield RoomLayout(you_are=False, voices=1, lines=2, stroke=False)
    yield RoomLayout(you_are=False, voices=1, lines=2, stroke=False, below=True)


def voices_text(said: Sequence[SaidBlock], layout: RoomLayout, room: TextRoom) -> Styled:
    """The newest responses of a layout, and how many there are besides.

    On a swap what was said from the first shoes goes last.
    """
    shown = list(said[len(said) - layout.voices :])
    if layout.voices > 1 and said[0].is_earlier and shown[0] is not said[0]:
        shown[0] = said[0]
    hidden = sum(not one.is_earlier for one in said) - sum(not one.is_earlier for one in shown)
    rows: list[Styled] = []
    if hidden:
        told = _(MORE_SAID, count=hidden)
        rows.append(((" " * room.hang, ""), (told, QUIET)))
    for number, block in enumerate(shown):
        rows += [()] * (layout.gap if number else 0)
        rows += voice_rows(block, room, layout.lines)
    return joined(rows)


def turn_texts(
    blocks: Sequence[Block], layout: RoomLayout, room: TextRoom, *, easy: bool, deck: str = ""
) -> dict[str, Styled]:
    """What stands in the places of a turn's page, for those of its blocks that have one.

    Args:
        blocks: the blocks of the page.
        layout: what is shown between the card and the question.
        room: the room there is.
        easy: whether in easy words.
        deck: what the card is from; empty where that is not told.
    """
    texts: dict[str, Styled] = {}
    shoes: Shoes | None = None
    said = [block for block in blocks if isinstance(block, SaidBlock) and block.on_screen]
    if layout.voices:
        texts["latest" if layout.below else "voices"] = voices_text(said, layout, room)
    for block in blocks:
        match block:
            case ShoesBlock():
                shoes = block.shoes
                texts["shoes"] = shoes_text(block, room)
                if layout.you_are:
                    texts["you_are"] = life_text(block, room, easy=easy)
            case CardBlock():
                big = big_title(block, room, easy=easy) if layout.big else ()
                texts["title"] = big or title_text(block, deck, room, easy=easy)
                if layout.stroke:
                    stroke = stroke_text(texts["title"], shoes, room)
                    texts["stroke"] = (*stroke, BREAK, (" ", "")) if big else stroke
                if big and "shoes" in texts:
                    texts["shoes"] = _with_right(texts["shoes"], deck, room)
                texts["text"] = ((card_text(block, easy=easy), ""),)
            case PromptBlock():
                texts["prompt"] = asked_text(block, room, easy=easy)
            case _:
                pass
    return texts


def evidence_in(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The evidence among blocks."""
    told = (one for one in blocks if isinstance(one, TextBlock) and one.word == "Evidence")
    return tuple(one.text for one in told)


def said_text(
    said: Sequence[SaidBlock], evidence: Sequence[str], room: TextRoom, *, headed: bool
) -> Styled:
    """All that was said, then evidence; ``headed``: below a line that says what it is."""
    rows = [*(said_head(said, room) if headed else ()), *said_rows(said, room)]
    for text in evidence:
        rows += [()] * bool(rows) + hung((("·", ""),), ((safe(text), WORD),), room)
    return joined(rows)


def said_rows(said: Sequence[SaidBlock], room: TextRoom) -> list[Styled]:
    """All that was said, in a column of its own: who on one line, the words below it."""
    rows: list[Styled] = []
    for block in said:
        tint = SHOES + block.shoes.colour
        rows += [()] * bool(rows)
        rows += hung(
            letter_of(block.shoes), ((one_line(block.who or block.shoes.name), tint),), room
        )
        words = wrapped(((safe(block.response.text), WORD),), room.width)
        rows += [((" " * room.hang, ""), *line) for line in words]
    return rows


def said_head(said: Sequence[SaidBlock], room: TextRoom) -> list[Styled]:
    """What stands above all that was said; where nothing was, what will stand there."""
    head = _(SAID) if said else _("What is said will stand here.")
    rows = wrapped(((head, QUIET),), room.width)
    return [*(((" " * room.hang, ""), *row) for row in rows), *[()] * bool(said)]


MOST_STROKES = 40
"""Cells of the line of the evening."""


def evening_lines(session: Session, room: TextRoom) -> tuple[Styled, ...]:
    """The evening as a line, in two cells for each turn and in one, as far as there is room.

    A stroke for each turn in the tint of its shoes, the open one live, then what is to come. None
    on a slow line, and where there are too many turns.
    """
    lengths = (2, 1) if room.hang else (1,)
    if room.slow:
        return ()
    return tuple(
        _line(session, each) for each in lengths if each * turns_of(session) <= MOST_STROKES
    )


def _line(session: Session, each: int) -> Styled:
    turns, now = turns_of(session), session.turn
    if now is None:
        return ()
    worn = {turn.number: session.shoes_of(turn).colour for turn in session.turns}
    past = [(STROKE * each, SHOES + worn[n]) for n in range(1, now.number) if n in worn]
    return (*past, (STROKE * each, LIVE), (TO_COME * each * max(0, turns - now.number), THIN))
