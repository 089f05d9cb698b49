"""Renderer of blocks for the screens: blocks -> content; and what works an answer's effects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from wshoes_tui.cells.colour_profiles import LIVE
from wshoes_tui.domain.models import Transition
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Command, Refusal
from wshoes_tui.first_paint.page_text import card_text, choice_rows, joined
from wshoes_tui.first_paint.text_places import CARD_PLACES, QUESTION_PLACES, TextRoom
from wshoes_tui.first_paint.turn_text import (
    RoomLayout,
    asked_text,
    title_text,
    turn_texts,
)
from wshoes_tui.flow.blocks import (
    AskedNumberBlock,
    Block,
    CardBlock,
    Effects,
    LightbulbBlock,
    NumbersBlock,
    PledgeBlock,
    PromptBlock,
    QuestionBlock,
    SaidBlock,
    ShoesBlock,
    SpeakerBlock,
    TextBlock,
    Word,
)
from wshoes_tui.flow.home_flow import others_told
from wshoes_tui.flow.labels import (
    about_seat,
    deck_facts,
    details_of_pledge,
    hides_told,
    pledge_day,
    words_of_pledge,
)
from wshoes_tui.flow.list_blocks import ChoiceBlock, DeckBlock, SeatBlock, SessionBlock
from wshoes_tui.flow.questions import HAND_UP
from wshoes_tui.flow.session_labels import UNTITLED, about_session, day
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import count_lightbulbs, count_people, count_pledges
from wshoes_tui.terminal.width import cells
from wshoes_tui.tui.content import (
    cell_content,
    joined_content,
    mark,
    marked_name,
    one_line_content,
    safe_content,
    stacked_content,
    styled_content,
)
from wshoes_tui.tui.said_content import said_here

if TYPE_CHECKING:
    from wshoes_tui.domain.list_rows import SessionLine
    from wshoes_tui.tui.app_protocols import SessionApp

LAST_SAID = 2
"""Responses shown above the field; the others are one key away."""
LAST_LINES = 3
"""Lines for each of them, so that the field stays in sight."""
LISTED: tuple[Word, ...] = ("Feedback", "Draft", "Evidence")
"""Kinds of text blocks that are shown as points of a list."""
LEADING: tuple[Word, ...] = ("Turn", "Write")
"""Kinds of text blocks that stand above the shoes and the card."""


def block_content(
    block: Block, *, easy: bool = False, width: int = 80, room: TextRoom | None = None
) -> Content:
    """What a screen of that width shows of a block; nothing where it is not for screens.

    ``room`` is the room for a prompt, where marks of shoes hang in a margin.
    """
    match block:
        case TextBlock():
            text = block.on_screen
            return safe_content(f"· {text}" if text and block.word in LISTED else text)
        case PledgeBlock():
            pledge = block.pledge
            parts = (pledge.owner, pledge_day(pledge), *details_of_pledge(pledge))
            about = ", ".join(part for part in parts if part)
            told = words_of_pledge(pledge)
            return one_line_content(f"· {told}" + (f" ({about})" if about else ""))
        case LightbulbBlock():
            halves = (block.bulb.used_to_think, block.bulb.now_see)
            return one_line_content("· " + " -> ".join(half for half in halves if half.strip()))
        case NumbersBlock():
            name = one_line_content(block.shoes.name)
            return joined_content(mark(block.shoes), " ", name, " ".join(map(str, block.values)))
        case AskedNumberBlock():
            which = Content.styled(f"  {block.number}/{block.count}", "dim")
            question = one_line_content(block.question)
            return joined_content(marked_name(block.shoes), "\n", question, which)
        case ShoesBlock():
            life = safe_content(block.life(easy=easy))
            return stacked_content([marked_name(block.shoes, "bold"), life])
        case SpeakerBlock():
            lead = one_line_content(block.lead, "bold" if block.is_name else "dim")
            return joined_content(lead, " ", marked_name(block.shoes))
        case CardBlock():
            title = styled_content(title_text(block, "", TextRoom(width, 0), easy=easy))
            return stacked_content([title, card_content(block, easy=easy)])
        case PromptBlock():
            return styled_content(asked_text(block, room or TextRoom(width, 0), easy=easy))
        case SaidBlock():
            return _said(block, safe_content)
        case QuestionBlock():
            return one_line_content(block.label, "bold")
        case ChoiceBlock():
            return styled_content(joined(choice_rows(block, width)))
        case DeckBlock():
            return deck_row(block, width)
        case SessionBlock():
            return session_row(block.session)
        case SeatBlock():
            return seat_row(block)
        case _:  # of a summary: what renders those is loaded with the first of them
            from wshoes_tui.tui.summary_content import summary_content

            return summary_content((block,), width)


def card_content(block: CardBlock, *, easy: bool) -> Content:
    """The text of a card, and what else stands on it."""
    return Content(card_text(block, easy=easy))


def _said(block: SaidBlock, shown: Callable[[str], Content]) -> Content:
    who = one_line_content(f"{block.who} ") if block.who else ""
    return joined_content(who, mark(block.shoes), " ", shown(block.response.text))


def stacked_blocks(blocks: Iterable[Block]) -> Content:
    """Blocks one under the other, without those that are not for screens."""
    return stacked_content([content for block in blocks if (content := block_content(block))])


def seat_layout(blocks: Iterable[Block], fitted: RoomLayout, *, low: bool) -> RoomLayout:
    """The layout of a page at a seat: what was said last stands above the field.

    Where there are few lines, what the shoes are like makes way for what was said in them. The
    stroke and the size of the title are those of ``fitted``, the layout of the card alone.
    """
    said = said_here(blocks)
    alone = all(one.is_earlier for one in said)
    count = min(LAST_SAID, len(said))
    return RoomLayout(
        not low or alone, count, LAST_LINES, 0, fitted.stroke, below=True, big=fitted.big
    )


def placed_content(
    blocks: Sequence[Block], room: TextRoom, layout: RoomLayout, *, easy: bool,
    deck: str = "", reading: Content | None = None,
) -> dict[str, Content]:  # fmt: skip
    """What stands in each of ``CARD_PLACES`` and ``QUESTION_PLACES``.

    Args:
        blocks: the blocks of a page; the first one leads to all the others.
        room: the room for texts on the page.
        layout: what is shown between the card and the question.
        easy: whether in easy words.
        deck: what the card is from; empty where that is not told.
        reading: all that was said, where it stands in place of the text of the card.
    """
    places = {name: Content() for name in (*CARD_PLACES, *QUESTION_PLACES)}
    texts = turn_texts(blocks, layout, room, easy=easy, deck=deck)
    places |= {name: styled_content(text) for name, text in texts.items()}
    if reading is not None:
        places |= {"latest": Content(), "text": Content(), "you_are": Content()}
        places["voices"] = reading
    rest: list[Block] = []
    for block in blocks:
        match block:
            case SaidBlock() | ShoesBlock() | CardBlock() | PromptBlock():
                pass
            case TextBlock(word="Evidence"):  # with what was said
                pass
            case SpeakerBlock():
                places["speaker"] = block_content(block)
            case TextBlock() if block is blocks[0] or block.word in LEADING:
                places["who"] = block_content(block) or places["who"]
            case _:
                rest.append(block)
    places["rest"] = stacked_blocks(rest)
    return places


def pledge_row(block: PledgeBlock) -> Content:
    """A pledge as a row to choose from, with its owner and day, or what is still missing."""
    pledge = block.pledge
    owner = one_line_content(pledge.owner) if pledge.owner else Content.styled(_("who?"), "dim")
    when = Content(day(pledge.by_when)) if pledge.by_when else Content.styled(_("when?"), "dim")
    return stacked_content(
        [
            safe_content(words_of_pledge(pledge), "bold"),
            joined_content(owner, "   ", when, *(f"   {one}" for one in details_of_pledge(pledge))),
            Content(""),
        ]
    )


DECK_TITLE = 36
"""Cells for the title of a deck, beside what is said of it."""


def deck_row(block: DeckBlock, width: int = 80, *, mixing: bool = False) -> Content:
    """A deck as a row to choose from: its title and, unless it is narrow, how many cards it has.

    While decks are marked for ``mixing`` each row has a place for the sign of that.
    """
    deck = block.deck
    sign = ("+ " if block.marked else "  ") * mixing
    title = one_line(deck.title or deck.path.name)
    about = deck_facts(deck)
    if deck.problem:
        about = [_("cannot be used")]
    elif width < DECK_TITLE:
        about = []
    elif width < DECK_TITLE + cells(" · ".join(about)):
        del about[1:]
    if deck.hides:
        about.append(hides_told(deck.hides))
    if others := others_told(block):
        about += [others] * (width >= DECK_TITLE + cells(" · ".join([*about, others])))
    told = Content.styled(" · ".join(about), "dim")
    room = DECK_TITLE - len(sign) - 1
    if not about:
        return joined_content(sign, title)
    if len(title) > room or width < DECK_TITLE + told.cell_length:
        return joined_content(sign, title, "  ", told)
    return joined_content(sign, cell_content(title, room + 1), told)


MOST_NAME = 24
"""Cells of the column of names, at most."""


def seat_rows(shown: Sequence[Block]) -> list[tuple[str, Content]]:
    """The seats among blocks as rows of a list, their names in a column."""
    seats = [block for block in shown if isinstance(block, SeatBlock)]
    names = min(MOST_NAME, max((cells(one_line(b.seat.label)) for b in seats), default=0))
    return [(block.seat.id, seat_row(block, names)) for block in seats]


def seat_row(block: SeatBlock, names: int = 0) -> Content:
    """A seat as a row to choose from: its number, its name, and what there is to know of it.

    A hand that is up is live; of somebody who is not here all is quiet.

    Args:
        block: the seat.
        names: the cells of names, where those of several rows are to stand in a column.
    """
    name = one_line_content(block.seat.label, "bold" if block.seat.state == "here" else "dim")
    space = " " * (max(0, names - name.cell_length) + 3)
    parts: list[Content | str] = []
    for told in (*about_seat(block.seat), *block.more):
        parts += [", "] * bool(parts)
        if told == _(HAND_UP):
            parts.append(styled_content(((told, f"bold {LIVE}"),)))
        else:
            parts.append(one_line_content(told, "dim"))
    return joined_content(f"{block.seat.number:>2}  ", name, space if parts else "", *parts)


def session_row(session: SessionLine) -> Content:
    """A session as a row to choose from: where it stands, and below what it has."""
    counts = (
        day(session.created.astimezone().date()),
        count_people(session.seats),
        count_lightbulbs(session.lightbulbs),
        count_pledges(session.pledges),
    )
    below = one_line_content(session.damaged or " · ".join(counts), "dim")
    title = one_line_content(session.title or _(UNTITLED), "bold")
    told = [one_line_content(part, "dim") for part in about_session(session)]
    return stacked_content([Content.styled(" · ", "dim").join([title, *told]), below])


async def work_effects(
    app: SessionApp, effects: Effects, report: Callable[[str], None] | None = None
) -> bool:
    """Work the commands of an answer on the session, and say what is reported.

    Args:
        app: works the commands.
        effects: what the answer does.
        report: takes the sentences that tell what was done, where the screen is not to say them
            at once.

    Returns:
        Whether all was done; else the screen says why not, and what came behind is not worked.
    """
    done: Transition | None = None
    try:
        while True:
            effect = effects.send(done)
            done = None
            if isinstance(effect, Command):
                done = await app.do(effect)
                if done is None:
                    return False
            elif isinstance(effect, TextBlock):
                if effect.word == "Error":
                    app.say(effect.on_screen)
                    return False
                if effect.on_screen:
                    (report or app.say)(effect.on_screen)
    except Refusal as refusal:
        app.say(_(refusal.template, **refusal.words))
        return False
    except StopIteration:
        return True
