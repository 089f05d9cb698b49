"""The whole command line speaks the language of who runs it: no text escapes translation.

In place of a catalogue stands one that puts each text between marks. What is outside of all marks
must be a fixed word (a command, an option, a key) or somebody's own.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.running import Run, a_play, keep
from tests.cli.test_cli_help import COMMANDS
from tests.decks.samples import GOOD, problems_of
from tests.decks.test_deck_lookalikes import ALIKE, FOREIGN
from tests.decks.test_deck_mends import SLIPS
from tests.decks.test_deck_rules import BAD, FOLLOWED_BY_OTHERS
from tests.decks.test_deck_safety import HOSTILE
from tests.decks.test_deck_spans import LOST
from tests.export.test_export_reader import DATA, UNSOUND, changed, refused
from wshoes_tui import locale
from wshoes_tui.cli.options import OPTIONS
from wshoes_tui.decks.deck_library import DeckLibrary, shipped_folder
from wshoes_tui.decks.deck_schema import CARD_KEYS, DECK_KEYS, PROMPT_KEYS, SHOES_KEYS, THEME_KEYS
from wshoes_tui.domain.commands import AddLightbulb, AddPledge, Close, GoToClosing, Say
from wshoes_tui.flow.earlier_flow import PLEDGE_STATES
from wshoes_tui.locale import speech

WORD = re.compile(r"[A-Za-z]{3,}")
FIXED = {
    "default",
    "backups",
    "here",
    "wshoes",
    "OPTIONS",
    "COMMAND",
    "json",
    "csv",
    "help",
    "version",
    "Ctrl",
    "DAY",
    "yes",
    *WORD.findall(" ".join(PLEDGE_STATES).replace("_", "-")),
    *WORD.findall("English Cymraeg Español Français Português let-go no-day UTF xterm"),
    *WORD.findall("making-it-real-2018/wellbeing-and-ind host word postgres studio ext4"),
}


FILLED_IN = re.compile(r"(\{\w+(?::[^{} ]*)?\})")


class Marked:
    """A catalogue of a language in which every text stands between marks."""

    def gettext(self, message: str) -> str:
        """The text between marks, without what is filled into it."""
        parts = enumerate(FILLED_IN.split(message))
        return "".join(
            f"\N{LEFT CEILING}{part}\N{RIGHT CEILING}" if number % 2 == 0 and part else part
            for number, part in parts
        )

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form between marks."""
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture(autouse=True)
def _marked(monkeypatch: pytest.MonkeyPatch, data: Path) -> Iterator[None]:
    before = speech.set(locale.Speech())
    monkeypatch.setattr(
        locale, "_read", lambda name: locale.English() if name == "en" else Marked()
    )
    monkeypatch.setenv("LC_ALL", "cy_GB.UTF-8")
    monkeypatch.setattr(sys, "stdin", None)  # nobody answers
    yield
    speech.reset(before)


def outside(text: str) -> str:
    """What of an output is in no text that can be translated."""
    inner = re.compile(r"\N{LEFT CEILING}[^\N{LEFT CEILING}\N{RIGHT CEILING}]*\N{RIGHT CEILING}")
    while inner.search(text):
        text = inner.sub(" ", text)
    return text


def unmarked(text: str, *known: str) -> list[str]:
    """The words outside of all marks that are neither fixed nor known."""
    names = " ".join((*COMMANDS, *(one.epilog for one in COMMANDS.values())))
    names += " ".join(f"{one.name} {one.value}" for one in OPTIONS)
    for command in COMMANDS.values():
        names += " ".join(f" {param.opts[0]} {param.metavar or ''}" for param in command.params)
    fixed = FIXED | set(WORD.findall(" ".join((names, *known))))
    return [word for word in WORD.findall(outside(text)) if word not in fixed]


@pytest.mark.parametrize("name", ["", "deck", *COMMANDS])
def test_help(run: Run, name: str) -> None:
    ran = run(*name.split(), "--help")
    assert ran.status == 0
    assert unmarked(ran.out) == []
    assert "\N{LEFT CEILING}" in ran.out


