"""Conversations in plain lines with the clients of a host: line loops on an SSH connection."""

from __future__ import annotations

from typing import TypeVar

from wshoes_tui.host.client import ClientConnection
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.limits import TYPING_PAUSE_SECONDS
from wshoes_tui.lines.line_editor import LineEditor
from wshoes_tui.lines.line_loop import LineLoop, Outcome
from wshoes_tui.lines.line_splitter import WholeLines
from wshoes_tui.lines.line_writer import LineWriter
from wshoes_tui.locale import Speech, _, language_of_environment, speech
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import Settings

Meant = TypeVar("Meant")


async def serve_lines(
    client: ClientConnection, lines: LineLoop[Meant], *, work_all: bool = False
) -> Outcome:
    """Run a line loop on the connection of a client until it ends.

    Args:
        client: the connection.
        lines: the loop.
        work_all: whether whole lines that came before the connection was lost are still worked.
    """

    def feed(data: bytes) -> None:
        lines.feed(data)
        if lines.full:
            client.pause_reading()

    lines.on_room = client.resume_reading
    client.on_lost = lines.end_of_input if work_all else lines.lost
    client.on_end = lines.end_of_input
    client.on_data = feed
    if client.ended:  # before anybody listened
        lines.end_of_input()
    try:
        return await lines.run()
    finally:
        client.on_data = client.on_lost = client.on_end = None


async def facilitate_in_lines(
    settings: Settings, library: SessionLibrary, hub: SessionHub, client: ClientConnection
) -> None:
    """Let the facilitator hold the session in plain lines until they leave."""
    # Imported here, because most hosts never have a facilitator in plain lines.
    from wshoes_tui.lines.conversation import Conversation
    from wshoes_tui.lines.session_news import SessionNews

    spoken = Speech()
    spoken.use(settings.language or language_of_environment(), easy=settings.easy)
    speech.set(spoken)
    client.speech = spoken
    if hub.live is None:
        client.hang_up(_("Notice: the session is being chosen on the host. Come again then."))
        return
    source = LineEditor(client.write) if client.has_pty else WholeLines(client.write)
    out = LineWriter(source.show_message)
    conversation = Conversation(
        out,
        library,
        spoken,
        language=settings.language or None,
        hub=hub,
        news=SessionNews(out, hub),
        hide=source.hide,
    )
    lines = LineLoop(conversation, source, patience=TYPING_PAUSE_SECONDS)
    await serve_lines(client, lines, work_all=True)
    client.hang_up()
