"""Declarations of the commands on whole files of sessions: backup, restore, doctor."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from wshoes_tui.cli.help_format import CARRY, DOUBT, Work, arg, command, opt


def add_to(app: typer.Typer) -> None:
    """Add the commands to the program."""

    @command(app, "backup", CARRY, "wshoes backup /media/stick")
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

    @command(app, "restore", CARRY, "wshoes restore /media/stick")
    def restore(
        ctx: typer.Context,
        path: Annotated[str, arg("PATH", "A copy, or a folder of copies: then its newest one.")],
        yes: Annotated[bool, opt("--yes", "", "Do not ask.")] = False,
    ) -> Work:
        """A copy in the place of the sessions here, which are kept aside."""
        from wshoes_tui.cli import restore_command

        return partial(restore_command.restore, ctx.obj, path, yes=yes)

    @command(app, "doctor", DOUBT, "wshoes doctor")
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
