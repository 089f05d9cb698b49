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
from wshoes_tui.locale.phrases import HOST_ONLY

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation

EVERYWHERE: tuple[Scope, ...] = ("home", "decks", "past", *SESSION, "closed")


@typed("where", "", N_("Where we are, all of it once more"), EVERYWHERE)
def where(conversation: Conversation, _words: str) -> None:
    """Say everything that stands here."""
    if conversation.live is not None:
        conversation.out.say("Session", render.title(conversation.session))
    conversation.tell_state()


@typed("note", "", N_("The note for the facilitator, if the card has one"), ("turn", "writing"))
def note(conversation: Conversation, _words: str) -> None:
    """The note of the card."""
    turn = conversation.session.turn
    if turn is None:
        raise Refusal("There is no open turn.")
    conversation.out.say(
        "Note", conversation.session.card_of(turn).note or _("This card has no note.")
    )


@typed("map", "", N_("Whose shoes were stood in, on what, and where the gaps are"),
       (*PLAYING, "closed"))  # fmt: skip
def coverage_map(conversation: Conversation, _words: str) -> None:
    """The coverage map."""
    render.tell_coverage_map(conversation.out, conversation.session)


@typed("voices", "", N_("Who has been heard: for the facilitator only"), (*PLAYING, "closed"))
def voices(conversation: Conversation, _words: str) -> None:
    """Who has been heard."""
    render.tell_voices(conversation.out, conversation.session)


@typed("rate", "[SHOES: numbers]", N_("Numbers from 0 to 10 for shoes; alone: those there are"),
       ("opening", "closing"))  # fmt: skip
async def rate(conversation: Conversation, words: str) -> None:
    """Numbers."""
    await conversation.stage.rate(words)


@typed("easy", "", N_("Easy words, or in full again"), EVERYWHERE)
def easy(conversation: Conversation, _words: str) -> None:
    """Easy words on or off."""
    conversation.speech.use(easy=not conversation.easy)
    told = _("Easy words are on.") if conversation.easy else _("Easy words are off.")
    conversation.out.say("Notice", told)
    if conversation.live is not None:
        conversation.tell_state()


@typed("summary", "", N_("The session at a glance"), (*PLAYING, "closed"))
def tell_summary(conversation: Conversation, _words: str) -> None:
    """The summary so far."""
    render.tell_summary(conversation.out, conversation.session)


def _export_help() -> str:
    from wshoes_tui.sessions.session_library import export_formats

    names = ", ".join(export_formats())
    return _("Write the session to a file here: {formats}", formats=names)


def _formats_told() -> str:
    from wshoes_tui.sessions.session_library import export_formats

    return "; ".join(f"{form.name}, {_(form.label)}" for form in export_formats().values())


@typed("export", "FORMAT", _export_help, (*PLAYING, "closed"), _formats_told)
def export(conversation: Conversation, words: str) -> None:
    """Write it where the program was started."""
    from wshoes_tui.sessions.session_library import export_formats, write_session

    must_not_be_hosted(conversation)
    session = conversation.session
    named = [(form.name, (form.name, *form.aliases)) for form in export_formats().values()]
    unknown = N_("There is no format {wanted}. There are: {formats}.")
    kind = pick(words.strip() or "?", named, unknown, formats=_formats_told())
    path = write_session(session, kind, Path.cwd())
    conversation.out.say("Saved", _("written to {path}", path=safe(str(path))))


@typed("look", "N", N_("More about deck N, with a card from it: each time another"), ("decks",))
def look(conversation: Conversation, words: str) -> None:
    """A deck, looked at."""
    from wshoes_tui.lines.stages.home_stage import DecksStage

    if not isinstance(conversation.stage, DecksStage):
        raise Refusal(NOT_HERE)
    conversation.stage.look(words)


@typed("decks", "[N ...]", N_("The decks there are; with numbers: play these"), ("setup",))
async def decks(conversation: Conversation, words: str) -> None:
    """Choose other decks before the session begins."""
    from wshoes_tui.lines.stages.home_stage import deck_line

    deck_library = conversation.library.deck_library
    listing = await conversation.run_blocking(deck_library.listing)
    numbers = words.replace(",", " ").split()
    if not numbers:
        for number, listed in enumerate(listing, 1):
            conversation.out.say("Choice", f"{number}, {deck_line(listed)}")
        return
    unknown = N_("There is no deck {wanted}. /decks says which there are.")
    chosen = [numbered(listing, number, unknown) for number in numbers]
    opened = [
        await conversation.run_blocking(deck_library.open, str(listed.path), conversation.language)
        for listed in chosen
    ]
    await conversation.do(ChooseDecks(tuple(opened)))
    for played in conversation.session.decks:
        conversation.out.say("Deck", one_line(played.deck.title))
    if notice := decks_told(conversation.session):
        conversation.out.say("Notice", notice)


@typed("home", "", N_("Leave the session as it is, and go to Home"), (*EVERYWHERE[1:],))
async def home(conversation: Conversation, _words: str) -> None:
    """Home."""
    from wshoes_tui.lines.stages.home_stage import HomeStage

    must_not_be_hosted(conversation)
    await conversation.keep_held()
    conversation.let_go()
    conversation.home = HomeStage(conversation)


def must_not_be_hosted(conversation: Conversation) -> None:
    """Refuse what is for the host's own keyboard alone."""
    if conversation.hosted:
        raise Refusal(HOST_ONLY)


@typed("leave", "", N_("Leave. Nothing is lost"), EVERYWHERE)
def leave(conversation: Conversation, _words: str) -> None:
    """End the program, not the session."""
    if conversation.unkept and not conversation.is_sure("leave"):
        try:
            conversation.put_words_away()
        except WshoesError:
            raise Refusal(
                "These words cannot be saved, and no file can be written. They are held here. "
                "/leave once more leaves without them."
            ) from None
    conversation.over = True


@typed("help", "[COMMAND]", N_("What can be typed here; with a command: more about it"), EVERYWHERE)
def tell_help(conversation: Conversation, words: str) -> None:
    """What can be typed here, one command a line."""
    if words.strip() and words.strip().casefold() != "all":
        tell_one(conversation.out, command_named(words.split()[0], hosted=conversation.hosted))
        return
    scope, everything = conversation.stage.SCOPE, bool(words.strip())
    known = list_commands(hosted=conversation.hosted)
    tell_all(conversation.out, (one for one in known if everything or scope in one.scopes))
    if not everything:
        conversation.out.say(
            "Help", _("/help all: every command. /help say: more about one of them.")
        )
