"""One person's visit, from the code they showed to the end of their line."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wshoes_tui.domain.text import one_line
from wshoes_tui.errors import WshoesError
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.host.credentials import HostCredentials, Preferences
from wshoes_tui.host.line_session import facilitate_in_lines, serve_lines
from wshoes_tui.host.memory import Rest, release_memory
from wshoes_tui.host.seat_pool import SeatPool
from wshoes_tui.host.seat_runner import run_seat_app, see_out, start
from wshoes_tui.hub.participants import Participant
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.limits import MOST_SEATS
from wshoes_tui.lines.line_loop import Outcome
from wshoes_tui.lines.seat import SeatConversation
from wshoes_tui.locale import Speech, language_of_environment, speech
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.settings import Settings
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.seat.seat_app import TO_PLAIN, Arrival, SeatApp
from wshoes_tui.tui.startup import StartOptions

GIVE_BACK_SECONDS = 1.0
"""After the last one has left, so that nobody who drops out and comes back waits for it."""
LONGEST_NAME = 40
NO_NAMES = ("name", "your name", "yourname", "your-name", "user", "root", "pi")
"""What stands in place of a name where nobody gave one."""


class ClientSessions:
    """Receives people: each on a seat, or as the facilitator."""

    def __init__(
        self, settings: Settings, library: SessionLibrary, hub: SessionHub, keys: HostCredentials
    ) -> None:
        self._settings = settings
        self._desk = library
        self._circle = hub
        self._keys = keys
        self._here = 0
        self._rest = Rest()
        self.ready = SeatPool(
            self._for_anybody,
            lambda: hub.worker.run(keys.make_ready),
            keys.lacks,
            lambda: MOST_SEATS - self._here,
            lambda: self._rest.begins(here=self._here),
        )
        """Seats for whoever comes next."""
        hub.listen(self.ready.hear)

    async def receive(self, client: ClientConnection) -> None:
        """Serve somebody who was let in, until they leave or their line is gone."""
        self._rest.came()
        try:
            if client.admitted.kind == "facilitator":
                await self._facilitate(client)
            else:
                visit = ClientSession(self._settings, self._circle, self._keys, self.ready, client)
                await self._visited(visit)
        finally:
            self._rest.went()
            self.ready.look_again()
        if not any(participant.end for participant in self._circle.participants.values()):
            asyncio.get_running_loop().call_later(GIVE_BACK_SECONDS, release_memory)

    async def _visited(self, visit: ClientSession) -> None:
        self._here += 1
        try:
            await visit.stay()
        finally:
            self._here -= 1

    def _for_anybody(self, client: ClientConnection) -> SeatApp:
        usual = Arrival(client.terminal, usual_language(self._settings), easy=self._settings.easy)
        return SeatApp(self._circle, usual, waits=True)

    async def _facilitate(self, client: ClientConnection) -> None:
        if not client.has_screen:
            await facilitate_in_lines(self._settings, self._desk, self._circle, client)
            return
        app = WshoesApp(
            self._settings,
            StartOptions("choose"),
            open_desk=lambda: self._desk,
            hub=self._circle,
            terminal=client.terminal,
        )
        app.ends_hosting = False
        client.speech = app.speech
        await run_seat_app(app, client)


class ClientSession:
    """Somebody on a seat, on screens or in plain lines, and from one to the other."""

    def __init__(
        self,
        settings: Settings,
        hub: SessionHub,
        keys: HostCredentials,
        ready: SeatPool,
        client: ClientConnection,
    ) -> None:
        self._circle = hub
        self._keys = keys
        self._ready = ready
        self._caller = client
        self._seat = client.admitted.seat
        self._member: Participant | None = None
        self._speech = Speech()
        liked = keys.preferences(self._seat) if self._seat is not None else Preferences()
        self._usually_easy = settings.easy
        easy = settings.easy if liked.easy is None else liked.easy
        self._speech.use(usual_language(settings), easy=easy)
        self._usual = self._speech.language
        self._speech.use(liked.language or self._usual)
        self._plain = liked.plain or not client.has_screen
        client.speech = self._speech

    async def stay(self) -> None:
        """Serve them until they leave or their line is gone."""
        speech.set(self._speech)
        goes_on = True
        while goes_on and not self._caller.gone:
            goes_on = await (self._in_lines() if self._plain else self._on_screen())

    async def _on_screen(self) -> bool:
        come = Arrival(
            self._caller.terminal,
            self._speech.language,
            easy=self._speech.easy,
            suggestion=suggestion(self._caller.user),
            seat=self._seat,
            participant=self._member,
            remember=lambda app: self._remember(app.seated.participant, app.speech),
        )
        app, running = self._seated(come)
        self._caller.speech = app.speech
        try:
            result = await see_out(app, self._caller, running)
        finally:
            app.stop_listening()
            self._member = (
                app.seat_session.participant if app.seat_session is not None else self._member
            )
            self._speech.use(app.speech.language, easy=app.speech.easy)
            self._caller.speech = self._speech
        if result == TO_PLAIN:
            self._plain = True
            self._remember(self._member, self._speech)
            return True
        await self._gone(app.end, app.parting)
        return False

    def _seated(self, come: Arrival) -> tuple[SeatApp, asyncio.Task[int | None]]:
        """On a seat that stands ready, or if there is none, on a new one."""
        one = self._ready.take_seat()
        if one is None:
            app = SeatApp(self._circle, come)
            return app, start(app, self._caller)
        one.app.welcome(come)
        one.hand_to(self._caller)
        return one.app, one.running

    async def _in_lines(self) -> bool:
        client = self._caller
        lines = SeatConversation(
            self._circle,
            client.write,
            self._speech,
            suggestion=suggestion(client.user),
            seat=self._seat,
            participant=self._member,
            remember=lambda spoken: self._remember(lines.participant, spoken),
            screen=client.has_screen,
            raw=client.has_pty,
        )

        try:
            outcome = await serve_lines(client, lines.loop)
        finally:
            self._member = lines.participant or self._member
        if outcome is Outcome.TO_SCREEN:
            self._plain = False
            self._remember(self._member, self._speech)
            return True
        await self._gone(lines.loop.end, "")
        return False

    async def _gone(self, end: Callable[[str], None], parting: str) -> None:
        if self._member is not None:
            await self._circle.gone(self._member, end)
        self._caller.hang_up(parting)

    def _remember(self, participant: Participant | None, spoken: Speech) -> None:
        """Keep what they have chosen: not what is usual, nor what they have no choice in."""
        if participant is not None:
            language = "" if spoken.language == self._usual else spoken.language
            plain = self._plain and self._caller.has_screen
            easy = None if spoken.easy == self._usually_easy else spoken.easy
            liked = Preferences(language, easy, plain)
            self._circle.worker.submit(self._prefer, participant.seat, liked)

    def _prefer(self, seat: str, liked: Preferences) -> None:
        try:
            self._keys.prefer(seat, liked)
        except WshoesError:  # how somebody likes it is not worth a fault: it holds until the end
            return


def usual_language(settings: Settings) -> str:
    """The language of those who have chosen none."""
    return settings.language or language_of_environment()


def suggestion(user: str) -> str:
    """What somebody might be called, by the name they came with."""
    # Clients take no spaces, so somebody may have put something else there; and brackets stand
    # around what is to be replaced in many a manual.
    words = one_line(user).replace("_", " ").strip("<>[]{}()\"'.,;: ").split()
    name = " ".join(words)[:LONGEST_NAME].strip()
    return "" if name.casefold() in NO_NAMES else name
