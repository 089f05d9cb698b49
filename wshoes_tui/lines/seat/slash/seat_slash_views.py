"""Commands that change nothing in the session: looking, how one is spoken to, going away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wshoes_tui.domain.value import Refusal
from wshoes_tui.lines.argument_parser import pick
from wshoes_tui.lines.seat import seat_render
from wshoes_tui.lines.seat.seat_slash_commands import (
    EVERYWHERE,
    SEAT_COMMANDS,
    SEATED,
    seat_command_named,
    typed,
)
from wshoes_tui.lines.slash_commands import tell_all, tell_one
from wshoes_tui.locale import LANGUAGE_NAMES, LANGUAGES, N_, _

if TYPE_CHECKING:
    from wshoes_tui.lines.seat.seat_conversation import SeatConversation


@typed("where", "", N_("Where we are, all of it once more"), EVERYWHERE)
async def where(conversation: SeatConversation, _words: str) -> None:
    """Say everything that stands here."""
    await conversation.stand.tell_state()


@typed("easy", "", N_("Easy words, or in full again"), EVERYWHERE)
async def easy(conversation: SeatConversation, _words: str) -> None:
    """Easy words on or off."""
    on = not conversation.speech.easy
    await conversation.speak(
        easy=on, told=lambda: _("Easy words are on.") if on else _("Easy words are off.")
    )


@typed("lang", "[TAG]", N_("Another language, such as cy; alone: which there are"), EVERYWHERE)
async def lang(conversation: SeatConversation, words: str) -> None:
    """List the languages, or speak one."""
    if not words.strip():
        for tag in LANGUAGES:
            conversation.out.say("Choice", f"{tag}, {LANGUAGE_NAMES[tag]}")
        return
    known = [(tag, (tag, LANGUAGE_NAMES[tag])) for tag in LANGUAGES]
    wanted = words.replace("_", "-").split("-")[0]
    tag = pick(wanted, known, N_("I do not speak {wanted}. /lang says which languages I do."))
    await conversation.speak(tag, told=lambda: LANGUAGE_NAMES[tag])


@typed("key", "", N_("Your own key, to come back with"), (*SEATED, "closed"))
async def key(conversation: SeatConversation, _words: str) -> None:
    """The own key."""
    seat_render.own_key(conversation.out, conversation.chair.seat_session)


@typed("screen", "", N_("The screens instead of plain lines"), EVERYWHERE)
async def screen(conversation: SeatConversation, _words: str) -> None:
    """To the screens."""
    if not conversation.screen:
        raise Refusal("There is no terminal here that could show the screens.")
    conversation.loop.to_screen()


@typed("leave", "", N_("Leave. Your seat is kept"), EVERYWHERE)
async def leave(conversation: SeatConversation, _words: str) -> None:
    """Leave; the seat waits."""
    conversation.loop.leave()


@typed("help", "[COMMAND]", N_("What can be typed here; with a command: more about it"), EVERYWHERE)
async def tell_help(conversation: SeatConversation, words: str) -> None:
    """What can be typed here, one command a line."""
    everything = words.strip().casefold() == "all"
    if words.strip() and not everything:
        tell_one(conversation.out, seat_command_named(words.split()[0]))
        return
    scope = conversation.stand.scope
    commands = SEAT_COMMANDS.values()
    tell_all(conversation.out, (one for one in commands if everything or scope in one.scopes))
    if not everything:
        conversation.out.say(
            "Help", _("/help all: every command. /help light: more about one of them.")
        )
