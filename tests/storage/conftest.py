"""The stores that keep one contract."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from wshoes_tui.sessions.ports import SessionStore
from wshoes_tui.storage.memory_store import MemoryStore
from wshoes_tui.storage.sql_store import SqlStore, open_store

SERVER = os.environ.get("WSHOES_TEST_POSTGRES", "")
"""The address of a PostgreSQL database to try the contract on, if any. It is emptied."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "wshoes.db"


@pytest.fixture
def sql(path: Path) -> Iterator[SqlStore]:
    store = open_store(path)
    yield store
    store.close()


@pytest.fixture(params=["sqlite", "server"] if SERVER else ["sqlite"])
def any_sql(request: pytest.FixtureRequest, path: Path) -> Iterator[SqlStore]:
    """A store in a file, and one on a server where there is one."""
    store = open_store(path if request.param == "sqlite" else SERVER)
    for line in store.sessions():
        store.discard(line.id)
    yield store
    store.close()


@pytest.fixture(params=["memory", "sqlite", "server"] if SERVER else ["memory", "sqlite"])
def store(request: pytest.FixtureRequest, path: Path) -> Iterator[SessionStore]:
    store: SessionStore
    if request.param == "memory":
        store = MemoryStore()
    else:
        store = open_store(path if request.param == "sqlite" else SERVER)
        for line in store.sessions():
            store.discard(line.id)
    yield store
    store.close()
