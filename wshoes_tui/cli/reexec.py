"""Hosting begins anew in the same process, on memory that is given back.

By itself Python takes memory by the megabyte and gives one back only when nothing in it is in
use. After sixty people have come and gone a little of what they said is left in each, and the
host stays a fifth larger than it was. The system's own library gives back each page by itself
and is no slower, but which of the two it is to be, Python is told only when it begins.
Source: docs.python.org/3/using/cmdline.html#envvar-PYTHONMALLOC
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

NAME, VALUE = "PYTHONMALLOC", "malloc"


def begin_anew(words: Sequence[str]) -> None:
    """Begin this command line anew, where that is of use; returns where it is not.

    Args:
        words: the command line without the program's name.
    """
    begun_with = sys.orig_argv[1:]
    is_ours = bool(words) and begun_with[-len(words) :] == list(words)
    if NAME in os.environ or not is_ours or not sys.executable or not _gives_back():
        return
    with suppress(OSError):
        os.execve(  # noqa: S606 - the same program with the same words
            sys.executable, [sys.executable, *begun_with], {**os.environ, NAME: VALUE}
        )


def _gives_back() -> bool:
    """Whether the system's library is the GNU one; others are slower than Python itself."""
    try:
        return bool(os.confstr("CS_GNU_LIBC_VERSION"))
    except (AttributeError, OSError, ValueError):
        return False
