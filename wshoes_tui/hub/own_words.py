"""Own words of a participant: what they have said in any turn, found by their key, and changed.

Their key alone leads to them (``domain.writer_key``). Where it is not known, since they came back
without it, only words with their name are found; ``wshoes erase SESSION --key`` finds the others.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from wshoes_tui.domain.commands import EditResponse, Remove
from wshoes_tui.domain.erasure import WORDS, Erased
from wshoes_tui.domain.models import Record, Response, Transition
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.session_hub import SessionHub

Result = TypeVar("Result")
OwnCommand = EditResponse | Remove
"""Commands that change words of any turn: at a seat, its own words."""


class OwnWords:
    """The words of one participant in the hosted session.

    Args:
        hub: the session and its participants.
        participant: whose words.
    """

    def __init__(self, hub: SessionHub, participant: Participant) -> None:
        self._hub = hub
        self._seat = participant.seat

    def records(self) -> tuple[Record, ...]:
        """All records of their words: responses, lightbulbs, pledges, topics, closing words."""
        mine = {*self._hub.words_of(self._seat)}
        return tuple(
            one
            for one in self._hub.open_session.session.records()
            if isinstance(one, WORDS)
            and (one.id in mine or getattr(one, "seat", None) == self._seat)
        )

    def responses(self) -> tuple[Response, ...]:
        """Their responses, by turn and place; those kept out of exports too."""
        return tuple(one for one in self.records() if isinstance(one, Response))

    async def change(self, command: OwnCommand) -> Transition:
        """Put words right, or take them out. Raises as these do."""
        if isinstance(command, EditResponse):
            return await self.put_right(command.response, command.text)
        return await self.take_out(command.record)

    async def take_out(self, record_id: str) -> Transition:
        """Take words out. What undo goes by holds them until the turn is left; it is not used.

        Raises:
            Refusal: they are not theirs.
            StoreError: it could not be kept.
        """
        self._must_be_mine([record_id])
        return await self.remove(record_id)

    async def remove(self, record_id: str) -> Transition:
        """Remove what has come of their screen, so that no undo brings it back.

        Raises:
            Refusal: it is part of the record by now.
            StoreError: it could not be kept.
        """
        taken = self._hub.taken_back
        taken.add(record_id)
        try:
            return await self._hub.do(Remove(record_id))
        except (Refusal, WshoesError):
            taken.discard(record_id)
            raise

    async def put_right(self, response_id: str, text: str) -> Transition:
        """Put a response right.

        Raises:
            Refusal: it is not theirs, or there are no words.
            StoreError: it could not be kept.
        """
        self._must_be_mine([response_id])
        return await self._hub.do(EditResponse(response_id, text))

    async def erase(
        self, ids: Collection[str], erase: Callable[[Collection[Erased]], Result]
    ) -> Result:
        """Erase words for good; see ``OpenSession.erase``.

        Raises:
            Refusal: they are not theirs.
            StoreError: they could not be erased, or only in part.
        """
        self._must_be_mine(ids)
        return await self._hub.worker.run(self._hub.open_session.erase, ids, erase)

    def _must_be_mine(self, ids: Collection[str]) -> None:
        if not {*ids} <= {one.id for one in self.records()}:
            raise Refusal("These words are not yours, as far as your key can tell.")
