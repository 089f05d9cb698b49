"""Hosting begins anew once, with the same words, where that is of use."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import pytest

from wshoes_tui.__main__ import NAME, _run, begin_anew

Begun = list[tuple[list[str], str]]
WORDS = ["--data", "here", "host", "home-from-hospital", "--headless"]


class BegunError(Exception):
    """The process would be another one now."""


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Begun:
    """What was begun anew: the command line, and the memory manager."""
    found: Begun = []

    def begin(_program: str, words: Sequence[str], env: dict[str, str]) -> None:
        found.append((list(words), env[NAME]))
        raise BegunError

    monkeypatch.setattr(os, "execve", begin)
    monkeypatch.setattr(os, "confstr", lambda _name: "glibc 2.31")
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "wshoes_tui", *WORDS])
    monkeypatch.delenv(NAME, raising=False)
    return found


def test_with_the_same_words(begun: Begun) -> None:
    with pytest.raises(BegunError):
        _run(WORDS)
    assert begun == [([sys.executable, "-m", "wshoes_tui", *WORDS], "malloc")]


def test_not_twice_and_not_against_what_was_asked_for(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(NAME, "pymalloc")
    begin_anew(WORDS)
    assert begun == []


def test_not_in_a_process_of_somebody_else(begun: Begun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "orig_argv", ["python", "-m", "pytest"])
    begin_anew(WORDS)
    assert begun == []


def test_not_where_the_library_is_another_one(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_name: str) -> str:
        raise ValueError("unrecognized configuration name")

    monkeypatch.setattr(os, "confstr", unknown)
    begin_anew(WORDS)
    assert begun == []


def test_it_goes_on_where_it_cannot(begun: Begun, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def fails(program: str, *_words: object) -> None:
        tried.append(program)
        raise OSError("too many of them")

    monkeypatch.setattr(os, "execve", fails)
    begin_anew(WORDS)
    assert (tried, begun) == ([sys.executable], [])
