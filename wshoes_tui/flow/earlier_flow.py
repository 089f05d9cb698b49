"""Pledges of earlier sessions, one by one: a key each says how it stands; for every front end.

Each answer is kept at once, as an update in this session. The pledge itself is only read.
"""

from __future__ import annotations

from wshoes_tui.domain.commands import KeepDraft, UpdatePledge
from wshoes_tui.domain.draft_fields import pack, unpack
from wshoes_tui.domain.models import KeptPledge, PledgeNote, PledgeState, Session
from wshoes_tui.domain.pledges import as_told, update_of
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.blocks import Blocks, Effects, QuestionBlock, TextBlock
from wshoes_tui.flow.labels import owner_and_day
from wshoes_tui.flow.questions import DRAFT_WAITS
from wshoes_tui.flow.session_labels import day, title_or, today
from wshoes_tui.flow.step_flow import SessionGetter
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import (
    PLEDGE_STATES,
    about_pledge,
    pledge_sentence,
    wording_before,
)

ANSWERS: dict[str, PledgeState] = {
    "d": "done",
    "w": "under_way",
    "s": "stuck",
    "c": "changed",
    "g": "dropped",
}
"""The letter of each answer, on screens and in lines."""
WHY: dict[PledgeState, str] = {
    "stuck": N_("Why is it stuck? Enter alone leaves that out."),
    "changed": N_("What is the pledge now?"),
    "dropped": N_("Why is it let go? Enter alone leaves that out."),
}
"""What is asked for in a field behind the letter; nothing behind the others."""


def answers_told() -> str:
    """The letters of all answers, each with what it says."""
    return ", ".join(f"{letter} {_(PLEDGE_STATES[state])}" for letter, state in ANSWERS.items())


class EarlierFlow:
    """The open pledges of earlier sessions: which one is asked about, and what an answer does."""

    def __init__(self, session: SessionGetter) -> None:
        self._session = session
        self._at = 0
        self._known: frozenset[str] = frozenset()

    def begin(self) -> None:
        """Go to the first one of which nothing was told yet; else to the last."""
        session = self._session()
        open_ones = (n for n, one in enumerate(session.earlier) if not self._told(one))
        self._at = next(open_ones, max(0, len(session.earlier) - 1))

    def follow_undo(self) -> bool:
        """Go to a pledge of which an answer was taken back; whether there is one."""
        session = self._session()
        told = frozenset(one.pledge for one in session.pledge_updates)
        gone, self._known = self._known - told, told
        for number, one in enumerate(session.earlier):
            if one.pledge.id in gone:
                self._at = number
                return True
        return False

    def _told(self, one: KeptPledge) -> bool:
        return update_of(self._session(), one.pledge.id) is not None

    @property
    def is_answered(self) -> bool:
        """Whether something was told of each."""
        return all(map(self._told, self._session().earlier))

    @property
    def pledge(self) -> KeptPledge | None:
        """The one that is asked about; None where there is none."""
        earlier = self._session().earlier
        return earlier[self._at] if self._at < len(earlier) else None

    @property
    def position(self) -> tuple[int, int]:
        """Which one this is, from 1, and of how many."""
        return self._at + 1, len(self._session().earlier)

    @property
    def is_last(self) -> bool:
        """Whether none comes after it."""
        return self._at + 1 >= len(self._session().earlier)

    @property
    def worded(self) -> KeptPledge | None:
        """The one that is asked about, with what this session was told of it."""
        one = self.pledge
        return one and one.with_update(update_of(self._session(), one.pledge.id))

    def blocks(self) -> Blocks:
        """The words of one, who keeps it by when, its history, and what was told now."""
        one = self.pledge
        if one is None:
            return
        yield TextBlock("Pledge", pledge_sentence(one.pledge.condition, one.text))
        about = [*owner_and_day(one.pledge), *about_pledge(one.pledge.scope, one.pledge.horizon)]
        yield TextBlock("Summary", ", ".join(about))
        yield TextBlock("Summary", made_told(one))
        for note in one.history:
            if note.state != "open" or note.note:
                yield TextBlock("Summary", note_told(note))
        told = update_of(self._session(), one.pledge.id)
        if told is not None:
            now = PledgeNote(on=told.on, state=told.state, note=told.note or told.text)
            yield TextBlock("Summary", _("today: {words}", words=_state_and(now)))
        yield from waiting_blocks(self._session(), one)

    def question(self) -> QuestionBlock:
        """How does it stand? Each answer by its letter; words may stand behind it."""
        return QuestionBlock(
            _(
                "How does it stand? d done, w under way, s stuck, c and the new words, g let go; "
                "the reason may follow. l later, b back."
            )
        )

    def answer(self, text: str) -> Effects:
        """A letter, with words behind it."""
        if self.waiting is not None:
            raise Refusal(DRAFT_WAITS)
        match text.casefold().split():
            case ["l" | "later" | "skip"]:
                self.later()
            case ["b" | "back"]:
                self.go_back()
            case _:
                yield from self.tell(*read_answer(text))

    @property
    def waiting(self) -> tuple[PledgeState, str] | None:
        """An answer about this pledge whose words were typed and not handed in."""
        return waiting_answer(self._session(), self.pledge) if self.pledge is not None else None

    def drop_waiting(self) -> Effects:
        """Let the words go that were typed about this pledge and not handed in."""
        if self.pledge is not None:
            yield from without_whys(self._session, self.pledge)

    def unfinished(self, text: str) -> KeepDraft | None:
        """What keeps an answer whose line has no end as a draft; None where it has no words.

        Raises:
            Refusal: it is no answer.
        """
        state, words = read_answer(text)
        if self.pledge is None or state not in WHY or not words:
            return None
        return KeepDraft("why", with_why(self._session(), self.pledge, state, words))

    def tell(self, state: PledgeState, words: str = "") -> Effects:
        """Keep how it stands, and go on to the next one.

        Args:
            state: how it stands.
            words: why; of one that was changed the new wording, without which it is refused.
        """
        one = self.pledge
        if one is None:
            return
        yield updated(one, state, words)
        yield from without_whys(self._session, one)
        yield TextBlock("Saved", _(PLEDGE_STATES[state]))
        self.later()

    def later(self) -> None:
        """To the next one; the last one stays."""
        if not self.is_last:
            self._at += 1

    def go_back(self) -> None:
        """To the one before."""
        if not self._at:
            raise Refusal("This is the first one.")
        self._at -= 1


