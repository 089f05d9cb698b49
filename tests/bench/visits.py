"""What is done at the terminal to take the figures: one start of a program each."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.bench.bare import READY
from tests.bench.program import ROOT, Program
from wshoes_tui.limits import MOST_CARDS

Figures = Mapping[str, float]

ESC, ENTER, UP, DOWN = "\x1b", "\r", "\x1b[A", "\x1b[B"
DECKS = sum("." not in one.stem for one in (ROOT / "decks").glob("*.yaml"))
"""Shipped decks as Home counts them: a deck and its translations are one."""
FIELD = "type what"
AGAIN = "Type on"
WORDS = "I just want somebody to ask me first"
CARDS = 6
CARD = "  - id: "
MIXED = ("home-from-hospital", "having-a-baby")
ACTIONS = "One letter"
ARROWS = 3
ALONE = {"COLUMNS": "80"}
"""With a width from the environment the first paint is left to the app."""
REST_OF_START = 0.7
"""Seconds without a byte after which the app has taken over, if no machine is very slow."""
BAUD = 9_600
REST_SECONDS = 0.3
"""How long the keys rest on a deck before it is shown."""


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is done: starts of each program, turns of the long session, seconds of idling."""

    runs: int = 7
    turns: int = 200
    idle_seconds: float = 5.0


@dataclass(frozen=True, slots=True)
class Visit:
    """One way of using the program. ``lays_down`` readies its data folder, before the clock."""

    name: str
    take: Callable[[Path, Scale], Figures]
    lays_down: Callable[[Path, Scale], None]
    once: bool = False


def wshoes(
    folder: Path, *words: str, env: Mapping[str, str] | None = None, baud: int = 0
) -> Program:
    """The program, on its own data folder."""
    words = ("--data", str(folder), "--lang", "en-GB", *words)
    return Program("wshoes_tui", *words, env=env, baud=baud)


def bare(_folder: Path, _scale: Scale) -> Figures:
    """The bare app up to its one line, at rest."""
    with Program("tests.bench.bare") as program:
        program.until(READY)
        seconds = program.clock
        program.rest()
        return {"ms": seconds * 1000, "mb": program.unshared_mb()}


def home(folder: Path, scale: Scale) -> Figures:
    """Home with all decks counted; its list; other screens; doing nothing; leaving."""
    with wshoes(folder) as program:
        program.until(f"{DECKS} decks", "nothing yet", "Enter")
        figures = _painted(program)
        figures["mb"] = program.unshared_mb()
        figures["arrow"] = _arrows(program)
        figures |= _idle(program, scale)
        switches = [("?", "What can be done here"), (ESC, "nothing yet"), ("d", "cards")]
        shares = [_share(program, keys, text) for keys, text in switches]
        figures["deck_arrow"] = _arrows(program)
        figures["deck_share"] = _share(program, DOWN, "cards", rest=2 * REST_SECONDS)
        shares.append(_share(program, ESC, "nothing yet"))
        figures["share"] = max(shares)
        figures["leave"] = program.ended_after("q")
    return figures


def rehearse(folder: Path, scale: Scale) -> Figures:
    """The first card; words in the field; the cards after it; doing nothing; leaving."""
    with wshoes(folder, "rehearse") as program:
        program.until("You stand here", FIELD, "Enter")
        figures = _painted(program)
        figures |= _idle(program, scale)
        letters = [_letter(program, WORDS[:end]) for end in range(1, len(WORDS) + 1)]
        figures["letter"] = statistics.median(letters)
        program.answer_to(ENTER, "saved", AGAIN)
        shares = []
        for turn in range(2, CARDS + 1):
            program.answer_to(ESC, ACTIONS)
            shares.append(_share(program, "n", f"Turn {turn} of"))
        figures["share"] = statistics.median(shares)
        program.answer_to(ESC, ACTIONS)
        figures["leave"] = program.ended_after("q")
    return figures


def lines(folder: Path, _scale: Scale) -> Figures:
    """The first card in plain lines, up to its question."""
    with wshoes(folder, "rehearse", env={"TERM": "dumb"}) as program:
        program.until("Question:")
        return {"ms": program.clock * 1000}


def keys(folder: Path, _scale: Scale) -> Figures:
    """A key pressed right at the picture: when it has worked, beside the app alone."""
    home = [_ready(folder, env, "Enter", "r", "with which deck") for env in (None, ALONE)]
    card = [_ready(folder, env, FIELD, WORDS, WORDS, "rehearse") for env in (None, ALONE)]
    return {"home": home[0] / home[1], "card": card[0] / card[1]}


def _ready(
    folder: Path, env: Mapping[str, str] | None, shown: str, key: str, told: str, *words: str
) -> float:
    with wshoes(folder, *words, env=env) as program:
        program.until(shown)
        program.press(key)
        return program.until(told).clock


def _painted(program: Program) -> dict[str, float]:
    """When the picture was complete and with how many bytes, and how many more the app wrote."""
    figures = {"ms": program.clock * 1000, "bytes": float(program.written)}
    program.rest(REST_OF_START)
    return {**figures, "handed_over": program.written - figures["bytes"]}


def slow(folder: Path, _scale: Scale) -> Figures:
    """Letters and cards over a line of 9,600 baud, each until its last byte has come."""
    with wshoes(folder, "rehearse", "--slow-line", baud=BAUD) as program:
        program.until("You stand here", FIELD).rest()
        ends = range(1, len(WORDS) + 1)
        letters = [program.timed(WORDS[end - 1], WORDS[:end].rstrip()) for end in ends]
        program.answer_to(ENTER, "saved", AGAIN)
        cards = []
        for turn in range(2, CARDS + 1):
            program.answer_to(ESC, ACTIONS)
            cards.append(program.timed("n", f"Turn {turn} of", f"Turn {turn}: "))
        program.answer_to(ESC, ACTIONS)
        program.ended_after("q")
    return {"letter_ms": statistics.median(letters), "card_ms": max(cards)}


