"""The sheet that tells people how to join."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest

from wshoes_tui.errors import StoreError
from wshoes_tui.host import join_sheet, ssh_host
from wshoes_tui.host.join_sheet import address_of, sheet_page, write_sheet
from wshoes_tui.hub.participants import JoinDetails
from wshoes_tui.settings import DataFolder, Settings

JOINING = JoinDetails(
    "ssh -p 8022 NAME@192.168.1.20",
    "maple-otter-47",
    "SHA256:abc/<def",
    only_here=False,
    others=("ssh -p 8022 NAME@fd00::2",),
)


@pytest.mark.parametrize(
    ("command", "address"),
    [
        ("ssh -p 8022 NAME@192.168.1.20", "ssh://192.168.1.20:8022"),
        ("ssh NAME@fd00::2", "ssh://[fd00::2]"),
        ("ssh -p 22000 NAME@localhost", "ssh://localhost:22000"),
    ],
)
def test_the_picture_holds_the_address_and_no_code(
    monkeypatch: pytest.MonkeyPatch, command: str, address: str
) -> None:
    assert address_of(command) == address
    import segno

    made: list[str] = []
    real = segno.make

    def noted(text: str, **known: object) -> object:
        made.append(text)
        return real(text, **known)

    monkeypatch.setattr(segno, "make", noted)
    sheet_page(JoinDetails(command, "maple-otter-47"))
    assert made == [address]


def test_the_sheet_tells_all_that_is_typed_and_asks_for_nothing() -> None:
    told = sheet_page(JOINING)
    for text in (JOINING.command, *JOINING.others, JOINING.code, "SHA256:abc/&lt;def"):
        assert text in told
    assert "<svg" in told
    assert "<script" not in told
    assert "http" not in told.replace('http-equiv="Content', "").replace("http://www.w3.org", "")


def test_a_sheet_replaces_the_one_of_another_evening_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "join.html"
    write_sheet(path, JOINING)
    write_sheet(path, JoinDetails("ssh NAME@host", "other-code-12"))
    assert "other-code-12" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    theirs = tmp_path / "letter.html"
    theirs.write_text("A letter.")
    with pytest.raises(StoreError):
        write_sheet(theirs, JOINING)
    assert theirs.read_text() == "A letter."
    link = tmp_path / "link.html"
    link.symlink_to(path)
    with pytest.raises(StoreError):
        write_sheet(link, JOINING)


def test_a_session_chosen_later_brings_its_own_code_to_all_that_tells_it(tmp_path: Path) -> None:
    """One that was hosted before has a code, which is the one that opens a seat."""
    path = tmp_path / "join.html"

    async def choose() -> JoinDetails:
        hosting = ssh_host.HostedSession(join_sheet=path)
        host = ssh_host.SshHost(Settings(data=DataFolder(tmp_path / "data")), hosting, print)
        host._hub = hub = SimpleNamespace(joining=JOINING)  # type: ignore[assignment]
        host._credentials.belong_to("hosted-before")
        host._taken_up(SimpleNamespace(session=SimpleNamespace(id="hosted-before")))  # type: ignore[arg-type]
        await host._worker.run(lambda: None)
        host._worker.close()
        assert hub.joining.code == host._credentials.code
        return hub.joining

    told = asyncio.run(choose())
    assert told.code != JOINING.code
    assert told.code in path.read_text()
    assert JOINING.code not in path.read_text()
    assert join_sheet.SIGN in path.read_text()
