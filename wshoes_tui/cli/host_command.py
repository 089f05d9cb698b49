"""Hosting a session over SSH, from the command line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib.util import find_spec

from wshoes_tui.cli.launch import on_terminal, read_seats
from wshoes_tui.cli.options import GivenOptions, UsageError
from wshoes_tui.domain.models import Order
from wshoes_tui.errors import WshoesError


def host_session(
    given: GivenOptions,
    decks: Sequence[str],
    *,
    port: int,
    bind: str,
    headless: bool,
    code: str,
    facilitator_code: str,
    new: bool,
    resume: str,
    seats: str | None,
    turns: int | None,
    order: Order | None,
    seed: int | None,
    talk_first: bool,
    programme: str | None,
) -> int:
    """Hold a session that people join with ``ssh``.

    Raises:
        UsageError: it is not clear what is wanted.
        WshoesError: it cannot be begun.
    """
    if given.json:
        raise UsageError("--json is for lists.", todo="See: wshoes --help")
    if find_spec("asyncssh") is None:
        raise WshoesError(
            "Hosting needs one more part, which is not installed.",
            todo='Install it with: pip install "wshoes[host]"',
        )
    plain = given.settings.plain
    if not headless and not plain and not on_terminal():
        raise WshoesError(
            "There is no terminal here for the facilitator's screens.",
            todo="Add --headless: then the facilitator joins over SSH too.",
        )
    from wshoes_tui.domain.commands import Plan
    from wshoes_tui.domain.text import without_surrogates
    from wshoes_tui.sessions.session_library import StartedSession
    from wshoes_tui.terminal.capabilities import prepare, terminal_of

    # Before the first import of Textual, which reads its settings then.
    prepare(terminal_of(given.settings))
    gc.disable()
    try:
        from wshoes_tui.host.ssh_host import HostedSession
        from wshoes_tui.host.ssh_host import host as hold

        started = StartedSession(
            people=() if seats is None else tuple(read_seats(seats)),
            plan=Plan(
                order=order,
                planned_turns=turns,
                write_first=not talk_first,
                programme=None if programme is None else without_surrogates(programme)[0],
            ),
            seed=seed,
        )
        hosting = HostedSession(
            decks=tuple(decks),
            started=started,
            bind=bind,
            port=port,
            headless=headless,
            code=code,
            facilitator_code=facilitator_code,
            new=new,
            reference=resume,
        )
        # As it is now: while it is hosted, nothing else may be printed there.
        stream = sys.stdout if headless or plain else sys.stderr
        return hold(given.settings, hosting, lambda text: print(text, file=stream, flush=True))
    finally:
        gc.enable()
