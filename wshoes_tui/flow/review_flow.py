"""Review before sharing, line by line: share, keep back, or put right; for every front end.

Each decision is kept in the session at once: a review that was left goes on at the first line
about which nothing was decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from wshoes_tui.domain.commands import ReviewWords, Undo
from wshoes_tui.domain.handlers.review_handler import review_lines, text_of
from wshoes_tui.domain.handlers.undo_handler import NOTHING_TO_UNDO
from wshoes_tui.domain.models import (
    Evidence,
    Feedback,
    Lightbulb,
    ParkedTopic,
    Pledge,
    PledgeUpdate,
    Response,
    Review,
    SpokenRecord,
    WildCard,
)
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.blocks import Blocks, Effects, QuestionBlock, TextBlock, Word
from wshoes_tui.flow.hiring_flow import value_titles
from wshoes_tui.flow.labels import KIND_NAMES
from wshoes_tui.flow.questions import closing_question
from wshoes_tui.flow.session_labels import title_or, turn_and_card, which_of
from wshoes_tui.flow.step_flow import SessionGetter
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import (
    EARLIER_PLEDGE,
    NOW_I_SEE,
    USED_TO_THINK,
    pledge_news,
    pledge_sentence,
)

KINDS: dict[type[SpokenRecord], Word] = {
    Response: "Said",
    Evidence: "Evidence",
    Lightbulb: "Lightbulb",
    Pledge: "Pledge",
    PledgeUpdate: "Pledge",
    ParkedTopic: "Parked",
    WildCard: "Card",
    Feedback: "Feedback",
}
"""The kind of block that shows each kind of record."""
DECISIONS: dict[Review, str] = {
    "": N_("not decided yet"),
    "share": N_("to be shared"),
    "keep": N_("kept back"),
}
REVIEW = N_("What may be shared")
"""The heading of the review."""
NOTHING_TO_REVIEW = N_("There is nothing to look through in this session.")


def _words(line: SpokenRecord) -> Iterator[str]:
    """The words that were said; where there are several parts, each with what it is."""
    match line:
        case Lightbulb():
            for label, words in ((USED_TO_THINK, line.used_to_think), (NOW_I_SEE, line.now_see)):
                if words.strip():
                    yield f"{_(label)} {words}"
        case Pledge():
            yield pledge_sentence(line.condition, line.text)
            for note in line.history:
                yield from pledge_news(note.state, note.note, was=note.was)
        case PledgeUpdate():
            yield from pledge_news(line.state, line.note, text=line.text)
        case _:
            yield text_of(line)


class ReviewFlow:
    """The review of a session: at which line it is, what is shown and asked, what answers do."""

    def __init__(self, session: SessionGetter) -> None:
        self._session = session
        self._at = ""
        """The id of the line; empty behind the last one."""
        self.begin()

    def begin(self) -> None:
        """Go to the first line about which nothing was decided, or else behind the last."""
        self._at = next((one.id for one in self.lines if not one.review), "")

    @property
    def lines(self) -> list[SpokenRecord]:
        """What there is to look through."""
        return review_lines(self._session())

    @property
    def line(self) -> SpokenRecord | None:
        """The line that is shown; None behind the last one."""
        return next((one for one in self.lines if one.id == self._at), None)

    @property
    def position(self) -> tuple[int, int]:
        """Which line this is, from 1 (0 behind the last one), and of how many."""
        ids = [one.id for one in self.lines]
        return ids.index(self._at) + 1 if self._at in ids else 0, len(ids)

    @property
    def place(self) -> tuple[str, str]:
        """Which line this is and what was decided about it: what must differ to be told anew."""
        line = self.line
        return self._at, line.review if line is not None else ""

    def blocks(self) -> Blocks:
        """Which line this is, where it was said, the words, what was decided; last, the counts."""
        lines, line = self.lines, self.line
        left = sum(not one.review for one in lines)
        told = many("{count} line left", "{count} lines left", left)
        if line is None:
            yield TextBlock("Step", _("You have looked through all of it.") if lines else
                            _(NOTHING_TO_REVIEW))  # fmt: skip
            for review in ("share", "keep"):
                count = sum(one.review == review for one in lines)
                yield TextBlock("Review", f"{count}: {_(DECISIONS[review])}")
            return
        yield TextBlock("Step", f"{which_of(*self.position)}, {told}", told)
        yield TextBlock("Summary", self._where(line))
        for words in _words(line):
            yield TextBlock(KINDS[type(line)], words)
        yield TextBlock("Review", _(DECISIONS[line.review]))
        if line.shared_text:
            yield TextBlock("Review", _("shared as: {words}", words=line.shared_text))

    def _where(self, line: SpokenRecord) -> str:
        """On which card, in which shoes, and by whom where that may be told."""
        session = self._session()
        if isinstance(line, Feedback):
            seat = session.seat(line.seat)
            kind = "heard" if line.kind == "safe" else line.kind
            asked = closing_question(session, kind)
            return f"{one_line(seat.label)}. {asked}" if seat else asked
        turn = next((one for one in session.turns if one.id == getattr(line, "turn", None)), None)
        if isinstance(line, PledgeUpdate | WildCard):
            return _(EARLIER_PLEDGE if isinstance(line, PledgeUpdate) else KIND_NAMES["wild"])
        if turn is None:
            return title_or(session.header.title)
        where = turn_and_card(turn.number, one_line(session.card_of(turn).title))
        shoes = session.shoes_of(turn, getattr(line, "shoes", None) or None)
        parts = [where, one_line(f"{shoes.mark} {shoes.name}")]
        if isinstance(line, Evidence) and (title := value_titles(session, turn).get(line.value)):
            parts.insert(0, title)
        if isinstance(line, Pledge | ParkedTopic):
            parts = [_(KIND_NAMES["pledge" if isinstance(line, Pledge) else "park"]), where]
        if isinstance(line, Response | Evidence) and (seat := session.seat(line.seat)):
            parts.append(one_line(seat.label))
        if isinstance(line, Pledge) and line.owner.strip():
            parts.append(one_line(line.owner))
        return ", ".join(parts)

    def question(self) -> QuestionBlock:
        """What can be decided."""
        if self.line is None:
            return QuestionBlock(_("b goes back one line, d ends. /export md writes a file."))
        return QuestionBlock(
            _(
                "s shares these words, k keeps them back, r and other words shares those "
                "instead, b goes back one line, d ends."
            ),
            _("May this be shared?"),
            _("the words as they may be shared"),
            _("Type the words as they may be shared. Esc: leave them as they were said."),
        )

    def answer(self, text: str) -> Effects:
        """A letter and, behind ``r``, the words that are shared instead."""
        name, _space, words = text.strip().partition(" ")
        match name.casefold(), words.strip():
            case "s" | "share", "":
                yield from self.share()
            case "k" | "keep", "":
                yield from self.keep()
            case "b" | "back", "":
                self.go_back()
            case "u" | "undo", "":
                yield from self.undo()
            case "r" | "right", other if other:
                yield from self.share(other)
            case _:
                raise Refusal("Type s, k, b or d, or r and the words. Nothing was decided.")

    def share(self, text: str = "") -> Effects:
        """Share the line; with ``text``, in these words. Without, as it was put right before."""
        line = self._must_be_at_a_line()
        yield from self._decide(line, "share", text or line.shared_text)

    def keep(self) -> Effects:
        """Keep the line back."""
        yield from self._decide(self._must_be_at_a_line(), "keep", "")

    def _must_be_at_a_line(self) -> SpokenRecord:
        if self.line is None:
            raise Refusal("You have looked through all of it.")
        return self.line

    def _decide(self, line: SpokenRecord, review: Review, text: str) -> Effects:
        if text == text_of(line):
            text = ""
        if (line.review, line.shared_text) != (review, text):
            yield ReviewWords(line.id, review, text)
        yield TextBlock("Saved", _(DECISIONS[review]))
        self._go_on(line.id)

    def _go_on(self, decided: str) -> None:
        """To the next line; from the last one, to the first that was left out."""
        ids = [one.id for one in self.lines]
        following = ids[ids.index(decided) + 1 :]
        if following:
            self._at = following[0]
        else:
            self.begin()

    def go_back(self) -> None:
        """One line back."""
        ids = [one.id for one in self.lines]
        at = ids.index(self._at) if self._at in ids else len(ids)
        if not at:
            raise Refusal("This is the first line.")
        self._at = ids[at - 1]

    def undo(self) -> Effects:
        """Take the last decision back, and show its line."""
        done = self._session().done
        if not done or done[-1].name != ReviewWords.__name__:
            raise Refusal(NOTHING_TO_UNDO)
        yield Undo()
        for change in done[-1].changes:
            if change.after is not None:
                self._at = change.after.id
        yield TextBlock("Undone", _(DECISIONS[self.line.review] if self.line else DECISIONS[""]))
