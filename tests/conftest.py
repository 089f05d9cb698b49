"""What every test may count on."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from wshoes_tui.locale import Speech, speech

if TYPE_CHECKING:
    from wshoes_tui.export.formats import Format


def pytest_configure() -> None:
    """Keep bytecode, also where the environment says otherwise: everything is compiled once.

    In its usual place, where that of the installed libraries stands already. Programs that tests
    start can be interrupted, also where the tests run in the background of a shell.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    _cache_shipped_decks()
    in_ci = "CI" in os.environ  # the same examples each time: what is new is looked for before
    settings.register_profile("usual", max_examples=40, derandomize=in_ci)
    settings.register_profile("long", max_examples=400)
    if settings.get_current_profile_name() == "default":  # no --hypothesis-profile was given
        settings.load_profile("usual")


def pytest_xdist_auto_num_workers() -> int:
    """Twice as many workers as processors: many tests wait for a terminal, a host or a clock."""
    return 2 * (os.cpu_count() or 1)


def _cache_shipped_decks() -> None:
    """Cache of parsed decks: each shipped file is parsed once a process, not two hundred times.

    By its text and the parser, so all that differs from the shipped files is parsed. What a
    deck is does not depend on the name of its file, and errors are not cached.
    """
    from wshoes_tui.decks import deck_rules, yaml_tree
    from wshoes_tui.decks.deck_library import shipped_folder

    shipped = {path.read_text("utf-8") for path in shipped_folder().glob("*.yaml")}
    heads = {text[: text.index("\ncards:\n") + len("\ncards:\n")] for text in shipped}
    parsed: dict[tuple[str, bool, object], deck_rules.Loaded] = {}
    read = deck_rules._read

    def remembered(
        text: str,
        file: str,
        find_original: deck_rules.FindOriginal | None,
        *,
        with_cards: bool = True,
    ) -> deck_rules.Loaded:
        if text not in (shipped if with_cards else heads):
            return read(text, file, find_original, with_cards=with_cards)
        key = (text, with_cards, yaml_tree.PARSER)
        if key not in parsed:
            parsed[key] = read(text, file, find_original, with_cards=with_cards)
        return parsed[key]

    deck_rules._read = remembered


def pytest_collection_finish() -> None:
    """Leave the modules and the tests themselves out of the search for garbage: they stay."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """English is spoken, whatever a test before this one ran in this thread."""
    before = speech.set(Speech())
    yield
    speech.reset(before)


@pytest.fixture(autouse=True)
def _documents_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Exports go to the folder that the test works in; nobody's own settings are read."""
    monkeypatch.setenv("WSHOES_DOCUMENTS", ".")
    monkeypatch.setenv("WSHOES_CONFIG", "/dev/null/nowhere")


@pytest.fixture
def dummy_format(monkeypatch: pytest.MonkeyPatch) -> Format:
    """A format that is in the registry for one test, as if somebody had added it there."""
    from tests.export.dummy_format import DUMMY
    from wshoes_tui.export.formats import FORMATS

    monkeypatch.setitem(FORMATS, DUMMY.name, DUMMY)
    return DUMMY
