"""Commands about people at screens of their own: only where a session is hosted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import ChangeShoes
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import first_word, pick, seat_named, shoes_named
from wshoes_tui.lines.slash_commands import SESSION, typed
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.hub.participants import SeatClaim
    from wshoes_tui.hub.session_hub import SessionHub
    from wshoes_tui.lines.conversation import Conversation

NO_SCREEN = N_("{who} has no screen of their own. /remove {who} takes their seat away.")
NO_SCREEN_PLAYING = N_("{who} has no screen of their own. /left {who} marks that they have gone.")


def _hub(conversation: Conversation) -> SessionHub:
    if conversation.hub is None:
        raise Refusal("Nobody can join this session with ssh. That takes: wshoes host")
    return conversation.hub


@typed("invite", "", N_("How people join: the line and the code to read out"), SESSION,
       hosted=True)  # fmt: skip
def invite(conversation: Conversation, _words: str) -> None:
    """How to join."""
    joining = _hub(conversation).joining
    for told, what in (
        (
            _("Everybody types this, with a name of their own, in one word, for NAME:"),
            joining.command,
        ),
        *((_("Or, if that does not answer:"), other) for other in joining.others),
        (_("And then this code:"), joining.code),
        (
            _("Their program may ask whether this is the right computer. It is, if it shows:"),
            joining.fingerprint,
        ),
    ):
        conversation.out.say("Notice", f"{told} {what}")
    if joining.note:
        conversation.out.say("Notice", joining.note)


@typed("let-in", "[NAME]", N_("Let somebody in who asks for their seat back"), SESSION,
       N_("Alone it lets in the one who asks. Make sure that it is them: whoever comes in has "
       "the seat, and all that waits on it."),
       hosted=True)  # fmt: skip
def let_in(conversation: Conversation, words: str) -> None:
    """Yes, that is them."""
    conversation.out.say(
        "Saved", _("{who} is let in.", who=_answered(conversation, words, let_in=True))
    )


@typed("turn-away", "[NAME]", N_("Do not let in somebody who asks for a seat"), SESSION,
       hosted=True)  # fmt: skip
def turn_away(conversation: Conversation, words: str) -> None:
    """No, it is not them."""
    who = _answered(conversation, words, let_in=False)
    conversation.out.say("Saved", _("Whoever asked for the seat of {who} is not let in.", who=who))


def _answered(conversation: Conversation, words: str, *, let_in: bool) -> str:
    asking = _asking(conversation, words)
    who = one_line(asking.label)
    if not _hub(conversation).answer(asking, let_in=let_in):
        raise Refusal("{who} does not ask any more.", who=who)
    return who


def _asking(conversation: Conversation, words: str) -> SeatClaim:
    """The one who asks that is meant: by the name or the number of the seat, or the only one."""
    asking = _hub(conversation).asking
    if not asking:
        raise Refusal("Nobody asks to be let in.")
    seats = {seat.id: seat for seat in conversation.session.seats}
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


def names_of(asking: Sequence[SeatClaim]) -> str:
    """The names of the seats that are asked for, each once."""
    return ", ".join(dict.fromkeys(one.told for one in asking))


def asking_told(asking: Sequence[SeatClaim]) -> str:
    """Who asks to be let in, and what lets them in; empty where nobody does."""
    names = names_of(asking)
    match len({one.seat for one in asking}):
        case 0:
            return ""
        case 1:
            return _(
                "{name} asks to come back to their seat. /let-in lets them in, /turn-away does "
                "not.",
                name=names,
            )
        case _:
            return _(
                "{names} ask to come back to their seats. /let-in NAME lets one in, "
                "/turn-away NAME does not.",
                names=names,
            )


@typed("let-go", "NAME", N_("Close the seat of somebody at a screen of their own"), SESSION,
       N_("They cannot come back with their key. Their words are kept. It asks once."),
       hosted=True)  # fmt: skip
async def let_go(conversation: Conversation, words: str) -> None:
    """Ask somebody to leave; once more does it."""
    if not words.strip():
        raise Refusal("Say who, such as: /let-go Tom. /seats says who is here.")
    seat = seat_named(conversation.session, words)
    who = one_line(seat.label)
    if not _hub(conversation).at_own_screen(seat.id):
        raise Refusal(NO_SCREEN_PLAYING if conversation.session.turns else NO_SCREEN, who=who)
    if not conversation.is_sure(f"let-go {seat.id}"):
        told = _(
            "That closes the seat of {who}: they have to leave, and their key opens nothing any "
            "more. Their words are kept. /let-go {who} once more does it.",
            who=who,
        )
        conversation.out.say("Notice", told)
        return
    await _hub(conversation).let_go(seat.id)
    conversation.out.say("Saved", _("{who} has been let go. Their words are kept.", who=who))


@typed("give", "NAME, SHOES", N_("Give somebody shoes to talk in on this card"), ("turn",),
       N_("By mark or name, such as: /give Tom, N. Whose turn it is takes them for the turn."),
       hosted=True)  # fmt: skip
async def give(conversation: Conversation, words: str) -> None:
    """Shoes for a seat."""
    hub, session = _hub(conversation), conversation.session
    turn = session.turn
    deck = session.deck(turn.deck) if turn is not None else None
    if turn is None or deck is None or turn.phase != "talk":
        raise Refusal("Shoes can be given while people talk. Write first deals them by chance.")
    name, comma, wanted = words.rpartition(",")
    if not comma:
        name, wanted = first_word(words)
    if not name.strip() or not wanted.strip():
        raise Refusal("Say who, and which shoes: /give Tom, N. /shoes says which there are.")
    seat, worn = seat_named(session, name), shoes_named(deck, wanted)
    who = one_line(seat.label)
    if seat.id == turn.seat:
        await conversation.do(ChangeShoes(worn.id))
    elif hub.at_own_screen(seat.id):
        hub.give_shoes(seat.id, turn.id, worn.id)
    else:
        raise Refusal(
            "{who} has no screen of their own. Such as: /say {who}, {mark}: words",
            who=who,
            mark=worn.mark,
        )
    if session.is_named:
        conversation.out.say("Shoes", f"{who}: {render.shoes_name(worn)}")
    else:
        conversation.out.say("Saved", _("{who} has other shoes to talk in", who=who))


@typed("lower", "[NAME]", N_("Take a hand down that is up"), SESSION, hosted=True)
def lower(conversation: Conversation, words: str) -> None:
    """They were seen."""
    hub = _hub(conversation)
    up = {seat for seat, participant in hub.participants.items() if participant.hand}
    raised = [seat for seat in conversation.session.seats if seat.id in up]
    if not raised:
        raise Refusal("No hand is up.")
    if not words.strip() and len(raised) > 1:
        raise Refusal(
            "Several hands are up: {names}. Say whose, such as: /lower {name}",
            names=", ".join(one_line(seat.label) for seat in raised),
            name=one_line(raised[0].label),
        )
    seat = seat_named(conversation.session, words) if words.strip() else raised[0]
    if not hub.lower_hand(seat.id):
        raise Refusal("{who} has no hand up.", who=one_line(seat.label))
    conversation.out.say("Saved", _("the hand of {who} is down", who=one_line(seat.label)))
