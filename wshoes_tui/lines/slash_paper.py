"""Slash commands of an evening on paper: slips to be typed up, sheets to be printed."""

from __future__ import annotations

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.text import safe
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow.questions import WRITTEN_TO
from wshoes_tui.lines.argument_parser import first_word
from wshoes_tui.lines.slash_commands import NOT_HERE
from wshoes_tui.lines.stage import Stage
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import HOST_ONLY


async def slash_enter(stage: Stage, _words: str) -> None:
    """Type up slips: of another evening at Home, else beside the session that goes on."""
    from wshoes_tui.lines.home_stage import DecksStage
    from wshoes_tui.lines.paper_stage import PaperStage

    here = stage.conversation
    if here.live is None:
        here.home = DecksStage(here, "paper")
    elif here.live.session.state in ("turns", "closing"):
        here.aside = PaperStage(here)
    else:
        raise Refusal(NOT_HERE)


WHAT_TO_PRINT = N_("Print what? Such as: {names}. A deck by its number or its name.")


async def slash_print(stage: Stage, words: str) -> None:
    """Write a page to print: cards of a deck or of the session's, or one of the other sheets."""
    from wshoes_tui.flow.printing import SHEETS, PrintJob, how_to_print, write_sheet

    here = stage.conversation
    if here.hosted:
        raise Refusal(HOST_ONLY)
    name, rest = first_word(words)
    session = here.live.session if here.live is not None else None
    jobs = [PrintJob(None, session, here.easy)]
    if name not in SHEETS:
        name, rest = "cards", words
    if name == "cards":
        decks = [_deck(stage, rest)] if rest.strip() else []
        if not decks and session is not None:
            decks = [played.deck for played in session.decks]
        if not decks:
            raise Refusal(WHAT_TO_PRINT, names=", ".join(SHEETS))
        jobs = [
            PrintJob(deck, session, here.easy, "easy" if here.easy else "text") for deck in decks
        ]
    for job in jobs:
        path = await here.run_blocking(write_sheet, name, job)
        stage.out.say("Saved", _(WRITTEN_TO, path=safe(str(path))))
        stage.out.say("Notice", await here.run_blocking(how_to_print, path))


def _deck(stage: Stage, wanted: str) -> Deck:
    """The deck of a number in the list of decks, or of a name."""
    from wshoes_tui.flow.home_flow import deck_choices
    from wshoes_tui.lines.home_stage import UNKNOWN_DECK, decks_numbered

    here = stage.conversation
    families = deck_choices(here.library.deck_library.listing())
    chosen = decks_numbered(families, wanted, UNKNOWN_DECK)
    name = str(chosen[0].path) if chosen else wanted.strip()
    return here.library.deck_library.open(name, here.language)
