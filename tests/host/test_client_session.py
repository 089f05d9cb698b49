"""Client session: who comes back gets the language, words and front end they had chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.host.joining_clients import JoiningClient, hosting
from tests.host.lines import until
from wshoes_tui.host.client_session import suggestion
from wshoes_tui.host.credentials import Admitted
from wshoes_tui.host.host_files import Preferences


@pytest.mark.parametrize("most", [0, 1], ids=["a new seat", "a ready one"])
async def test_a_language_that_was_chosen_is_spoken_to_whoever_comes_back(
    most: int, tmp_path: Path
) -> None:
    async with hosting(tmp_path, most) as at:
        first = JoiningClient(at.clients)
        await first.sees("Language")
        first.client.receive_data(b"g")
        await first.sees("Cymraeg")
        first.client.receive_data(b"\r\r")
        await until(lambda: at.hub.participants)
        (seat,) = at.hub.participants
        await until(lambda: at.credentials.preferences(seat) == Preferences("cy"), "kept")
        await first.leaves()
        again = JoiningClient(at.clients, admitted=Admitted("return", seat))
        await again.sees("Eich allwedd")
        await again.leaves()


async def test_in_plain_lines_too(tmp_path: Path) -> None:
    async with hosting(tmp_path) as at:
        first = JoiningClient(at.clients, term=None)
        first.client.receive_data(b"/lang cy\n/go\n/go\n")
        await until(lambda: at.hub.participants)
        (seat,) = at.hub.participants
        await until(lambda: at.credentials.preferences(seat) == Preferences("cy"), "kept")
        await first.leaves()


async def test_what_one_chose_is_kept_for_no_other_seat(tmp_path: Path) -> None:
    async with hosting(tmp_path, 0) as at:
        bea = await at.hub.join("Bea")
        first = JoiningClient(at.clients, term=None)
        first.client.receive_data(b"/lang cy\n/go\n/go\n")
        await until(lambda: len(at.hub.participants) == 2)
        (seat,) = set(at.hub.participants) - {bea.seat}
        await until(lambda: at.credentials.preferences(seat) == Preferences("cy"), "kept")
        assert at.credentials.preferences(bea.seat) == Preferences()
        await first.leaves()


@pytest.mark.parametrize(("term", "typed"), [("xterm", b"\r\r"), (None, b"/go\n/go\n")])
async def test_what_nobody_chose_is_not_kept(
    term: str | None, typed: bytes, tmp_path: Path
) -> None:
    async with hosting(tmp_path) as at:
        joiner = JoiningClient(at.clients, term)
        joiner.client.receive_data(typed)
        await until(lambda: at.hub.participants)
        (seat,) = at.hub.participants
        await until(lambda: b"Your own key" in joiner.line.sent)
        await at.worker.run(lambda: None)
        assert at.credentials.preferences(seat) == Preferences()
        await joiner.leaves()


async def test_full_words_are_kept_for_whoever_chose_them_in_an_easy_session(
    tmp_path: Path,
) -> None:
    async with hosting(tmp_path, easy=True) as at:
        first = JoiningClient(at.clients, term=None)
        first.client.receive_data(b"/easy\n/go\n/go\n")
        await until(lambda: at.hub.participants)
        (seat,) = at.hub.participants
        await until(lambda: at.credentials.preferences(seat) == Preferences(easy=False), "kept")
        await first.leaves()
        again = JoiningClient(at.clients, term=None, admitted=Admitted("return", seat))
        again.client.receive_data(b"/easy\n")
        await until(lambda: at.credentials.preferences(seat) == Preferences(), "easy words again")
        await again.leaves()


@pytest.mark.parametrize(
    ("term", "typed", "seen"),
    [("xterm", b"g", "Cymraeg"), (None, b"/lang cy\n/where\n", "Croeso")],
    ids=["screen", "plain lines"],
)
async def test_the_last_sentence_is_in_the_language_of_whoever_reads_it(
    term: str | None, typed: bytes, seen: str, tmp_path: Path
) -> None:
    async with hosting(tmp_path) as at:
        joiner = JoiningClient(at.clients, term)
        if term is not None:
            await joiner.sees("Language")
        joiner.client.receive_data(typed)
        await until(lambda: seen.encode() in joiner.line.sent)
        joiner.client.hang_up("The host is closing. Everything that was saved is kept.")
        assert "Mae popeth a gadwyd yn ddiogel." in joiner.line.sent.decode()
        await joiner.stays


@pytest.mark.parametrize(
    ("user", "name"),
    [
        ("NAME", ""),
        ("name ", ""),
        ("<name>", ""),
        ("your_name", ""),
        ("root", ""),
        ("Asha", "Asha"),
        ("Mary Ann ", "Mary Ann"),
        ("Mary_Ann", "Mary Ann"),
        ('"Mary Ann"', "Mary Ann"),
        ("j.o'neill", "j.o'neill"),
        ("Siân", "Siân"),
        ("x\x1b[2J", "x^[[2J"),
    ],
)
def test_what_somebody_is_called_by_the_name_they_came_with(user: str, name: str) -> None:
    assert suggestion(user) == name
