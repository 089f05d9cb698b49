"""Renderer of blocks for the screens: blocks -> content; and what works an answer's effects."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from wshoes_tui.domain.value import Command, Refusal
from wshoes_tui.flow.blocks import (
    AskedNumberBlock,
    Block,
    ChoiceBlock,
    DeckBlock,
    Effects,
    LightbulbBlock,
    NumbersBlock,
    PledgeBlock,
    QuestionBlock,
    SeatBlock,
    SessionBlock,
    ShoesBlock,
    TextBlock,
    Word,
)
from wshoes_tui.flow.labels import about_seat, card_count, hides_told, pledge_day
from wshoes_tui.flow.session_labels import about_session, day
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import count_lightbulbs, count_people, count_pledges
from wshoes_tui.tui.content import (
    joined_content,
    large_name,
    mark,
    marked_name,
    one_line_content,
    safe_content,
    stacked_content,
    you_are,
)

if TYPE_CHECKING:
    from wshoes_tui.domain.list_rows import SessionLine
    from wshoes_tui.tui.app_protocols import SessionApp

MOST_COLUMNS = 90
TITLE_WIDTH = 12
LISTED: tuple[Word, ...] = ("Feedback", "Draft")
"""Kinds of text blocks that are shown as points of a list."""


def block_content(block: Block, *, easy: bool = False) -> Content:
    """What a screen shows of a block; nothing where it is not for screens."""
    match block:
        case TextBlock():
            text = block.on_screen
            return safe_content(f"· {text}" if text and block.word in LISTED else text)
        case PledgeBlock():
            pledge = block.pledge
            about = ", ".join(part for part in (pledge.owner, pledge_day(pledge)) if part)
            return one_line_content(f"· {pledge.text}" + (f" ({about})" if about else ""))
        case LightbulbBlock():
            halves = (block.bulb.used_to_think, block.bulb.now_see)
            return one_line_content("· " + " -> ".join(half for half in halves if half.strip()))
        case NumbersBlock():
            name = one_line_content(block.shoes.name)
            return joined_content(mark(block.shoes), " ", name, " ".join(map(str, block.values)))
        case AskedNumberBlock():
            return marked_name(block.shoes)
        case ShoesBlock():
            return joined_content(large_name(block.shoes), "\n", shoes_life(block, easy=easy))
        case QuestionBlock():
            return one_line_content(block.label)
        case ChoiceBlock():
            title = Content.styled(block.title.ljust(TITLE_WIDTH), "bold")
            return joined_content(
                title, one_line_content(block.text if block.screen is None else block.screen)
            )
        case DeckBlock():
            return deck_row(block)
        case SessionBlock():
            return session_row(block.session)
        case SeatBlock():
            return seat_row(block)
        case _:  # of a summary: what renders those is loaded with the first of them
            from wshoes_tui.tui.summary_content import summary_content

            return summary_content((block,), MOST_COLUMNS)


def shoes_life(block: ShoesBlock, *, easy: bool) -> Content:
    """What it is like to stand in a pair of shoes."""
    return one_line_content(you_are(block.shoes, easy=easy))


def stacked_blocks(blocks: Iterable[Block]) -> Content:
    """Blocks one under the other, without those that are not for screens."""
    return stacked_content([content for block in blocks if (content := block_content(block))])


def pledge_row(block: PledgeBlock) -> Content:
    """A pledge as a row to choose from, with its owner and day, or what is still missing."""
    pledge = block.pledge
    owner = one_line_content(pledge.owner) if pledge.owner else Content.styled(_("who?"), "dim")
    when = Content(day(pledge.by_when)) if pledge.by_when else Content.styled(_("when?"), "dim")
    return stacked_content(
        [safe_content(pledge.text, "bold"), joined_content(owner, "   ", when), Content("")]
    )


def deck_row(block: DeckBlock) -> Content:
    """A deck as a row to choose from: its title, and how many cards it has."""
    deck = block.deck
    title = one_line_content(deck.title or deck.path.name, "" if deck.problem else "bold")
    if deck.problem:
        return joined_content("  ", title, "  ", _("cannot be used"))
    about = f"{card_count(deck.cards, deck.translated, deck.language)} · {deck.language}"
    rows = [
        joined_content("+ " if block.marked else "  ", title),
        joined_content("  ", one_line_content(about)),
    ]
    if deck.hides:
        rows.append(joined_content("  ", hides_told(deck.hides)))
    return stacked_content(rows)


def seat_row(block: SeatBlock) -> Content:
    """A seat as a row to choose from: its number, its name, and what there is to know of it."""
    name = one_line_content(block.seat.label, "bold")
    about = one_line_content(", ".join([*about_seat(block.seat), *block.more]))
    return joined_content(f"{block.seat.number:>2}  ", name, "   ", about)


def session_row(session: SessionLine) -> Content:
    """A session as a row to choose from: where it stands, and below what it has."""
    title = session.title or _("A session without a deck")
    counts = (
        day(session.created.astimezone().date()),
        count_people(session.seats),
        count_lightbulbs(session.lightbulbs),
        count_pledges(session.pledges),
    )
    below = one_line_content(session.damaged or " · ".join(counts), "dim")
    where = one_line_content(" · ".join([title, *about_session(session)]))
    return stacked_content([where, below])


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
    try:
        for effect in effects:
            if isinstance(effect, Command):
                if await app.do(effect) is None:
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
    return True
