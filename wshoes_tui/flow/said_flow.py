"""What was said: the responses of all turns, to be read, put right, kept out of exports, taken out.

One flow for the screen, for plain lines and for a seat, where ``own`` limits it to the words of
that seat. A response is called by its turn and its number on it, such as 3.2, in every order; a
number alone is one of the open turn.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from wshoes_tui.domain.commands import EditResponse, Remove, ShowAs
from wshoes_tui.domain.models import Response, Session, Visibility
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import with_usual_digits
from wshoes_tui.flow.blocks import Blocks, Effects, QuestionBlock, SaidBlock, TextBlock
from wshoes_tui.flow.labels import SAVED_MARK
from wshoes_tui.flow.questions import NOTHING_SAID
from wshoes_tui.flow.session_labels import response_told, turn_and_card
from wshoes_tui.flow.turn_flow import said_blocks
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import CARDS_WORD, SHOES_WORD

View = Literal["turn", "cards", "shoes", "newest"]
VIEWS: tuple[View, ...] = ("turn", "cards", "shoes", "newest")
ALL_TURNS = VIEWS[1:]
"""The orders in which the words of all turns can be read; "turn" is the open turn alone."""
VIEW_NAMES: dict[View, str] = {
    "turn": N_("this card"),
    "cards": N_("all cards"),
    "shoes": N_("all by shoes"),
    "newest": N_("all, newest first"),
}
VIEW_WORDS: dict[View, str] = {"cards": CARDS_WORD, "shoes": SHOES_WORD, "newest": N_("newest")}
"""What is typed for an order in plain lines, or the beginning of it."""
NO_SUCH_HERE = N_("There is no response {wanted} on this turn. /said says them with their numbers.")
NO_SUCH = N_("There is no response {wanted}. Type its turn and its number, such as 3.2.")
NOTHING_AT_ALL = N_("Nothing has been said yet. What is said on a card will stand here.")
NOTHING_OF_YOURS = N_("Nothing of yours is kept yet. What you say on a card will stand here.")
MOST_SAID_BACK = 40


class SaidFlow:
    """The responses of a session in one of several orders, and what can be done with each.

    Args:
        session: the session as it is now; at a seat, as that seat may see it.
        view: the order to begin with.
        own: at a seat, its own responses of all turns: no others are shown or changed.
    """

    def __init__(
        self,
        session: Callable[[], Session],
        view: View = "cards",
        own: Callable[[], Sequence[Response]] | None = None,
    ) -> None:
        self._session = session
        self._own = own
        self.view: View = view

    @property
    def views(self) -> tuple[View, ...]:
        """The orders there are: the open turn alone only where words were said on it."""
        session = self._session()
        here = self._own is None and session.turn is not None and session.said(session.turn)
        return VIEWS if here else ALL_TURNS

    @property
    def next_view(self) -> View:
        """The order after this one, round again after the last."""
        views = self.views
        return views[(views.index(self.view) + 1) % len(views)] if self.view in views else views[0]

    def rows(self) -> list[SaidBlock]:
        """All responses, by turn and number.

        At a seat the others' words are counted as that seat sees them; what it has kept out of
        exports, which no seat sees, has the numbers behind those.
        """
        session = self._session()
        names = {seat.id: seat.label for seat in session.seats}
        said: dict[str, list[Response]] = {turn.id: [] for turn in session.turns}
        for one in sorted(session.responses, key=lambda response: response.place):
            said.setdefault(one.turn, []).append(one)
        mine = {one.id for one in session.responses}
        if self._own is not None:
            seen, own = mine, self._own()
            mine = {one.id for one in own}
            for one in own:
                if one.id not in seen:
                    said.setdefault(one.turn, []).append(one)
        return [
            SaidBlock(
                one,
                number,
                names.get(one.seat or "", ""),
                session.shoes_of(turn, one.shoes),
                turn=turn.number,
                card=one_line(session.card_of(turn).title),
            )
            for turn in session.turns
            for number, one in enumerate(said[turn.id], 1)
            if one.id in mine
        ]

    def blocks(self) -> Blocks:
        """The responses in the order of the view, with a heading for each card or pair of shoes."""
        session = self._session()
        if self.view == "turn":
            if session.turn is not None:
                yield from said_blocks(session, session.turn)
            return
        rows = self.rows()
        if self.view == "newest":
            yield from reversed(rows)
        elif self.view == "cards":
            yield from _by_card(rows)
        else:
            decks = {turn.number: turn.deck for turn in session.turns}
            yield from _by_shoes(rows, decks)

    def question(self) -> QuestionBlock:
        """What may be done with them, or that nothing was said; what stands above a list."""
        said = [block for block in self.blocks() if isinstance(block, SaidBlock)]
        if not said:
            told = NOTHING_OF_YOURS if self._own is not None else NOTHING_AT_ALL
            above = NOTHING_SAID if self.view == "turn" else told
            return QuestionBlock(_(told), _(above))
        now, after = _(VIEW_NAMES[self.view]), _(VIEW_NAMES[self.next_view])
        order = _("{order}   (o: {next})", order=now[:1].upper() + now[1:], next=after)
        number = said[0].label
        if self._own is not None:
            text = _("/edit {n} words puts number {n} right, /remove {n} takes it out.", n=number)
        else:
            text = _(
                "/edit {n} words puts number {n} right, /withhold {n} keeps it out of exports, "
                "/remove {n} takes it out, /erase {n} erases it for good.",
                n=number,
            )
        return QuestionBlock(text, order)

    def find(self, wanted: str) -> SaidBlock:
        """The response of a number: "3.2" is the second one of turn 3, "2" that of the open turn.

        Raises:
            Refusal: there is none.
        """
        typed, session = with_usual_digits(wanted.strip()), self._session()
        alone = "." not in typed
        short = one_line(wanted.strip())[:MOST_SAID_BACK]
        if alone and session.turn is not None:
            typed = f"{session.turn.number}.{typed}"
        if re.fullmatch(r"\d{1,6}\.\d{1,6}", typed):
            turn, number = map(int, typed.split("."))
            for row in self.rows():
                if (row.turn, row.number) == (turn, number):
                    return row._replace(turn=0) if alone else row
        raise Refusal(NO_SUCH_HERE if alone and session.turn is not None else NO_SUCH, wanted=short)

    def put_right(self, block: SaidBlock, words: str) -> Effects:
        """Put the words of a response right. Whose they are, and in which shoes, stays."""
        yield EditResponse(block.response.id, words)
        yield TextBlock("Saved", response_told(block.label), _(SAVED_MARK))

    def keep_out(self, block: SaidBlock) -> Effects:
        """Keep a response out of every export, or let it in again."""
        kept_out = block.response.visibility == "withheld"
        other: Visibility = "shoes" if kept_out else "withheld"
        yield ShowAs(block.response.id, other)
        told = (
            _("response {number} is exported with its shoes", number=block.label)
            if kept_out
            else _("response {number} is kept out of every export", number=block.label)
        )
        yield TextBlock("Saved", told, "")

    def doubt(self, does: Literal["remove", "visibility"], block: SaidBlock) -> TextBlock | None:
        """What is said before something is done that nobody here can undo; None where it can be."""
        if does == "visibility":
            if block.response.seat is None:
                return None
            return TextBlock(
                "Notice",
                _(
                    "That takes the name off too, and nothing puts it back. /withhold {number} "
                    "once more does it.",
                    number=block.label,
                ),
                _("That takes the name off too, and nothing puts it back. v once more does it."),
            )
        if self._own is None and self._session().state != "closed":
            return None
        return TextBlock(
            "Notice",
            _(
                "What is taken out now cannot be brought back. /remove {number} once more does it.",
                number=block.label,
            ),
            _("What is taken out now cannot be brought back. x once more takes it out."),
        )

    def take_out(self, block: SaidBlock) -> Effects:
        """Take a response out of the session."""
        lasting = self.doubt("remove", block) is not None
        yield Remove(block.response.id)
        if lasting:
            yield TextBlock("Saved", _("taken out"), _("Taken out."))
        else:
            told = _("Taken back. Undo brings the words again.")
            yield TextBlock("Saved", _("taken back, /undo brings it again"), told)


def _by_card(rows: Sequence[SaidBlock]) -> Blocks:
    turn = 0
    for row in rows:
        if row.turn != turn:
            turn = row.turn
            yield TextBlock("Card", turn_and_card(turn, row.card))
        yield row._replace(card="")


def _by_shoes(rows: Sequence[SaidBlock], decks: dict[int, str]) -> Iterator[SaidBlock | TextBlock]:
    """Under each pair of shoes what was said in them; of two decks, both may have such shoes."""
    worn: dict[tuple[str, str], list[SaidBlock]] = {}
    for row in rows:
        worn.setdefault((decks[row.turn], row.shoes.id), []).append(row)
    for group in worn.values():
        shoes = group[0].shoes
        yield TextBlock("Shoes", one_line(f"{shoes.mark} {shoes.name}"))
        yield from group
