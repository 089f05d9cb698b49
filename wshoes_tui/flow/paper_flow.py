"""Paper stage: an evening on paper is set up in five questions, then slip after slip is typed up.

What is known of the slip in hand stands in the draft "slip", one key a part, and is kept with
every answer: so typing goes on where it was left, however the program ended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from wshoes_tui.domain.commands import (
    AddSlip,
    Close,
    KeepDraft,
)
from wshoes_tui.domain.deck import Card, Deck, Shoes
from wshoes_tui.domain.draft_fields import pack, unpack
from wshoes_tui.domain.engine import NO_SUCH_CARD, words_of
from wshoes_tui.domain.models import Session, Visibility, as_card
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.answer_parser import bare
from wshoes_tui.flow.blocks import Blocks, Effects, QuestionBlock, TextBlock
from wshoes_tui.flow.labels import SAVED_MARK, card_count
from wshoes_tui.flow.name_finder import card_named, card_told, pair_named, short
from wshoes_tui.flow.paper_round import ROUND, PaperRound
from wshoes_tui.flow.paper_setup import ENTER_ALONE, STEPS, PaperSetup
from wshoes_tui.flow.questions import CLOSED
from wshoes_tui.flow.step_flow import SessionGetter
from wshoes_tui.locale import N_, _, many

MOST_SHOWN = 5
"""Slips that a screen shows while the next one is asked for."""
PAPER = N_("Slips from paper")
"""The heading of the page, and what stands above it in lines."""
SLIP_QUESTIONS = {
    "card": N_(
        "Which card? Its number, or the beginning of its title. Enter alone when that was all."
    ),
    "shoes": N_("Whose shoes? The letter on the slip, or a name."),
}
THE_WORDS = N_("The words, as they stand on the slip.")
WORDS_END = N_("Enter alone ends them.")
WHO_MAY_SEE = N_("Who may see it? As ticked: shoes only, named and the name, or not passed on.")
WHO_WORDS: dict[Visibility, str] = {
    "named": N_("named|with name|name"),
    "shoes": N_("shoes only|shoes|without name"),
    "withheld": N_("not passed on|withheld|kept back|keep out"),
}
"""What people type for each way to keep words; for "named" the name follows."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is known of a slip so far, as text; ``whole`` is "yes" once its words are."""

    deck: str = ""
    card: str = ""
    shoes: str = ""
    text: str = ""
    who: str = ""
    whole: str = ""