@pytest.mark.parametrize(
    "words",
    [
        ["sesions"], ["deck"], ["show"], ["show", "a", "b"], ["play", "--turns", "x"],
        ["play", "--turns", "0"], ["play", "--turns"], ["play", "--ordr", "round"],
        ["play", "--order", "zz"], ["--width", "x"], ["--lang", "zz", "sessions"], ["--data"],
        ["--plain=1"], ["--contrast", "zz"], ["backup", "--json"], ["export", "last"],
        ["export", "last", "--format", "zz"], ["pledges", "--set", "zz"], ["review", "last"],
        ["review", "last", "--set", "zz"], ["search", " "], ["completion", "zz"], ["help", "zz"],
        ["erase", "last"], ["show", "last"], ["backup"], ["doctor", "--repair"], ["wall"],
        ["print", "cards", "--per-page", "3"], ["deck", "export", "last-days", "--format", "zz"],
        ["deck", "translate", "last-days", "--to", "z!"], ["deck", "new", "--title", " "],
        ["programme", "--out", "x"], ["show", "last", "--agenda", "zz"], ["restore", "zz"],
        ["import", "zz"], ["gather", "zz"], ["play", "zz", "--seats", "Asha, carer"],
        ["deck", "show", "zz"], ["deck", "show", "last-days", "--agenda", "zz"],
        ["host", "--headless", "--json"], ["deck", "take", "last"], ["deck", "edit", "zz"],
    ],
)  # fmt: skip
def test_what_goes_wrong(run: Run, data: Path, words: list[str]) -> None:
    ran = run(*words)
    assert ran.status != 0
    assert unmarked(ran.err + ran.out, *words, str(data), "last-days en-GB") == [], ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["sessions"], ["pledges"], ["pledges", "--due"], ["show", "last"], ["programme"],
        ["show", "last", "--who-could-know"], ["search", "bed"], ["settings"], ["doctor"],
        ["deck", "list"], ["deck", "show", "home"], ["deck", "show", "home", "--cards"],
        ["deck", "show", "home", "--map"], ["--plain", "deck", "show", "home", "--map"],
        ["deck", "check", "home.yaml"], ["backup"], ["deck", "copy", "home"],
        ["deck", "translate", "home", "--to", "fr"], ["export", "last", "--format", "json"],
        ["erase", "last", "--yes"], ["deck", "new", "--title", "Te"], ["print", "consent"],
    ],
)  # fmt: skip
def test_lists_and_reports(run: Run, data: Path, words: list[str]) -> None:
    deck = GOOD.replace("id: home-from-hospital", "id: home")
    (data / "decks").mkdir(parents=True)
    (data / "decks" / "home.yaml").write_text(deck, "utf-8")
    Path("home.yaml").write_text(deck, "utf-8")
    play = a_play()
    play.do(Say("My own bed."), AddLightbulb("The bed.", ""), AddPledge("When I call", "Asha"))
    play.do(GoToClosing(), Close())
    keep(data, play.session)
    ran = run(*words)
    folder = r"\s*".join(map(re.escape, str(data)))  # it may be broken at the end of a line
    said = re.sub(folder, "", ran.out + ran.err)
    known = [one.title for one in DeckLibrary([("shipped", shipped_folder())]).listing()]
    known += [one.id for one in DeckLibrary([("shipped", shipped_folder())]).listing()]
    told = " ".join([*known, deck, str(data), str(Path.cwd()), str(play.session)])
    assert unmarked(said, *words, told) == [], said


WRONG_DECKS = {
    **{new: GOOD.replace(old, new, 1) for old, new, *_rest in (*BAD, *FOLLOWED_BY_OTHERS)},
    **{new: GOOD.replace(old, new, 1) for old, new, *_rest in (*ALIKE, *SLIPS, *LOST)},
    **{text: text for text, _what in FOREIGN},
    **{f"{unit} alone": unit * 100 for unit in HOSTILE},
    **{f"{unit} behind": GOOD + unit * 100 for unit in HOSTILE},
}
"""Every deck that a test of what is wrong in decks has, by what is wrong."""


def test_what_is_wrong_in_a_deck() -> None:
    speech.get().use("cy")
    examples = " ".join(
        f"{key} {one.example} {' '.join(one.choices)}"
        for keys in (DECK_KEYS, THEME_KEYS, SHOES_KEYS, CARD_KEYS, PROMPT_KEYS)
        for key, one in keys.items()
    )
    told = 0
    for wrong, text in WRONG_DECKS.items():
        for problem in problems_of(text):
            told += 1
            assert unmarked(problem.what, text, examples) == [], (wrong, problem)
            assert unmarked(problem.mend, text, examples) == [], (wrong, problem)
    assert told > 200


def test_what_is_wrong_in_a_session_file() -> None:
    speech.get().use("cy")
    keys = " ".join(re.findall(r'"(\w+)":', json.dumps(DATA)))
    for change, _why in UNSOUND:
        sentence = refused(changed(change))
        assert unmarked(sentence, keys, "colour hat") == [], sentence
