"""Frozen time: the wall clock and the clock of the engine stand at one moment, and can be moved."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import time_machine

from wshoes_tui.domain.steady_clock import CLOCK, SteadyClock


@contextmanager
def frozen_at(moment: datetime) -> Iterator[time_machine.Coordinates]:
    """Freeze time. What is yielded moves it: ``shift(timedelta(minutes=2))``."""
    kept = {name: getattr(CLOCK, name) for name in SteadyClock.__slots__}
    with time_machine.travel(moment, tick=False) as clock:
        CLOCK.__init__(uptime=lambda: time.time())  # type: ignore[misc]
        try:
            yield clock
        finally:
            for name, value in kept.items():
                setattr(CLOCK, name, value)
