"""A conversation in this process: type lines, look at what comes back.

    talk = Talk.over(Play.begun("Asha, Tom"))
    assert talk.type("I want my own bed.") == ["Saved: response 1"]

Whatever is ever written is checked on its way: one word of the vocabulary at its beginning,
and nothing in it that a terminal would obey.
"""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from random import Random
from typing import TypeVar, get_args

from tests.build import Clock, Decks, Play, a_deck, counted_ids
from tests.cli.running import is_calm
from wshoes_tui.domain.commands import Command
from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.dispatcher import Context
from wshoes_tui.domain.models import Session
from wshoes_tui.line_output.line_writer import LineWriter, Word
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.facilitator_role import FacilitatorRole
from wshoes_tui.lines.home_stage import HomeStage
from wshoes_tui.lines.key_sources import TypedLine, WholeLines
from wshoes_tui.lines.line_loop import LineLoop
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.sessions.ports import SessionStore
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.storage.memory_store import MemoryStore

WORDS = frozenset(get_args(Word))
Result = TypeVar("Result")


def now(work: Coroutine[object, object, Result]) -> Result:
    """What a coroutine comes to that waits for nothing but its turn."""
    while True:
        try:
            assert work.send(None) is None
        except StopIteration as done:
            result: Result = done.value
            return result


def check(line: str) -> None:
    """One line, one word of ours before it, nothing foreign in it."""
    assert line.endswith("\n"), repr(line)
    assert line.count("\n") == 1, repr(line)
    word, colon, _rest = line.partition(":")
    assert colon, repr(line)
    assert word in WORDS, repr(line)
    assert is_calm(line), repr(line)
    assert "\x7f" not in line, repr(line)
    assert not any("\x80" <= c <= "\x9f" for c in line), repr(line)


@dataclass
class Talk:
    """One conversation. ``written`` is everything that was ever written.

    ``hidden`` tells whether typing is kept off the terminal.
    """

    conversation: Conversation
    role: FacilitatorRole
    lines: LineLoop[tuple[int, bool]]
    store: SessionStore
    written: list[str] = field(default_factory=list)
    hidden: bool = False

    @classmethod
    def at_home(
        cls,
        *decks: Deck,
        store: SessionStore | None = None,
        env: Context | None = None,
        width: int = 0,
        broken: Sequence[str] = (),
    ) -> Talk:
        """At Home, with these decks on the shelf."""
        store = store or MemoryStore()
        written: list[str] = []

        def write(text: str) -> None:
            check(text)
            written.append(text.removesuffix("\n"))

        deck_library = Decks(*(decks or (a_deck(),)), broken=dict.fromkeys(broken, "Line 3: no."))
        library = SessionLibrary(
            store,
            deck_library,
            lambda _id: nullcontext(),
            env or Context(Clock(), counted_ids(1 << 96), Random(3)),
        )
        source = WholeLines(write)
        conversation = Conversation(LineWriter(source.show_message, width), library)
        conversation.home = HomeStage(conversation)
        role = FacilitatorRole(conversation)
        talk = cls(conversation, role, LineLoop(role, source), store, written)
        role.hide = talk.hide
        return talk

    def hide(self, hidden: bool) -> None:
        """Remember it."""
        self.hidden = hidden

    @classmethod
    def over(cls, play: Play, *, store: SessionStore | None = None, **more: int) -> Talk:
        """In the session of a play, as it stands."""
        store = store or MemoryStore()
        store.create(play.session)
        talk = cls.at_home(
            *(played.deck for played in play.session.decks), store=store, env=play.env, **more
        )
        talk.conversation.begin_session(OpenSession(play.session, store, env=play.env))
        talk.role.follow()
        return talk

    def type(self, *texts: str) -> list[str]:
        """Type whole lines; what was written after the last of them."""
        before = len(self.written)
        for text in texts:
            before = len(self.written)
            self.takes(TypedLine(text))
        return self.written[before:]

    def takes(self, line: TypedLine) -> None:
        """A line comes."""
        now(self.lines.take(line, self.role.meaning()))

    def does(self, command: Command) -> None:
        """Work a command."""
        now(self.conversation.do(command))

    def error(self, text: str) -> str:
        """The sentence with which a line is refused. Fails where it is not, or changes anything."""
        before = self.conversation.live.session if self.conversation.live else None
        found = [line for line in self.type(text) if line.startswith("Error: ")]
        assert len(found) == 1, found
        assert (self.conversation.live.session if self.conversation.live else None) is before
        return found[0].removeprefix("Error: ")

    def leave_unfinished(self, text: str) -> str:
        """End the input in the middle of a line; what became of it."""
        self.lines.source.feed(text.encode())
        return now(self.lines.keep_unfinished())

    def again(self) -> Talk:
        """Another conversation, in which the same session is resumed."""
        session_id = self.session.id
        talk = Talk.at_home(
            *(played.deck for played in self.session.decks),
            store=self.store,
            env=self.conversation.library.env,
        )
        talk.conversation.begin_session(talk.conversation.library.resume(session_id), resumed=True)
        talk.role.follow()
        return talk

    @property
    def session(self) -> Session:
        """The session as the store has it: what is not kept does not count."""
        return self.store.load(self.conversation.session.id)

    @property
    def texts(self) -> list[str]:
        """The words of every response of the newest turn."""
        return [response.text for response in self.session.said(self.session.turns[-1])]

    def heads(self, lines: Sequence[str]) -> list[str]:
        """The first words of lines."""
        return [line.partition(":")[0] for line in lines]
