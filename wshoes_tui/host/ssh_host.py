"""SSH host: one run of ``wshoes host``, from opening the store to closing it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from selectors import PollSelector

import asyncssh

from wshoes_tui.errors import StoreError
from wshoes_tui.host import host_files
from wshoes_tui.host.addresses import addresses_of, commands_to_join, is_loopback
from wshoes_tui.host.client_session import ClientSessions, facilitate_in_lines
from wshoes_tui.host.credentials import Credentials
from wshoes_tui.host.host_files import host_key
from wshoes_tui.host.host_process import host_memory_settings, log_to_stderr
from wshoes_tui.host.join_sheet import write_sheet
from wshoes_tui.host.seat_pool import warm_up, warmup_app
from wshoes_tui.host.ssh_server import LOOPBACK, PORT, serve
from wshoes_tui.hub.participants import JoinDetails
from wshoes_tui.hub.session_hub import SessionHub
from wshoes_tui.locale import N_, _, reader_tag
from wshoes_tui.sessions.bootstrap import open_session_library
from wshoes_tui.sessions.open_session import OpenSession
from wshoes_tui.sessions.session_library import SessionLibrary, StartedSession
from wshoes_tui.sessions.store_thread import StoreThread
from wshoes_tui.sessions.unsaved_words import put_away_and_say
from wshoes_tui.settings import Settings
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.screen_runner import exit_status, hang_up_on_signals
from wshoes_tui.tui.startup import StartOptions
from wshoes_tui.tui.terminal.terminal_driver import TerminalDriver

FRESH = timedelta(hours=12)
"""How old a session may be that a host resumes without being told: the same day's."""


@dataclass(frozen=True, slots=True)
class HostedSession:
    """The options of ``wshoes host``.

    Args:
        headless: whether the facilitator joins over SSH too, and no screen is painted here.
        code, facilitator_code: codes to use; empty ones are made.
        new: whether to begin a new session where one is unfinished.
        reference: the session to resume; empty for the one that was hosted last.
        join_sheet: the file for a page to print on how to join; None for none.
    """

    decks: tuple[str, ...] = ()
    started: StartedSession = field(default_factory=StartedSession)
    bind: str = LOOPBACK
    port: int = PORT
    headless: bool = False
    code: str = ""
    facilitator_code: str = ""
    new: bool = False
    reference: str = ""
    join_sheet: Path | None = None


def host(settings: Settings, hosting: HostedSession, tell: Callable[[str], None]) -> int:
    """Hold a session that people join over SSH. Returns the exit status.

    Args:
        tell: writes one line on the terminal it was started on.

    Raises:
        WshoesError: it cannot begin.
    """
    # Not epoll, which refuses regular files: a script may be redirected to standard input.
    factory = (lambda: asyncio.SelectorEventLoop(PollSelector())) if settings.plain else None
    with asyncio.Runner(loop_factory=factory) as runner:
        return runner.run(SshHost(settings, hosting, tell).hold())


