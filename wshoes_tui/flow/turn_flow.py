"""Turn stage: the open turn while people talk, at the facilitator's keyboard or at a seat."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from wshoes_tui.domain.commands import (
    Command,
    GoToClosing,
    Next,
    ParkCard,
    Pass,
    Say,
    Skip,
    Swap,
    WriteFirst,
)
from wshoes_tui.domain.deck import Prompt
from wshoes_tui.domain.draw import possible_turns
from wshoes_tui.domain.engine import open_turn
from wshoes_tui.domain.handlers.turn_handler import WRITING, prompts_of
from wshoes_tui.domain.models import Draft, DraftKind, Session, Turn
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.blocks import (
    Blocks,
    CardBlock,
    Effects,
    PromptBlock,
    QuestionBlock,
    SaidBlock,
    ShoesBlock,
    SpeakerBlock,
    TextBlock,
)
from wshoes_tui.flow.hiring_flow import A_PIECE_OF_EVIDENCE, evidence_on
from wshoes_tui.flow.labels import SAVED_MARK
from wshoes_tui.flow.questions import TYPE_SAID, Place, Question, is_alone
from wshoes_tui.flow.session_labels import response_told
from wshoes_tui.locale import N_, Speech, _

STEPS: dict[str, tuple[Callable[[], Command], str, str]] = {
    "next": (Next, "", ""),
    "pass": (Pass, "", ""),
    "skip": (Skip, "", N_("That card was put back. Here is another.")),
    "swap": (Swap, "", N_("The same card, from the other side.")),
    "write_first": (WriteFirst, "", ""),
    "park_card": (
        ParkCard,
        N_("that card is in the car park, here is another"),
        N_("That card is in the car park. Here is another."),
    ),
    "close": (GoToClosing, "", ""),
}
"""What ends a turn, by the name of its action: the command, and what lines and screens then say."""
SAID_FIRST = ("next", "swap", "write_first", "close")
"""The steps before which the words that stand in the field are said."""


class Speaker(NamedTuple):
    """Another voice than the one whose turn it is; seat None is nobody in particular."""

    seat: str | None
    shoes: str


class Hand(Protocol):
    """Somebody on the seat of that id, and whether their hand is up."""

    @property
    def seat(self) -> str: ...
    @property
    def hand(self) -> bool: ...


class SeatView(Protocol):
    """What is known of a session at one seat; ``SeatSession`` says what each of these is."""

    @property
    def session(self) -> Session: ...
    @property
    def place(self) -> Place: ...
    @property
    def asked(self) -> Question: ...
    @property
    def is_mine(self) -> bool: ...
    @property
    def shoes(self) -> str: ...
    @property
    def progress(self) -> tuple[int, int]: ...
    @property
    def written(self) -> tuple[int, int]: ...
    @property
    def late(self) -> tuple[Draft, ...]: ...
    @property
    def speech(self) -> Speech: ...
    @property
    def card_has_changed(self) -> bool: ...
    @property
    def participant(self) -> Hand: ...

    def words_for(self, asked: Question) -> str: ...


class TurnFlow:
    """The open turn.

    Args:
        session: gives the session as it is now.
        seat: whose screen it is, where that is somebody's own; None for the facilitator.
    """

    def __init__(self, session: Callable[[], Session], seat: SeatView | None = None) -> None:
        self._session = session
        self._seat = seat

    @property
    def session(self) -> Session:
        return self._session()

    @property
    def turn(self) -> Turn:
        """The open turn.

        Raises:
            Refusal: no turn is open.
        """
        return open_turn(self.session)

    def blocks(self, speaker: Speaker | None = None, *, newest: int | None = None) -> Blocks:
        """The whole turn: whose, what led to it, the card, what was said, who speaks.

        Args:
            speaker: another voice that speaks at the facilitator's keyboard.
            newest: of what was said, only so many of the newest responses.
        """
        yield from self.card_blocks()
        yield from said_blocks(self.session, self.turn, newest)
        yield from evidence_on(self.session, self.turn)
        yield from self.speaker_blocks(speaker)

    def card_blocks(self, prompt: int | None = None) -> Blocks:
        """Whose turn it is, what was said before a swap, the shoes, the card, one prompt."""
        session, turn = self.session, self.turn
        yield self.turn_block()
        first = next((other for other in session.turns if other.id == turn.swap_of), None)
        if first is not None:
            yield from _before_swap(session, first)
        if turn.phase == "talk":
            yield self.shoes_block()
        yield CardBlock(session.card_of(turn))
        yield prompt_block(session, turn, prompt)

    def turn_block(self) -> TextBlock:
        """The number of the turn, and whose it is; on a screen, what stands above its shoes."""
        session, turn, mine = self.session, self.turn, self._seat is not None and self._seat.is_mine
        seat = session.seat(turn.seat)
        turns = turns_of(session)
        told = _("{turn} of {turns}", turn=turn.number, turns=turns)
        if turn.number == turns > 1:
            told = _("{turn}, the last", turn=told)
        if seat is not None and session.header.kind == "group":
            told = f"{told}, {one_line(seat.label)}"
        if turn.swap_of is not None:
            told = _("{told}, the same card from the other side", told=told)
        if mine:
            told = _("{turn}. It is your turn.", turn=told)
        if self._seat is not None and self._seat.place != "talk":
            return TextBlock("Turn", told, "")  # a screen tells that everybody writes
        return TextBlock("Turn", told, self._lead(mine=mine))

    def _lead(self, *, mine: bool) -> str:
        """Whose turn it is, where what is said in its shoes may be others' words; else nothing."""
        session, turn = self.session, self.turn
        seat = session.seat(turn.seat)
        if session.is_named or seat is None or is_alone(session):
            return ""
        return self._swapped(
            _("It is your turn.") if mine else _("{who}'s turn", who=one_line(seat.label))
        )

    def _swapped(self, told: str, *, lower: bool = False) -> str:
        if self.turn.swap_of is None:
            return told
        return _("Swap: {told}", told=told[0].lower() + told[1:] if lower else told)

    def shoes_block(self) -> ShoesBlock:
        """The shoes of the turn, and who stands there; at a seat that writes or has the turn, those
        it stands in.
        """
        session, turn, view = self.session, self.turn, self._seat
        own = view.shoes if view is not None and (view.place == "writing" or view.is_mine) else None
        shoes, seat = session.shoes_of(turn, own), session.seat(turn.seat)
        if view is not None and view.place != "talk":
            return ShoesBlock(shoes)
        if is_alone(session):
            return ShoesBlock(shoes, self._swapped(_("You stand here"), lower=True))
        if seat is None:
            return ShoesBlock(shoes, self._swapped(_("We stand here"), lower=True))
        if not session.is_named:
            return ShoesBlock(shoes)
        if view is not None and view.is_mine:
            return ShoesBlock(shoes, self._swapped(_("It is your turn. You stand here.")))
        who = one_line(seat.label)
        return ShoesBlock(shoes, self._swapped(_("{who} stands here", who=who)), who)

    def speaker_blocks(self, speaker: Speaker | None = None) -> Blocks:
        """Who speaks, or in whose shoes a seat does, where that is not the one with the turn."""
        session, turn, seat = self.session, self.turn, self._seat
        if seat is not None and seat.place == "talk" and not seat.is_mine:
            if session.is_of_panel(seat.participant.seat):
                return  # what is said there is evidence, in nobody's shoes
            worn = session.shoes_of(turn, seat.shoes)
            name = one_line(f"{worn.mark} {worn.name}")
            told = _("When you speak, you stand in: {shoes}", shoes=name)
            yield SpeakerBlock(worn, _("You stand in"), text=told)
        elif speaker is not None:
            voice = session.seat(speaker.seat) if session.is_named else None
            lead = voice.label if voice else _("Somebody")
            yield SpeakerBlock(session.shoes_of(turn, speaker.shoes), lead, is_name=True)

    def question(self, *, waits: bool = False) -> QuestionBlock:
        """What is said in these shoes?

        Args:
            waits: whether words wait that are not said yet.
        """
        session, seat = self.session, self.session.seat(self.turn.seat)
        if is_alone(session):
            asked, hint = _("What do you say in these shoes?"), _("type what you would say")
            empty = _("Type what you would say. Esc, then n: the next turn.")
        else:
            asked, hint = _("What is said in these shoes?"), _(TYPE_SAID)
            empty = _("Type what is said. Esc, then n: the next turn.")
            if seat is not None and (session.is_named or session.is_for_hiring):
                asked = _("What does {who} say in these shoes?", who=one_line(seat.label))
        text = f"{asked} " + _("Type it. /next goes on, /help says what else there is.")
        if session.is_for_hiring:
            text = f"{asked} " + _("Type it. Then /evidence: the panel writes. /next goes on.")
            empty = _("Type what is said. Esc, then w: the panel writes what it heard.")
        if waits:
            text = _("/save keeps the words that wait, /drop lets them go. Or type others.")
        return QuestionBlock(text, hint=hint, empty=empty)

    def answer(
        self, text: str, speaker: Speaker | None = None, field: DraftKind | None = None
    ) -> Effects:
        """Say words.

        Args:
            text: the words.
            speaker: who says them, where that is not the one whose turn it is.
            field: the kind of draft that they were kept as; without it, that of the speaker.
        """
        seat, shoes = (self.turn.seat, "") if speaker is None else speaker
        field = field or ("response" if speaker is None else "voice")
        done = yield Say(text, seat, shoes or None, draft=field)
        after = done.session if done is not None else self.session
        number = len(after.said(after.turn)) if after.turn is not None else 0
        told = _(A_PIECE_OF_EVIDENCE) if after.is_of_panel(seat) else response_told(number)
        yield TextBlock("Saved", told, _(SAVED_MARK))

    def step(self, name: str) -> Effects:
        """Lead away from the turn by one of ``STEPS``.

        Raises:
            Refusal: people write in private just now.
        """
        must_be_talking(self.session)
        command, line, sentence = STEPS[name]
        yield command()
        if sentence:
            yield TextBlock("Saved", line and _(line), _(sentence))


