"""The closing round."""

from __future__ import annotations

from wshoes_tui.domain.commands import Close, GiveFeedback
from wshoes_tui.domain.engine import Refusal, Work, handles, heard, must_be_running, words_of
from wshoes_tui.domain.models import Feedback
from wshoes_tui.domain.turns import end_turn
from wshoes_tui.domain.words import drop_draft


@handles(GiveFeedback)
def give_feedback(work: Work, command: GiveFeedback) -> None:
    """Keep words of the closing round, with a name only where the session names people."""
    must_be_running(work.session)
    named = work.session.header.visibility == "named"
    work.put(
        Feedback(
            id=work.env.new_id(),
            kind=command.kind,
            text=words_of(command.text),
            seat=command.seat if named else None,
        )
    )
    heard(work, command.seat)
    drop_draft(work, "feedback")


@handles(Close)
def close(work: Work, _: Close) -> None:
    """Close the session. Refused while words stand in a field that nobody has kept."""
    session = work.session
    must_be_running(session)
    if session.state in ("setup", "opening"):
        raise Refusal("The session has not begun yet.")
    if session.turn is not None:
        end_turn(work, "answered" if session.said(session.turn) else "skipped")
    if any(draft.text.strip() for draft in work.session.drafts):
        raise Refusal("There are words that are not handed in yet. Save or clear them first.")
    for draft in work.session.drafts:
        work.drop_aside(draft)
    work.change_header(state="closed", closed=work.env.now(), paused_at=None)
    work.final = True
