"""Slash commands about people: seats, a candidate and a panel, people at screens of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import ChangeSeat, ChooseCandidate
from wshoes_tui.domain.deck import SIDES
from wshoes_tui.domain.models import SeatState
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow import people_flow
from wshoes_tui.flow.hiring_flow import NOBODY_CHOSEN, THE_CANDIDATE, evidence_blocks
from wshoes_tui.flow.labels import SIDE_WORDS
from wshoes_tui.flow.pace_flow import pace_blocks
from wshoes_tui.hub.roster import about
from wshoes_tui.line_output import render
from wshoes_tui.lines.argument_parser import first_word, pick, seat_named, shoes_named
from wshoes_tui.lines.session_news import asking_told, names_of, tell_invitation
from wshoes_tui.lines.setup_stage import add_seats, rename
from wshoes_tui.lines.stage import Stage
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.hub.participants import SeatClaim
    from wshoes_tui.hub.session_hub import SessionHub

WHO = N_("Say who: a name, the beginning of one, or a number. /seats says who is here.")


async def slash_minutes(stage: Stage, words: str) -> None:
    """How long there is: the turns follow from it before the first card. Alone: the time so far."""
    if words.strip():
        await stage.run(stage.pace.take(stage.session, words))
    else:
        stage.tell(*pace_blocks(stage.session, stage.pace))


async def slash_seats(stage: Stage, _words: str) -> None:
    """List the seats; of people at screens of their own, also how they are doing."""
    seats = stage.session.seats
    if not seats and stage.conversation.hosted:
        raise Refusal("Nobody has a seat yet. /invite says how people join.")
    if not seats:
        raise Refusal("Nobody has a seat yet.")
    hub, session = stage.conversation.hub, stage.session
    for seat in seats:
        more = about(hub, session, seat) if hub is not None else ()
        stage.out.say("Seat", render.seat_line(seat, more))
    if hub is not None and hub.asking:
        stage.out.say("Notice", asking_told(hub.asking))


async def slash_join(stage: Stage, words: str) -> None:
    if not words.strip():
        raise Refusal("Say who joins, such as: /join Asha, carer.")
    await add_seats(stage, words)


async def _mark(stage: Stage, words: str, state: SeatState) -> None:
    if not words.strip():
        raise Refusal(WHO)
    seat = seat_named(stage.session, words)
    if state == "left":
        people_flow.must_not_sit_apart(stage.conversation.hub, seat)
    await stage.do(ChangeSeat(seat.id, state=state))
    stage.out.say("Saved", render.seat_line(stage.session.seat(seat.id) or seat))


async def slash_left(stage: Stage, words: str) -> None:
    await _mark(stage, words, "left")


async def slash_back(stage: Stage, words: str) -> None:
    await _mark(stage, words, "here")


async def slash_away(stage: Stage, words: str) -> None:
    await _mark(stage, words, "away")


async def slash_side(stage: Stage, words: str) -> None:
    """Change the side of a seat: to the one named, or the other one."""
    name, _comma, wanted = words.rpartition(",") if "," in words else (words, "", "")
    if not name.strip():
        raise Refusal(WHO)
    seat = seat_named(stage.session, name)
    change = people_flow.other_side(seat)
    if wanted.strip():
        named = [(one, (one, _(SIDE_WORDS[one]))) for one in SIDES]
        side = pick(wanted, named, N_("{wanted} is no side: say lived or service."))
        change = ChangeSeat(seat.id, side=side)
    await stage.do(change)
    stage.out.say("Saved", render.seat_line(stage.session.seat(seat.id) or seat))


async def slash_candidate(stage: Stage, words: str) -> None:
    """The candidate, who has all turns; without a label there is none."""
    await stage.do(ChooseCandidate(words))
    candidate = stage.session.candidate
    if candidate is not None:
        stage.out.say("Saved", render.seat_line(candidate, (_(THE_CANDIDATE),)))
    else:
        stage.out.say("Saved", _(NOBODY_CHOSEN))


async def slash_heard(stage: Stage, _words: str) -> None:
    """What a panel heard so far, value by value."""
    if not stage.session.is_for_hiring:
        raise Refusal(NOBODY_CHOSEN)
    stage.tell(*evidence_blocks(stage.session))


async def slash_evidence(stage: Stage, _words: str) -> None:
    """The panel writes what it heard."""
    if not stage.session.is_for_hiring:
        raise Refusal(NOBODY_CHOSEN)
    await stage.write()


async def slash_rename(stage: Stage, words: str) -> None:
    wanted, colon, person = words.partition(":")
    if not colon or not wanted.strip():
        raise Refusal("Say who, and how they are called: /rename Asha: Asha B, carer.")
    await rename(stage, wanted, person)


def _hub(stage: Stage) -> SessionHub:
    hub = stage.conversation.hub
    if hub is None:  # ``find_command`` refuses rows that are ``hosted``
        raise NotImplementedError("this session is not hosted")
    return hub


async def slash_invite(stage: Stage, _words: str) -> None:
    tell_invitation(stage.out, _hub(stage).joining)


async def slash_let_in(stage: Stage, words: str) -> None:
    """Let in somebody who asks for the seat that they left."""
    stage.out.say("Saved", _("{who} is let in.", who=_answered(stage, words, let_in=True)))


async def slash_turn_away(stage: Stage, words: str) -> None:
    """Refuse somebody who asks for a seat that others left."""
    who = _answered(stage, words, let_in=False)
    stage.out.say("Saved", _("Whoever asked for the seat of {who} is not let in.", who=who))


def _answered(stage: Stage, words: str, *, let_in: bool) -> str:
    asking = _asking(stage, words)
    who = one_line(asking.label)
    if not _hub(stage).answer(asking, let_in=let_in):
        raise Refusal("{who} does not ask any more.", who=who)
    return who


def _asking(stage: Stage, words: str) -> SeatClaim:
    """The one who asks that is meant: by the name or the number of the seat, or the only one."""
    asking = _hub(stage).asking
    if not asking:
        raise Refusal("Nobody asks to be let in.")
    seats = {seat.id: seat for seat in stage.session.seats}
    by_seat = {one.seat: one for one in reversed(asking)}  # of several at one seat, the first
    if not words.strip():
        if len(by_seat) > 1:
            raise Refusal(
                "Several ask: {names}. Say who is meant, such as: /let-in {name}",
                names=names_of(asking),
                name=one_line(asking[0].label),
            )
        return asking[0]
    named = [
        (one, (one.label, *([str(seats[seat].number)] if seat in seats else [])))
        for seat, one in by_seat.items()
    ]
    return pick(words, named, N_("{wanted} does not ask to be let in. /seats says who does."))


async def slash_let_go(stage: Stage, words: str) -> None:
    """Close the seat of somebody at a screen of their own, when typed a second time."""
    if not words.strip():
        raise Refusal("Say who, such as: /let-go Tom. /seats says who is here.")
    hub, seat = _hub(stage), seat_named(stage.session, words)
    people_flow.must_sit_apart(hub, stage.session, seat)
    if not stage.conversation.is_sure(("let-go", seat.id)):
        stage.tell(people_flow.let_go_block(seat))
        return
    stage.tell(await people_flow.close_seat(hub, stage.session, seat))


async def slash_give(stage: Stage, words: str) -> None:
    session = stage.session
    deck = session.deck(people_flow.talking_turn(session).deck)
    name, comma, wanted = words.rpartition(",")
    if not comma:
        name, wanted = first_word(words)
    if deck is None or not name.strip() or not wanted.strip():
        raise Refusal("Say who, and which shoes: /give Tom, N. /shoes says which there are.")
    seat, worn = seat_named(session, name), shoes_named(deck, wanted)
    await stage.run(people_flow.give_shoes(_hub(stage), session, seat, worn))


async def slash_lower(stage: Stage, words: str) -> None:
    """Take down a raised hand: of the seat named, or the only one."""
    hub = _hub(stage)
    up = {seat for seat, participant in hub.participants.items() if participant.hand}
    raised = [seat for seat in stage.session.seats if seat.id in up]
    if not raised:
        raise Refusal("No hand is up.")
    if not words.strip() and len(raised) > 1:
        raise Refusal(
            "Several hands are up: {names}. Say whose, such as: /lower {name}",
            names=", ".join(one_line(seat.label) for seat in raised),
            name=one_line(raised[0].label),
        )
    seat = seat_named(stage.session, words) if words.strip() else raised[0]
    stage.tell(people_flow.lower_hand(hub, seat))
