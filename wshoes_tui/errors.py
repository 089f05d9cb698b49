"""One family of errors, each a sentence for a person: what happened, what was kept, what to do."""

from __future__ import annotations


class WshoesError(Exception):
    """Something that could not be done. ``str()`` is one line, safe to print as it is."""

    def __init__(self, what: str, *, kept: str = "", todo: str = "") -> None:
        self.what = what
        self.kept = kept
        self.todo = todo
        super().__init__(" ".join(part for part in (what, kept, todo) if part))


class DeckError(WshoesError):
    """A deck that cannot be used."""


class StoreError(WshoesError):
    """Words that could not be kept or found again."""


class UntakenSessionError(StoreError):
    """One session of a file that could not be taken in, unlike others of it perhaps."""


class NotFoundError(WshoesError):
    """No deck or session answers to that name."""


class BusyError(WshoesError):
    """Another copy of the program holds this session."""


def line_of_error(error: BaseException) -> str:
    """The line of ours an error came from, such as ``wshoes_tui/errors.py:30``."""
    place = "an unknown place"
    trace = error.__traceback__
    while trace is not None:
        _, ours, path = trace.tb_frame.f_code.co_filename.rpartition("wshoes_tui/")
        if ours:
            place = f"{ours}{path}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def place_of_error(error: BaseException) -> str:
    """The type of an error and the line of ours it came from; never its message."""
    return f"{type(error).__name__} at {line_of_error(error).rpartition('/')[2]}"
