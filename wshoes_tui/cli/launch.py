"""Launch: the commands that open the app or a host, and their plain command lines read here.

Typer and what it loads take half as long as the first screen, and 9 MB for as long as a session
lasts. Whatever is not plain (help, a mistake, a value that begins with a dash) is left to it;
where both read a command line, they read the same.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from wshoes_tui.cli.console import on_terminal as shown_on_terminal
from wshoes_tui.cli.console import write_error
from wshoes_tui.cli.options import FOR_INSTANCE, SEE_HELP, GivenOptions, UsageError, json_refused
from wshoes_tui.domain.text import one_line, without_surrogates
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.limits import MOST_SEED_DIGITS, OPTION_NUMBERS
from wshoes_tui.locale import _, reader_tag
from wshoes_tui.tui.startup import StartOptions

if TYPE_CHECKING:
    from wshoes_tui.domain.models import Order
    from wshoes_tui.flow.people_parser import Person
    from wshoes_tui.sessions.session_library import StartedSession

VALUED = ("--seats", "--turns", "--minutes", "--order", "--seed", "--programme", "--place",
          "--candidate")  # fmt: skip
SWITCHES = ("--write-first",)


def parse_plain(given: GivenOptions) -> Callable[[], int] | None:
    """What a command line asks for; None if it is not plain, or opens no app."""
    match given.rest:
        case ():
            return partial(open_home, given)
        case ("rehearse",):
            return partial(start_rehearsal, given, None)
        case ("rehearse", deck) if _is_plain(deck):
            return partial(start_rehearsal, given, deck)
        case ("resume",):
            return partial(resume_session, given, "")
        case ("resume", session) if _is_plain(session):
            return partial(resume_session, given, session)
        case ("wall", *words) if len(words) < 2 and all(map(_is_plain, words)):
            return partial(open_wall, given, "".join(words))
        case ("play", *words):
            return _play(given, words)
    return None


def _play(given: GivenOptions, words: Sequence[str]) -> Callable[[], int] | None:
    decks: list[str] = []
    told: dict[str, Any] = dict.fromkeys(map(_keyword, VALUED)) | {"write_first": False}
    left = list(words)
    while left:
        word = left.pop(0)
        if word in SWITCHES:
            told[_keyword(word)] = True
        elif word in VALUED and left and _is_plain(left[0]):
            value = _value(word, left.pop(0))
            if value is None:
                return None
            told[_keyword(word)] = value
        elif _is_plain(word):
            decks.append(word)
        else:
            return None
    return partial(start_session, given, decks, **told)


def _value(name: str, text: str) -> str | int | None:
    """What an option was told; None if that is not plain."""
    from wshoes_tui.domain.models import ORDERS

    if name in ("--turns", "--seed", "--minutes"):
        plain = text.isascii() and text.isdecimal() and len(text) <= MOST_SEED_DIGITS
        if not plain or int(text) not in OPTION_NUMBERS.get(name, range(10**MOST_SEED_DIGITS)):
            return None
        return int(text)
    return None if name == "--order" and text not in ORDERS else text


def _keyword(name: str) -> str:
    return name.removeprefix("--").replace("-", "_")


def _is_plain(word: str) -> bool:
    return bool(word) and not word.startswith("-")


def open_home(given: GivenOptions) -> int:
    """The app at Home."""
    return _open(given, StartOptions("home"))


def open_wall(given: GivenOptions, session: str) -> int:
    """A second screen; see ``wall_command``."""
    from wshoes_tui.cli import wall_command

    return wall_command.open_wall(given, session)


def start_rehearsal(given: GivenOptions, deck: str | None) -> int:
    """A solo session on its first card."""
    return _open(given, StartOptions("rehearse", decks=(deck,) if deck else ()))


def resume_session(
    given: GivenOptions,
    session: str,
    kind: Literal["resume", "review", "paper", "choose"] = "resume",
) -> int:
    """A session where it stood, its review, or its slips from paper; without one a new evening."""
    return _open(given, StartOptions(kind, reference=session))


def start_session(
    given: GivenOptions, decks: Sequence[str], *, seats: str | None, write_first: bool, **plan: Any
) -> int:
    """A group session: on its first card where decks and seats are known, else in its set-up.

    Args:
        plan: as ``_planned`` takes it.
    """
    begin = bool(decks and seats is not None)
    started = _planned(seats, write_first=write_first or None, begin=begin, **plan)
    return _open(given, StartOptions("play", decks=tuple(decks), started=started))


def host_session(
    given: GivenOptions, decks: Sequence[str], *, hosting: dict[str, Any], **plan: Any
) -> int:
    """Hold a session that people join with ``ssh``.

    Args:
        hosting: the fields of ``HostedSession``, without its decks and plan.
        plan: as ``_planned`` takes it.

    Raises:
        UsageError: it is not clear what is wanted.
        WshoesError: it cannot be begun.
    """
    from importlib.util import find_spec

    if given.json:
        raise json_refused(_(SEE_HELP))
    if find_spec("asyncssh") is None:
        raise WshoesError(
            _("Hosting needs one more part, which is not installed."),
            todo=_('Install it with: pip install "wshoes[host]"'),
        )
    in_lines = hosting["headless"] or given.settings.plain
    if not in_lines and not on_terminal():
        raise WshoesError(
            _("There is no terminal here for the facilitator's screens."),
            todo=_("Add --headless: then the facilitator joins over SSH too."),
        )
    with _without_collector(given):
        from wshoes_tui.host.ssh_host import HostedSession, host

        hosted = HostedSession(decks=tuple(decks), started=_planned(**plan), **hosting)
        # As it is now: while it is hosted, nothing else may be printed there.
        stream = sys.stdout if in_lines else sys.stderr
        return host(given.settings, hosted, lambda text: print(text, file=stream, flush=True))


def _planned(
    seats: str | None,
    *,
    turns: int | None,
    minutes: int | None,
    order: Order | None,
    seed: int | None,
    write_first: bool | None,
    begin: bool = False,
    **named: str | None,
) -> StartedSession:
    """How a group session begins, with the names of ``named``. None: the engine chooses.

    Raises:
        UsageError: the people that ``seats`` names cannot be read, or the candidate has no label.
    """
    from wshoes_tui.domain.commands import Plan
    from wshoes_tui.sessions.session_library import StartedSession

    how: dict[str, Any] = {
        key: without_surrogates(text)[0].strip() for key, text in named.items() if text is not None
    }
    candidate = how.pop("candidate", None)
    if candidate == "":
        todo = _(FOR_INSTANCE, example="--candidate A")
        raise UsageError(_("The candidate needs a label."), todo=todo)
    plan = Plan(order, turns, write_first, planned_minutes=minutes, **how)
    people = () if seats is None else tuple(read_seats(seats))
    return StartedSession(people, plan, seed, candidate or "", begin)


def read_seats(text: str) -> list[Person]:
    """The people named by ``--seats``.

    Raises:
        UsageError: nobody is named, somebody twice, or too many.
    """
    from wshoes_tui.domain.value import Refusal
    from wshoes_tui.flow.people_parser import read_people

    try:
        people = read_people(without_surrogates(text)[0])
    except Refusal as refusal:
        raise _bad_seats(str(refusal)) from None
    if len(people) == 1 and people[0].role and people[0].side is None:
        one = f"{one_line(people[0].label)}, {one_line(people[0].role)}"
        told = _('"{one}" is one person and a role. Between people stands a semicolon.', one=one)
        raise _bad_seats(told)
    labels = [person.label or f"Seat {number}" for number, person in enumerate(people, 1)]
    for label in labels:
        if [other.casefold() for other in labels].count(label.casefold()) > 1:
            raise _bad_seats(
                _("Two seats are called {label}: add a letter or a number.", label=one_line(label))
            )
    return people


def _bad_seats(why: str) -> UsageError:
    return UsageError(why, todo=_('For instance: --seats "Asha, carer; Tom, nurse", or --seats 6'))


def _open(given: GivenOptions, start: StartOptions) -> int:
    if given.json:
        raise json_refused(_(SEE_HELP))
    ask_about_storage(given)
    ask_about_clock(given)
    if in_line_mode(given):
        from wshoes_tui.lines.line_runner import run_plain

        return run_plain(
            given.settings,
            "home" if start.kind == "choose" else start.kind,
            decks=start.decks,
            reference=start.reference,
            started=start.started,
            width=given.width,
        )
    with _without_collector(given):
        from wshoes_tui.first_paint.first_paint import first_paint

        with first_paint(given.settings, start.kind, *start.decks) as painted:
            if painted is None:
                _must_be_sound(given, start.decks)
            from wshoes_tui.tui.screen_runner import run_app

            return run_app(given.settings, start, painted)


@contextmanager
def _without_collector(given: GivenOptions) -> Iterator[None]:
    """Context for running screens: Textual's settings, and no garbage collection on the way there.

    Thousands of objects are made on the way to the first screen, none of them garbage: the app
    turns the collector on again once it stands there. At its end the interpreter would look
    through all of them for cycles to take apart, so they are frozen.
    """
    from wshoes_tui.terminal.capabilities import prepare, terminal_of

    prepare(terminal_of(given.settings))  # before the first import of Textual, which reads them
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()


def in_line_mode(given: GivenOptions) -> bool:
    """Whether the session is held in plain lines: asked for, or there is no screen to control."""
    return given.settings.plain or os.environ.get("TERM") == "dumb" or not on_terminal()


def on_terminal() -> bool:
    """Whether both what is typed and what is shown go through a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and shown_on_terminal()


