"""Wall page: what the wall shows of a session at a moment, without where it stands.

It is read from the session as ``domain.projection.seen_on_wall`` leaves it, and from nothing else:
what is left out there reaches no wall.
"""

from __future__ import annotations

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.models import Session, Turn
from wshoes_tui.domain.projection import seen_on_wall
from wshoes_tui.domain.summary import Coverage, PathStep, coverage, path
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Value, value
from wshoes_tui.flow.blocks import CardBlock
from wshoes_tui.flow.labels import agreement
from wshoes_tui.flow.questions import PAUSE, TOGETHER
from wshoes_tui.flow.turn_flow import prompt_block, said_blocks
from wshoes_tui.locale import N_, _

BEGINS_SOON = N_("It begins when everybody is here.")


@value()
class WallVoice(Value):
    """What was said: its shoes, the name beside them where the group shows it, and the words."""

    shoes: Shoes
    words: str
    name: str = ""


@value()
class WallPage(Value):
    """One page of the wall.

    Attributes:
        title: what stands at the top, in big letters where there is room.
        shoes: those of the turn; None where no turn is open.
        text, easy: the story of the card, as it is and in easy words; empty lines are kept.
        question: what is asked now.
        voices: what was said on the open turn, in the order of the shoes of the deck.
        steps: the turns so far, for the line of the evening.
        turns: of how many turns.
        covered: the coverage map; empty but after the last turn.
    """

    title: str
    shoes: Shoes | None = None
    text: str = ""
    easy: str = ""
    question: str = ""
    voices: tuple[WallVoice, ...] = ()
    steps: tuple[PathStep, ...] = ()
    turns: int = 0
    covered: tuple[Coverage, ...] = ()


def wall_page(session: Session | None, *, easy: bool = False) -> WallPage:
    """The page for a session as it stands; one that waits where there is no session.

    Args:
        easy: whether easy words are wanted wherever there are any.
    """
    if session is None:
        return WallPage("Whose shoes", text=_(BEGINS_SOON))
    seen = seen_on_wall(session)
    if seen.header.paused_at is not None:
        return WallPage(_(PAUSE), text=_("Take the time you need."))
    turn = seen.turn
    if turn is not None:
        return _card_page(seen, turn, easy=easy)
    if seen.state in ("closing", "closed"):
        steps = path(seen)
        return WallPage("Whose shoes", covered=coverage(seen), steps=steps, turns=len(steps))
    if seen.state == "opening" and seen.header.agreements:
        agreed = (f"· {one_line(agreement(one))}" for one in seen.header.agreements)
        return WallPage(_(TOGETHER), text="\n".join(agreed))
    titles = [one_line(played.deck.title) for played in seen.decks]
    summary = one_line(seen.decks[0].deck.summary) if len(seen.decks) == 1 else _(BEGINS_SOON)
    return WallPage(" · ".join(titles) or "Whose shoes", text=summary)


def _card_page(session: Session, turn: Turn, *, easy: bool) -> WallPage:
    card = CardBlock(session.card_of(turn))
    return WallPage(
        one_line(card.title(easy=easy)),
        session.shoes_of(turn),
        card.text(easy=easy),
        "" if card.text(easy=True) == card.text(easy=False) else card.text(easy=True),
        one_line(prompt_block(session, turn).asked(easy=easy)),
        _voices(session, turn),
        path(session),
        max(len(session.turns), possible_turns(session, session.header.planned_turns)),
    )


def _voices(session: Session, turn: Turn) -> tuple[WallVoice, ...]:
    """What was said, by the order of the shoes: not by who was first or wrote longest."""
    deck = session.deck(turn.deck)
    order = {pair.id: number for number, pair in enumerate(deck.shoes)} if deck else {}
    said = said_blocks(session, turn)
    first = sum(one.state != "open" for one in session.turns)
    pairs = max(1, len(order))
    said.sort(key=lambda one: (order.get(one.response.shoes, 0) - first) % pairs)
    return tuple(
        WallVoice(one.shoes, one_line(one.response.text), one_line(one.who)) for one in said
    )
