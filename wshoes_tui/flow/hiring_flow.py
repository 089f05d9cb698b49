"""Hiring for values: what a panel is asked, and the evidence it has written, value by value.

Evidence comes before opinion, and there is no number: nothing here counts, sums up or compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wshoes_tui.domain.evidence import by_value, without_value
from wshoes_tui.domain.models import Evidence, Session, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.blocks import Blocks, TextBlock
from wshoes_tui.flow.session_labels import turn_and_card
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import NO_VALUE, NOBODY_HEARD, NOT_SHOWN_HERE

THE_CANDIDATE = N_("the candidate")
A_PIECE_OF_EVIDENCE = N_("evidence")
"""The kind of record, and what is said to be saved where words became one."""
CANDIDATE_OUTSIDE = N_(
    "The candidate may wait outside now: the panel reads what it wrote, and talks about it."
)
NOBODY_CHOSEN = N_("Nobody is chosen in this session.")
REVEALED_EVIDENCE = N_("Read it slowly, one by one. Then talk: what did we hear?")
"""What is said once evidence was revealed."""


def evidence_told(session: Session, one: Evidence) -> str:
    """Where evidence came from: turn, card and shoes; and who wrote it, if that is told."""
    turn = next((turn for turn in session.turns if turn.id == one.turn), None)
    if turn is None:
        return ""
    shoes, seat = session.shoes_of(turn, one.shoes), session.seat(one.seat)
    card = turn_and_card(turn.number, one_line(session.card_of(turn).title))
    parts = (card, one_line(f"{shoes.mark} {shoes.name}"), one_line(seat.label) if seat else "")
    return ", ".join(filter(None, parts))


def value_titles(session: Session, turn: Turn) -> dict[str, str]:
    """The titles of the values of the deck of a turn, by their keys, in order."""
    deck = session.deck(turn.deck)
    return {theme.key: one_line(theme.title) for theme in deck.themes} if deck is not None else {}


def value_list(session: Session, turn: Turn) -> str:
    """The values with their numbers: "1 Dignity, 2 Listening"."""
    titles = enumerate(value_titles(session, turn).values(), 1)
    return ", ".join(f"{number} {title}" for number, title in titles)


def how_to_write(session: Session, turn: Turn) -> str:
    """How a piece of evidence is written for a value."""
    told = value_list(session, turn)
    if not told:
        return ""
    return _(
        "{values}. Begin with the number of a value, such as 1: what you heard. One more value: on "
        "a new line, or behind a bar, such as | 2: and this.",
        values=told,
    )


def evidence_on(session: Session, turn: Turn) -> list[TextBlock]:
    """The evidence of one turn, in the order in which it was revealed, each with its value."""
    titles = value_titles(session, turn)
    found = []
    for one in session.heard_on(turn):
        seat = session.seat(one.seat)
        head = (one_line(seat.label) if seat else "", titles.get(one.value, ""))
        told = ", ".join(filter(None, head))
        found.append(TextBlock("Evidence", f"{told}: {one.text}" if told else one.text))
    return found


def evidence_to_agree_on(session: Session) -> Blocks:
    """The evidence, with the word that the candidate need not be there while it is shown."""
    yield TextBlock("Notice", _(CANDIDATE_OUTSIDE))
    yield from evidence_blocks(session)


def evidence_blocks(session: Session) -> Blocks:
    """The evidence value by value, each piece with its card and shoes; then the gaps.

    Evidence whose text is empty is there, and not to be shown.
    """
    if not session.is_for_hiring or not session.turns:
        return
    gaps = []
    for heard in by_value(session):
        if heard.evidence:
            yield TextBlock("Summary", one_line(heard.theme.title))
            yield from _pieces(session, heard.evidence)
        else:
            gaps.append(one_line(heard.theme.title))
    if rest := without_value(session):
        yield TextBlock("Summary", _(NO_VALUE))
        yield from _pieces(session, rest)
    if gaps:
        yield TextBlock("Summary", "", " ")
        yield TextBlock("Evidence", _(NOBODY_HEARD, values=", ".join(gaps)))


def _pieces(session: Session, evidence: Sequence[Evidence]) -> Iterable[TextBlock]:
    for one in evidence:
        if one.text:
            where = evidence_told(session, one)
            yield TextBlock("Evidence", f"{where}: {one.text}", f"{one.text}   ({where})")
    if not all(one.text for one in evidence):
        yield TextBlock("Notice", _(NOT_SHOWN_HERE))


def agreed_blocks(session: Session) -> Blocks:
    """What the panel agreed on, in its own words."""
    for words in session.feedback:
        if words.kind == "agreed":
            yield TextBlock("Feedback", words.text)
