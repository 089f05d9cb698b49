"""Line stages over all sessions: programmes, one of them, a search, conflicts of a gathering."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wshoes_tui.domain.programme import ProgrammeLine
from wshoes_tui.domain.text import safe
from wshoes_tui.domain.value import Refusal
from wshoes_tui.domain.word_fold import SearchResult
from wshoes_tui.flow import programme_flow, search_flow
from wshoes_tui.flow.conflict_flow import SETTLED, ConflictFlow, as_it_was
from wshoes_tui.flow.pledges_flow import PledgesFlow
from wshoes_tui.flow.questions import NO_FORMAT, WRITTEN_TO
from wshoes_tui.limits import MOST_FOUND
from wshoes_tui.line_output import render
from wshoes_tui.lines.argument_parser import Named, pick
from wshoes_tui.lines.stage import Stage, open_stored
from wshoes_tui.locale import N_, _
from wshoes_tui.sessions import programmes

if TYPE_CHECKING:
    from wshoes_tui.flow.conflict_flow import Conflict
    from wshoes_tui.lines.conversation import Conversation

NO_SUCH = N_("There is no programme {wanted}. /where says which there are.")


class ProgrammesStage(Stage):
    """Every programme, the one with the newest session first."""

    SCOPE = "programmes"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._lines: Sequence[ProgrammeLine] = ()

    def tell_state(self) -> None:
        self._lines = known_programmes(self.conversation)
        render.say_blocks(self.out, programme_flow.programme_choices(self._lines))

    def question(self) -> str:
        return programme_flow.programmes_question(self._lines).text

    async def take_line(self, text: str) -> None:
        """A programme by its number or its name."""
        named: Named[ProgrammeLine] = [
            (line, (line.name, str(number))) for number, line in enumerate(self._lines, 1)
        ]
        self.conversation.home = ProgrammeStage(self.conversation, pick(text, named, NO_SUCH))


def known_programmes(conversation: Conversation) -> Sequence[ProgrammeLine]:
    """The programmes; none where nothing was ever kept."""
    if not conversation.has_sessions():
        return ()
    return programmes.list_programmes(conversation.library.store)


class ProgrammeStage(Stage):
    """What one programme adds up to."""

    SCOPE = "programme"

    def __init__(self, conversation: Conversation, line: ProgrammeLine) -> None:
        super().__init__(conversation)
        self._line = line

    def position(self) -> tuple[object, ...]:
        return (self._line.name,)

    def tell_state(self) -> None:
        library = self.conversation.library
        programme = programmes.read_programme(library.store, self._line, library.deck_library)
        render.say_blocks(self.out, programme_flow.programme_blocks(programme))

    def question(self) -> str:
        return programme_flow.programme_question().text

    async def take_line(self, text: str) -> None:  # noqa: ARG002 - whatever it is
        """There is nothing to answer here."""
        raise Refusal(programme_flow.NOTHING_TO_TYPE)

    def pledges(self, words: str) -> PledgesFlow:  # noqa: ARG002 - it is looked at
        """The open pledges of the programme."""
        return PledgesFlow(lambda: self.session, self._line.names)

    def export(self, words: str) -> None:
        """Write the report to a file among the documents, and say where.

        Raises:
            Refusal: there is no such format.
        """
        library, formats = self.conversation.library, programmes.programme_formats()
        named: Named[str] = [(name, (name,)) for name in formats]
        wanted = words.strip() or next(iter(formats))
        kind = pick(wanted, named, NO_FORMAT, formats=", ".join(formats))
        path = programmes.write_programme(library.store, self._line, library.deck_library, kind)
        self.out.say("Saved", _(WRITTEN_TO, path=safe(str(path))))


class SearchStage(Stage):
    """What a search has found, newest session first; other words search again."""

    SCOPE = "found"

    def __init__(self, conversation: Conversation, words: str) -> None:
        super().__init__(conversation)
        if not programmes.is_searchable(words):
            raise Refusal(search_flow.NOTHING_TO_SEARCH)
        self._words = words
        self._result = SearchResult(0, ())

    def position(self) -> tuple[object, ...]:
        return (self._words,)

    def tell_state(self) -> None:
        if self.conversation.has_sessions():
            store = self.conversation.library.store
            self._result = programmes.search(store, self._words, MOST_FOUND)
        render.say_blocks(self.out, search_flow.result_blocks(self._words, self._result))

    def question(self) -> str:
        return search_flow.search_question().text

    async def take_line(self, text: str) -> None:
        """A number goes to the session in which that was said; words are searched for."""
        number = int(text) if text.strip().isdecimal() and len(text) < 6 else 0
        if not 1 <= number <= len(self._result.found):
            self.conversation.home = SearchStage(self.conversation, text)
            return
        found = self._result.found[number - 1]
        state = self.conversation.library.look(found.session).state
        open_stored(self, found.session, is_closed=state == "closed")


class ConflictStage(Stage):
    """One conflict after the other; what is left for later is told again by the next gathering."""

    SCOPE = "conflicts"

    def __init__(self, conversation: Conversation, conflicts: list[Conflict]) -> None:
        super().__init__(conversation)
        self._flow = ConflictFlow(conflicts)

    def position(self) -> tuple[object, ...]:
        """Which conflict it is."""
        return self._flow.position

    def tell_state(self) -> None:
        self.tell(*self._flow.blocks())

    def question(self) -> str:
        return self._flow.question().text

    async def take_line(self, text: str) -> None:
        """What is to be kept of the conflict that is told.

        Raises:
            Refusal: it is no answer, or does not fit together.
            WshoesError: the session is open elsewhere, or could not be kept.
        """
        from wshoes_tui.sessions.conflicts import settle

        flow = self._flow
        is_decided, conflict = flow.read(text), flow.conflict
        if is_decided and conflict is not None:
            library = self.conversation.library
            path = await self.conversation.run_blocking(settle, library, conflict, flow.taken)
            self.out.say("Saved", _(SETTLED))
            if path is not None:
                self.out.say("Notice", as_it_was(safe(str(path))))
        flow.go_on()
