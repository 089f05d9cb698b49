"""What cards, shoes, seats, words and pledges are in plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wshoes_tui.domain import summary
from wshoes_tui.domain.deck import Card, Shoes
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.models import Lightbulb, Pledge, Response, Seat, Session, Turn
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.flow.blocks import (
    AskedNumberBlock,
    Block,
    LightbulbBlock,
    NumbersBlock,
    PledgeBlock,
    QuestionBlock,
    ShoesBlock,
    TextBlock,
)
from wshoes_tui.flow.labels import (
    RUNG_WORDS,
    SEAT_WORDS,
    SIDE_WORDS,
    STATE_WORDS,
    heard,
    not_heard,
    owner_and_day,
    title_or,
)
from wshoes_tui.flow.promises import consent_sentences
from wshoes_tui.flow.questions import TENDER, WITHHELD
from wshoes_tui.flow.session_labels import turn_and_card, which_of
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.locale import _, many
from wshoes_tui.locale.phrases import count_minutes, count_people, count_turns

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
    head = [str(number), shoes_name(session.shoes_of(turn, response.shoes))]
    if seat is not None:
        head.insert(1, one_line(seat.label))
    if response.visibility == "withheld":
        head.append(_(WITHHELD))
    out.say("Said", f"{', '.join(head)}: {response.text}")


def all_said(out: LineWriter, session: Session, turn: Turn) -> None:
    """Every response of a turn, in order."""
    for number, response in enumerate(session.said(turn), 1):
        said(out, session, turn, response, number)


def seat_line(seat: Seat, more: Sequence[str] = ()) -> str:
    """ "1, Asha, carer, lives with it, wheelchair user", and ``more`` that there is to know."""
    state, side = SEAT_WORDS[seat.state], SIDE_WORDS[seat.side] if seat.side else ""
    told = (seat.role, side and _(side), seat.needs, state and _(state))
    parts = (str(seat.number), seat.label, *told, *more)
    return ", ".join(one_line(part) for part in parts if part)


def pledge_line(pledge: Pledge, number: int) -> str:
    """ "1, I will ring before I come. Asha, by 4 December"."""
    state = STATE_WORDS[pledge.state]
    told = ", ".join([*owner_and_day(pledge), *([_(state)] if state else [])])
    return f"{number}, {one_line(pledge.text)} ({told})"


def lightbulb_line(session: Session | None, bulb: Lightbulb, number: int) -> str:
    """Both halves of a lightbulb and, with its session, where it came from: a line each."""
    parts = []
    if bulb.used_to_think.strip():
        parts.append(_("I used to think: {words}", words=one_line(bulb.used_to_think)))
    if bulb.now_see.strip():
        parts.append(_("Now I see: {words}", words=one_line(bulb.now_see)))
    turns = session.turns if session is not None else ()
    turn = next((turn for turn in turns if turn.id == bulb.turn), None)
    if session is not None and turn is not None:
        worn = shoes_name(session.shoes_of(turn, bulb.shoes or None))
        parts.append(_("Turn {turn}, {shoes}", turn=turn.number, shoes=worn))
    return f"{number}, " + "\n".join(parts)


def say_blocks(out: LineWriter, blocks: Iterable[Block], *, easy: bool = False) -> None:
    """Render blocks as lines; a block that lines do not tell is left out."""
    for block in blocks:
        match block:
            case ShoesBlock():
                shoes(out, block.shoes, easy=easy)
            case PledgeBlock():
                out.say(block.word, pledge_line(block.pledge, block.number))
            case LightbulbBlock():
                out.say(block.word, lightbulb_line(None, block.bulb, block.number))
            case NumbersBlock():
                given = " ".join(map(str, block.values)) or _("no numbers yet")
                out.say(block.word, f"{shoes_name(block.shoes)}: {given}")
            case AskedNumberBlock():
                which = which_of(block.number, block.count)
                told = f"{which}, {shoes_name(block.shoes)}"
                out.say(block.word, f"{told}: {block.given}" if block.given else told)
            case TextBlock() | QuestionBlock() if block.text:
                out.say(block.word, block.text)


def consent_card(out: LineWriter, session: Session, *, easy: bool, apart: bool = False) -> None:
    """The whole card, one sentence a line. ``apart`` is for somebody at a seat of their own."""
    for sentence in consent_sentences(session, easy=easy, apart=apart):
        out.say("Consent", sentence)


def tell_summary(out: LineWriter, session: Session) -> None:
    """Everything a summary holds."""
    glance = summary.glance(session)
    counts = (
        count_people(glance.people),
        count_turns(glance.turns),
        count_minutes(glance.minutes),
    )
    out.say("Summary", title_or(session.header.title))
    out.say("Summary", ", ".join(counts))
    tell_coverage_map(out, session)
    for number, bulb in enumerate(session.lightbulbs, 1):
        out.say("Lightbulb", lightbulb_line(session, bulb, number))
    for number, pledge in enumerate(session.pledges, 1):
        out.say("Pledge", pledge_line(pledge, number))
    _said(out, session)
    _swaps(out, session)
    for number, topic in enumerate(session.car_park, 1):
        out.say("Parked", f"{number}, {one_line(topic.text)}")
    _numbers(out, session)
    for given in session.feedback:
        out.say("Feedback", given.text)


def tell_coverage_map(out: LineWriter, session: Session) -> None:
    """Whose shoes were stood in, on what; then the gaps: deck by deck."""
    for covered in summary.coverage(session):
        if len(session.decks) > 1:
            out.say("Map", one_line(covered.deck.title))
        _of_deck(out, covered)


def _of_deck(out: LineWriter, covered: summary.Coverage) -> None:
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
        out.say("Map", f"{told}: {on}" if on else told)
    if covered.never:
        names = ", ".join(one_line(shoes.name) for shoes in covered.never)
        out.say("Map", _("Nobody has stood here yet: {names}", names=names))
    elif covered.rows:
        out.say("Map", _("Somebody has stood in every pair of shoes."))
    untouched = ", ".join(one_line(theme.title) for theme in covered.untouched)
    if untouched:
        out.say("Map", _("Nothing was said yet about: {themes}", themes=untouched))


def _said(out: LineWriter, session: Session) -> None:
    for turn in session.turns:
        if session.said(turn):
            card = one_line(session.card_of(turn).title)
            out.say("Summary", turn_and_card(turn.number, card))
            all_said(out, session, turn)


def _swaps(out: LineWriter, session: Session) -> None:
    for pair in summary.swaps(session):
        first, then = (shoes_name(session.shoes_of(t)) for t in (pair.first, pair.then))
        told = _("{card}: {first}, then {then}", card=one_line(pair.title), first=first, then=then)
        out.say("Swap", told)


def _numbers(out: LineWriter, session: Session) -> None:
    for row in summary.before_after(session):
        before, after = (_("none") if n is None else f"{n:g}" for n in (row.before, row.after))
        told = _("before {before}, after {after}", before=before, after=after)
        few = _("from few people: a hint, no more")
        many_people = many("from {count} person", "from {count} people", row.people)
        name = shoes_name(row.shoes)
        out.say("Number", f"{name}: {told}, {few if row.few else many_people}")


def tell_voices(out: LineWriter, session: Session) -> None:
    """Who has been heard, in seat order: never a ranking."""
    for voice in summary.voices(session):
        out.say("Voice", f"{one_line(voice.seat.label)}, {heard(voice)}")
    if told := not_heard(session):
        out.say("Voice", told)
