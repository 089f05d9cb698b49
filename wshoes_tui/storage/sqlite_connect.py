"""SQLite connection: how every connection to a file is set up. Loads no database toolkit."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path

from wshoes_tui.storage import private_files

IMMUTABLE = "mode=ro&immutable=1"
"""How to connect to a file without a lock, a log or a journal.

What SQLite says of a file that it reads so is no verdict on it while a log or a journal lies
beside the file: a program that was killed while it copied the log into the file leaves a file
that is whole only together with its log.
"""

PRAGMAS = (
    f"busy_timeout = {int(private_files.PATIENCE * 1000)}",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "temp_store = MEMORY",
    "cache_size = -256",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
)
ALONE = "locking_mode = EXCLUSIVE"
"""Before anything is read: the index of the log is then kept in memory, not in a -shm file."""


def connect(path: Path, query: str, *, alone: bool = False) -> sqlite3.Connection:
    """Connect to a file that exists.

    Args:
        path: the file.
        query: how, as in an SQLite address: mode=ro, say.
        alone: nobody else may use the file, and no shared memory is needed for its log.
    """
    connection = sqlite3.connect(
        f"{path.as_uri()}?{query}", uri=True, isolation_level=None, check_same_thread=False
    )
    # A damaged text must reach the check of its hash instead of ending the whole reading.
    connection.text_factory = partial(str, encoding="utf-8", errors="replace")
    try:
        for pragma in (ALONE, *PRAGMAS) if alone else PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:  # passed on, but the file is closed
        connection.close()
        raise
    return connection
