"""The commands as Typer reads them. Each returns what is to be done, and ``run`` does it.

So that Typer decides nothing about errors, exit statuses and streams: ``guarded`` does.
"""

from __future__ import annotations

import os
from contextlib import redirect_stdout
from functools import partial
from io import StringIO
from typing import Annotated, Any

import typer

from wshoes_tui.cli import completion, launch, paper_commands
from wshoes_tui.cli.console import write_line
from wshoes_tui.cli.deck_commands import deck_app
from wshoes_tui.cli.help_format import (
    CARRY,
    DOUBT,
    HELP_LATER,
    HOLD,
    LOOK,
    GroupedHelp,
    SessionName,
    Work,
    arg,
    command,
    misunderstood,
    opt,
)
from wshoes_tui.cli.options import GivenOptions, path_of
from wshoes_tui.cli.upkeep_commands import upkeep_app
from wshoes_tui.domain.models import ORDERS, Order
from wshoes_tui.export.formats import FORMATS, PROGRAMME_FORMATS, formats_told
from wshoes_tui.limits import MOST_TURNS

Plan = dict[str, Any]
_USAGE: type[BaseException] = typer.BadParameter.__mro__[1]

app = typer.Typer(
    cls=GroupedHelp,
    help='A whole "whose shoes" session in the terminal. Alone, wshoes opens at Home.',
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(deck_app, name="deck")
app.add_typer(upkeep_app)


def run(given: GivenOptions) -> int:
    """Read the rest of a command line and do what it says.

    Raises:
        UsageError: it cannot be understood.
    """
    work = parse(given)
    return int(work() if callable(work) else work or 0)


def parse(given: GivenOptions) -> Work | int | None:
    """What the rest of a command line asks for; help is shown at once, and leaves a status.

    Raises:
        UsageError: it cannot be understood.
    """
    # Typer's pydantic would look through all that is installed for something to plug in.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        with redirect_stdout(StringIO()) as said:
            work: Work | int | None = app(
                list(given.rest), prog_name="wshoes", standalone_mode=False, obj=given
            )
    except _USAGE as error:
        raise misunderstood(error) from None
    if said.getvalue():
        write_line(said.getvalue().rstrip("\n"))
    return work


FORMATS_TOLD = formats_told()
HELP_LATER[FORMATS_TOLD] = formats_told

# The plan of a session is the same, however people come to it.
DeckNames = Annotated[list[str] | None, arg("DECK", "One deck, or several mixed.")]
Turns = Annotated[int | None, opt("--turns", "N", "Turns to plan.", min=1, max=MOST_TURNS)]
Minutes = Annotated[int | None, opt("--minutes", "N", "How long there is.", min=15, max=600)]
InOrder = Annotated[
    Order | None, opt("--order", "/".join(ORDERS), "Who is next; round if not given.")
]
Seed = Annotated[int | None, opt("--seed", "N", "Draw as another with this seed did.", min=0)]
Programme = Annotated[str | None, opt("--programme", "NAME", "The series it belongs to.")]
Candidate = Annotated[str | None, opt("--candidate", "LABEL", "Who may be chosen, by a panel.")]
Place = Annotated[str | None, opt("--place", "NAME", "The place or the table, in its programme.")]


@command(app, "rehearse", HOLD, "wshoes rehearse home-from-hospital")
def rehearse(
    ctx: typer.Context,
    deck: Annotated[str | None, arg("DECK", "Without one, a deck is chosen.")] = None,
) -> Work:
    """A session on your own, at once on its first card."""
    return partial(launch.start_rehearsal, ctx.obj, deck)


@command(app, "play", HOLD, 'wshoes play having-a-baby --seats "Asha, carer; Tom, nurse"')
def play(
    ctx: typer.Context,
    names: DeckNames = None,
    seats: Annotated[
        str | None, opt("--seats", "WHO", '"Asha, carer; Tom, nurse", or how many.')
    ] = None,
    turns: Turns = None,
    minutes: Minutes = None,
    order: InOrder = None,
    seed: Seed = None,
    write_first: Annotated[
        bool, opt("--write-first", "", "Everybody writes before anybody talks.")
    ] = False,
    programme: Programme = None,
    place: Place = None,
    candidate: Candidate = None,
) -> Work:
    """A session for a group. With decks and seats it begins on its first card."""
    plan: Plan = {"turns": turns, "minutes": minutes, "order": order, "seed": seed}
    plan |= {"programme": programme, "place": place, "candidate": candidate}
    plan |= {"seats": seats, "write_first": write_first}
    return partial(launch.start_session, ctx.obj, names or [], **plan)


@command(app, "resume", HOLD, "wshoes resume")
def resume(
    ctx: typer.Context,
    session: Annotated[str, arg("SESSION", "Without one, the newest unfinished session.")] = "",
) -> Work:
    """Go on with an unfinished session where it stood."""
    return partial(launch.resume_session, ctx.obj, session)


command(app, "enter", HOLD, "wshoes enter")(paper_commands.enter)


@command(app, "host", HOLD, "wshoes host having-a-baby --bind 0.0.0.0")
def host(
    ctx: typer.Context,
    names: DeckNames = None,
    port: Annotated[int, opt("--port", "N", "The port; 8022.", min=0, max=65535)] = 8022,
    bind: Annotated[
        str, opt("--bind", "ADDR", "Who can join: 0.0.0.0 for all; this computer alone.")
    ] = "127.0.0.1",
    headless: Annotated[
        bool, opt("--headless", "", "No screen here: the facilitator joins over SSH too.")
    ] = False,
    code: Annotated[str, opt("--code", "CODE", "The code for everybody; made if left out.")] = "",
    facilitator_code: Annotated[
        str, opt("--facilitator-code", "CODE", "The facilitator's; made if left out.")
    ] = "",
    new: Annotated[
        bool, opt("--new", "", "A new session, though another was not finished.")
    ] = False,
    resume: Annotated[
        str, opt("--resume", "SESSION", 'Go on with that session, or with the "last".')
    ] = "",
    join_sheet: Annotated[
        str | None, opt("--join-sheet", "PATH", "Write a page to print: how to join, a QR code.")
    ] = None,
    seats: Annotated[
        str | None, opt("--seats", "WHO", "Who is in the room without a screen of their own.")
    ] = None,
    turns: Turns = None,
    minutes: Minutes = None,
    order: InOrder = None,
    seed: Seed = None,
    talk_first: Annotated[
        bool, opt("--talk-first", "", "Talk at once, without writing first.")
    ] = False,
    programme: Programme = None,
    place: Place = None,
    candidate: Candidate = None,
) -> Work:
    """A session that everybody joins with ssh, at a screen of their own."""
    plan: Plan = {"turns": turns, "minutes": minutes, "order": order, "seed": seed}
    plan |= {"programme": programme, "place": place, "candidate": candidate}
    return partial(
        launch.host_session,
        ctx.obj,
        names or [],
        hosting={
            "port": port,
            "bind": bind,
            "headless": headless,
            "code": code,
            "facilitator_code": facilitator_code,
            "new": new,
            "reference": resume,
            "join_sheet": None if join_sheet is None else path_of(join_sheet).absolute(),
        },
        seats=seats,
        write_first=not talk_first,
        **plan,
    )


@command(app, "wall", HOLD, "wshoes wall")
def wall(
    ctx: typer.Context,
    session: Annotated[str, arg("SESSION", "Its id or how it begins; without it the newest.")] = "",
) -> Work:
    """A second screen, for all to see: card, shoes, question, what was said, the map."""
    return partial(launch.open_wall, ctx.obj, session)


@command(app, "sessions", LOOK, "wshoes sessions")
def sessions(ctx: typer.Context) -> Work:
    """All sessions, the one saved last first."""
    from wshoes_tui.cli import session_reports

    return partial(session_reports.list_sessions, ctx.obj)


@command(app, "show", LOOK, "wshoes show last")
def show(
    ctx: typer.Context,
    session: SessionName,
    who_could_know: Annotated[
        bool, opt("--who-could-know", "", "What the file still gives away, in plain words.")
    ] = False,
    agenda: Annotated[str | None, opt("--agenda", "NAME", "The map by its themes.")] = None,
) -> Work:
    """One session at a glance: whose shoes, lightbulbs, pledges, gaps."""
    from wshoes_tui.cli import show_session
    from wshoes_tui.cli import who_could_know as disclosures

    if agenda is not None:
        return partial(show_session.show_by_agenda, ctx.obj, session, agenda)
    show = disclosures.show_who_could_know if who_could_know else show_session.show_session
    return partial(show, ctx.obj, session)


@command(app, "pledges", LOOK, "wshoes pledges --due")
def pledges(
    ctx: typer.Context,
    due: Annotated[bool, opt("--due", "", "Open ones, late or due within seven days.")] = False,
    programme: Annotated[
        str | None, opt("--programme", "NAME", "Only those of this programme.")
    ] = None,
    set_: Annotated[
        str | None,
        opt("--set", "ID=STATE", "Keep how one stands: done, stuck ... or by:DAY, no-day."),
    ] = None,
    why: Annotated[bool, opt("--why", "", "With --set: read why from standard input.")] = False,
) -> Work:
    """The pledges of all sessions and what became of them, by their date."""
    from wshoes_tui.cli import session_reports

    if set_ is not None:
        return partial(session_reports.set_pledge, ctx.obj, set_, why=why)
    return partial(session_reports.list_pledges, ctx.obj, due=due, programme=programme)


@command(app, "programme", LOOK, 'wshoes programme "Home First"')
def programme(
    ctx: typer.Context,
    name: Annotated[str, arg("NAME", "Its name, or how it begins; the list without it.")] = "",
    format_: Annotated[
        str | None,
        opt("--format", "/".join(PROGRAMME_FORMATS), "Write the report of it, to send round."),
    ] = None,
    out: Annotated[str | None, opt("--out", "PATH", "A new file, or a folder.")] = None,
) -> Work:
    """How the sessions of a programme add up."""
    from wshoes_tui.cli import programme_command

    return partial(programme_command.show_programmes, ctx.obj, name, form=format_, out=out)


@command(app, "search", LOOK, "wshoes search bus hospital")
def search(
    ctx: typer.Context,
    words: Annotated[list[str], arg("WORDS", "Words, in any order; case and accents are one.")],
    programme: Annotated[
        str | None, opt("--programme", "NAME", "In the sessions of a programme alone.")
    ] = None,
) -> Work:
    """Everything said that holds these words, with its card and shoes."""
    from wshoes_tui.cli import search_command

    return partial(search_command.search, ctx.obj, words, programme)


@command(app, "export", CARRY, "wshoes export last --format md")
def export(
    ctx: typer.Context,
    session: SessionName,
    format_: Annotated[
        str,
        opt(
            "--format",
            "/".join(FORMATS),
            FORMATS_TOLD,
        ),
    ],
    out: Annotated[
        str | None, opt("--out", "PATH", "A new file, a folder, or - for standard output.")
    ] = None,
    everything: Annotated[
        bool, opt("--everything", "", "Also what nobody has looked through yet.")
    ] = False,
    agenda: Annotated[str | None, opt("--agenda", "NAME", "The map by its themes.")] = None,
) -> Work:
    """Write a session to a file; without --out among your documents, in wshoes."""
    from wshoes_tui.cli import stored_sessions as stored

    whole = partial(stored.export_session, everything=everything, agenda=agenda)
    return partial(whole, ctx.obj, session, format_, out)


command(app, "print", CARRY, "wshoes print home-from-hospital")(paper_commands.print_)


@command(app, "review", CARRY, "wshoes review last")
def review(
    ctx: typer.Context,
    session: SessionName,
    set_: Annotated[
        list[str] | None, opt("--set", "ID=WHAT", "Decide without asking: ID=share or ID=keep.")
    ] = None,
) -> Work:
    """Look through a session line by line: what may be shared."""
    from wshoes_tui.cli import review_command

    return partial(review_command.review_session, ctx.obj, session, set_ or [])


command(app, "help", DOUBT, "wshoes help play")(completion.help_)
command(app, "completion", DOUBT, "wshoes completion bash")(completion.completion)
