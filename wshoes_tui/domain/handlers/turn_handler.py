"""The turns: drawing, ending, passing, swapping, and everything that shapes the open one."""

from __future__ import annotations

from wshoes_tui.domain import draw
from wshoes_tui.domain.commands import (
    ChangeShoes,
    DrawCard,
    GiveTurn,
    GoOn,
    GoToClosing,
    MoreTurns,
    Next,
    ParkCard,
    Pass,
    Pause,
    Resume,
    ShowPrompt,
    Skip,
    Suspend,
    Swap,
)
from wshoes_tui.domain.deck import OPEN_PROMPTS, Card, Deck, Prompt, Shoes
from wshoes_tui.domain.engine import (
    NO_CHANGE,
    NO_SUCH_CARD,
    NO_SUCH_SHOES,
    NOT_HANDED_IN,
    Refusal,
    UnitOfWork,
    count_voices,
    forget_taken_words,
    handles,
    heard,
    move_draft,
    must_be_running,
    must_go_on,
    open_turn,
    the_seat,
    wear_shoes_of,
)
from wshoes_tui.domain.handlers.writing_handler import start_writing
from wshoes_tui.domain.models import ParkedTopic, Seat, Session, Turn, TurnState
from wshoes_tui.domain.value import replace
from wshoes_tui.limits import LEAST_CLOSED_SECONDS
from wshoes_tui.locale import N_

ON_A_TURN = ("response", "voice", "private")
"""The kinds of draft that belong to the open turn, and stop the group while they hold words."""

OF_A_TURN = (*ON_A_TURN, "own")
"""The kinds that belong to a turn, whether or not it has ended."""

WRITING = N_("People are writing on this card, in shoes of their own. Reveal or stop that first.")


def prompts_of(card: Card) -> tuple[Prompt, ...]:
    """The prompts of a card, or the four open ones where it has none."""
    return card.prompts or OPEN_PROMPTS


def start_turn(work: UnitOfWork, seat: Seat | None = None) -> None:
    """Draw a seat (unless given), a card and shoes, and open the turn."""
    session = work.session
    seat = seat or draw.next_seat(session)
    if seat is None:
        raise Refusal("Nobody is here. Mark somebody as back first.")
    drawn = draw.next_card(session)
    if drawn is None:
        raise Refusal("All the cards have been played. You can go to the closing round.")
    deck, card = drawn
    shoes = draw.next_shoes(session, deck, card, seat)
    _open(work, deck, card.id, seat, shoes)


def _open(
    work: UnitOfWork,
    deck: Deck,
    card: str,
    seat: Seat | None,
    shoes: Shoes,
    swap_of: str | None = None,
) -> None:
    turn = work.put(
        Turn(
            id=work.env.new_id(),
            number=draw.next_number(work.session),
            deck=deck.id,
            card=card,
            seat=seat.id if seat else None,
            shoes=shoes.id,
            started=work.env.now(),
            swap_of=swap_of,
        )
    )
    for draft in work.session.drafts:
        if draft.kind in OF_A_TURN and draft.turn is None:  # left over from an undone turn
            move_draft(work, draft, turn)
    # A swap answers the same card once more, aloud: writing first again would tire the group. A
    # panel writes once it has heard the candidate.
    writes = work.session.header.write_first and not work.session.is_for_hiring
    if writes and swap_of is None:
        start_writing(work, turn)


def end_turn(work: UnitOfWork, state: TurnState, meant: str | None = None) -> Turn:
    """End the open turn, and count who was heard on it, its seat too if it answered.

    Refused while words wait in it that nobody has seen. Those at people's own screens stop
    nobody: they stay with the turn.
    """
    must_go_on(work.session)
    turn = open_turn(work.session, meant)
    if work.session.written():
        raise Refusal("People have handed in what they wrote. Reveal it first.")
    waiting = [d for d in work.session.drafts if d.turn == turn.id and d.kind in ON_A_TURN]
    if any(draft.text.strip() for draft in waiting):
        raise Refusal(NOT_HANDED_IN)
    for draft in waiting:
        work.drop_aside(draft)
    if state == "answered":
        heard(work, turn.seat)
    count_voices(work)
    forget_taken_words(work)
    ended = replace(turn, state=state, phase="talk", ended=work.env.now())
    return work.put(ended)