def must_be_talking(session: Session) -> None:
    """Refuse what would end a turn on which people write; what is handed in the engine keeps.

    Raises:
        Refusal: they write, and nobody has handed anything in.
    """
    turn = session.turn
    if turn is not None and turn.phase == "writing" and not session.written():
        raise Refusal(WRITING)


def where_told(session: Session) -> str:
    """The open turn by its number, and of how many, for the top line of a screen."""
    turn, turns = open_turn(session).number, turns_of(session)
    if turn == turns > 1:
        return _("Turn {turn} of {turns}, the last", turn=turn, turns=turns)
    return _("Turn {turn} of {turns}", turn=turn, turns=turns)


def turn_news(session: Session, *, easy: bool) -> str:
    """The open turn by its number and its card: what is news when it has just begun."""
    turn = open_turn(session)
    card = one_line(CardBlock(session.card_of(turn)).title(easy=easy))
    return _("Turn {turn}: {card}", turn=turn.number, card=card)


def turns_of(session: Session) -> int:
    """How many turns there will be."""
    return possible_turns(session, session.header.planned_turns)


def words_for_turn(session: Session, turn_id: str) -> str:
    """What stands above words for a turn that is over; empty where there is no such turn."""
    turn = next((one for one in session.turns if one.id == turn_id), None)
    if turn is None:
        return ""
    card = session.card_of(turn).title
    return _("Your words for turn {turn}: {card}", turn=turn.number, card=card)


