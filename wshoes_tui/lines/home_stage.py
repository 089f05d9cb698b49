"""Line stages outside of a session: Home, the decks to choose from, and past sessions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wshoes_tui.domain.deck import SIDES, Deck
from wshoes_tui.domain.list_rows import Listed, SessionLine, SessionsOverview, overview
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow import erasure_flow, home_flow
from wshoes_tui.flow.answer_parser import is_yes
from wshoes_tui.flow.blocks import CardBlock
from wshoes_tui.flow.home_flow import Purpose
from wshoes_tui.flow.labels import NO_DECK, SIDE_WORDS, is_language, translation_told
from wshoes_tui.flow.list_blocks import ChoiceBlock
from wshoes_tui.limits import LONGEST_RETENTION
from wshoes_tui.line_output import render
from wshoes_tui.lines.argument_parser import Named, numbered, pick
from wshoes_tui.lines.slash_commands import NOT_HERE
from wshoes_tui.lines.stage import Stage, open_stored
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.flow.pledges_flow import PledgesFlow
    from wshoes_tui.lines.conversation import Conversation

UNKNOWN = N_("There is no choice {wanted}. Type one of the numbers, or the word behind it.")
UNKNOWN_DECK = N_("There is no deck {wanted}. /where says which.")
NO_SUCH = N_("There is no session {wanted}. /where says which.")


class HomeStage(Stage):
    """Four things to do; a fifth where a session is unfinished, one more where words are due."""

    SCOPE = "home"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._choices: Sequence[ChoiceBlock] = ()
        self._due: SessionLine | None = None
        self._asks = False
        """Whether it was asked about the words that are due."""

    def tell_state(self) -> None:
        if notice := self.conversation.copy_notice():
            self.out.say("Notice", notice)
        sessions = self._sessions()
        if sessions.due:
            sessions = self._without_expired(sessions)
        self._due, self._asks = next(iter(sessions.due), None), False
        self._choices = list(home_flow.home_blocks(sessions))
        render.say_blocks(self.out, self._choices)

    def _sessions(self) -> SessionsOverview:
        if self.conversation.has_sessions():
            try:
                return overview(self.conversation.library.store.sessions(), home_flow.soon())
            except WshoesError as error:
                self.out.say("Error", str(error))
        return SessionsOverview()

    def _without_expired(self, sessions: SessionsOverview) -> SessionsOverview:
        """Delete words whose day has come, where nobody need be asked; the sessions after it."""
        settings, library = self.conversation.settings, self.conversation.library
        if settings is None:
            return sessions
        from wshoes_tui.flow.retention_flow import expiry_blocks
        from wshoes_tui.sessions.retention import expire_unasked

        done = expire_unasked(settings, sessions.due, lambda: library)
        for one in done:
            self.tell(*expiry_blocks(one))
        return self._sessions() if done else sessions

    def question(self) -> str:
        if self._asks:
            from wshoes_tui.flow.retention_flow import due_question

            return due_question().text
        return home_flow.home_question().text

    async def keep_for(self, words: str) -> None:
        """Keep the words that are due so many days longer."""
        if self._due is None:
            await super().keep_for(words)
            return
        from wshoes_tui.flow.retention_flow import kept_longer_told
        from wshoes_tui.sessions.retention import keep_longer

        days = 1 + numbered(range(LONGEST_RETENTION), words, N_("{wanted} is no number of days."))
        until = keep_longer(self.conversation.library, self._due.id, days)
        self.out.say("Saved", kept_longer_told(until))
        self.conversation.tell_again()

    def _ask_about_due(self) -> None:
        from wshoes_tui.flow.retention_flow import due_told, what_goes

        if self._due is not None:
            self.out.say("Notice", due_told(self._due))
            self.out.say("Notice", what_goes())
            self._asks = True
            self.ask()

    def _expire(self) -> None:
        from wshoes_tui.flow.retention_flow import expiry_blocks
        from wshoes_tui.sessions.retention import expire

        settings = self.conversation.settings
        if settings is not None and self._due is not None:
            done = expire(settings, self.conversation.library, self._due.id)
            self.tell(*expiry_blocks(done))
            self.conversation.tell_again()

    async def take_line(self, text: str) -> None:
        """One of the list; or a yes to what was asked."""
        asked, self._asks = self._asks, False
        if asked and is_yes(text):
            self._expire()
            return
        named: Named[str] = [
            (one.name, (one.label, one.name, str(one.number))) for one in self._choices
        ]
        match pick(text, named, UNKNOWN):
            case "continue":
                self.conversation.begin_session(self.conversation.library.resume(), resumed=True)
            case "due":
                self._ask_about_due()
            case "past":
                self.conversation.home = PastStage(self.conversation)
            case "programme":
                from wshoes_tui.lines.programme_stage import ProgrammesStage

                self.conversation.home = ProgrammesStage(self.conversation)
            case "pledges":
                from wshoes_tui.lines.pledges_stage import PledgesStage

                self.conversation.home = PledgesStage(self.conversation, self.pledges(""))
            case "host":
                self.out.say("Notice", _(home_flow.HOST_FROM_SHELL))
                self.ask()
            case "rehearse" | "new" | "decks" as purpose:
                self.conversation.home = DecksStage(self.conversation, purpose)


class DecksStage(Stage):
    """Choosing one deck or several, or only looking."""

    SCOPE = "decks"

    def __init__(self, conversation: Conversation, purpose: Purpose) -> None:
        super().__init__(conversation)
        self._purpose = purpose
        self._families: Sequence[Sequence[Listed]] = ()
        self._samples: dict[str, int] = {}

    def tell_state(self) -> None:
        library = self.conversation.library.deck_library
        self._families = home_flow.deck_choices(library.listing())
        render.say_blocks(self.out, home_flow.deck_blocks(self._families))
        told = home_flow.folder_told(library.own_folder)
        if told and (self._purpose == "decks" or not self._families):
            self.out.say("Deck", told)

    def question(self) -> str:
        return home_flow.decks_question(self._purpose, self._families).text

    async def take_line(self, text: str) -> None:
        """Numbers of decks, or words that find some; those that find one choose it."""
        chosen = decks_numbered(self._families, text, UNKNOWN_DECK) or self._found(text)
        if self._purpose == "decks":
            for listed in chosen:
                self._look(listed)
            return
        decks = [self._open(listed) for listed in chosen]
        if self._purpose == "rehearse":
            self.conversation.begin_session(self.conversation.library.rehearse(decks[0]))
        elif self._purpose == "paper":
            self.conversation.begin_session(self.conversation.library.on_paper(decks))
        else:
            self.conversation.begin_session(self.conversation.library.group(decks))

    def _open(self, listed: Listed) -> Deck:
        return self.conversation.library.deck_library.open(
            str(listed.path), self.conversation.language
        )

    def _found(self, text: str) -> list[Listed]:
        name = " ".join(text.casefold().split())
        rows = list(zip(home_flow.deck_blocks(self._families), self._families, strict=True))
        called = [
            block.deck
            for block, family in rows
            if any(name in (deck.id.casefold(), deck.title.casefold()) for deck in family)
        ]
        if len(called) == 1:
            return called
        found = [block for block, family in rows if home_flow.has_words(family, text)]
        if len(found) == 1:
            return [found[0].deck]
        render.say_blocks(self.out, found)
        if found:
            raise Refusal("Several decks have that. Type the number of one.")
        raise Refusal(NO_DECK)

    def look(self, number: str) -> None:
        """More about a deck, with a card from it: another one each time."""
        chosen = decks_numbered(self._families, number, UNKNOWN_DECK)
        self._look(chosen[0] if chosen else numbered(self._families, number, UNKNOWN_DECK)[0])

    def _look(self, listed: Listed) -> None:
        deck = self._open(listed)
        key = str(listed.path)
        self._samples[key] = self._samples.get(key, -1) + 1
        tell_deck(self, deck, self._samples[key])


def decks_numbered(families: Sequence[Sequence[Listed]], text: str, unknown: str) -> list[Listed]:
    """The decks of a text such as "1 3" or "2 es": numbers, with a language behind some of them.

    None where it is another text.

    Raises:
        Refusal: ``unknown``, with ``{wanted}``, where there is no deck of a number.
    """
    chosen: list[Listed] = []
    family: Sequence[Listed] = ()
    parts = text.replace(",", " ").split()
    if not parts or not parts[0].isdecimal():
        return []
    for part in parts:
        if part.isdecimal():
            family = numbered(families, part, unknown)
            chosen.append(family[0])
        elif found := [deck for deck in family if is_language(deck.language, part)]:
            chosen[-1] = found[0]
        else:
            return []
    return chosen


def tell_deck(stage: Stage, deck: Deck, sample: int) -> None:
    """What a deck is about, its shoes side by side, its themes, and a card from it."""
    out = stage.out
    out.say("Deck", one_line(deck.title))
    for about in (deck.summary, deck.content_note):
        if about.strip():
            out.say("Deck", one_line(about))
    if told := translation_told(deck):
        out.say("Deck", told)
    for side in SIDES:
        for shoes in deck.shoes:
            if shoes.side == side:
                out.say("Shoes", f"{render.shoes_name(shoes)}, {_(SIDE_WORDS[side])}")
    themes = ", ".join(one_line(theme.title) for theme in deck.themes)
    if themes:
        out.say("Deck", _("themes: {themes}", themes=themes))
    card = home_flow.sample_card(deck, sample)
    if card is not None:
        render.say_blocks(out, (CardBlock(card),), easy=stage.conversation.easy)


class PastStage(Stage):
    """Every session, the one saved last first."""

    SCOPE = "past"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._sessions: Sequence[SessionLine] = ()

    def tell_state(self) -> None:
        self._sessions = (
            self.conversation.library.store.sessions() if self.conversation.has_sessions() else ()
        )
        render.say_blocks(self.out, home_flow.past_blocks(self._sessions))

    def question(self) -> str:
        return home_flow.past_question(self._sessions).text

    async def take_line(self, text: str) -> None:
        """Go on with a session; one that is closed is told, and read and put right from there."""
        session = numbered(self._sessions, text, NO_SUCH)
        open_stored(self, session.id, is_closed=session.state == "closed")

    def pledges(self, words: str) -> PledgesFlow:
        """The open pledges of all sessions, or of the one of that number."""
        if not words.strip():
            return super().pledges(words)
        from wshoes_tui.flow.pledges_flow import PledgesFlow

        one = numbered(self._sessions, words, NO_SUCH)
        return PledgesFlow(lambda: self.session, session=one.id)

    async def erase(self, number: str, *, yes: bool) -> None:
        """Erase a whole session for good: what goes is told first, and a yes asked for.

        Raises:
            Refusal: there is none of that number, or nothing can be erased here.
            WshoesError: somebody has it open, or it could not be erased, or only in part.
        """
        from wshoes_tui.sessions import eraser
        from wshoes_tui.sessions.export_log import exports_of

        here, session = self.conversation, numbered(self._sessions, number, NO_SUCH)
        if here.settings is None:
            raise Refusal(NOT_HERE)
        if here.erasing != session.id or not yes:
            here.erasing = session.id
            exports = exports_of(here.settings.data.root, session.id)
            self.tell(*erasure_flow.session_told(session, exports))
            self.out.say("Question", erasure_flow.yes_question(number))
            return
        with here.library.locker(session.id):
            report = eraser.erase_session(here.settings, here.library.store, session.id)
        self.tell(*erasure_flow.erased_told(report.exports, report.left, report.unsaved))
        here.tell_again()
