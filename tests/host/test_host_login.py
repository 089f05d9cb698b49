"""Login: who has a code comes in, who has none stays out, and a crowd keeps nobody out."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from typing import Any

import asyncssh
import pytest

from tests.host.conftest import Start
from tests.host.guests import Host
from tests.host.lines import PATIENCE_SECONDS, until
from wshoes_tui import limits
from wshoes_tui.errors import WshoesError
from wshoes_tui.host import codes, ssh_server
from wshoes_tui.host.client import ClientConnection


async def test_ssh_lets_somebody_in_with_the_code_typed_as_it_was_heard(start: Start) -> None:
    host = await start()
    guest = await host.ssh("-T", "asha@127.0.0.1", code=f"  {host.credentials.code.upper()} ")
    assert await guest.end() == 0
    assert guest.shown == b"Welcome.\n"
    (client,) = host.clients
    assert (client.user, client.address) == ("asha", "127.0.0.1")
    assert client.admitted.kind == "seat"
    assert not client.has_pty
    assert not client.has_screen


async def test_ssh_with_a_wrong_code_stays_out(start: Start) -> None:
    host = await start()
    guest = await host.ssh("-T", "asha@127.0.0.1", code="maple-otter-00")
    assert await guest.end() == 255
    assert guest.complaints.count(b"That is not it.") == limits.MOST_TRIES - 1
    assert b"No code was right. Ask for it, and come again." in guest.complaints
    assert not host.clients


async def test_a_whole_group_joins_at_once(start: Start) -> None:
    host = await start()

    async def come() -> None:
        async with host.connect() as connection:
            assert (await connection.run()).stdout == "Welcome.\n"

    await asyncio.wait_for(asyncio.gather(*(come() for _ in range(30))), PATIENCE_SECONDS)
    assert len(host.clients) == 30


async def test_six_come_in_while_somebody_behind_the_same_address_guesses(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FREE_TRIES", 0)
    monkeypatch.setattr(limits, "FIRST_DELAY", PATIENCE_SECONDS)
    host = await start()

    async def guess() -> None:
        with suppress(asyncssh.Error, OSError):
            await host.connect("maple-otter-00")

    guessing = [asyncio.create_task(guess()) for _ in range(20)]
    looks = host.server.limiter.reject
    wrong: list[float] = []
    monkeypatch.setattr(
        host.server.limiter, "reject", lambda tried: wrong.append(looks(tried)) or wrong[-1]
    )
    await until(lambda: len(wrong) == 20, "they guess")

    async def come() -> None:
        async with host.connect() as connection:
            assert (await connection.run()).stdout == "Welcome.\n"

    await asyncio.wait_for(asyncio.gather(*(come() for _ in range(6))), PATIENCE_SECONDS / 2)
    assert len(host.clients) == 6
    assert not any(task.done() for task in guessing), "wrong codes alone wait"
    for task in guessing:
        task.cancel()
    await asyncio.gather(*guessing, return_exceptions=True)


class Asked(asyncssh.SSHClient):
    """Types one answer after the other, and notes with what words it was asked for each."""

    def __init__(self, answers: list[str]) -> None:
        self.answers = answers
        self.leads: list[str] = []

    def kbdint_auth_requested(self) -> str:
        return ""

    def kbdint_challenge_received(self, name: Any, text: Any, lang: Any, prompts: Any) -> Any:
        assert list(prompts) == [("Code: ", True)], "where it can be seen"
        self.leads.append(text)
        return [self.answers.pop(0)]


async def asked(host: Host, *answers: str) -> list[str]:
    """With what words somebody is asked who gives these answers, until they are in or out."""
    client = Asked(list(answers))
    connecting = host.connect(
        client_factory=lambda: client, password=None, preferred_auth=["keyboard-interactive"]
    )
    with suppress(asyncssh.DisconnectError):
        async with connecting as connection:
            await connection.run(check=True)
    return client.leads


async def test_it_is_asked_again_in_words_that_show_what_a_code_looks_like(start: Start) -> None:
    host = await start()
    heard = host.credentials.code.upper().replace("-", " ") + "  "
    first, second, third, *more = await asked(host, "Maple", " ", heard)
    assert (first, more) == ("", [])
    example = second.removeprefix("That is not it. It looks like ").strip().removesuffix(".")
    assert codes.is_session_code(example)
    assert third.strip() == f"Type the code that was read out. It looks like {example}."
    assert len(host.clients) == 1
    assert host.credentials.admit(example) is None
    host.credentials.stored = replace(host.credentials.stored, code=example)
    assert codes.is_session_code(host.server.example)
    assert host.server.example != example, "never the real one"
    host.credentials.stored = replace(host.credentials.stored, code="the kitchen table")
    (_, again) = await asked(host, "maple", host.credentials.facilitator_code)
    assert again.strip() == "That is not it. Type the code as it was read out."


async def test_each_code_opens_what_it_is_for(start: Start) -> None:
    host = await start()
    key = host.credentials.seat_keys(["seat-1"])["seat-1"]
    for code in (host.credentials.code, host.credentials.facilitator_code, key):
        async with host.connect(code) as connection:
            await connection.run(check=True)
    kinds = [(client.admitted.kind, client.admitted.seat) for client in host.clients]
    assert kinds == [("seat", None), ("facilitator", None), ("return", "seat-1")]


async def test_a_client_that_knows_passwords_only_comes_in(start: Start) -> None:
    host = await start()
    async with host.connect(preferred_auth=["password"]) as connection:
        assert (await connection.run()).stdout == "Welcome.\n"


@pytest.mark.parametrize("method", ["none", "publickey", "hostbased", "gssapi-with-mic"])
async def test_there_is_no_other_way_in(start: Start, method: str) -> None:
    host = await start()
    key = asyncssh.generate_private_key("ssh-ed25519")
    with pytest.raises(asyncssh.PermissionDenied):
        await host.connect(preferred_auth=[method], client_keys=[key])
    assert not host.clients


async def test_after_six_wrong_codes_a_connection_ends(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LONGEST_DELAY", 0.001)
    host = await start()
    given = 0

    class Client(asyncssh.SSHClient):
        def password_auth_requested(self) -> str:
            nonlocal given
            given += 1
            return "maple-otter-00"

    with pytest.raises(asyncssh.DisconnectError):
        await host.connect(password=None, client_factory=Client, preferred_auth=["password"])
    assert given == limits.MOST_TRIES
    assert len(await asked(host, *["maple"] * 9)) == limits.MOST_TRIES, "in one exchange too"


async def test_twenty_who_only_stand_there_do_not_block_the_door(start: Start) -> None:
    host = await start()
    idle = [await asyncio.open_connection("127.0.0.1", host.server.port) for _ in range(20)]
    guest = await host.ssh("-T", "127.0.0.1")
    assert await guest.end() == 0
    for _reader, writer in idle:
        writer.close()


async def test_where_too_many_stand_one_that_came_late_goes(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_WAITING_EACH", 2)
    host = await start()
    idle = [await asyncio.open_connection("127.0.0.1", host.server.port) for _ in range(2)]
    for reader, _writer in idle:
        assert await reader.readuntil(b"\r\n")
    while True:  # left to chance, so that nobody can keep all others out
        guest = await host.ssh("-T", "127.0.0.1")
        if await guest.end() == 0:
            break
    (first, _), (second, _) = idle
    await asyncio.wait_for(_closed(second), PATIENCE_SECONDS)
    assert not first.at_eof(), "somebody types there"
    for _reader, writer in idle:
        writer.close()


async def _closed(reader: asyncio.StreamReader) -> None:
    try:
        while await reader.read(1000):
            pass
    except ConnectionError:
        pass


async def test_who_shows_no_code_in_time_goes(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LOGIN_SECONDS", 0.2)
    host = await start()
    reader, writer = await asyncio.open_connection("127.0.0.1", host.server.port)
    await asyncio.wait_for(_closed(reader), PATIENCE_SECONDS)
    writer.close()


async def test_when_all_seats_are_taken_the_facilitator_still_comes_in(start: Start) -> None:
    stay = asyncio.Event()

    async def receive(client: ClientConnection) -> None:
        client.write("In.\n")
        await stay.wait()

    host = await start(receive, seats=1)
    async with host.connect() as first, host.connect(host.credentials.facilitator_code) as helper:
        seated = await first.create_process()
        assert await seated.stdout.readline() == "In.\n"
        late = await host.ssh("-T", "127.0.0.1")
        assert await late.end() == 1
        assert late.shown == b"Every seat here is taken.\n"
        helping = await helper.create_process()
        assert await helping.stdout.readline() == "In.\n"
        stay.set()
        await seated.wait()
    again = await host.ssh("-T", "127.0.0.1")
    assert await again.end() == 0


async def test_a_participant_who_types_nothing_for_hours_is_let_go_kindly(start: Start) -> None:
    async def receive(client: ClientConnection) -> None:
        gone = asyncio.Event()
        client.on_lost = gone.set
        await gone.wait()

    host = await start(receive, idle_seconds=0.2)
    facilitator = await host.ssh("-T", "127.0.0.1", code=host.credentials.facilitator_code)
    await until(lambda: host.clients)
    guest = await host.ssh("-T", "127.0.0.1")
    assert await guest.end() == 0
    assert b"Nothing was typed here for hours" in guest.shown
    assert facilitator.process.returncode is None
    await facilitator.leave()


async def test_logs_hold_no_name_no_code_no_word(
    start: Start, noted: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    async def receive(client: ClientConnection) -> None:
        got = asyncio.Event()
        client.on_data = lambda data: got.set()
        await got.wait()
        raise ValueError("somebody's secret words")

    host = await start(receive)
    logging.getLogger("asyncssh").setLevel(logging.CRITICAL + 1)
    wrong = await host.ssh("-T", "marker-name@127.0.0.1", code="marker-code-12")
    await wrong.end()
    guest = await host.ssh("-T", "-o", "SetEnv=LC_MARK=marker-env", "marker-name@127.0.0.1")
    guest.type(b"marker-words\n")
    assert await guest.end() == 1
    refused = await host.ssh("-T", "127.0.0.1", "marker-command")
    await refused.end()
    await until(lambda: "left: seat" in noted.text)
    for secret in ("marker", "secret", host.credentials.code):
        assert secret not in noted.text + "".join(capfd.readouterr())
    for kind in ("wrong code", "let in: seat", "fault: ValueError at", "refused: a command"):
        assert kind in noted.text


async def test_what_outlives_its_line_is_ended(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ssh_server, "OUTLIVING_SECONDS", 0.2)

    async def receive(client: ClientConnection) -> None:
        await asyncio.Event().wait()

    host = await start(receive)
    guest = await host.ssh("-T", "127.0.0.1")
    await until(lambda: host.server.clients)
    await guest.leave()
    await until(lambda: not host.server.clients)


async def test_when_hosting_ends_nobody_stands_at_the_door(start: Start) -> None:
    host = await start()
    reader, writer = await asyncio.open_connection("127.0.0.1", host.server.port)
    assert await reader.readuntil(b"\r\n")
    await host.server.close()
    await asyncio.wait_for(_closed(reader), PATIENCE_SECONDS)
    writer.close()


@pytest.mark.parametrize("bind", ["somewhere", "192.0.2.1"])
async def test_an_address_that_cannot_be_listened_on_is_said(start: Start, bind: str) -> None:
    with pytest.raises(WshoesError, match=bind):
        await start(bind=bind)


async def test_only_this_machine_is_listened_on_unless_told(start: Start) -> None:
    host = await start()
    assert host.server.address == "127.0.0.1"
    elsewhere = await start(bind="0.0.0.0")
    assert elsewhere.server.address == "0.0.0.0"