def stands_in(label: str) -> str:
    """Who stands in the shoes that follow."""
    return _("{who} stands in the shoes of", who=label)


def prompt_block(session: Session, turn: Turn, index: int | None = None) -> PromptBlock:
    """The prompt of a turn that is shown to all, or that of an index: after the last, the first."""
    prompts = prompts_of(card := session.card_of(turn))
    at = min(turn.prompt, len(prompts) - 1) if index is None else index % len(prompts)
    prompt = prompts[at]
    if not card.prompts:
        easy = _(prompt.easy) if prompt.easy else ""
        prompt = Prompt(prompt.rung, _(prompt.text), easy)
    return PromptBlock(prompt, at + 1, len(prompts))


def said_blocks(session: Session, turn: Turn, newest: int | None = None) -> list[SaidBlock]:
    """What was said on a turn, in order; with ``newest``, only so many of the newest responses."""
    said = session.said(turn)
    first = 0 if newest is None else max(0, len(said) - newest)
    names = {seat.id: seat.label for seat in session.seats}
    worn = {id_: session.shoes_of(turn, id_) for id_ in {one.shoes for one in said[first:]}}
    return [
        SaidBlock(one, number, names.get(one.seat or "", ""), worn[one.shoes])
        for number, one in enumerate(said[first:], first + 1)
    ]


def _before_swap(session: Session, first: Turn) -> Blocks:
    """What was said on the turn before a swap; screens show the last of it from its shoes."""
    blocks = said_blocks(session, first)
    own = [block for block in blocks if block.response.shoes == first.shoes]
    for block in blocks:
        yield block._replace(is_earlier=True, on_screen=block in own[-1:])