def ask_about_storage(given: GivenOptions) -> None:
    """Ask for a yes where the disk of the data folder lacks something that words need.

    Where no session can be held at all, that is told by what opens next.

    Raises:
        WeakStorageError: the answer is no, or nobody is there to answer.
    """
    from wshoes_tui.sessions.bootstrap import accept_weak_storage, prepare_data_folder
    from wshoes_tui.storage.storage_probe import WeakStorageError

    try:
        prepare_data_folder(given.settings)
        return
    except WeakStorageError as error:
        if not on_terminal():
            raise
        for weakness in error.weaknesses:
            write_error(f"{_(weakness.what)} {_(weakness.todo)}")
        write_error(_("To hold sessions there all the same, type yes and press Enter:"))
        from wshoes_tui.flow.answer_parser import is_yes

        if not is_yes(sys.stdin.readline()):
            raise
    except StoreError:
        return
    accept_weak_storage(given.settings)


def ask_about_clock(given: GivenOptions) -> None:
    """Ask for the day where the clock cannot be right; what is kept has the day of the answer."""
    from wshoes_tui.domain.steady_clock import CLOCK
    from wshoes_tui.sessions.bootstrap import last_saved

    if not CLOCK.is_doubtful(last_saved(given.settings)):
        return
    from wshoes_tui.flow.answer_parser import is_yes
    from wshoes_tui.flow.date_parser import read_day
    from wshoes_tui.limits import EARLIEST_DAY

    day = f"{CLOCK.today():%Y-%m-%d}"
    if not on_terminal():
        write_error(_("The clock of this computer says {day}, which cannot be right.", day=day))
        return
    write_error(_("Is today {day}? Press Enter for yes, or type the day, as in 24 March.", day=day))
    while (answer := sys.stdin.readline().strip()) and not is_yes(answer):
        told = read_day(answer, max(CLOCK.today(), EARLIEST_DAY))
        if told is not None:
            CLOCK.set_day(told)
            return
        write_error(_("That is no day. As in 24 March, or 2027-03-24."))


def _must_be_sound(given: GivenOptions, decks: Sequence[str]) -> None:
    """Say what is wrong with a deck before the screen is taken over."""
    from wshoes_tui.sessions.bootstrap import open_deck_library

    deck_library = open_deck_library(given.settings)
    for deck in decks:
        deck_library.open(deck, reader_tag())
