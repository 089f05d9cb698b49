"""Input pump: what is typed reaches an app, in any pieces and however fast it comes."""

from __future__ import annotations

from typing import Any

import pytest
from textual import events

from tests.host.lines import FakeLine, a_caller, until
from tests.host.seat import SeatApp
from tests.host.seated import seated
from wshoes_tui import limits
from wshoes_tui.host import channel_driver
from wshoes_tui.host.client import ClientConnection
from wshoes_tui.tui.key_queue import RUN


@pytest.mark.parametrize("cut", range(1, 12))
async def test_a_sequence_split_over_packets_is_one_key(cut: int) -> None:
    sent = "a\x1b[D\x1b[Dŵ\x1b[C".encode()
    async with seated() as seat:
        await seat.write()
        seat.type(sent[:cut])
        seat.type(sent[cut:])
        await until(lambda: seat.field == "ŵa")


async def test_a_lone_escape_is_one_after_a_moment() -> None:
    async with seated() as seat:
        await seat.write()
        seat.type(b"a\x1b")
        await until(lambda: seat.app.focused is None)
        assert seat.field == "a"


async def test_bytes_that_are_no_letters_show_as_such_and_end_nothing() -> None:
    async with seated() as seat:
        await seat.write()
        seat.type(b"a\xff\xc3")
        seat.type(b"(b")
        await until(lambda: seat.field == "a��(b")
        assert not seat.running.done()


async def test_a_paste_of_a_hundred_kilobytes_arrives_whole() -> None:
    words = ("Some words to paste. " * 5000)[:100_000].encode()
    async with seated() as seat:
        await seat.write()
        sent = b"\x1b[200~" + words + b"\x1b[201~\r"
        for start in range(0, len(sent), 1000):
            seat.type(sent[start : start + 1000])
        await until(lambda: seat.app.handed_in)
        assert seat.app.handed_in == [words.decode()]
        assert not seat.app.said


async def test_a_longer_paste_is_refused_whole_and_that_is_said() -> None:
    async with seated() as seat:
        await seat.write()
        for length in (100_001, 300_000):
            seat.type(b"\x1b[200~" + b"a\r" * 10 + b"a" * length + b"\x1b[201~")
            await until(lambda: seat.app.said)
            assert seat.app.said.pop().startswith("None of that paste was taken")
        seat.type(b"b\r")
        await until(lambda: seat.app.handed_in)
        assert seat.app.handed_in == ["b"]


async def test_a_paste_that_never_ends_holds_nothing_back_for_long() -> None:
    async with seated() as seat:
        await seat.write()
        seat.type(b"\x1b[200~abc")
        await until(lambda: seat.field == "abc")


async def test_a_long_run_comes_in_one_where_words_are_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    runs: list[int] = []
    post = SeatApp.post_message

    def note(self: SeatApp, message: Any) -> bool:
        if isinstance(message, events.Key) and message.key == RUN:
            runs.append(len(message.character or ""))
        return post(self, message)

    monkeypatch.setattr(SeatApp, "post_message", note)
    async with seated() as seat:
        await seat.write()
        seat.type(b"short \x1b[D\x1b[C" + b"long " * 100 + b"\r")
        await until(lambda: seat.app.handed_in)
        assert seat.app.handed_in == ["short " + "long " * 100]
        assert set(runs) == {500}


async def test_a_flood_of_letters_without_the_marks_of_a_paste_is_typing() -> None:
    async with seated() as seat:
        await seat.write()
        seat.type(b"a" * 101_000)
        await until(lambda: seat.app.said)
        await seat.worked_off()
        assert len(seat.field) == 100_000
        assert seat.app.said[0].startswith("This field is full")


async def test_what_is_typed_tells_no_size_and_what_is_no_letter_is_told() -> None:
    async with seated() as seat:
        await seat.write()
        seat.type(b"\x1b[48;9999;9999;1;1ta\xffb")
        await until(lambda: seat.field == "a\ufffdb")
        assert tuple(seat.app.size) == (80, 24)
        assert seat.app.said[0].startswith("Some bytes were no letters")


async def test_keys_before_a_long_run_are_worked_off_first() -> None:
    async with seated() as seat:
        seat.type(b"w" + b"long " * 100 + b"\r")
        await until(lambda: seat.app.handed_in)
        assert seat.app.handed_in == ["long " * 100]


async def test_a_flood_waits_and_the_others_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    at_once: list[int] = []
    async with seated() as flooding, seated() as other:
        hand_over = channel_driver.InputPump._hand_over

        def note(self: channel_driver.InputPump) -> None:
            before = flooding.app._message_queue.qsize()
            hand_over(self)
            at_once.append(flooding.app._message_queue.qsize() - before)

        monkeypatch.setattr(channel_driver.InputPump, "_hand_over", note)
        flooding.type(b"\x1b[B" * 15_000)
        assert flooding.line.paused
        await other.write()
        for letter in b"words":
            other.type(bytes([letter]))
            await until(lambda letter=letter: other.field.endswith(chr(letter)))
        assert flooding.client.on_data is not None
        assert max(at_once) <= limits.KEYS_AT_ONCE
        inflow_of: Any = flooding.app._driver
        assert inflow_of.has_unread


async def test_too_much_for_long_is_slowed_down(monkeypatch: pytest.MonkeyPatch) -> None:
    line, now = FakeLine(), [0.0]
    client = ClientConnection(line, a_caller(line).admitted, clock=lambda: now[0])
    client.on_data = lambda data: None
    client.receive_data(b"a" * limits.MOST_BYTES_AT_ONCE)
    assert not line.paused
    client.receive_data(b"a")
    assert line.paused
    await until(lambda: not line.paused)