def read_answer(text: str) -> tuple[PledgeState, str]:
    """How a pledge stands, from its letter or word as it was typed, and the words behind it.

    Raises:
        Refusal: it is no such letter.
    """
    name, _space, words = text.strip().partition(" ")
    states = {_(PLEDGE_STATES[state]): letter for letter, state in ANSWERS.items()}
    letter = states.get(" ".join(text.casefold().split()), name.casefold())
    if letter not in ANSWERS:
        raise Refusal("Type d, w, s, c and the new words, g, l or b. Nothing was kept.")
    return ANSWERS[letter], words.strip() if letter == name.casefold() else ""


def updated(one: KeptPledge, state: PledgeState, words: str) -> UpdatePledge:
    """The command that keeps how a pledge stands, with words: why, or the new wording.

    Raises:
        Refusal: the pledge has changed, and its new wording is not there.
    """
    changed = state == "changed"
    if changed and not words.strip():
        raise Refusal("Say what the pledge is now: c and the new words.")
    note, wording = ("", words) if changed else (words, "")
    return UpdatePledge(one.pledge.id, one.session, state, note, wording)


def why_kept(session: Session, one: KeptPledge, state: PledgeState) -> str:
    """Draft of what is kept with an answer about a pledge; empty without one."""
    return _whys(session).get(_field(one, state), "")


def why_before(session: Session, one: KeptPledge, state: PledgeState) -> str:
    """What a field for an answer begins with: its draft; else, of a change, the wording now."""
    return why_kept(session, one, state) or (one.text if state == "changed" else "")


def with_why(session: Session, one: KeptPledge, state: PledgeState, words: str) -> str:
    """The text to keep as the draft "why", with these words for that answer."""
    fields = _whys(session) | {_field(one, state): words}
    return pack({name: text for name, text in fields.items() if text.strip()})


def waiting_answer(session: Session, one: KeptPledge) -> tuple[PledgeState, str] | None:
    """An answer about a pledge whose words were typed and not handed in; None without any."""
    kept = ((state, why_kept(session, one, state)) for state in WHY)
    return next((answer for answer in kept if answer[1].strip()), None)


def waiting_blocks(session: Session, one: KeptPledge) -> Blocks:
    """The answers about a pledge that were typed and not handed in."""
    for state in WHY:
        if words := one_line(why_kept(session, one, state)):
            yield TextBlock("Draft", f"{_(PLEDGE_STATES[state])}: {words}")


def without_whys(session: SessionGetter, one: KeptPledge) -> Effects:
    """Let the drafts about a pledge go; those about others stay."""
    fields = _whys(session())
    left = {name: text for name, text in fields.items() if not name.endswith(one.pledge.id)}
    if left != fields:
        yield KeepDraft("why", pack(left))


def _whys(session: Session) -> dict[str, str]:
    draft = session.draft("why")
    return unpack(draft.text) if draft is not None else {}


def _field(one: KeptPledge, state: PledgeState) -> str:
    return f"{state} {one.session} {one.pledge.id}"  # both, for the erasers look for their ids


def made_told(one: KeptPledge) -> str:
    """When a pledge was made, and in which session."""
    made = day(one.created.astimezone().date())
    return _("made on {day}, {session}", day=made, session=title_or(one.title))


def earlier_blocks(session: Session) -> Blocks:
    """The pledges of earlier sessions with what this one was told of them; one let go is there."""
    for one in as_told(session):
        stands = one.history[-1] if one.updates else PledgeNote(on=today(), state=one.state)
        words = one_line(pledge_sentence(one.pledge.condition, one.text))
        owner = f"{one_line(one.pledge.owner)}, " if one.pledge.owner.strip() else ""
        yield TextBlock("Pledge", f"{words} ({owner}{_state_and(stands)})")


def note_told(note: PledgeNote) -> str:
    """One line of the history of a pledge: its day, how it stood, what was said, what it was."""
    told = f"{day(note.on)}: {_state_and(note)}"
    return told + (" " + wording_before(one_line(note.was)) if note.was else "")


def _state_and(note: PledgeNote) -> str:
    words = one_line(note.note)
    return _(PLEDGE_STATES[note.state]) + (f". {words}" if words else "")
