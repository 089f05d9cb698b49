"""Textual's own rendering, as it is where no app of ours has changed anything."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from textual.screen import Screen
from textual.strip import Strip


@cache
def _compositor() -> Any:
    found = importlib.util.find_spec("textual._compositor")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module.Compositor


def rendered(screen: Screen[Any]) -> Sequence[Mapping[int, Strip]]:
    """The lines of a screen, each as strips by the columns they begin at."""
    compositor = screen._compositor
    region = compositor.size.region
    lines: Sequence[Mapping[int, Strip]] = _compositor()._render_chops(
        compositor, region, lambda _y: True
    )
    return lines
