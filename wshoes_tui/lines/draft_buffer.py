"""Draft buffer of a seat: words that are not handed in yet, and what they were meant for.

A line has no field that people could see, but what they type is kept all the same, under what
was asked as they typed it. So what is sent just as the group moves on is never said on another
card, and what was written in private is never said aloud.
"""

from __future__ import annotations

from typing import Literal

from wshoes_tui.domain.commands import KeepDraft
from wshoes_tui.domain.draft_fields import unpack
from wshoes_tui.domain.handlers.participant_handler import OF_A_FIELD, is_somebodys_own
from wshoes_tui.domain.models import Draft, DraftKind
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal, Value, value
from wshoes_tui.flow.blocks import TextBlock
from wshoes_tui.flow.questions import NOTHING, Question
from wshoes_tui.flow.session_labels import turn_and_card
from wshoes_tui.hub.seat_session import SeatSession
from wshoes_tui.limits import MOST_CHARACTERS
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines import pending_drafts
from wshoes_tui.lines.argument_parser import as_fields, split_line
from wshoes_tui.lines.slash_commands import find_command
from wshoes_tui.locale import _

Group = Literal["", "opening", "write", "talk", "closing"]


@value()
class DraftTarget(Value):
    """What a line is for. ``field`` is where its words are kept; a pause makes no difference."""

    group: Group = ""
    turn: str = ""
    field: Question = NOTHING

    def is_past(self, now: DraftTarget) -> bool:
        """Whether the group has moved on to something else since."""
        return bool(self.group) and (self.group, self.turn) != (now.group, now.turn)


def draft_target_now(seat_session: SeatSession) -> DraftTarget:
    """What is asked now of somebody on that seat."""
    session = seat_session.session
    turn = session.turn
    if session.state == "opening":
        return DraftTarget("opening", "", seat_session.asked)
    if session.state == "closing":
        return DraftTarget("closing", "", seat_session.asked)
    if session.state != "turns" or turn is None:
        return DraftTarget()
    shoes = seat_session.shoes
    own = Question("words", kind="own", turn=turn.id, shoes=shoes)
    seat = seat_session.participant.seat
    if turn.phase == "talk" or seat == session.header.candidate:
        return DraftTarget("talk", turn.id, own)
    page = session.draft("private", turn.id, seat)
    if page is not None and page.handed_in:  # what comes now waits beside it
        return DraftTarget("write", turn.id, own)
    return DraftTarget(
        "write", turn.id, Question("page", kind="private", turn=turn.id, shoes=shoes)
    )


def joined(*texts: str) -> str:
    """Texts one after the other, a line each."""
    return "\n".join(text for text in texts if text.strip())


class DraftBuffer:
    """The field of one seat. ``waiting`` are its words from before what is typed just now."""

    def __init__(self, seat_session: SeatSession) -> None:
        self.seat_session = seat_session
        self.meant = DraftTarget()
        self.waiting = ""
        self._kept = ""
        self._command: DraftKind | None = None
        self._command_kept = ""

    def take_up(self, typed: str) -> bool:
        """Become the field for what is asked now.

        Returns whether words were left behind in the one before. They are kept there.
        """
        was, now = self.meant, draft_target_now(self.seat_session)
        same = (was.field.kind, was.field.field) == (now.field.kind, now.field.field)
        words = self.words_in(typed)
        if not same and was.field.kind is not None:
            self._keep(words)
        self.meant = now
        if same:
            return False
        theirs = self.seat_session.words_for(now.field) if now.field.kind is not None else ""
        left = joined(self.waiting, words) if was.field.kind in ("own", "private") else ""
        if left and was.field.kind == "private" and now.group == "talk" and was.turn == now.turn:
            self._revealed(theirs, left, words)
            return False
        self.waiting = self._kept = theirs
        return bool(left) and was.is_past(now)

    def _revealed(self, theirs: str, left: str, words: str) -> None:
        """All was revealed while they were still writing: what they wrote is theirs alone.

        The last letters may not have been kept before it: rather twice than never.
        """
        whole = left if left.startswith(theirs) else theirs
        whole = whole if whole.endswith(left) else joined(theirs, left)
        self.waiting = whole.removesuffix(words).rstrip("\n") if words else whole
        self._kept = theirs
        self._keep(words)

    def words_in(self, typed: str) -> str:
        """The words in a line that is being typed: none in a command."""
        name, words = split_line(typed)
        return "" if name else words

    def keep(self, typed: str) -> None:
        """Have a line that is being typed kept, behind the words that wait."""
        self._keep(self.words_in(typed))
        self.keep_command(typed)

    def keep_command(self, typed: str) -> bool:
        """Have the words of a command that is being typed kept. False where they are not."""
        kind, words = _command_in(typed)
        self._keep_command(kind, as_fields(kind, words) if kind and words.strip() else "")
        return bool(self._command_kept)

    def hold(self, text: str, asked: Question | None = None) -> bool:
        """Keep words that could not be handed in. False where there is no field for them."""
        if asked is not None and asked.field != self.meant.field.field:
            return self._add_to(asked, text)
        if self.meant.field.kind is None or len(self.waiting) + len(text) >= MOST_CHARACTERS:
            return False
        self.waiting = joined(self.waiting, text)
        self._keep("")
        return True

    def _add_to(self, asked: Question, text: str) -> bool:
        if asked.kind == "private":  # its page is gone: what was meant for it is still theirs
            asked = Question("words", kind="own", turn=asked.turn, shoes=asked.shoes)
            if asked.field == self.meant.field.field:
                return self.hold(text)
        if asked.kind is None:
            return False
        whole = joined(self.seat_session.words_for(asked), text)
        if len(whole) <= MOST_CHARACTERS:
            self.seat_session.keep(asked, whole)
        return len(whole) <= MOST_CHARACTERS

    def handed_in(self) -> None:
        """The words that waited are no more in the field."""
        self.waiting = self._kept = ""

    def reload(self) -> None:
        """Take the words that wait from what is kept."""
        asked = self.meant.field
        self.waiting = self.seat_session.words_for(asked) if asked.kind is not None else ""
        self._kept = self.waiting

    def waits(self, kind: DraftKind) -> bool:
        """Whether words of a kind wait that are not those of the line just typed."""
        return kind != self._command and bool(self._fields(kind))

    def _fields(self, kind: DraftKind) -> str:
        draft = self.seat_session.session.draft(kind, None, self.seat_session.participant.seat)
        return "" if draft is None else draft.text

    def _keep(self, words: str) -> None:
        whole = joined(self.waiting, words)
        if self.meant.field.kind is not None and whole != self._kept:
            self.seat_session.keep(self.meant.field, whole)
            self._kept = whole

    def _keep_command(self, kind: DraftKind | None, fields: str) -> None:
        """The words of a command that is being typed, in the field that a screen has for them."""
        seat, autosave = self.seat_session.participant.seat, self.seat_session.autosave
        if self._command is not None and kind != self._command:
            if self._command_kept:
                autosave.note(self._command, "", seat)
            self._command, self._command_kept = None, ""
        if kind is None or (self._command is None and self.waits(kind)):
            return
        if unpack(fields) != unpack(self._command_kept):
            autosave.note(kind, fields, seat)
            self._command_kept = fields
        self._command = kind


