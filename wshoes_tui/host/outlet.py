"""Where what apps print goes: nowhere.

Every app of Textual's puts an object of its own in the place of standard output while it
runs, for the whole process, and the old one back when it ends. With many that end in any
order the last one's stays, and keeps its app alive. All apps on lines share this one instead.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOBase


class Outlet(TextIOBase):
    """Takes every text and keeps none: it may be somebody's words."""

    encoding = "utf-8"

    def writable(self) -> bool:
        """It can be written to."""
        return True

    def write(self, text: str, /) -> int:
        """Let it go."""
        return len(text)


OUTLET = Outlet()


@contextmanager
def quiet() -> Iterator[None]:
    """Nothing is printed while hosting lasts; afterwards it is as before."""
    before = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = OUTLET
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
