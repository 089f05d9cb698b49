"""Renderer of blocks for line mode: blocks -> ``Word: text`` lines; and of what a summary holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import Pledge, Seat, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.blocks import (
    AskedNumberBlock,
    BeforeAfterBlock,
    Block,
    CardBlock,
    FoundBlock,
    LightbulbBlock,
    MapBlock,
    NumbersBlock,
    PathBlock,
    PledgeBlock,
    PromptBlock,
    QuestionBlock,
    SaidBlock,
    ShoesBlock,
    SpeakerBlock,
    SwapBlock,
    TextBlock,
    VoiceBlock,
)
from wshoes_tui.flow.home_flow import check_command, others_told, session_told
from wshoes_tui.flow.labels import (
    SHORT_ID,
    about_seat,
    deck_facts,
    details_of_pledge,
    gaps_told,
    hides_told,
    owner_and_day,
    words_of_pledge,
)
from wshoes_tui.flow.list_blocks import BarsBlock, ChoiceBlock, DeckBlock, SeatBlock, SessionBlock
from wshoes_tui.flow.promises import consent_sentences
from wshoes_tui.flow.questions import WITHHELD
from wshoes_tui.flow.session_labels import response_told, title_or, turn_and_card, which_of
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.locale import _, many
from wshoes_tui.locale.phrases import (
    FEW_PEOPLE,
    RUNG_WORDS,
    count_lightbulbs,
    count_pledges,
    count_times,
    turn_ended,
)

if TYPE_CHECKING:
    from wshoes_tui.domain.summary import BeforeAfter, Coverage, PathStep


def title(session: Session) -> str:
    """The title of a session, and the beginning of its id."""
    return f"{title_or(session.header.title)}, {session.id[:SHORT_ID]}"


def shoes_name(shoes: Shoes) -> str:
    """The mark and the name: "P The person going home"."""
    return one_line(f"{shoes.mark} {shoes.name}")


def _card_rows(block: CardBlock, *, easy: bool) -> list[str]:
    """A paragraph each, or a line each; an empty one between the stanzas of a poem."""
    text = block.text(easy=easy)
    if block.is_verse(easy=easy):
        return re.sub(r"\n\s*\n", "\n\n", text).split("\n")
    return text.split("\n\n")


def _said_line(block: SaidBlock) -> str:
    head = [block.label, block.card, one_line(block.who), shoes_name(block.shoes)]
    if block.response.visibility == "withheld":
        head.append(_(WITHHELD))
    return f"{', '.join(part for part in head if part)}: {block.response.text}"


def seat_line(seat: Seat, more: Sequence[str] = ()) -> str:
    """ "1, Asha, carer, lives with it, wheelchair user", and ``more`` that there is to know."""
    parts = (str(seat.number), seat.label, *about_seat(seat), *more)
    return ", ".join(one_line(part) for part in parts if part)


def pledge_line(pledge: Pledge, number: int, origin: str = "") -> str:
    """ "1, I will ring before I come. Asha, by 4 December"."""
    told = ", ".join([*owner_and_day(pledge), *details_of_pledge(pledge)])
    known = f". {origin}" if origin else ""
    return f"{number}, {one_line(words_of_pledge(pledge))} ({told}){known}"


def lightbulb_line(block: LightbulbBlock) -> str:
    """Both halves of a lightbulb and, where it is known, where it came from: a line each."""
    parts = []
    if block.bulb.used_to_think.strip():
        parts.append(_("I used to think: {words}", words=one_line(block.bulb.used_to_think)))
    if block.bulb.now_see.strip():
        parts.append(_("Now I see: {words}", words=one_line(block.bulb.now_see)))
    if block.shoes is not None:
        worn = shoes_name(block.shoes)
        told = _("Turn {turn}, {shoes}", turn=block.turn, shoes=worn) if block.turn else worn
        if block.cause is not None:
            told = f"{told}, {response_told(block.cause.label)}"
        parts.append(told)
    return f"{block.number}, " + "\n".join(parts)


def path_line(step: PathStep, *, alone: bool = False) -> str:
    """A turn of the path: its number, its card, the shoes, and how it ended."""
    told = turn_ended(step.state, swapped=step.is_swap, alone=alone)
    parts = [turn_and_card(step.number, one_line(step.card)), shoes_name(step.shoes), told]
    if step.bulbs:
        parts.append(count_lightbulbs(step.bulbs))
    return ", ".join(parts)


def say_blocks(out: LineWriter, blocks: Iterable[Block], *, easy: bool = False) -> None:
    """Render blocks as lines; a block that lines do not tell is left out."""
    for block in blocks:
        match block:
            case ShoesBlock():
                out.say(block.word, shoes_name(block.shoes))
                out.say(block.word, one_line(block.life(easy=easy)))
            case CardBlock():
                out.say(block.word, one_line(block.title(easy=easy)))
                if block.warning:
                    out.say("Notice", block.warning)
                for row in (*_card_rows(block, easy=easy), *block.more()):
                    out.say(block.word, row)
            case PromptBlock():
                which = which_of(block.number, block.count)
                told = f"{which}, {_(RUNG_WORDS[block.prompt.rung])}: "
                out.say(block.word, told + one_line(block.asked(easy=easy)))
            case SaidBlock():
                out.say(block.word, _said_line(block))
            case PledgeBlock():
                out.say(block.word, pledge_line(block.pledge, block.number, block.origin))
            case LightbulbBlock():
                out.say(block.word, lightbulb_line(block))
            case NumbersBlock():
                given = " ".join(map(str, block.values)) or _("no numbers yet")
                out.say(block.word, f"{shoes_name(block.shoes)}: {given}")
            case AskedNumberBlock():
                which = which_of(block.number, block.count)
                told = f"{which}, {shoes_name(block.shoes)}"
                out.say(block.word, f"{told}: {block.given}" if block.given else told)
            case MapBlock():
                for row in map_lines(block.covered):
                    out.say(block.word, row)
            case PathBlock() if block.counts:
                out.say(block.word, ", ".join(block.counts))
            case PathBlock():
                for step in block.steps:
                    out.say(block.word, path_line(step, alone=block.alone))
            case SwapBlock():
                first, then = (shoes_name(worn) for worn, _said in block.sides)
                card = one_line(block.title)
                told = _("{card}: {first}, then {then}", card=card, first=first, then=then)
                out.say(block.word, told)
                for _worn, all_said in block.sides:
                    for said in all_said:
                        out.say(said.word, _said_line(said))
            case BeforeAfterBlock():
                for change in block.rows:
                    out.say(block.word, before_after_line(change))
            case VoiceBlock():
                out.say(block.word, f"{block.who}, {block.heard}")
            case ChoiceBlock():
                out.say(block.word, f"{block.number}, {block.label}: {block.text}")
            case DeckBlock():
                out.say(block.word, f"{block.number}, {deck_line(block)}")
            case SessionBlock():
                counts = (
                    count_lightbulbs(block.session.lightbulbs),
                    count_pledges(block.session.pledges),
                )
                about = one_line(block.session.damaged or ", ".join(counts))
                out.say(block.word, f"{block.number}, {session_told(block.session)}, {about}")
            case SeatBlock():
                out.say(block.word, seat_line(block.seat, block.more))
            case BarsBlock():
                for bar in block.bars:
                    out.say(block.word, f"{bar.label}: {', '.join(bar.told)}")
            case FoundBlock():
                shoes = (shoes_name(block.shoes),) if block.shoes else ()
                where = ", ".join((str(block.number), *block.where, *shoes))
                out.say(block.word, f"{where}: {one_line(block.text)}")
            case TextBlock() | QuestionBlock() | SpeakerBlock() if block.text:
                out.say(block.word, block.text)


def deck_line(block: DeckBlock) -> str:
    """A deck in one line."""
    deck = block.deck
    name = one_line(deck.title) or one_line(deck.path.name)
    hides = f", {hides_told(deck.hides)}" if deck.hides else ""
    if deck.problem:
        problem = one_line(deck.problem)
        told = _("{deck} cannot be used: {problem}", deck=name + hides, problem=problem)
        command = check_command(deck.path)[0]
        return f"{told} " + _("All that is wrong: {command}", command=command)
    others = f", {told}" if (told := others_told(block)) else ""
    return f"{', '.join([name, *deck_facts(deck)])}{others}{hides}"


def consent_card(out: LineWriter, session: Session, *, easy: bool, apart: bool = False) -> None:
    """The whole card, one sentence a line. ``apart`` is for somebody at a seat of their own."""
    for sentence in consent_sentences(session, easy=easy, apart=apart):
        out.say("Consent", sentence)


def map_lines(found: Sequence[Coverage]) -> Iterator[str]:
    """Whose shoes were stood in, on what; then the gaps: deck by deck."""
    for covered in found:
        if len(found) > 1:
            yield one_line(covered.deck.title)
        yield from _lines_of_deck(covered)


def _lines_of_deck(covered: Coverage) -> Iterator[str]:
    for row in covered.rows:
        if not row.stood:
            continue
        on = ", ".join(
            f"{one_line(theme.title)} {times}"
            for theme, times in zip(covered.themes, row.times, strict=True)
            if times
        )
        stood = count_times(row.stood)
        told = f"{shoes_name(row.shoes)}, {stood}"
        yield f"{told}: {on}" if on else told
    yield from gaps_told(covered)


def before_after_line(row: BeforeAfter) -> str:
    """The medians for a pair of shoes, and from how many people."""
    before, after = (_("none") if n is None else f"{n:g}" for n in (row.before, row.after))
    told = _("before {before}, after {after}", before=before, after=after)
    if row.few:
        people = _(FEW_PEOPLE)
    else:
        people = many("from {count} person", "from {count} people", row.people)
    return f"{shoes_name(row.shoes)}: {told}, {people}"
