"""Client session: serves a client from the code it has shown to the end of its connection."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from wshoes_tui import limits
from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.credentials import Credentials
from wshoes_tui.host.host_files import Preferences
from wshoes_tui.host.host_process import IdleCollector, release_memory
from wshoes_tui.host.seat_pool import SeatPool
from wshoes_tui.host.seat_runner import run_seat_app, start_app, wait_for_end
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.line_output.line_writer import LineWriter
from wshoes_tui.lines.key_sources import LineEditor, WholeLines
from wshoes_tui.lines.line_loop import LineLoop, Outcome
from wshoes_tui.lines.seat_conversation import SeatConversation
from wshoes_tui.locale import Speech, _, language_of_environment, speech
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import Settings
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.seat.seat_app import TO_PLAIN, Arrival, SeatApp
from wshoes_tui.tui.startup import StartOptions

GIVE_BACK_SECONDS = 1.0
"""After the last client has left, so that nobody who drops out and comes back waits for it."""
NO_NAMES = ("name", "your name", "yourname", "your-name", "user", "root", "pi")
"""User names that are not the name of a person."""


class ClientSessions:
    """Serves all clients of a host: each on a seat, or as the facilitator."""

    def __init__(
        self,
        settings: Settings,
        library: SessionLibrary,
        hub: SessionHub,
        credentials: Credentials,
    ) -> None:
        self.settings = settings
        self.library = library
        self.hub = hub
        self.credentials = credentials
        self._here = 0
        self._idle_collector = IdleCollector()
        self.ready = SeatPool(
            self._for_anybody,
            lambda: hub.worker.run(credentials.make_spare_key),
            credentials.lacks_spare_keys,
            lambda: limits.MOST_SEATS - self._here,
            lambda: self._idle_collector.collect(here=self._here),
        )
        """Seats for those who come next."""
        hub.listen(self.ready.on_news)

    async def receive(self, client: ClientConnection) -> None:
        """Serve a client that has logged in, until they leave or the connection is gone."""
        self._idle_collector.client_came()
        try:
            if client.admitted.kind == "facilitator":
                await self._facilitate(client)
            elif client.admitted.kind == "wall":
                await self._show_wall(client)
            else:
                await self._serve_seat(client)
        finally:
            self._idle_collector.client_left()
            self.ready.refill_later()
        if not any(participant.end for participant in self.hub.participants.values()):
            asyncio.get_running_loop().call_later(GIVE_BACK_SECONDS, release_memory)

    async def _show_wall(self, client: ClientConnection) -> None:
        # Imported here, because most hosts never have a wall.
        from wshoes_tui.host.wall_client import WallClient

        spoken = Speech()
        spoken.use(usual_language(self.settings), easy=self.settings.easy)
        await WallClient(self.settings, self.hub, client, spoken).serve()

    async def _serve_seat(self, client: ClientConnection) -> None:
        self._here += 1
        try:
            await ClientSession(self, client).serve()
        finally:
            self._here -= 1

    def _for_anybody(self, client: ClientConnection) -> SeatApp:
        usual = Arrival(client.terminal, usual_language(self.settings), easy=self.settings.easy)
        return SeatApp(self.hub, usual, waits=True)

    async def _facilitate(self, client: ClientConnection) -> None:
        if not client.has_screen:
            await facilitate_in_lines(self.settings, self.library, self.hub, client)
            return
        app = WshoesApp(
            self.settings,
            StartOptions("choose"),
            open_library=lambda: self.library,
            hub=self.hub,
            terminal=client.terminal,
        )
        app.ends_hosting = False
        client.speech = app.speech
        await run_seat_app(app, client)


class ClientSession:
    """Somebody on a seat, on screens or in plain lines, and from one to the other."""

    def __init__(self, host: ClientSessions, client: ClientConnection) -> None:
        self._hub, self._credentials, self._ready = host.hub, host.credentials, host.ready
        self._client = client
        self._seat = client.admitted.seat
        self._participant: Participant | None = None
        self._speech = Speech()
        liked = self._credentials.preferences(self._seat) if self._seat else Preferences()
        self._usually_easy = host.settings.easy
        easy = self._usually_easy if liked.easy is None else liked.easy
        self._speech.use(usual_language(host.settings), easy=easy)
        self._usual = self._speech.language
        self._speech.use(liked.language or self._usual)
        self._plain = liked.plain or not client.has_screen
        client.speech = self._speech

    async def serve(self) -> None:
        """Serve them until they leave or the connection is gone."""
        speech.set(self._speech)
        goes_on = True
        while goes_on and not self._client.gone:
            goes_on = await (self._in_lines() if self._plain else self._on_screen())

    async def _on_screen(self) -> bool:
        arrival = Arrival(
            self._client.terminal,
            self._speech.language,
            easy=self._speech.easy,
            suggestion=suggestion(self._client.user),
            seat=self._seat,
            participant=self._participant,
            remember=lambda app: self._remember(app.seated.participant, app.speech),
        )
        app, running = self._take_seat(arrival)
        self._client.speech = app.speech
        try:
            result = await wait_for_end(app, self._client, running)
        finally:
            app.stop_listening()
            if app.seat_session is not None:
                self._participant = app.seat_session.participant
            self._speech.use(app.speech.language, easy=app.speech.easy)
            self._client.speech = self._speech
        if result == TO_PLAIN:
            self._plain = True
            self._remember(self._participant, self._speech)
            return True
        await self._leave_seat(app.end, app.parting)
        return False

    def _take_seat(self, arrival: Arrival) -> tuple[SeatApp, asyncio.Task[int | None]]:
        """Run an app of the pool on their connection, or if there is none, a new one."""
        ready = self._ready.take_seat()
        if ready is None:
            app = SeatApp(self._hub, arrival)
            return app, start_app(app, self._client)
        ready.app.welcome(arrival)
        ready.hand_to(self._client)
        return ready.app, ready.running

    async def _in_lines(self) -> bool:
        client = self._client
        lines = SeatConversation(
            self._hub,
            client.write,
            self._speech,
            suggestion=suggestion(client.user),
            seat=self._seat,
            participant=self._participant,
            remember=lambda spoken: self._remember(lines.participant, spoken),
            screen=client.has_screen,
            columns=client.line_columns,
            raw=client.has_pty,
        )
        try:
            outcome = await serve_lines(client, lines.loop)
        finally:
            self._participant = lines.participant or self._participant
        if outcome is Outcome.TO_SCREEN:
            self._plain = False
            self._remember(self._participant, self._speech)
            return True
        await self._leave_seat(lines.loop.end, "")
        return False

    async def _leave_seat(self, end: Callable[[str], None], parting: str) -> None:
        if self._participant is not None:
            await self._hub.detach_screen(self._participant, end)
        self._client.hang_up(parting)

    def _remember(self, participant: Participant | None, spoken: Speech) -> None:
        """Keep what they have chosen: not the defaults, nor what they have no choice in."""
        if participant is not None:
            language = "" if spoken.language == self._usual else spoken.language
            plain = self._plain and self._client.has_screen
            easy = None if spoken.easy == self._usually_easy else spoken.easy
            liked = Preferences(language, easy, plain)
            self._hub.worker.submit(self._prefer, participant.seat, liked)

    def _prefer(self, seat: str, liked: Preferences) -> None:
        with suppress(WshoesError):  # it holds until the host ends
            self._credentials.keep_preferences(seat, liked)


def usual_language(settings: Settings) -> str:
    """The language of those who have chosen none."""
    return settings.language or language_of_environment()


def suggestion(user: str) -> str:
    """A name to suggest to somebody who gave this user name; empty where it is none."""
    # A user name has no spaces, so something else may stand for them; and in manuals brackets
    # stand around what is to be replaced.
    words = one_line(user).replace("_", " ").strip("<>[]{}()\"'.,;: ").split()
    name = " ".join(words)[: limits.MOST_OF_A_NAME].strip()
    return "" if name.casefold() in NO_NAMES else name


Meant = TypeVar("Meant")


async def serve_lines(
    client: ClientConnection, lines: LineLoop[Meant], *, work_all: bool = False
) -> Outcome:
    """Run a line loop on the connection of a client until it ends.

    Args:
        work_all: whether whole lines that came before the connection was lost are still worked.
    """

    def feed(data: bytes) -> None:
        lines.feed(data)
        if lines.full:
            client.pause_reading()

    lines.on_drained = client.resume_reading
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
    from wshoes_tui.lines.facilitator_role import FacilitatorRole
    from wshoes_tui.lines.session_news import SessionNews

    spoken = Speech()
    spoken.use(usual_language(settings), easy=settings.easy)
    speech.set(spoken)
    client.speech = spoken
    if hub.live is None:
        client.hang_up(_("Notice: the session is being chosen on the host. Come again then."))
        return
    source = LineEditor(client.write) if client.has_pty else WholeLines(client.write)
    out = LineWriter(source.show_message, columns=client.line_columns)
    conversation = Conversation(
        out,
        library,
        spoken,
        hub=hub,
        news=SessionNews(out, hub),
        settings=settings,
    )
    role = FacilitatorRole(conversation, hide=source.hide)
    lines = LineLoop(role, source, patience=limits.TYPING_PAUSE_SECONDS)
    await serve_lines(client, lines, work_all=True)
    client.hang_up()
