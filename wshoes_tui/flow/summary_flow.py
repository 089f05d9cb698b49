"""Summary: the session at a glance, part by part, for looking at together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from wshoes_tui.domain import summary
from wshoes_tui.domain.framework import (
    Framework,
    SessionByAgenda,
    frameworks_named,
    session_by,
)
from wshoes_tui.domain.handlers.review_handler import is_withheld
from wshoes_tui.domain.models import Lightbulb, Session
from wshoes_tui.domain.pledges import origin_of
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal, replace
from wshoes_tui.flow.blocks import (
    BeforeAfterBlock,
    Blocks,
    LightbulbBlock,
    MapBlock,
    PathBlock,
    PledgeBlock,
    SaidBlock,
    SwapBlock,
    TextBlock,
    VoiceBlock,
)
from wshoes_tui.flow.earlier_flow import earlier_blocks
from wshoes_tui.flow.hiring_flow import agreed_blocks, evidence_blocks
from wshoes_tui.flow.labels import heard, not_heard
from wshoes_tui.flow.questions import SAID, is_alone
from wshoes_tui.flow.session_labels import candidate_told, title_or, turn_and_card
from wshoes_tui.flow.turn_flow import said_blocks
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import (
    BEFORE_AND_AFTER,
    EARLIER_PLEDGES,
    EVIDENCE,
    HORIZONS,
    LIGHTBULBS,
    NOT_AGREED,
    PLEDGES,
    SMALL_GROUP,
    THE_PATH,
    TYPED_UP,
    WHAT_WE_AGREED,
    WHOSE_SHOES,
    count_lightbulbs,
    count_minutes,
    count_parked,
    count_people,
    count_pledges,
    count_turns,
    phrase_told,
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


def head_blocks(session: Session) -> Blocks:
    """The title; people, turns and minutes; the path as a line and what came of it; consent."""
    glance = summary.glance(session)
    candidate = session.candidate
    counts = (
        *([candidate_told(candidate.label)] if candidate is not None else []),
        count_people(glance.people),
        count_turns(glance.turns),
        count_minutes(glance.minutes),
        *([_(TYPED_UP)] if session.header.typed_up else []),
    )
    yield TextBlock("Summary", title_or(session.header.title), "")
    yield TextBlock("Summary", ", ".join(counts), " · ".join(counts))
    yield path_line(session)
    if summary.lacks_consent(session):
        yield TextBlock("Notice", _(NOT_AGREED))


def path_line(session: Session) -> PathBlock:
    """The turns so far, and what came of them."""
    glance = summary.glance(session)
    came = [count_lightbulbs(glance.lightbulbs), count_pledges(glance.pledges)]
    if glance.parked:
        came.append(count_parked(glance.parked))
    return PathBlock(summary.path(session), tuple(came))


def map_blocks(session: Session) -> Blocks:
    """Whose shoes were stood in, on what, and the gaps."""
    yield MapBlock(summary.coverage(session))


def path_blocks(session: Session) -> Blocks:
    """The path of the session, turn by turn."""
    steps = summary.path(session)
    if any(step.was_heard for step in steps):
        yield PathBlock(steps, alone=is_alone(session))


def lightbulb_block(session: Session, bulb: Lightbulb, number: int) -> LightbulbBlock:
    """A lightbulb, with the turn and the shoes it came from."""
    turn = next((turn for turn in session.turns if turn.id == bulb.turn), None)
    if turn is None:
        return LightbulbBlock(bulb, number)
    return LightbulbBlock(bulb, number, turn.number, session.shoes_of(turn, bulb.shoes or None))


def lightbulb_blocks(session: Session) -> Iterator[LightbulbBlock]:
    """I used to think ... now I see ..."""
    for number, bulb in enumerate(session.lightbulbs, 1):
        yield lightbulb_block(session, bulb, number)


def caused_blocks(session: Session) -> Blocks:
    """The lightbulbs, each with the words that brought it about."""
    for block in lightbulb_blocks(session):
        yield replace(block, cause=_cause(session, block.bulb.response))


def _cause(session: Session, response: str | None) -> SaidBlock | None:
    """A response as it is shown; None for words that are kept out of everything."""
    found = next((said for said in session.responses if said.id == response), None)
    turn = next((turn for turn in session.turns if found and turn.id == found.turn), None)
    if found is None or turn is None or is_withheld(found):
        return None
    said = next(one for one in said_blocks(session, turn) if one.response.id == found.id)
    return said._replace(turn=turn.number)


def pledge_blocks(session: Session) -> Blocks:
    """The pledges by how soon they can be kept, each with the number it has in the session."""
    for horizon, title in HORIZONS.items():
        mine = [one for one in enumerate(session.pledges, 1) if one[1].horizon == horizon]
        if mine:
            yield TextBlock("Summary", _(title))
            for number, pledge in mine:
                yield PledgeBlock(pledge, number, phrase_told(origin_of(session, pledge)))


def turn_blocks(session: Session, left_out: Collection[str] = ()) -> Blocks:
    """What was said, card by card, without these turns."""
    for turn in session.turns:
        if turn.id not in left_out and session.said(turn):
            title = one_line(session.card_of(turn).title)
            yield TextBlock("Summary", turn_and_card(turn.number, title), f"{turn.number}  {title}")
            yield from (one._replace(turn=turn.number) for one in said_blocks(session, turn))


def swap_blocks(session: Session) -> Blocks:
    """The cards that were answered from two sides."""
    for pair in summary.swaps(session):
        first, then = (
            (
                session.shoes_of(turn),
                tuple(one._replace(turn=turn.number) for one in said_blocks(session, turn)),
            )
            for turn in (pair.first, pair.then)
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
        yield TextBlock("Notice", told, "\n" + told)
    elif rows:
        told = _(SMALL_GROUP)
        yield TextBlock("Notice", told, "\n" + told)


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


MAP_PART = SummaryPart("map", WHOSE_SHOES, map_blocks)
EVIDENCE_PART = SummaryPart("evidence", EVIDENCE, evidence_blocks)
PARTS = (
    EVIDENCE_PART,
    SummaryPart("agreed", WHAT_WE_AGREED, agreed_blocks),
    MAP_PART,
    SummaryPart("lightbulbs", LIGHTBULBS, caused_blocks),
    SummaryPart("pledges", PLEDGES, pledge_blocks),
    SummaryPart("earlier", EARLIER_PLEDGES, earlier_blocks),
    SummaryPart("said", SAID, turn_blocks),
    SummaryPart("path", THE_PATH, path_blocks),
    SummaryPart("swaps", N_("From both sides"), swap_blocks),
    SummaryPart("parked", N_("Car park"), parked_blocks),
    SummaryPart("numbers", BEFORE_AND_AFTER, number_blocks),
    SummaryPart("feedback", N_("In our own words"), feedback_blocks),
)


def first_part(session: Session) -> SummaryPart:
    """The part that is shown first: evidence before opinion, and elsewhere the map."""
    return EVIDENCE_PART if session.is_for_hiring else MAP_PART


TITLED = ("evidence", "agreed", "path")
"""The parts that need their title where all stand one after the other."""
AGENDA = "agenda"
BY_AGENDA = N_("Whose shoes, by the themes of an agenda")


def agenda_part(frameworks: Mapping[str, Framework], name: str = "") -> SummaryPart:
    """The map by each framework that the decks refer to; with a name, by those that hold it.

    It is shown when it is asked for.
    """
    return SummaryPart(AGENDA, BY_AGENDA, partial(agenda_blocks, frameworks, name.strip().lower()))


def agenda_blocks(frameworks: Mapping[str, Framework], name: str, session: Session) -> Blocks:
    """What ``agenda_part`` shows."""
    known, found = agendas_of(frameworks, name, session)
    for framework in found:
        yield TextBlock("Map", one_line(framework.title))
        yield MapBlock(summary.coverage(session, framework))
    if not known:
        yield TextBlock("Map", _(NO_AGENDA))
    elif not found:
        titles = ", ".join(one_line(one.title) for one in known)
        yield TextBlock("Map", _(AGENDAS, titles=titles))


NO_AGENDA = N_("The decks of this session name no agenda.")
AGENDAS = N_("These agendas are named: {titles}")


def agendas_of(
    frameworks: Mapping[str, Framework], name: str, session: Session
) -> tuple[list[Framework], list[Framework]]:
    """The frameworks that the decks of a session refer to, and those of them with that name."""
    named = frameworks_named(played.deck for played in session.decks)
    known = [frameworks[key] for key in named if key in frameworks]
    wanted = name.strip().lower()
    return known, [one for one in known if wanted in f"{one.key} {one.title}".lower()]


def by_agenda(frameworks: Mapping[str, Framework], name: str, session: Session) -> SessionByAgenda:
    """The session by the themes of the one agenda of that name, to be exported so.

    Raises:
        Refusal: its decks name none of that name, or several.
    """
    known, found = agendas_of(frameworks, name, session)
    if len(found) == 1:
        return session_by(session, found[0])
    if not known:
        raise Refusal(NO_AGENDA)
    raise Refusal(AGENDAS, titles=", ".join(one_line(one.title) for one in known))


VOICES = SummaryPart("voices", N_("Who has been heard: for the facilitator"), voice_blocks)
"""Shown when it is asked for."""


def summary_blocks(session: Session) -> Blocks:
    """The whole summary, all parts one after the other.

    Words of cards that were answered from two sides are told there alone, and not twice.
    """
    yield from head_blocks(session)
    swapped = {turn.id for pair in summary.swaps(session) for turn in (pair.first, pair.then)}
    for part in PARTS:
        blocks = part.blocks(session)
        if part.id == "said":
            blocks = turn_blocks(session, swapped)
        elif part.id in TITLED and any(part.blocks(session)):  # the others say what they are
            yield TextBlock("Summary", _(part.title))
        yield from blocks
