"""Home: what to do, as a numbered list; the decks; the sessions there have been."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TYPE_CHECKING, ClassVar

from wshoes_tui.domain.deck import SIDES, Deck
from wshoes_tui.domain.list_rows import Listed, SessionLine
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.actions import action_at
from wshoes_tui.flow.blocks import CardBlock
from wshoes_tui.flow.labels import (
    NO_DECK,
    SIDE_WORDS,
    card_count,
    check_command,
    hides_told,
    title_or,
    translation_told,
)
from wshoes_tui.flow.session_labels import NEW_TOLD, REHEARSE_TOLD, about_session
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import Named, numbered, pick
from wshoes_tui.lines.stages.stage import Stage
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import count_lightbulbs, count_pledges

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

UNKNOWN = N_("There is no choice {wanted}. Type one of the numbers, or the word behind it.")


NO_SUCH = N_("There is no session {wanted}. /where says which.")


class HomeStage(Stage):
    """Four things to do, and a fifth where a session is unfinished."""

    SCOPE = "home"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._names: list[str] = []

    def tell_state(self) -> None:
        """The list."""
        choices = self._choices()
        self._names = [name for name, _what in choices]
        for number, (name, what) in enumerate(choices, 1):
            self.out.say("Choice", f"{number}, {_label(name)}: {what}")

    def _choices(self) -> list[tuple[str, str]]:
        """The names of actions of Home, and what is said of each."""
        choices = [
            ("rehearse", _(REHEARSE_TOLD)),
            ("new", _(NEW_TOLD)),
            ("past", _("sessions there have been")),
            ("decks", _("look at the decks")),
        ]
        newest = self._unfinished()
        return [*choices, ("continue", session_line(newest))] if newest else choices

    def _unfinished(self) -> SessionLine | None:
        if not self.conversation.has_sessions():
            return None
        try:
            return self.conversation.library.unfinished()
        except WshoesError as error:
            self.out.say("Error", str(error))
            return None

    def question(self) -> str:
        """Which one?"""
        return _("Which one? Type its number or its word. /leave ends.")

    async def take_line(self, text: str) -> None:
        """One of the list."""
        named: Named[str] = [
            (name, (_label(name), name, str(number))) for number, name in enumerate(self._names, 1)
        ]
        name = pick(text, named, UNKNOWN)
        if name == "continue":
            self.conversation.begin_session(self.conversation.library.resume(), resumed=True)
        elif name == "past":
            self.conversation.home = PastStage(self.conversation)
        else:
            self.conversation.home = DecksStage(self.conversation, name)


def _label(name: str) -> str:
    """The label of an action of Home, which can be typed for it."""
    action = action_at("home", name)
    return _(action.label) if action is not None else name


class DecksStage(Stage):
    """Choosing one deck or several, or only looking."""

    SCOPE = "decks"
    QUESTION_WORDS: ClassVar[dict[str, str]] = {
        "rehearse": N_("Rehearse with which deck? Type its number."),
        "new": N_("Which deck? Type its number, or several to mix them, such as: 1 3."),
        "decks": N_("Type a number to look at a deck."),
    }

    def __init__(self, conversation: Conversation, purpose: str) -> None:
        super().__init__(conversation)
        self._purpose = purpose
        self._listing: Sequence[Listed] = ()
        self._samples: dict[str, int] = {}

    def tell_state(self) -> None:
        """Every deck."""
        self._listing = self.conversation.library.deck_library.listing()
        for number, deck in enumerate(self._listing, 1):
            self.out.say("Choice", f"{number}, {deck_line(deck)}")

    def question(self) -> str:
        """Which?"""
        more = _("/look 1 tells more about one, /home goes back.")
        return f"{_(self.QUESTION_WORDS[self._purpose])} {more}"

    async def take_line(self, text: str) -> None:
        """Numbers of decks, or words that find some; those that find one choose it."""
        parts = text.replace(",", " ").split()
        if all(part.isdecimal() for part in parts):
            chosen = [self._deck(part) for part in parts]
        else:
            chosen = self._found(text)
        if self._purpose == "decks":
            for listed in chosen:
                self._look(listed)
            return
        decks = [self._open(listed) for listed in chosen]
        if self._purpose == "rehearse":
            self.conversation.begin_session(self.conversation.library.rehearse(decks[0]))
        else:
            self.conversation.begin_session(self.conversation.library.group(decks))

    def _deck(self, number: str) -> Listed:
        return numbered(self._listing, number, N_("There is no deck {wanted}. /where says which."))

    def _open(self, listed: Listed) -> Deck:
        return self.conversation.library.deck_library.open(
            str(listed.path), self.conversation.language
        )

    def _found(self, text: str) -> list[Listed]:
        name = " ".join(text.casefold().split())
        called = [d for d in self._listing if name in (d.id.casefold(), d.title.casefold())]
        if len(called) == 1:
            return called
        wanted = name.split()
        found = []
        for number, deck in enumerate(self._listing, 1):
            about = f"{deck.title} {deck.summary} {deck.id} {deck.language}".casefold()
            if all(word in about for word in wanted):
                found.append((number, deck))
        if len(found) == 1:
            return [deck for _number, deck in found]
        for number, deck in found:
            self.out.say("Choice", f"{number}, {deck_line(deck)}")
        if found:
            raise Refusal("Several decks have that. Type the number of one.")
        raise Refusal(NO_DECK)

    def look(self, number: str) -> None:
        """More about a deck, with a card from it: another one each time."""
        self._look(self._deck(number))

    def _look(self, listed: Listed) -> None:
        deck = self._open(listed)
        key = str(listed.path)
        self._samples[key] = self._samples.get(key, -1) + 1
        tell_deck(self, deck, self._samples[key])


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
    if deck.cards:
        number = Random(f"{deck.id}{sample}").randrange(len(deck.cards))  # noqa: S311
        render.say_blocks(out, (CardBlock(deck.cards[number]),), easy=stage.conversation.easy)


class PastStage(Stage):
    """Every session, the one saved last first."""

    SCOPE = "past"

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(conversation)
        self._sessions: Sequence[SessionLine] = ()

    def tell_state(self) -> None:
        """The list."""
        self._sessions = (
            self.conversation.library.store.sessions() if self.conversation.has_sessions() else ()
        )
        for number, session in enumerate(self._sessions, 1):
            counts = (
                count_lightbulbs(session.lightbulbs),
                count_pledges(session.pledges),
            )
            about = session.damaged or ", ".join(counts)
            self.out.say("Choice", f"{number}, {session_line(session)}, {one_line(about)}")

    def question(self) -> str:
        """Which one?"""
        if not self._sessions:
            return _("There are no sessions yet. /home goes back.")
        return _("Type a number: an unfinished one goes on, a closed one is read. /home goes back.")

    async def take_line(self, text: str) -> None:
        """Go on with a session, or read it."""
        session = numbered(self._sessions, text, NO_SUCH)
        library = self.conversation.library
        if session.state == "closed":
            render.tell_summary(self.out, library.look(session.id))
        else:
            self.conversation.begin_session(library.resume(session.id), resumed=True)


def deck_line(deck: Listed) -> str:
    """A deck in one line."""
    name = one_line(deck.title) or one_line(deck.path.name)
    hides = f", {hides_told(deck.hides)}" if deck.hides else ""
    if deck.problem:
        problem = one_line(deck.problem)
        told = _("{deck} cannot be used: {problem}", deck=name + hides, problem=problem)
        command = check_command(deck.path)[0]
        return f"{told} " + _("All that is wrong: {command}", command=command)
    count = card_count(deck.cards, deck.translated, deck.language)
    return f"{name}, {count}, {one_line(deck.language)}{hides}"


def session_line(session: SessionLine) -> str:
    """A session in one line: what, where it stands, who is next, when it was saved."""
    return ", ".join([title_or(session.title), *about_session(session)])
