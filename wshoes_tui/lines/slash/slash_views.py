"""Slash commands that show something, export, or leave."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.commands import ChooseDecks
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import WshoesError
from wshoes_tui.flow.action_handlers import easy_told
from wshoes_tui.flow.labels import decks_told
from wshoes_tui.lines import render
from wshoes_tui.lines.argument_parser import numbered, pick
from wshoes_tui.lines.slash_commands import tell_help
from wshoes_tui.lines.stages.stage import NOT_HERE
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import HOST_ONLY

if TYPE_CHECKING:
    from wshoes_tui.lines.conversation import Conversation


def slash_where(conversation: Conversation, _words: str) -> None:
    """Tell the state of this stage once more."""
    if conversation.live is not None:
        conversation.out.say("Session", render.title(conversation.session))
    conversation.tell_state()


def slash_map(conversation: Conversation, _words: str) -> None:
    """Tell the coverage map."""
    render.tell_coverage_map(conversation.out, conversation.session)


def slash_voices(conversation: Conversation, _words: str) -> None:
    """Tell how often each seat was heard."""
    render.tell_voices(conversation.out, conversation.session)


async def slash_rate(conversation: Conversation, words: str) -> None:
    """Take numbers for shoes, or tell those there are."""
    await conversation.stage.rate(words)


def slash_easy(conversation: Conversation, _words: str) -> None:
    """Turn easy words on or off."""
    conversation.speech.use(easy=not conversation.easy)
    conversation.out.say("Notice", easy_told(easy=conversation.easy))
    if conversation.live is not None:
        conversation.tell_state()


def slash_summary(conversation: Conversation, _words: str) -> None:
    """Tell the summary so far."""
    render.tell_summary(conversation.out, conversation.session)


def _export_words() -> dict[str, str]:
    """What the help of /export names: the formats there are, and what each is."""
    from wshoes_tui.sessions.session_library import export_formats

    formats = export_formats()
    told = "; ".join(f"{form.name}, {_(form.label)}" for form in formats.values())
    return {"formats": ", ".join(formats), "told": told}


def slash_export(conversation: Conversation, words: str) -> None:
    """Write the session to a file in the current folder."""
    from wshoes_tui.sessions.session_library import export_formats, write_session

    must_not_be_hosted(conversation)
    session = conversation.session
    named = [(form.name, (form.name, *form.aliases)) for form in export_formats().values()]
    unknown = N_("There is no format {wanted}. There are: {formats}.")
    kind = pick(words.strip() or "?", named, unknown, formats=_export_words()["told"])
    path = write_session(session, kind, Path.cwd())
    conversation.out.say("Saved", _("written to {path}", path=safe(str(path))))


def slash_look(conversation: Conversation, words: str) -> None:
    """Tell more about a deck, with a sample card."""
    from wshoes_tui.lines.stages.home_stage import DecksStage

    if not isinstance(conversation.stage, DecksStage):
        raise Refusal(NOT_HERE)
    conversation.stage.look(words)


async def slash_decks(conversation: Conversation, words: str) -> None:
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


async def slash_home(conversation: Conversation, _words: str) -> None:
    """Let go of the session and go to Home."""
    from wshoes_tui.lines.stages.home_stage import HomeStage

    must_not_be_hosted(conversation)
    await conversation.keep_held()
    conversation.let_go()
    conversation.home = HomeStage(conversation)


def must_not_be_hosted(conversation: Conversation) -> None:
    """Refuse what is for the host's own keyboard alone."""
    if conversation.hosted:
        raise Refusal(HOST_ONLY)


def slash_leave(conversation: Conversation, _words: str) -> None:
    """Leave the program; what cannot be saved goes to a file first."""
    if conversation.unkept and not conversation.is_sure("leave"):
        try:
            conversation.put_words_away()
        except WshoesError:
            raise Refusal(
                "These words cannot be saved, and no file can be written. They are held here. "
                "/leave once more leaves without them."
            ) from None
    conversation.over = True


def slash_help(conversation: Conversation, words: str) -> None:
    """What can be typed here, one command a line."""
    scope, hosted = conversation.stage.SCOPE, conversation.hosted
    names = {"export": _export_words}
    tell_help(conversation.out, words, scope, "facilitator", hosted=hosted, names=names)
