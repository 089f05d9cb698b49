"""What one person at a screen of their own sees of the session, and what they are asked.

It holds no more of the session than may be seen from that seat.
"""

from __future__ import annotations

import random
from secrets import SystemRandom

from wshoes_tui.domain.models import Draft, Seat, Session, Turn
from wshoes_tui.domain.projection import seen_by
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.questions import NOTHING, Place, Question, place_of, questions
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.locale import Speech


class SeatProjection:
    """The session from one seat.

    Args:
        hub: the session and the others.
        participant: who looks.
        speech: how the interface speaks to them; decks are shown in its language too.
    """

    def __init__(self, hub: SessionHub, participant: Participant, speech: Speech) -> None:
        self.hub = hub
        self.participant = participant
        self.speech = speech
        self._chance: random.Random = SystemRandom()
        self._seen: tuple[Session, str, Session] | None = None

    @property
    def session(self) -> Session:
        """The session as this seat may see it, its decks in the language of whoever sits here."""
        whole = self._whole
        language = self.speech.language
        if self._seen is None or self._seen[0] is not whole or self._seen[1] != language:
            decks = self.hub.decks_in(language)
            self._seen = (whole, language, seen_by(whole, self.participant.seat, decks))
        return self._seen[2]

    @property
    def _whole(self) -> Session:
        session = self.hub.session
        if session is None:
            raise Refusal("There is no session yet.")
        return session

    @property
    def seat(self) -> Seat:
        """This seat."""
        seat = self.session.seat(self.participant.seat)
        if seat is None:
            raise Refusal("There is no such seat.")
        return seat

    @property
    def place(self) -> Place:
        """Where the session stands for this seat."""
        return place_of(self.hub.session, self.participant.seat)

    @property
    def is_mine(self) -> bool:
        """Whether it is this seat's turn."""
        turn = self.session.turn
        return turn is not None and turn.seat == self.participant.seat

    @property
    def written(self) -> tuple[int, int]:
        """How many have handed in what they wrote, and how many write."""
        writers = self._whole.writers()
        return sum(page.handed_in for page in writers), len(writers)

    @property
    def shoes(self) -> str:
        """The id of the shoes that this seat stands in on the open turn.

        Whose turn it is talks in those of the turn, as everybody is told, and not in those
        dealt to write in, which nobody else knows. Words that wait keep the shoes they have.
        """
        session, turn = self.session, self.session.turn
        if turn is None:
            return ""
        page = session.draft("private", turn.id, self.participant.seat)
        own = session.draft("own", turn.id, self.participant.seat)
        kept = own.shoes if own is not None else ""
        if page is not None:
            self.participant.shoes[turn.id] = page.shoes
        elif self.is_mine:
            return kept or turn.shoes
        elif not self._can_be_worn(session, turn, self.participant.shoes.get(turn.id, "")):
            self.participant.shoes[turn.id] = kept or self._dealt(session, turn)
        return self.participant.shoes[turn.id]

    @staticmethod
    def _can_be_worn(session: Session, turn: Turn, shoes: str) -> bool:
        """Whether these are shoes of the turn's deck: another card may be of another deck."""
        deck = session.deck(turn.deck)
        return bool(shoes) and (deck is None or deck.pair(shoes) is not None)

    def _dealt(self, session: Session, turn: Turn) -> str:
        """Shoes to talk in. By true chance: nobody may work out afterwards whose they were."""
        deck = session.deck(turn.deck)
        if deck is None:
            return turn.shoes
        others = [s.id for s in deck.suggested(session.card_of(turn)) if s.id != turn.shoes]
        return self._chance.choice(others) if others else turn.shoes

    @property
    def late(self) -> tuple[Draft, ...]:
        """Words for cards the group has left, that wait to be handed in or let go."""
        turn = self.session.turn
        drafts = (d for d in self.session.drafts if d.kind == "own" and d.text.strip())
        return tuple(draft for draft in drafts if turn is None or draft.turn != turn.id)

    @property
    def asked(self) -> Question:
        """What the field takes now."""
        turn = self.session.turn
        match self.place:
            case "writing" if turn is not None:
                return Question("page", kind="private", turn=turn.id, shoes=self.shoes)
            case "talk" if turn is not None:
                return Question("words", kind="own", turn=turn.id, shoes=self.shoes)
            case "opening" | "closing":
                asked = questions(self._whole)
                step = self._step
                return asked[step] if step < len(asked) else NOTHING
            case _:
                return NOTHING

    @property
    def _step(self) -> int:
        if self.participant.answered_in != self._whole.state:
            self.participant.answered_in, self.participant.answered = self._whole.state, 0
        return self.participant.answered

    @property
    def progress(self) -> tuple[int, int]:
        """Which question of the opening or the closing this is, from 1, and of how many."""
        return self._step + 1, len(questions(self._whole))

    def words_for(self, asked: Question) -> str:
        """The words that wait in the field for what is asked."""
        if asked.kind is None:
            number = self.participant.numbers.get((asked.when, asked.deck, asked.pair))
            return "" if number is None else str(number)
        draft = self._whole.draft(asked.kind, asked.turn or None, self.participant.seat)
        return draft.text if draft is not None else ""