@handles(Next)
def next_turn(work: UnitOfWork, command: Next) -> None:
    """End the turn; draw the next one, or go to the closing after the last one planned."""
    end_turn(work, "answered", command.turn)
    _go_on(work)


@handles(Pass)
def pass_turn(work: UnitOfWork, command: Pass) -> None:
    """Respect a pass."""
    end_turn(work, "passed", command.turn)
    _go_on(work)


def _go_on(work: UnitOfWork) -> None:
    session = work.session
    own_card_waits = draw.next_own_card(session) is not None
    planned = session.header.planned_turns
    if session.turns[-1].number >= planned and own_card_waits:
        work.change_header(planned_turns=planned + 1)
    elif session.turns[-1].number >= planned or draw.next_card(session) is None:
        work.change_header(state="closing")
        return
    if draw.next_seat(session) is None:
        raise Refusal("Nobody is here. Mark somebody as back first.")
    start_turn(work)


@handles(Skip)
def skip(work: UnitOfWork, _: Skip) -> None:
    """Put the card back and draw another for the same seat."""
    _another_card(work, end_turn(work, "skipped"))


@handles(ParkCard)
def park_card(work: UnitOfWork, _: ParkCard) -> None:
    """Park the card as a topic for later and draw another for the same seat."""
    turn = end_turn(work, "parked")
    work.put(
        ParkedTopic(
            id=work.env.new_id(),
            text=work.session.card_of(turn).title,
            turn=turn.id,
            card=turn.card,
        )
    )
    _another_card(work, turn)


def _another_card(work: UnitOfWork, turn: Turn) -> None:
    # The turn was put back, not taken: the plan grows by one, so that nobody loses theirs.
    work.change_header(planned_turns=work.session.header.planned_turns + 1)
    seat = work.session.seat(turn.seat)
    start_turn(work, seat if seat is not None and seat.state == "here" else None)


@handles(Swap)
def swap(work: UnitOfWork, _: Swap) -> None:
    """Answer the same card from the opposite shoes, as a turn of its own."""
    turn = open_turn(work.session)
    across = draw.opposite(work.session, turn)
    deck = work.session.deck(turn.deck)
    if across is None or deck is None:
        raise Refusal("This deck has no other shoes to swap into.")
    ended = end_turn(work, "answered")
    work.change_header(planned_turns=work.session.header.planned_turns + 1)
    seat = work.session.seat(turn.seat)
    if seat is not None and seat.state != "here":
        seat = draw.next_seat(work.session) or seat
    _open(work, deck, turn.card, seat, across, swap_of=ended.id)


@handles(MoreTurns)
def more_turns(work: UnitOfWork, command: MoreTurns) -> None:
    """Plan more turns; from the closing, go back and draw one."""
    must_be_running(work.session)
    if command.turns < 1:
        raise Refusal("Plan at least one more turn.")
    if not work.session.turns:
        raise Refusal("The turns have not begun yet.")
    planned = max(work.session.header.planned_turns, work.session.turns[-1].number)
    if work.session.state == "closing":
        forget_taken_words(work)
        newest = work.session.turns[-1].number
        work.change_header(state="turns", planned_turns=newest + command.turns)
        start_turn(work)
    else:
        work.change_header(planned_turns=planned + command.turns)


@handles(ChangeShoes)
def change_shoes(work: UnitOfWork, command: ChangeShoes) -> None:
    """Stand in other shoes on this turn."""
    turn = open_turn(work.session)
    deck = work.session.deck(turn.deck)
    if deck is None or deck.pair(command.shoes) is None:
        raise Refusal(NO_SUCH_SHOES)
    if command.shoes == turn.shoes:
        raise Refusal("These are the shoes already.")
    if turn.phase == "writing":
        raise Refusal(WRITING)
    if work.session.said(turn) or work.session.heard_on(turn):
        raise Refusal("Words were kept in these shoes. Swap instead: that keeps both.")
    work.put(replace(turn, shoes=command.shoes))


