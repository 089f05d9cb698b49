"""Which session is being hosted, so that a host which was killed goes on with it by itself."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from wshoes_tui.errors import StoreError
from wshoes_tui.host.pages import bytes_of, put
from wshoes_tui.storage.failures import in_words

FILE = "hosting"
LARGEST = 200


def write(folder: Path, session_id: str) -> None:
    """Note that this session is hosted.

    Raises:
        StoreError: it cannot be kept.
    """
    with in_words():
        put(folder / FILE, session_id.encode())


def read(folder: Path) -> str:
    """The id of the session that was hosted last and not ended by the facilitator; or nothing."""
    try:
        with in_words():
            data = bytes_of(folder / FILE, LARGEST)
    except StoreError:
        return ""
    return (data or b"").decode(errors="replace").strip()


def remove(folder: Path) -> None:
    """The facilitator has ended it: the next host begins anew."""
    with suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
