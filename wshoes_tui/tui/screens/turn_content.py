"""What a turn looks like: session -> content. No widget, no state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from textual.content import Content

from wshoes_tui.domain.deck import Card
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.handlers.turn_handler import prompts_of
from wshoes_tui.domain.models import Response, Session, Turn
from wshoes_tui.flow.labels import RUNG_WORDS
from wshoes_tui.flow.questions import TENDER
from wshoes_tui.locale import _
from wshoes_tui.tui.content import (
    card_text,
    joined_content,
    letter,
    mark,
    one_line_content,
    safe_content,
    stacked_content,
    you_are,
)
from wshoes_tui.tui.content_cache import cached_content
from wshoes_tui.tui.widgets.text_stack import BOLD, DIM, MOST_COLUMNS, TextPlace

CARD = {
    "who": TextPlace(DIM),
    "shoes": TextPlace(BOLD),
    "you_are": TextPlace(indent=4, most=94, dense=("-narrow",)),
    "title": TextPlace(BOLD, above=1, below=1, most=MOST_COLUMNS, dense=("-low",)),
    "text": TextPlace(below=1, most=MOST_COLUMNS, dense=("-low",)),
}
"""The card and everything that leads to it."""
QUESTION = {
    "latest": TextPlace(),
    "prompt": TextPlace(above=1, below=1, most=MOST_COLUMNS, dense=("-low", "-narrow")),
    "speaker": TextPlace(),
}
"""What was said last, what is asked, and in whose shoes: above the field."""

LAST_SAID = 2
"""Responses shown under the card; the others are one key away."""
LAST_LINES = 3
"""Lines for each of them, so that the field stays in sight."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Another voice than the one whose turn it is; seat None is nobody in particular."""

    seat: str | None
    shoes: str


class Spoken(NamedTuple):
    """What is shown of a response."""

    name: str
    mark: str
    colour: str
    text: str


def where(session: Session, turn: Turn) -> str:
    """Turn 5 of 12."""
    turns = possible_turns(session, session.header.planned_turns)
    return _("Turn {turn} of {turns}", turn=turn.number, turns=turns)


def who(session: Session, turn: Turn) -> Content:
    """Whose turn it is, or that it is the same card once more."""
    seat = session.seat(turn.seat)
    if session.header.kind == "rehearsal":
        told = _("You stand in the shoes of")
    elif seat is None:
        told = _("We stand in the shoes of")
    elif session.is_named:
        told = stands_in(seat.label)
    else:  # what is said in these shoes may be others' words
        told = _("{who}'s turn", who=seat.label)
    if turn.swap_of is not None:
        told = _("Swap: {told}", told=told[0].lower() + told[1:] if seat is None else told)
    return one_line_content(told)


def stands_in(label: str) -> str:
    """Who stands in the shoes that follow."""
    return _("{who} stands in the shoes of", who=label)


def shoes(session: Session, turn: Turn) -> Content:
    """The shoes, as large as a terminal can."""
    worn = session.shoes_of(turn)
    return joined_content(mark(worn), " ", one_line_content(worn.name.upper(), "bold"))


def you_are_line(session: Session, turn: Turn, *, easy: bool) -> Content:
    """You are ..."""
    return safe_content(you_are(session.shoes_of(turn), easy=easy))


def title(card: Card) -> Content:
    """The title of a card, with a warning before one that may hurt."""
    name = one_line_content(card.title, "bold")
    if card.tender == 2:
        return joined_content(name, Content.styled("   " + _(TENDER), "dim"))
    return name


def text(card: Card, *, easy: bool) -> Content:
    """The text of a card."""
    return card_text(card, easy=easy)


def prompt(turn: Turn, card: Card, width: int) -> Content:
    """The prompt in turn, with its rung and which one it is."""
    return prompt_at(turn.prompt, card, width)


def prompt_at(index: int, card: Card, width: int) -> Content:
    """One prompt of a card, with its rung and which one it is."""
    prompts = prompts_of(card)
    index = min(index, len(prompts) - 1)
    shown = prompts[index]
    rung = _(RUNG_WORDS[shown.rung])
    asked = joined_content(Content.styled(f"{rung}  ", "bold"), one_line_content(shown.text))
    number = f"  {index + 1}/{len(prompts)}" if width >= 60 else ""
    return joined_content(asked, Content.styled(number, "dim"))


def said(session: Session, turn: Turn, width: int | None = None) -> Content:
    """The responses of a turn; with a width, the newest ones in a few lines of it each.

    On a swap, what was said from the first shoes stays in sight.
    """
    first: Sequence[Spoken] = ()
    if turn.swap_of is not None:
        before = next((t for t in session.turns if t.id == turn.swap_of), None)
        if before is not None:
            earlier = [r for r in session.said(before) if r.shoes == before.shoes]
            first = _spoken(session, before, earlier[-1:])
    responses = session.said(turn)
    if width is None:
        spoken = (*first, *_spoken(session, turn, responses))
        # With people at sixty screens this is sixty responses on each of them.
        return cached_content(
            ("said", spoken), lambda: stacked_content([_row(one) for one in spoken])
        )
    rows = [_short(_row(one, one_line_content), width) for one in first]
    if len(responses) > LAST_SAID:
        hidden = len(responses) - LAST_SAID
        rows.append(Content.styled(_("({count} more: Esc b)", count=hidden), "dim"))
    newest = _spoken(session, turn, responses[-LAST_SAID:])
    rows += [_short(_row(one, one_line_content), width) for one in newest]
    return stacked_content(rows)


def _spoken(session: Session, turn: Turn, responses: Sequence[Response]) -> tuple[Spoken, ...]:
    names = {seat.id: seat.label for seat in session.seats}
    worn = {id_: session.shoes_of(turn, id_) for id_ in {r.shoes for r in responses}}
    return tuple(
        Spoken(
            names.get(response.seat or "", ""),
            worn[response.shoes].mark,
            worn[response.shoes].colour,
            response.text,
        )
        for response in responses
    )


def _row(spoken: Spoken, shown: Callable[[str], Content] = safe_content) -> Content:
    who_said = one_line_content(f"{spoken.name} ") if spoken.name else ""
    return joined_content(who_said, letter(spoken.mark, spoken.colour), " ", shown(spoken.text))


def _short(row: Content, width: int) -> Content:
    return row.truncate(LAST_LINES * width, ellipsis=True)


def speaker(session: Session, turn: Turn, voice: Speaker | None) -> Content:
    """Who speaks now, when it is not the one whose turn it is."""
    if voice is None:
        return Content("")
    seat = session.seat(voice.seat) if session.is_named else None
    worn = session.shoes_of(turn, voice.shoes)
    who_speaks = seat.label if seat else _("Somebody")
    return joined_content(
        one_line_content(who_speaks, "bold"), " ", mark(worn), " ", one_line_content(worn.name)
    )
