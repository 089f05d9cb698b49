"""Commands that look after what is kept, as Typer reads them: copies, erasing, doctor, settings."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from wshoes_tui.cli.help_format import CARRY, DOUBT, SessionName, Work, arg, command, opt

upkeep_app = typer.Typer()
"""Its commands are those of the whole program: they stand beside the others."""


@command(upkeep_app, "import", CARRY, "wshoes import table-3.json")
def import_(
    ctx: typer.Context, path: Annotated[Path, arg("FILE.json", "A session exported as JSON.")]
) -> Work:
    """Take a session back in."""
    from wshoes_tui.cli import stored_sessions

    return partial(stored_sessions.import_session, ctx.obj, path)


@command(upkeep_app, "gather", CARRY, "wshoes gather /media/stick/*.db")
def gather(
    ctx: typer.Context,
    files: Annotated[
        list[str], arg("FILE", "A wshoes.db of another computer, a copy of one, or a JSON export.")
    ],
    conflicts: Annotated[
        bool, opt("--conflicts", "", "Show what was changed here and there, side by side.")
    ] = False,
    keep: Annotated[
        list[str] | None, opt("--keep", "ID", "Of a conflict: keep it as it is here.")
    ] = None,
    both: Annotated[
        list[str] | None, opt("--both", "ID", "Of a conflict: keep it, with what is only there.")
    ] = None,
    take: Annotated[
        list[str] | None, opt("--take", "ID", "Of a conflict: take it as it is there.")
    ] = None,
) -> Work:
    """Merge the sessions of other computers into those here, as often as you like."""
    from wshoes_tui.cli import gather_command

    decided = gather_command.Decided(keep or (), take or (), both or (), shown=conflicts)
    return partial(gather_command.gather, ctx.obj, files, decided)


@command(upkeep_app, "backup", CARRY, "wshoes backup /media/stick")
def backup(
    ctx: typer.Context,
    path: Annotated[
        str | None,
        arg("PATH", "A folder, a stick or a new file; the folder backups without it."),
    ] = None,
) -> Work:
    """A verified copy of all sessions. One is made by itself after each closing."""
    from wshoes_tui.cli import backup_command

    return partial(backup_command.back_up, ctx.obj, path)


@command(upkeep_app, "restore", CARRY, "wshoes restore /media/stick")
def restore(
    ctx: typer.Context,
    path: Annotated[str, arg("PATH", "A copy, or a folder of copies: then its newest one.")],
    yes: Annotated[bool, opt("--yes", "", "Do not ask.")] = False,
) -> Work:
    """A copy in the place of the sessions here, which are kept aside."""
    from wshoes_tui.cli import restore_command

    return partial(restore_command.restore, ctx.obj, path, yes=yes)


@command(upkeep_app, "erase", CARRY, "wshoes erase last --seat Tom")
def erase(
    ctx: typer.Context,
    session: SessionName,
    seat: Annotated[str | None, opt("--seat", "LABEL", "A seat and its named words.")] = None,
    response: Annotated[list[str] | None, opt("--response", "ID", "Some words, by id.")] = None,
    key: Annotated[bool, opt("--key", "", "Your own words, by your key: it is asked for.")] = False,
    yes: Annotated[bool, opt("--yes", "", "Do not ask first.")] = False,
) -> Work:
    """Erase a session or words of it for good, also from copies."""
    from wshoes_tui.cli import erase_command as erasing

    ids = response or []
    return partial(erasing.erase, ctx.obj, session, seat=seat, responses=ids, key=key, yes=yes)


@command(upkeep_app, "doctor", DOUBT, "wshoes doctor")
def doctor(
    ctx: typer.Context,
    repair: Annotated[
        bool, opt("--repair", "", "Save what can be read of damaged sessions to a new file.")
    ] = False,
    accept: Annotated[
        bool, opt("--accept", "", "Say yes to what the disk of the data folder lacks.")
    ] = False,
) -> Work:
    """What this terminal, data folder and database can and cannot do."""
    from wshoes_tui.cli import repair_command, session_reports

    if repair:
        return partial(repair_command.repair, ctx.obj)
    return partial(session_reports.report_doctor, ctx.obj, accept=accept)


@command(upkeep_app, "settings", DOUBT, "wshoes settings language cy")
def settings(
    ctx: typer.Context,
    key: Annotated[str, arg("KEY", "Which one; without it, all of them.")] = "",
    value: Annotated[
        str | None, arg("VALUE", 'What it is from now on; "default" forgets it.')
    ] = None,
) -> Work:
    """What is remembered from one start to the next; options still win."""
    from wshoes_tui.cli import settings_command

    return partial(settings_command.show_or_change, ctx.obj, key, value)
