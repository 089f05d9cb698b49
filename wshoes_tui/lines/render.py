"""What cards, shoes, seats, words and pledges are in plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from wshoes_tui.domain.deck import Card, Shoes
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.models import Pledge, Response, Seat, Session, Turn
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.flow.blocks import (
    AskedNumberBlock,
    BeforeAfterBlock,
    Block,
    ChoiceBlock,
    DeckBlock,
    LightbulbBlock,
    MapBlock,
    NumbersBlock,
    PledgeBlock,
    QuestionBlock,
    ResponseBlock,
    SeatBlock,
    SessionBlock,
    ShoesBlock,
    SwapBlock,
    TextBlock,
    VoiceBlock,
)
from wshoes_tui.flow.home_flow import session_told
from wshoes_tui.flow.labels import (
    RUNG_WORDS,
    STATE_WORDS,
    about_seat,
    card_count,
    check_command,
    consent_sentences,
    hides_told,
    owner_and_day,
    title_or,
)
from wshoes_tui.flow.questions import TENDER, WITHHELD
from wshoes_tui.flow.session_labels import which_of
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.locale import _, many
from wshoes_tui.locale.phrases import count_lightbulbs, count_pledges

if TYPE_CHECKING:
    from wshoes_tui.domain.list_rows import Listed
    from wshoes_tui.domain.summary import BeforeAfter, Coverage

SHORT_ID = 8


def title(session: Session) -> str:
    """The title of a session, and the beginning of its id."""
    return f"{title_or(session.header.title)}, {session.id[:SHORT_ID]}"


def shoes_name(shoes: Shoes) -> str:
    """The mark and the name: "P The person going home"."""
    return one_line(f"{shoes.mark} {shoes.name}")


def shoes(out: LineWriter, worn: Shoes, *, easy: bool) -> None:
    """Shoes: which, and what it is like to stand in them."""
    out.say("Shoes", shoes_name(worn))
    out.say("Shoes", one_line(worn.easy if easy and worn.easy else worn.you_are))


def card(out: LineWriter, shown: Card, *, easy: bool) -> None:
    """A card: its title, a warning where it may hurt, and its text."""
    out.say("Card", one_line(shown.title))
    if shown.tender == 2:
        out.say("Notice", _(TENDER))
    use_easy = easy and bool(shown.easy)
    for row in _rows(shown.easy if use_easy else shown.text, is_poem=shown.kind == "poem"):
        out.say("Card", row)


def _rows(text: str, *, is_poem: bool) -> list[str]:
    """A paragraph each, or a line each; an empty one between the stanzas of a poem."""
    text = safe(text).strip("\n")
    if is_poem:
        return re.sub(r"\n\s*\n", "\n\n", text).split("\n")
    return [one_line(part) for part in re.split(r"\n\s*\n", text) if part.strip()]


def turn_line(session: Session, turn: Turn) -> str:
    """ "3 of 6, Asha"."""
    of = max(turn.number, possible_turns(session, session.header.planned_turns))
    told = _("{turn} of {turns}", turn=turn.number, turns=of)
    seat = session.seat(turn.seat)
    if seat is not None and session.header.kind == "group":
        told = f"{told}, {one_line(seat.label)}"
    if turn.swap_of is not None:
        told = _("{told}, the same card from the other side", told=told)
    return told


def prompt(out: LineWriter, session: Session, turn: Turn, index: int | None = None) -> None:
    """The prompt that is shown, or that of an index: which one, its rung, its question."""
    prompts = prompts_of(session.card_of(turn))
    at = min(turn.prompt if index is None else index, len(prompts) - 1)
    shown = prompts[at]
    which = which_of(at + 1, len(prompts))
    out.say("Prompt", f"{which}, {_(RUNG_WORDS[shown.rung])}: {one_line(shown.text)}")


def said(out: LineWriter, session: Session, turn: Turn, response: Response, number: int) -> None:
    """One response: its number on the turn, who said it if that is kept, its shoes, its words."""
    seat = session.seat(response.seat)
    worn, withheld = session.shoes_of(turn, response.shoes), response.visibility == "withheld"
    label = seat.label if seat is not None else ""
    say_blocks(out, (ResponseBlock(response.text, number, worn, label, withheld),))


def all_said(out: LineWriter, session: Session, turn: Turn) -> None:
    """Every response of a turn, in order."""
    for number, response in enumerate(session.said(turn), 1):
        said(out, session, turn, response, number)


def seat_line(seat: Seat, more: Sequence[str] = ()) -> str:
    """ "1, Asha, carer, lives with it, wheelchair user", and ``more`` that there is to know."""
    parts = (str(seat.number), seat.label, *about_seat(seat), *more)
    return ", ".join(one_line(part) for part in parts if part)


def pledge_line(pledge: Pledge, number: int) -> str:
    """ "1, I will ring before I come. Asha, by 4 December"."""
    state = STATE_WORDS[pledge.state]
    told = ", ".join([*owner_and_day(pledge), *([_(state)] if state else [])])
    return f"{number}, {one_line(pledge.text)} ({told})"


def lightbulb_line(block: LightbulbBlock) -> str:
    """Both halves of a lightbulb and, where it is known, where it came from: a line each."""
    parts = []
    if block.bulb.used_to_think.strip():
        parts.append(_("I used to think: {words}", words=one_line(block.bulb.used_to_think)))
    if block.bulb.now_see.strip():
        parts.append(_("Now I see: {words}", words=one_line(block.bulb.now_see)))
    if block.shoes is not None:
        worn = shoes_name(block.shoes)
        parts.append(_("Turn {turn}, {shoes}", turn=block.turn, shoes=worn))
    return f"{block.number}, " + "\n".join(parts)


def response_line(block: ResponseBlock) -> str:
    """ "2, Asha, P The person going home: I want my own bed."."""
    parts = (str(block.number), one_line(block.who), shoes_name(block.shoes))
    head = [part for part in parts if part]
    if block.withheld:
        head.append(_(WITHHELD))
    return f"{', '.join(head)}: {block.text}"


def say_blocks(out: LineWriter, blocks: Iterable[Block], *, easy: bool = False) -> None:
    """Render blocks as lines; a block that lines do not tell is left out."""
    for block in blocks:
        match block:
            case ShoesBlock():
                shoes(out, block.shoes, easy=easy)
            case PledgeBlock():
                out.say(block.word, pledge_line(block.pledge, block.number))
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
            case ResponseBlock():
                out.say(block.word, response_line(block))
            case SwapBlock():
                first, then = (shoes_name(worn) for worn, _words in block.sides)
                card = one_line(block.title)
                told = _("{card}: {first}, then {then}", card=card, first=first, then=then)
                out.say(block.word, told)
            case BeforeAfterBlock():
                for change in block.rows:
                    out.say(block.word, before_after_line(change))
            case VoiceBlock():
                out.say(block.word, f"{block.who}, {block.heard}")
            case ChoiceBlock():
                out.say(block.word, f"{block.number}, {block.label}: {block.text}")
            case DeckBlock():
                out.say(block.word, f"{block.number}, {deck_line(block.deck)}")
            case SessionBlock():
                counts = (
                    count_lightbulbs(block.session.lightbulbs),
                    count_pledges(block.session.pledges),
                )
                about = one_line(block.session.damaged or ", ".join(counts))
                out.say(block.word, f"{block.number}, {session_told(block.session)}, {about}")
            case SeatBlock():
                out.say(block.word, seat_line(block.seat, block.more))
            case TextBlock() | QuestionBlock() if block.text:
                out.say(block.word, block.text)


def deck_line(deck: Listed) -> str:
    """A deck in one line."""
    name = one_line(deck.title) or one_line(deck.path.name)
    hides = f", {hides_told(deck.hides)}" if deck.hides else ""
    if deck.problem:
        problem = one_line(deck.problem)
        told = _("{deck} cannot be used: {problem}", deck=name + hides, problem=problem)
        command = check_command(deck.path)[0]
        return f"{told} " + _("All that is wrong: {command}", command=command)
    count = card_count(deck.cards, deck.translated, deck.language)
    return f"{name}, {count}, {one_line(deck.language)}{hides}"


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
        stood = many("{count} time", "{count} times", row.stood)
        told = f"{shoes_name(row.shoes)}, {stood}"
        yield f"{told}: {on}" if on else told
    if covered.never:
        names = ", ".join(one_line(shoes.name) for shoes in covered.never)
        yield _("Nobody has stood here yet: {names}", names=names)
    elif covered.rows:
        yield _("Somebody has stood in every pair of shoes.")
    untouched = ", ".join(one_line(theme.title) for theme in covered.untouched)
    if untouched:
        yield _("Nothing was said yet about: {themes}", themes=untouched)


def before_after_line(row: BeforeAfter) -> str:
    """The medians for a pair of shoes, and from how many people."""
    before, after = (_("none") if n is None else f"{n:g}" for n in (row.before, row.after))
    told = _("before {before}, after {after}", before=before, after=after)
    if row.few:
        people = _("from few people: a hint, no more")
    else:
        people = many("from {count} person", "from {count} people", row.people)
    return f"{shoes_name(row.shoes)}: {told}, {people}"
