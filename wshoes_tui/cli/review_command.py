"""Command ``review``: opens the review of a session, lists its lines, or decides by option."""

from __future__ import annotations

from collections.abc import Sequence

from wshoes_tui.cli import launch
from wshoes_tui.cli.console import counted, write_error, write_json
from wshoes_tui.cli.options import NO_DECISION, GivenOptions, UsageError
from wshoes_tui.cli.stored_sessions import load, sessions_of, status_of
from wshoes_tui.domain.commands import ReviewWords
from wshoes_tui.domain.handlers.review_handler import review_lines, text_of
from wshoes_tui.domain.models import Review, Session
from wshoes_tui.domain.serialization import NAMES
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import NotFoundError
from wshoes_tui.locale import _

SAYING: dict[str, Review] = {"share": "share", "keep": "keep", "": ""}
"""What may stand behind the ``=``; nothing takes a decision back."""


def review_session(given: GivenOptions, reference: str, decisions: Sequence[str]) -> int:
    """Review a session: by ``decisions`` such as "ID=share", as a list of JSON, or on a page.

    Raises:
        UsageError: a decision cannot be read.
        WshoesError: there is no such session or no such line, or it is open elsewhere.
    """
    if given.json and not decisions:
        with sessions_of(given) as store:
            session, damage = load(store, reference)
        write_json(_listed(session))
        return status_of([damage])
    if decisions:
        return _decide(given, reference, [_decision(one) for one in decisions])
    return launch.resume_session(given, reference, "review")


def _listed(session: Session) -> list[dict[str, str]]:
    return [
        {
            "id": record.id,
            "kind": NAMES[type(record)],
            "text": text_of(record),
            "review": record.review,
            "shared_text": record.shared_text,
        }
        for record in review_lines(session)
    ]


def _decision(text: str) -> tuple[str, Review]:
    reference, equals, what = text.partition("=")
    if not equals or not reference.strip() or what.strip() not in SAYING:
        raise UsageError(
            _("--set needs an id and what is decided."), todo=_("For instance: --set 1a2b3c4d=keep")
        )
    return reference.strip().lower(), SAYING[what.strip()]


def _decide(given: GivenOptions, reference: str, decisions: list[tuple[str, Review]]) -> int:
    """Work all decisions on the session, or none of them where one names no line."""
    from wshoes_tui.sessions.bootstrap import open_session_library

    library = open_session_library(given.settings)
    try:
        live = library.resume(library.store.find(reference))
        try:
            found = [(_line_called(live.session, one), review) for one, review in decisions]
            for record, review in found:
                try:
                    live.do(ReviewWords(record, review))
                except Refusal:  # it is so already: all lines are of the review
                    continue
            left = sum(not one.review for one in review_lines(live.session))
        finally:
            live.release()
    finally:
        library.store.close()
    write_error(
        _(
            "Decided: {found}. Left: {left}.",
            found=counted(len(found), "line"),
            left=counted(left, "line"),
        )
    )
    return 0


def _line_called(session: Session, reference: str) -> str:
    found = [one.id for one in review_lines(session) if one.id.startswith(reference)]
    if len(found) != 1:
        what = _("no line") if not found else counted(len(found), "line")
        raise NotFoundError(
            _("There is {what} with that id to look through.", what=what) if not found
            else _("There are {what} with that id to look through.", what=what),
            kept=_(NO_DECISION),
            todo=_("The ids stand in: wshoes review {id} --json", id=session.id[:8]),
        )  # fmt: skip
    return found[0]
