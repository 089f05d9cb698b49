"""Commands that change nothing in the session: looking, help, going away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import ChooseDecks
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.labels import decks_told
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import numbered, pick
from wshoes_tui.lines.slash_commands import (
    PLAYING,
    SESSION,
    Scope,
    command_named,
    list_commands,
    tell_all,
    tell_one,
    typed,
)
from wshoes_tui.lines.stages.stage import NOT_HERE
from wshoes_tui.locale import N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

EVERYWHERE: tuple[Scope, ...] = ("home", "decks", "past", *SESSION, "closed")
FORMATS = (("md", ("md", "markdown")), ("json", ("json",)))


@typed("where", "", N_("Where we are, all of it once more"), EVERYWHERE)
def where(room: Conversation, _words: str) -> None:
    """Say everything that stands here."""
    if room.live is not None:
        room.out.say("Session", render.title(room.session))
    room.tell()


@typed("note", "", N_("The note for the facilitator, if the card has one"), ("turn", "writing"))
def note(room: Conversation, _words: str) -> None:
    """The note of the card."""
    turn = room.session.turn
    if turn is None:
        raise Refusal("There is no open turn.")
    room.out.say("Note", room.session.card_of(turn).note or _("This card has no note."))


@typed("map", "", N_("Whose shoes were stood in, on what, and where the gaps are"),
       (*PLAYING, "closed"))  # fmt: skip
def coverage_map(room: Conversation, _words: str) -> None:
    """The coverage map."""
    render.tell_coverage_map(room.out, room.session)


@typed("voices", "", N_("Who has been heard: for the facilitator only"), (*PLAYING, "closed"))
def voices(room: Conversation, _words: str) -> None:
    """Who has been heard."""
    render.tell_voices(room.out, room.session)


@typed("rate", "[SHOES: numbers]", N_("Numbers from 0 to 10 for shoes; alone: those there are"),
       ("opening", "closing"))  # fmt: skip
def rate(room: Conversation, words: str) -> None:
    """Numbers."""
    room.stage.rate(words)


@typed("easy", "", N_("Easy words, or in full again"), EVERYWHERE)
def easy(room: Conversation, _words: str) -> None:
    """Easy words on or off."""
    room.speech.use(easy=not room.easy)
    told = _("Easy words are on.") if room.easy else _("Easy words are off.")
    room.out.say("Notice", told)
    if room.live is not None:
        room.tell()


@typed("summary", "", N_("The session at a glance"), (*PLAYING, "closed"))
def tell_summary(room: Conversation, _words: str) -> None:
    """The summary so far."""
    render.tell_summary(room.out, room.session)


@typed("export", "FORMAT", N_("Write the session to a file here: md or json"), (*PLAYING, "closed"))
def export(room: Conversation, words: str) -> None:
    """Write it where the program was started."""
    from wshoes_tui.sessions.session_library import write_session

    must_not_be_hosted(room)
    session = room.session
    unknown = N_("There is no format {wanted}. Say md, a page to send round, or json, everything.")
    kind = pick(words.strip() or "?", FORMATS, unknown)
    path = write_session(session, kind, Path.cwd())
    room.out.say("Saved", _("written to {path}", path=safe(str(path))))


@typed("look", "N", N_("More about deck N, with a card from it: each time another"), ("decks",))
def look(room: Conversation, words: str) -> None:
    """A deck, looked at."""
    from wshoes_tui.lines.stages.home_stage import DecksStage

    if not isinstance(room.stage, DecksStage):
        raise Refusal(NOT_HERE)
    room.stage.look(words)


@typed("decks", "[N ...]", N_("The decks there are; with numbers: play these"), ("setup",))
def decks(room: Conversation, words: str) -> None:
    """Choose other decks before the session begins."""
    from wshoes_tui.lines.stages.home_stage import deck_line

    listing = room.desk.shelf.listing()
    numbers = words.replace(",", " ").split()
    if not numbers:
        for number, listed in enumerate(listing, 1):
            room.out.say("Choice", f"{number}, {deck_line(listed)}")
        return
    unknown = N_("There is no deck {wanted}. /decks says which there are.")
    chosen = [numbered(listing, number, unknown) for number in numbers]
    opened = [room.desk.shelf.open(str(listed.path), room.language) for listed in chosen]
    room.do(ChooseDecks(tuple(opened)))
    for played in room.session.decks:
        room.out.say("Deck", one_line(played.deck.title))
    if notice := decks_told(room.session):
        room.out.say("Notice", notice)


@typed("home", "", N_("Leave the session as it is, and go to Home"), (*EVERYWHERE[1:],))
def home(room: Conversation, _words: str) -> None:
    """Home."""
    from wshoes_tui.lines.stages.home_stage import HomeStage

    must_not_be_hosted(room)
    room.keep_held()
    room.let_go()
    room.home = HomeStage(room)


def must_not_be_hosted(room: Conversation) -> None:
    """Refuse what is for the host's own keyboard alone."""
    if room.hosted:
        raise Refusal("That can only be done on the computer that hosts the session.")


@typed("leave", "", N_("Leave. Nothing is lost"), EVERYWHERE)
def leave(room: Conversation, _words: str) -> None:
    """End the program, not the session."""
    if room.unkept and not room.is_sure("leave"):
        try:
            room.put_words_away()
        except WshoesError:
            raise Refusal(
                "These words cannot be saved, and no file can be written. They are held here. "
                "/leave once more leaves without them."
            ) from None
    room.over = True


@typed("help", "[COMMAND]", N_("What can be typed here; with a command: more about it"), EVERYWHERE)
def tell_help(room: Conversation, words: str) -> None:
    """What can be typed here, one command a line."""
    if words.strip() and words.strip().casefold() != "all":
        tell_one(room.out, command_named(words.split()[0], hosted=room.hosted))
        return
    scope, everything = room.stage.SCOPE, bool(words.strip())
    known = list_commands(hosted=room.hosted)
    tell_all(room.out, (one for one in known if everything or scope in one.scopes))
    if not everything:
        room.out.say("Help", _("/help all: every command. /help say: more about one of them."))