class PaperFlow:
    """Typing up, from the first question to the last slip."""

    def __init__(self, session: SessionGetter) -> None:
        self._session = session
        self.setup = PaperSetup(session)
        self.round = PaperRound(session)
        self.is_ending = False
        """Whether it was said that there are no more slips."""

    @property
    def session(self) -> Session:
        """The session as it is now."""
        return self._session()

    @property
    def slip(self) -> Slip:
        """The slip in hand; an empty one between two slips."""
        draft = self.session.draft("slip")
        kept = unpack(draft.text) if draft is not None else {}
        return Slip(**{name: kept.get(name, "") for name in Slip.__slots__})

    @property
    def step(self) -> str:
        """What is asked: a step of the set-up or of the round, a part of the slip, or "end"."""
        if self.session.state in ("setup", "opening"):
            return self.setup.step
        slip = self.slip
        if self._card(slip) is None:
            return self.round.step or ("end" if self.is_ending else "card")
        if not slip.shoes:
            return "shoes"
        return "who" if slip.whole else "words"

    @property
    def place(self) -> tuple[object, ...]:
        """What must differ for the question to be another one."""
        slip, session = self.slip, self.session
        kept = (len(one) for one in (session.responses, session.feedback, session.ratings))
        return self.step, slip.deck, slip.card, slip.shoes, *kept

    def _card(self, slip: Slip) -> tuple[Deck, Card] | None:
        deck = self.session.deck(slip.deck)
        own = (as_card(own) for own in self.session.wild_cards if own.id == slip.card)
        card = (deck.card(slip.card) or next(own, None)) if deck else None
        return (deck, card) if deck is not None and card is not None else None

    def _shoes(self, slip: Slip) -> Shoes | None:
        deck = self.session.deck(slip.deck)
        return deck.pair(slip.shoes) if deck else None

    def blocks(self) -> Blocks:
        """How far it is, and what is known of the slip in hand."""
        session, slip = self.session, self.slip
        if self.step in STEPS:
            if self.step == STEPS[0]:
                for played in session.decks:
                    yield TextBlock("Deck", one_line(played.deck.title))
            return
        if self.step in ROUND:
            yield from self.round.blocks()
            return
        if self.step in ("card", "end"):
            yield TextBlock("Step", slips_told(session), "")
            yield from self._newest()
            if self.step == "end" and session.was_on_paper:
                told = _("Esc, then n: the numbers and the closing words from paper.")
                yield TextBlock("Notice", _("/go types up numbers and closing words."), told)
            return
        found = self._card(slip)
        if found is not None:
            yield TextBlock("Card", card_told(*found))
        if self.step == "shoes" and found is not None:
            for pair in found[0].shoes:
                yield TextBlock("Shoes", one_line(f"{pair.mark} {pair.name}"))
        if (worn := self._shoes(slip)) is not None:
            yield TextBlock("Shoes", one_line(f"{worn.mark} {worn.name}"))
        if slip.text:
            yield TextBlock("Draft", slip.text, slip.text if slip.whole else "")

    def _newest(self) -> Blocks:
        """For a screen: the slips typed up last, the newest one last."""
        turns = {turn.id: turn for turn in self.session.turns}
        for said in self.session.responses[-MOST_SHOWN:]:
            turn = turns.get(said.turn)
            if turn is not None:
                worn = self.session.shoes_of(turn, said.shoes)
                where = f"{one_line(self.session.card_of(turn).title)} [{worn.mark}]"
                yield TextBlock("Step", "", f"{where}  {short(said.text)}")

    def question(self) -> QuestionBlock:
        """What this step asks; the same words on a screen and in lines."""
        step = self.step
        if step in STEPS:
            text = self.setup.question()
        elif step in ROUND:
            text = self.round.question()
        elif step == "end":
            text = _(
                "Is that all? /close closes the session for good, the number of a card goes on, "
                "/leave leaves the rest for another time."
            )
            if not self.session.was_on_paper:
                text = _("Is that all? /close goes back to the session, a card goes on.")
            label = _("Is that all? Esc, then c: close the session for good. Or the next card.")
            return QuestionBlock(text, label)
        elif step == "words":
            return QuestionBlock(f"{_(THE_WORDS)} {_(WORDS_END)}", _(THE_WORDS))
        elif step == "who":
            now = _(ENTER_ALONE, now=_who_told(self.slip.who))
            text = f"{_(WHO_MAY_SEE)} {now}"
        else:
            text = _(SLIP_QUESTIONS[step])
        return QuestionBlock(text, text)

    def answer(self, text: str) -> Effects:
        """An answer to the question; on a screen all the words of a slip at once.

        Raises:
            Refusal: it cannot be understood; nothing was changed.
        """
        match self.step:
            case "card" | "end":
                yield from self._begin_slip(text)
            case "shoes":
                pair = pair_named(self._must_have_card()[0], text)
                yield from self._keep(replace(self.slip, shoes=pair.id))
            case "words":
                yield from self._end_words(words_of(text))
            case "who":
                yield from self._finish_slip(text)
            case step if step in ROUND:
                yield from self.round.answer(text)
                self.is_ending = True
            case _:
                yield from self.setup.answer(text)

    def _must_have_card(self) -> tuple[Deck, Card]:
        found = self._card(self.slip)
        if found is None:
            raise Refusal(NO_SUCH_CARD)
        return found

    def _keep(self, slip: Slip) -> Effects:
        yield KeepDraft("slip", packed(slip))

    def _end_words(self, text: str) -> Effects:
        slip = replace(self.slip, text=text, whole="yes")
        yield from self._keep(slip)
        if slip.who:  # it was said before the words
            yield from self._save(*_read_who(slip.who))

    def add_line(self, line: str) -> Effects:
        """One more line of the words; an empty one ends them."""
        if line.strip():
            yield from self._keep(self.slip_with(line))
        else:
            yield from self.answer(self.slip.text)

    def slip_with(self, line: str) -> Slip:
        """The slip in hand with one more line of words."""
        slip = self.slip
        return replace(slip, text=f"{slip.text}\n{line}" if slip.text else line)

    # A slip

    def _begin_slip(self, text: str) -> Effects:
        if not text.strip():
            self.is_ending = True
            return
        found = card_named(self.session, text)
        slip = Slip(found.deck.id, found.card.id)
        shoes, _comma, who = found.rest.partition(",")
        if shoes.strip():
            slip = replace(slip, shoes=pair_named(found.deck, shoes).id)
        if who.strip():
            _read_who(who)
            slip = replace(slip, who=who.strip())
        self.is_ending = False
        yield from self._keep(slip)

    def _finish_slip(self, text: str) -> Effects:
        try:
            visibility, name = _read_who(text.strip() or self.slip.who or "shoes")
        except Refusal:
            if not self._begins_another(text):
                raise
            yield from self._save(*_read_who(self.slip.who or "shoes"))
            yield from self._begin_slip(text)
        else:
            yield from self._save(visibility, name)

    def _begins_another(self, text: str) -> bool:
        """Whether a text is the first line of the next slip, as in a file of slips."""
        try:
            found = card_named(self.session, text)
            return found.by_number or bool(pair_named(found.deck, found.rest.partition(",")[0]))
        except Refusal:
            return False

    def _save(self, visibility: Visibility, name: str) -> Effects:
        slip, (deck, card) = self.slip, self._must_have_card()
        yield AddSlip(deck.id, card.id, slip.shoes, slip.text, visibility, name)
        worn = deck.pair(slip.shoes)
        count = len(self.session.responses)
        told = (_("slip {number}", number=count), card_told(deck, card), worn.name if worn else "")
        saved = one_line(", ".join(told))
        yield TextBlock("Saved", saved, f"{_(SAVED_MARK)}: {saved}")

    def go_back(self) -> Effects:
        """To the question before, with what was typed since kept where it can be."""
        slip = self.slip
        match self.step:
            case "who":
                yield from self._keep(replace(slip, whole=""))
            case "words":
                yield from self._keep(replace(slip, shoes=""))
            case "shoes":
                yield from self.let_go()
            case "end":
                self.is_ending = False
            case step if step in ROUND:
                self.round.go_back()
            case _:
                self.setup.go_back()

    def go_on(self, name: str = "") -> None:
        """To the numbers and the closing words, or to the one of that name.

        Raises:
            Refusal: a slip is in hand, the set-up is not done, or there is none of that name.
        """
        if self.step not in ("card", "end", *ROUND):
            raise Refusal("Finish this slip first, or let it go.")
        self.round.go_on(name)
        self.is_ending = True

    def let_go(self) -> Effects:
        """Let go of the slip in hand."""
        if self.session.draft("slip") is not None:
            yield KeepDraft("slip", "")

    def close(self) -> Effects:
        """Close the session for good. A slip of which no words were typed is let go of."""
        if not self.slip.text.strip():
            yield from self.let_go()
        yield Close()
        yield TextBlock("Saved", _(CLOSED))


def slips_told(session: Session) -> str:
    """How many slips are kept, on how many cards."""
    slips = many("{count} slip", "{count} slips", len(session.responses))
    return f"{slips}, {card_count(len(session.turns), None, '')}"


def packed(slip: Slip) -> str:
    """The text of the draft that holds a slip."""
    return pack({name: said for name in Slip.__slots__ if (said := getattr(slip, name))})


def _who_told(who: str) -> str:
    visibility, name = _read_who(who or "shoes")
    told = _(WHO_WORDS[visibility]).split("|")[0]
    return f"{told} {name}".strip()


def _read_who(text: str) -> tuple[Visibility, str]:
    """Who may see the words of a slip, and the name that stands on it.

    Raises:
        Refusal: it says neither.
    """
    for visibility, words in WHO_WORDS.items():
        for way in f"{words}|{_(words)}".split("|"):
            if bare(text) == bare(way):
                return visibility, ""
            named = re.fullmatch(rf"{re.escape(way)}[\s:]+(.+)", text.strip(), re.I | re.DOTALL)
            if named is not None and visibility == "named":
                return visibility, one_line(named[1])
    raise Refusal("Type shoes only, named and the name, or not passed on.")