def _command_in(typed: str) -> tuple[DraftKind | None, str]:
    name, words = split_line(typed)
    if not name.removeprefix("/"):
        return None, ""
    try:
        return find_command(name, "seat").draft, words
    except Refusal:
        return None, ""


ORDER = ("own", *OF_A_FIELD)


def all_waiting(field: DraftBuffer) -> list[Draft]:
    """Words for cards that are over, then those of the field, then those of sheets.

    In an order that stays, since they are called by their numbers.
    """
    session = field.seat_session.session
    late = field.seat_session.late
    here = [draft for draft in session.drafts if is_here(field, draft)]
    rest = [
        draft
        for draft in session.drafts
        if draft not in late and draft not in here and is_somebodys_own(draft)
    ]
    order = [turn.id for turn in session.turns]
    found = [
        *sorted(late, key=lambda draft: order.index(draft.turn) if draft.turn in order else -1),
        *here,
        *sorted(rest, key=lambda draft: ORDER.index(draft.kind)),
    ]
    return [draft for draft in found if pending_drafts.words_of(draft).strip()]


def is_here(field: DraftBuffer, draft: Draft) -> bool:
    """Whether these are the words that wait in the field for what is asked now."""
    asked = field.meant.field
    return (draft.kind, draft.turn or "") == (asked.kind, asked.turn)


def tell(out: LineWriter, field: DraftBuffer) -> None:
    """Say what waits, with its numbers."""
    for number, draft in enumerate(all_waiting(field), 1):
        out.say("Draft", f"{number}, {_named(field, draft)}{pending_drafts.words_of(draft)}")


def tell_here(out: LineWriter, field: DraftBuffer) -> None:
    """Say what waits in the field."""
    for number, draft in enumerate(all_waiting(field), 1):
        if is_here(field, draft):
            out.say("Draft", f"{number}, {pending_drafts.words_of(draft)}")


def _named(field: DraftBuffer, draft: Draft) -> str:
    session = field.seat_session.session
    if draft in field.seat_session.late:
        turn = next((turn for turn in session.turns if turn.id == draft.turn), None)
        card = one_line(session.card_of(turn).title) if turn is not None else ""
        number = turn.number if turn is not None else 0
        return turn_and_card(number, card) + ": "
    name = pending_drafts.FIELD_NAMES.get(draft.kind, "")
    return f"{_(name)}: " if name else ""


async def hand_in(field: DraftBuffer, draft: Draft) -> TextBlock:
    """Hand in words that wait. Returns what is said then.

    Raises:
        Refusal: that cannot be done now.
        StoreError: they could not be kept.
    """
    seat_session = field.seat_session
    if is_here(field, draft) and seat_session.asked.field == field.meant.field.field:
        return await seat_session.hand_in(seat_session.asked, draft.text)
    if draft.kind == "own":
        return await seat_session.hand_in_late(draft)
    if draft.kind == "feedback":
        raise Refusal("These words belong to a question that is not asked now. They wait for it.")
    await seat_session.keep_this(pending_drafts.saving(seat_session.session, draft, None))
    return TextBlock("Saved", _(pending_drafts.WAITING_SAVED))


async def let_go(field: DraftBuffer, draft: Draft) -> None:
    """Let words that wait go.

    Raises:
        Refusal: that cannot be done now.
        StoreError: it could not be kept.
    """
    turn = draft.turn if draft.kind == "own" else None
    await field.seat_session.do(KeepDraft(draft.kind, "", draft.seat, turn=turn))
