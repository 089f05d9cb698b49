"""Summary: the session at a glance, part by part, for looking at together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from wshoes_tui.domain import summary
from wshoes_tui.domain.models import Lightbulb, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.flow.blocks import (
    BeforeAfterBlock,
    Blocks,
    LightbulbBlock,
    MapBlock,
    SwapBlock,
    TextBlock,
    VoiceBlock,
)
from wshoes_tui.flow.closing_flow import pledge_blocks
from wshoes_tui.flow.earlier_flow import earlier_blocks
from wshoes_tui.flow.labels import heard, not_heard, title_or
from wshoes_tui.flow.questions import SAID
from wshoes_tui.flow.session_labels import turn_and_card
from wshoes_tui.flow.turn_flow import said_blocks
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import (
    BEFORE_AND_AFTER,
    EARLIER_PLEDGES,
    NOT_AGREED,
    WHOSE_SHOES,
    count_minutes,
    count_people,
    count_turns,
)

FEEDBACK_WORDS = {
    "checkout": N_("What we take with us"),
    "heard": N_("Heard and safe"),
    "safe": N_("Safe"),
    "valued": N_("Of value"),
    "change": N_("To change next time"),
}
"""On screens, what stands above the words of each question of the closing round."""


class SummaryPart(NamedTuple):
    """A part of the summary: its id, its title on screens, and its blocks; without any it is
    left out.
    """

    id: str
    title: str
    blocks: Callable[[Session], Blocks]


def head_blocks(session: Session) -> Iterator[TextBlock]:
    """The title, how many people, turns and minutes there were, and whether consent lacks."""
    glance = summary.glance(session)
    counts = (
        count_people(glance.people),
        count_turns(glance.turns),
        count_minutes(glance.minutes),
    )
    yield TextBlock("Summary", title_or(session.header.title), "")
    yield TextBlock("Summary", ", ".join(counts), " · ".join(counts))
    if summary.lacks_consent(session):
        yield TextBlock("Notice", _(NOT_AGREED))


def map_blocks(session: Session) -> Blocks:
    """Whose shoes were stood in, on what, and the gaps."""
    yield MapBlock(summary.coverage(session))


def lightbulb_block(session: Session, bulb: Lightbulb, number: int) -> LightbulbBlock:
    """A lightbulb, with the turn and the shoes it came from."""
    turn = next((turn for turn in session.turns if turn.id == bulb.turn), None)
    if turn is None:
        return LightbulbBlock(bulb, number)
    return LightbulbBlock(bulb, number, turn.number, session.shoes_of(turn, bulb.shoes or None))


def lightbulb_blocks(session: Session) -> Blocks:
    """I used to think ... now I see ..."""
    for number, bulb in enumerate(session.lightbulbs, 1):
        yield lightbulb_block(session, bulb, number)


def turn_blocks(session: Session) -> Blocks:
    """What was said, card by card."""
    for turn in session.turns:
        if session.said(turn):
            title = one_line(session.card_of(turn).title)
            yield TextBlock("Summary", turn_and_card(turn.number, title), f"{turn.number}  {title}")
            yield from (one._replace(turn=turn.number) for one in said_blocks(session, turn))


def swap_blocks(session: Session) -> Blocks:
    """The cards that were answered from two sides."""
    for pair in summary.swaps(session):
        first, then = (
            (session.shoes_of(turn), "\n".join(response.text for response in said))
            for turn, said in ((pair.first, pair.said_first), (pair.then, pair.said_then))
        )
        yield SwapBlock(pair.title, (first, then))


def parked_blocks(session: Session) -> Blocks:
    """Topics that wait for their time."""
    for number, topic in enumerate(session.car_park, 1):
        yield TextBlock("Parked", f"{number}, {one_line(topic.text)}", topic.text)


def number_blocks(session: Session) -> Blocks:
    """The numbers before and after, with the caution that small groups need."""
    rows = summary.before_after(session)
    if rows:
        yield BeforeAfterBlock(rows, titled=len(session.decks) > 1)
    if any(row.few for row in rows):
        told = _(
            "These are the middle numbers of very few people. They are good for talking "
            "about, and prove nothing."
        )
        yield TextBlock("Notice", "", "\n" + told)


def feedback_blocks(session: Session) -> Blocks:
    """The words of the closing round, question by question."""
    for kind, words in FEEDBACK_WORDS.items():
        given = [one for one in session.feedback if one.kind == kind]
        if given:
            yield TextBlock("Summary", "", _(words))
            yield from (TextBlock("Feedback", one.text) for one in given)


def voice_blocks(session: Session) -> Blocks:
    """Who has been heard, in seat order: never a ranking."""
    for voice in summary.voices(session):
        yield VoiceBlock(one_line(voice.seat.label), heard(voice))
    if told := not_heard(session):
        yield TextBlock("Voice", told, "\n" + told)


PARTS = (
    SummaryPart("map", WHOSE_SHOES, map_blocks),
    SummaryPart("lightbulbs", N_("Lightbulbs"), lightbulb_blocks),
    SummaryPart("pledges", N_("Pledges"), pledge_blocks),
    SummaryPart("earlier", EARLIER_PLEDGES, earlier_blocks),
    SummaryPart("said", SAID, turn_blocks),
    SummaryPart("swaps", N_("From both sides"), swap_blocks),
    SummaryPart("parked", N_("Car park"), parked_blocks),
    SummaryPart("numbers", BEFORE_AND_AFTER, number_blocks),
    SummaryPart("feedback", N_("In our own words"), feedback_blocks),
)
VOICES = SummaryPart("voices", N_("Who has been heard: for the facilitator"), voice_blocks)
"""Shown when it is asked for."""


def summary_blocks(session: Session) -> Blocks:
    """The whole summary, all parts one after the other."""
    yield from head_blocks(session)
    for part in PARTS:
        yield from part.blocks(session)