@handles(GiveTurn)
def give_turn(work: UnitOfWork, command: GiveTurn) -> None:
    """Give the open turn to another seat."""
    turn = open_turn(work.session)
    seat = the_seat(work.session, command.seat)
    if seat.id == turn.seat:
        raise Refusal("It is {label}'s turn already.", label=seat.label)
    if work.session.is_for_hiring:
        raise Refusal("All turns are the candidate's.")
    if seat.state != "here":
        raise Refusal("{label} is not here.", label=seat.label)
    work.put(replace(turn, seat=seat.id))


@handles(DrawCard)
def draw_card(work: UnitOfWork, command: DrawCard) -> None:
    """Put the drawn card back and play a chosen one on this turn."""
    turn = open_turn(work.session)
    if turn.phase == "writing":
        raise Refusal(WRITING)
    words = work.session.said(turn) or work.session.heard_on(turn)
    if words or any(b.turn == turn.id for b in work.session.lightbulbs):
        raise Refusal("Words were kept on this card. Go on to the next turn first.")
    deck = work.session.deck(command.deck)
    card = deck.card(command.card) if deck else None
    if deck is None or card is None:
        raise Refusal(NO_SUCH_CARD)
    if (turn.deck, turn.card) == (deck.id, card.id):
        raise Refusal("This card is on the table already.")
    shoes = draw.next_shoes(work.session, deck, card, work.session.seat(turn.seat))
    drawn = replace(turn, deck=deck.id, card=card.id, shoes=shoes.id, prompt=0, swap_of=None)
    drawn = work.put(drawn)
    if drawn.deck != turn.deck:
        wear_shoes_of(work, drawn)


@handles(ShowPrompt)
def show_prompt(work: UnitOfWork, command: ShowPrompt) -> None:
    """Show another prompt. No step of its own: undo is for words and turns."""
    turn = open_turn(work.session)
    many = len(prompts_of(work.session.card_of(turn)))
    index = (turn.prompt + 1) % many if command.index is None else command.index
    if not 0 <= index < many:
        raise Refusal("This card has {many} prompts.", many=many)
    work.put_aside(replace(turn, prompt=index))


@handles(Pause)
def pause(work: UnitOfWork, _: Pause) -> None:
    """Stop the clock. No step of its own."""
    must_be_running(work.session)
    if work.session.header.paused_at is not None:
        raise Refusal("The session is paused already.")
    work.put_aside(replace(work.session.header, paused_at=work.env.now()))


@handles(Resume)
def resume(work: UnitOfWork, _: Resume) -> None:
    """Go on, and leave the pause out of the turn's time."""
    since = work.session.header.paused_at
    if since is None:
        raise Refusal("The session is not paused.")
    turn = work.session.turn
    if turn is not None:
        # Undo and redo may have opened another turn during the pause.
        paused = max(0, int((work.env.now() - max(since, turn.started)).total_seconds()))
        work.put_aside(replace(turn, paused_seconds=turn.paused_seconds + paused))
    work.put_aside(replace(work.session.header, paused_at=None))


@handles(Suspend)
def suspend(work: UnitOfWork, _: Suspend) -> None:
    """Nothing changes; refused while no clock runs."""
    if not is_timed(work.session):
        raise Refusal(NO_CHANGE)


@handles(GoOn)
def go_on(work: UnitOfWork, command: GoOn) -> None:
    """Leave the time since the last commit out of the open turn; refused while no clock runs."""
    turn = work.session.turn
    if turn is None or not is_timed(work.session):
        raise Refusal(NO_CHANGE)
    closed = int((work.env.now() - max(command.since, turn.started)).total_seconds())
    if closed < LEAST_CLOSED_SECONDS:
        raise Refusal(NO_CHANGE)
    work.put_aside(replace(turn, paused_seconds=turn.paused_seconds + closed))


def is_timed(session: Session) -> bool:
    """Whether the clock of a turn runs."""
    return session.turn is not None and session.header.paused_at is None


@handles(GoToClosing)
def go_to_closing(work: UnitOfWork, _: GoToClosing) -> None:
    """End the turns, however many are left."""
    if work.session.state != "turns":
        raise Refusal("There are no turns to end.")
    turn = open_turn(work.session)
    end_turn(work, "answered" if work.session.said(turn) else "skipped")
    work.change_header(state="closing")


def taking_turns(session: Session) -> bool:
    """Whether words can be said on an open turn."""
    return session.state == "turns" and session.turn is not None