class SshHost:
    """One run of ``wshoes host``."""

    def __init__(
        self, settings: Settings, hosting: HostedSession, tell: Callable[[str], None]
    ) -> None:
        self._settings = settings
        self._hosting = hosting
        self._tell = tell
        self._folder = settings.data.root / "host"
        self._worker = StoreThread()
        self._hub: SessionHub | None = None
        self._credentials = Credentials(self._folder, hosting.code, hosting.facilitator_code)

    async def hold(self) -> int:
        """Open the store, serve until the end, and close it. Returns the exit status."""
        worker, asked = self._worker, self._hosting
        library = await worker.run(open_session_library, self._settings)
        credentials = self._credentials
        hub = self._hub = SessionHub(worker, credentials, library.deck_library, self._taken_up)
        try:
            live = await worker.run(self._session, library)
            if live is not None:
                await hub.take_up(live)
            key = await worker.run(host_key, self._folder)
            clients = ClientSessions(self._settings, library, hub, credentials)
            with host_memory_settings():
                await warm_up(await warmup_app(worker, library.deck_library))
                server = await serve(
                    credentials, clients.receive, key, bind=asked.bind, port=asked.port
                )
                hub.joining = how_to_join(server.address, server.port, credentials.code, key)
                await self._tell_how_to_join()
                keeping = asyncio.create_task(clients.ready.keep_up())
                try:
                    return await self._serve(hub, credentials, library)
                finally:
                    keeping.cancel()
                    await asyncio.wait({keeping})
                    await server.close(
                        N_("The host is closing. Everything that was saved is kept.")
                    )
        finally:
            if hub.live is not None:
                if told := await worker.run(put_away_and_say, hub.live, self._settings.data):
                    self._tell(told)
                await worker.run(hub.live.leave)
            await worker.run(library.store.close)
            worker.close()

    def _session(self, library: SessionLibrary) -> OpenSession | None:
        """The session to host: an unfinished one or a new one; None if it is still to be chosen."""
        asked = self._hosting
        if asked.reference:
            return library.resume("" if asked.reference == "last" else asked.reference)
        live = None if asked.new else self._unfinished(library)
        if live is not None:
            self._tell(
                _(
                    "Going on with the session that was not finished: {title}. "
                    "To begin another one: wshoes host --new",
                    title=live.session.header.title,
                )
            )
            return live
        chooses = not (asked.headless or self._settings.plain)
        names = asked.decks or (() if chooses else (library.first_deck(),))
        if not names:
            return None
        decks = [library.deck_library.open(name, reader_tag()) for name in names]
        return library.group(decks, asked.started)

    def _unfinished(self, library: SessionLibrary) -> OpenSession | None:
        session_id = host_files.read_running(self._folder)
        line = next((x for x in library.store.sessions() if x.id == session_id), None)
        if line is None or line.state == "closed" or datetime.now(UTC) - line.saved > FRESH:
            return None
        live = library.resume(session_id)
        if self._hosting.decks:
            wanted = {library.deck_library.open(name).id for name in self._hosting.decks}
            played = {p.deck.translation_of or p.deck.id for p in live.session.decks}
            if not wanted & (played | {p.deck.id for p in live.session.decks}):
                live.release()
                return None
        return live

    def _taken_up(self, live: OpenSession) -> None:
        self._worker.submit(self._mark, live.session.id)
        if self._hub is not None and self._hub.joining.command:  # chosen while people can come
            self._keep_joining(self._hub)
            self._worker.submit(self._write_sheet, self._hub.joining)

    def _keep_joining(self, hub: SessionHub) -> None:
        """Tell the code of the session: one that was hosted before has a code of its own."""
        known = self._credentials
        hub.joining = replace(hub.joining, code=known.code, damage=known.note)

    async def _tell_how_to_join(self) -> None:
        """Tell how to join, and write the sheet of it where one is wanted.

        Raises:
            StoreError: the sheet could not be written.
        """
        if self._hub is not None:
            self._keep_joining(self._hub)
            if path := self._hosting.join_sheet:
                await self._worker.run(write_sheet, path, self._hub.joining)
                self._tell(_("To print: {path}", path=str(path)))

    def _write_sheet(self, joining: JoinDetails) -> None:
        path = self._hosting.join_sheet
        with suppress(StoreError):  # it was written at the start
            if path is not None:
                write_sheet(path, joining)

    def _mark(self, session_id: str) -> None:
        with suppress(StoreError):  # then it is not resumed by itself, and can still be named
            host_files.write_running(self._folder, session_id)

    async def _serve(
        self, hub: SessionHub, credentials: Credentials, library: SessionLibrary
    ) -> int:
        if self._hosting.headless:
            return await self._serve_headless(hub.joining, credentials.facilitator_code)
        if self._settings.plain:
            return await self._serve_plain(hub, library)
        app = WshoesApp(
            self._settings,
            StartOptions("choose", started=self._hosting.started),
            open_library=lambda: library,
            hub=hub,
            driver_class=TerminalDriver,
        )
        hang_up_on_signals(app)
        code = await app.run_async(mouse=False)
        if not app.place_of_error:
            await self._worker.run(host_files.remove_running, self._folder)
        return exit_status(app, code, self._tell)  # nothing else can be printed here

    async def _serve_plain(self, hub: SessionHub, library: SessionLibrary) -> int:
        """The facilitator holds the session in plain lines at this keyboard, until they leave."""
        from wshoes_tui.host.local_channel import LocalChannel

        stopped = asyncio.Event()

        def stop() -> None:
            stopped.set()
            client.lost()

        with LocalChannel().open() as client:
            _on_signals(stop)
            await facilitate_in_lines(self._settings, library, hub, client)
        if not stopped.is_set():  # they have left: it is resumed when asked for by name
            await self._worker.run(host_files.remove_running, self._folder)
        return 0

    async def _serve_headless(self, joining: JoinDetails, facilitator_code: str) -> int:
        log_to_stderr()
        self._tell(joining.line)
        self._tell(_("Facilitator: the same command, code {code}", code=facilitator_code))
        shown = joining.fingerprint
        self._tell(_("This computer shows itself as {fingerprint}", fingerprint=shown))
        if joining.note:
            self._tell(joining.note)
        stop = asyncio.Event()
        _on_signals(stop.set)
        await stop.wait()
        self._tell(_("Everything is kept. The same command goes on with this session."))
        return 0


def _on_signals(stop: Callable[[], None]) -> None:
    """Have this called once the host is asked to end."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop)


def how_to_join(address: str, port: int, code: str, key: asyncssh.SSHKey) -> JoinDetails:
    """How to join a host that listens at this address."""
    found = addresses_of(address)
    first, *others = commands_to_join(found or ["localhost"], port)
    return JoinDetails(
        first,
        code,
        key.get_fingerprint(),
        only_here=is_loopback(address),
        others=tuple(others),
        no_network=not found,
    )
