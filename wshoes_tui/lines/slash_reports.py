"""Slash commands that report: on a session, and over all of them. And gathering sessions."""

from __future__ import annotations

from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.summary_flow import agenda_part, map_blocks, summary_blocks, voice_blocks
from wshoes_tui.lines.setup_stage import name_programme
from wshoes_tui.lines.slash_commands import NOT_HERE
from wshoes_tui.lines.stage import Stage


async def slash_map(stage: Stage, _words: str) -> None:
    stage.tell(*map_blocks(stage.session))


async def slash_agenda(stage: Stage, words: str) -> None:
    frameworks = stage.conversation.library.deck_library.frameworks()
    stage.tell(*agenda_part(frameworks, words).blocks(stage.session))


async def slash_voices(stage: Stage, _words: str) -> None:
    stage.tell(*voice_blocks(stage.session))


async def slash_summary(stage: Stage, _words: str) -> None:
    stage.tell(*summary_blocks(stage.session))


async def slash_programme(stage: Stage, words: str) -> None:
    """The programmes, or what the one of that name adds up to; in a session, which it is of."""
    if stage.SCOPE in ("setup", "opening"):
        await name_programme(stage, words)
        return
    from wshoes_tui.lines import programme_stage as there
    from wshoes_tui.sessions.programmes import find_programme

    _must_be_at_home(stage)
    here = stage.conversation
    here.home = there.ProgrammesStage(here)
    if words.strip():
        here.home = there.ProgrammeStage(here, find_programme(there.known_programmes(here), words))


async def slash_search(stage: Stage, words: str) -> None:
    """Search all that was said."""
    from wshoes_tui.lines.programme_stage import SearchStage

    _must_be_at_home(stage)
    stage.conversation.home = SearchStage(stage.conversation, words)


async def slash_pledges(stage: Stage, words: str) -> None:
    """The open pledges of all sessions, of the programme looked at, or of the session named."""
    from wshoes_tui.lines.pledges_stage import PledgesStage

    _must_be_at_home(stage)
    stage.conversation.home = PledgesStage(stage.conversation, stage.pledges(words))


def _must_be_at_home(stage: Stage) -> None:
    if stage.conversation.live is not None or stage.conversation.hosted:
        raise Refusal(NOT_HERE)


async def slash_gather(stage: Stage, words: str) -> None:
    """Merge the sessions of files of other computers into those here."""
    from wshoes_tui.flow.gather_flow import WHICH_FILE, files_named, report_blocks
    from wshoes_tui.sessions.gathering import gather

    here = stage.conversation
    if here.settings is None or here.live is not None or here.hosted:
        raise Refusal(NOT_HERE)
    if not words.strip():
        raise Refusal(WHICH_FILE)
    report = await here.run_blocking(gather, here.settings, here.library, files_named(words))
    stage.tell(*report_blocks(report))
    if report.conflicts:
        from wshoes_tui.lines.programme_stage import ConflictStage

        here.home = ConflictStage(here, report.conflicts)
    here.tell_again()
