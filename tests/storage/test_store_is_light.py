"""Locks, memory and the package itself come without the database library."""

from __future__ import annotations

import subprocess
import sys

import pytest

LIGHT = (
    "wshoes_tui.storage",
    "wshoes_tui.storage.memory_store",
    "wshoes_tui.storage.copy_files",
    "wshoes_tui.storage.schema_guard",
    "wshoes_tui.storage.session_lock",
    "wshoes_tui.storage.storage_errors",
    "wshoes_tui.domain.serialization",
)


@pytest.mark.parametrize("module", LIGHT)
def test_importing_it_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert not {"sqlalchemy", "sqlmodel", "pydantic", "sqlite3", "textual"} & set(loaded)
