"""Slash commands of a seat that show something, change the language, or leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.labels import easy_told
from wshoes_tui.lines.argument_parser import pick
from wshoes_tui.lines.slash_commands import tell_help
from wshoes_tui.locale import LANGUAGE_NAMES, LANGUAGES, N_

if TYPE_CHECKING:
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation


async def slash_where(conversation: SeatConversation, _words: str) -> None:
    """Tell the state of this stage once more."""
    await conversation.stand.tell_state()


async def slash_easy(conversation: SeatConversation, _words: str) -> None:
    """Turn easy words on or off."""
    on = not conversation.speech.easy
    await conversation.speak(easy=on, told=lambda: easy_told(easy=on))


async def slash_lang(conversation: SeatConversation, words: str) -> None:
    """List the languages, or change to one."""
    if not words.strip():
        for tag in LANGUAGES:
            conversation.out.say("Choice", f"{tag}, {LANGUAGE_NAMES[tag]}")
        return
    known = [(tag, (tag, LANGUAGE_NAMES[tag])) for tag in LANGUAGES]
    wanted = words.replace("_", "-").split("-")[0]
    tag = pick(wanted, known, N_("I do not speak {wanted}. /lang says which languages I do."))
    await conversation.speak(tag, told=lambda: LANGUAGE_NAMES[tag])


async def slash_screen(conversation: SeatConversation, _words: str) -> None:
    """Change to the screens."""
    if not conversation.screen:
        raise Refusal("There is no terminal here that could show the screens.")
    conversation.to_screen()


async def slash_leave(conversation: SeatConversation, _words: str) -> None:
    """Leave; the seat is kept."""
    conversation.leave()


async def slash_help(conversation: SeatConversation, words: str) -> None:
    """What can be typed here, one command a line."""
    tell_help(conversation.out, words, conversation.stand.scope, "seat")
