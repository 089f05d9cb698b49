"""Those who ask while the work waits for its turn are answered from one piece of it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from threading import Event

from wshoes_tui.errors import StoreError
from wshoes_tui.sessions.store_thread import Batcher, StoreThread


async def test_all_who_wait_are_served_at_once() -> None:
    worker, hold, asked = StoreThread(), Event(), list[Sequence[str]]()

    def work(names: Sequence[str]) -> Mapping[str, str]:
        asked.append(list(names))
        return {name: name.upper() for name in names}

    together = Batcher(worker, work)
    try:
        busy = worker.submit(hold.wait)
        waiting = [asyncio.create_task(together.ask(name)) for name in ("a", "b", "c")]
        await asyncio.sleep(0)
        hold.set()
        assert await asyncio.gather(*waiting) == ["A", "B", "C"]
        assert await together.ask("d") == "D"
        assert asked == [["a", "b", "c"], ["d"]]
        assert busy.result()
    finally:
        worker.close()


async def test_what_goes_wrong_is_told_to_all_of_them_and_to_nobody_after() -> None:
    worker, full = StoreThread(), [True]

    def work(names: Sequence[str]) -> Mapping[str, str]:
        if full[0]:
            raise StoreError("The disk is full.")
        return dict.fromkeys(names, "")

    together = Batcher(worker, work)
    try:
        found = await asyncio.gather(together.ask("a"), together.ask("b"), return_exceptions=True)
        assert [type(one) for one in found] == [StoreError, StoreError]
        full[0] = False
        assert await together.ask("a") == ""
    finally:
        worker.close()