def group(folder: Path, _scale: Scale) -> Figures:
    """A group with two of the shipped decks, begun at Home, the store open: its memory at rest."""
    with wshoes(folder) as program:
        program.until(f"{DECKS} decks").rest()
        program.answer_to("n", "Which deck?", "cards")
        program.answer_to(" ", "1 deck is marked")
        program.answer_to(DOWN)
        program.answer_to(" ", "2 decks are mixed")
        program.answer_to(ENTER, "Who is here?")
        program.answer_to("2" + ENTER, "Seat 2")
        program.answer_to((ESC + "+") * 8, "12 turns")
        program.answer_to(ESC + "g", "How we want to be together")
        program.answer_to(ENTER, "Please read it out")
        program.answer_to(ENTER, "Before we begin")
        program.press("n")
        return {"mb": _some_turns(program)}


def played(folder: Path, _scale: Scale) -> Figures:
    """The same group, begun from the command line."""
    with wshoes(folder, "play", *MIXED, "--seats", "2", "--turns", "12") as program:
        _agree(program)
        return {"mb": _some_turns(program)}


def _some_turns(program: Program) -> float:
    _first_words(program)
    for turn in range(2, CARDS + 1):
        _next_turn(program, turn)
    return program.rest().unshared_mb()


def long(folder: Path, scale: Scale) -> Figures:
    """A session of a great many turns: how its memory grows."""
    decks = (str(path) for path in sorted(folder.glob("*.yaml")))
    turns = str(scale.turns)
    with wshoes(folder, "play", *decks, "--seats", "2", "--turns", turns) as program:
        _agree(program)
        _first_words(program)
        megabytes = [program.rest().filled_mb()]
        for turn in range(2, scale.turns + 1):
            _next_turn(program, turn)
            if turn in (scale.turns // 2, scale.turns):
                megabytes.append(program.rest().filled_mb())
    first, second = (after - before for before, after in pairwise(megabytes))
    return {"growth": first + second, "late_growth": second}


def home_once(folder: Path, _scale: Scale) -> None:
    """Home has been seen in this folder once."""
    with wshoes(folder) as program:
        program.until(f"{DECKS} decks", "nothing yet").ended_after("q")


def rehearsed_once(folder: Path, _scale: Scale) -> None:
    """A rehearsal has been begun in this folder."""
    with wshoes(folder, "rehearse") as program:
        program.until(FIELD).rest().answer_to(ESC, ACTIONS)
        program.ended_after("q")


def long_decks(folder: Path, scale: Scale) -> None:
    """Two decks with enough cards for every turn: the shipped ones, their cards over and over."""
    for name in MIXED:
        text = (ROOT / "decks" / f"{name}.yaml").read_text(encoding="utf-8")
        head, cards = text.replace(f"id: {name}\n", f"id: long-{name}\n", 1).split("\ncards:\n")
        copies = min(scale.turns // cards.count(CARD) + 1, MOST_CARDS // cards.count(CARD))
        more = (cards.replace(CARD, f"{CARD}again-{number}-") for number in range(copies))
        (folder / f"long-{name}.yaml").write_text(
            "\n".join([head, "cards:", *more]), encoding="utf-8"
        )


VISITS = (
    Visit("home", home, home_once),
    Visit("rehearse", rehearse, rehearsed_once),
    Visit("lines", lines, rehearsed_once),
    Visit("keys", keys, rehearsed_once),
    Visit("slow", slow, rehearsed_once),
    Visit("group", group, rehearsed_once),
    Visit("played", played, rehearsed_once),
    Visit("long", long, long_decks, once=True),
)


def _agree(program: Program) -> None:
    program.until("Please read it out").rest()
    program.press(ENTER)


def _first_words(program: Program) -> None:
    program.until("Seat 1's turn", FIELD).rest()
    program.answer_to("Hello" + ENTER, "saved", AGAIN)


def _next_turn(program: Program, turn: int) -> None:
    program.answer_to(ESC, ACTIONS)
    program.press("n")
    program.until(f"Turn {turn} of", f"Turn {turn}: ")


def _arrows(program: Program) -> float:
    """Bytes of the median arrow key in the list on the screen."""
    return statistics.median(program.answer_to(key) for key in (DOWN, UP) * ARROWS)


def _letter(program: Program, so_far: str) -> int:
    return program.answer_to(so_far[-1], so_far.rstrip())


def _idle(program: Program, scale: Scale) -> dict[str, float]:
    """Bytes and milliseconds of processor time per second of doing nothing."""
    program.rest(1.0)
    begun, written, worked = time.perf_counter(), program.written, program.processor_ms()
    program.watch(scale.idle_seconds)
    seconds = time.perf_counter() - begun
    return {
        "idle_bytes": (program.written - written) / seconds,
        "idle_ms": (program.processor_ms() - worked) / seconds,
    }


def _share(program: Program, keys: str, text: str, rest: float = 0.0) -> float:
    """The bytes of another screen as a part of what it may cost: 1.5 a changed character, + 500."""
    before = "".join(program.lines())
    written = program.answer_to(keys, text)
    if rest:
        so_far = program.written
        program.rest(rest)
        written += program.written - so_far
    after = "".join(program.lines())
    changed = sum(old != new for old, new in zip(before, after, strict=True))
    return written / (1.5 * changed + 500)
