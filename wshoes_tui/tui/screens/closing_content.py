"""What the closing round says: session -> content. No widget, no state."""

from __future__ import annotations

from textual.content import Content

from wshoes_tui.domain import summary
from wshoes_tui.domain.handlers.participant_handler import is_somebodys_own
from wshoes_tui.domain.models import Pledge, Session
from wshoes_tui.flow.date_parser import DAY_EXAMPLES
from wshoes_tui.flow.draft_fields import words_in
from wshoes_tui.flow.questions import (
    QUESTIONS,
    closing_question,
    farewell,
    is_alone,
    pledges_lead,
    thanks,
)
from wshoes_tui.locale import N_, _, many
from wshoes_tui.tui.content import (
    day,
    joined_content,
    one_line_content,
    safe_content,
    stacked_content,
)

HINTS = {
    "checkout": N_("type what is said"),
    "pledges": N_("type a pledge: when ... we will ..."),
    "ratings": "",
    "heard": N_("type what is said"),
    "valued": N_("type what is said"),
    "change": N_("type what is said"),
    "close": N_("one more thing? Type it"),
}
"""What the empty field says, stage by stage."""
WHAT_NEXT_WORDS = {
    "checkout": N_("Type what is said. Esc, then n: go on."),
    "pledges": N_("Type a pledge. Esc, then n: go on."),
    "ratings": "",
    "heard": N_("Type what is said. Esc, then n: go on."),
    "valued": N_("Type what is said. Esc, then n: go on."),
    "change": N_("Type what is said. Esc, then n: go on."),
    "close": N_("Esc, then n: close the session."),
}
"""What Enter on the empty field says."""


def lead(session: Session, stage: str) -> str:
    """What stands at the top of this page of the closing round."""
    match stage:
        case "pledges":
            return pledges_lead(session)
        case "ratings":
            return _("The same question as before")
        case "close":
            return farewell(session)
        case "checkout" | "heard" | "valued" | "change":
            return closing_question(session, stage)
        case _:
            raise ValueError(stage)


def hint(session: Session, stage: str, asked: str = "") -> str:
    """What the empty field says on this page, or where something is asked of a pledge."""
    if asked:
        return _(DAY_EXAMPLES) if asked == "when" else ""
    if stage in QUESTIONS and is_alone(session):
        return _("type your words")
    return _(HINTS[stage])


def what_next(session: Session, stage: str) -> str:
    """What Enter on the empty field says on this page."""
    if stage in QUESTIONS and is_alone(session):
        return _("Type your words. Esc, then n: go on.")
    return _(WHAT_NEXT_WORDS[stage])


def at_the_end(session: Session) -> Content:
    """What there is at the end, and what would be left over."""
    glance = summary.glance(session)
    counts = ", ".join(
        (
            many("{count} turn", "{count} turns", glance.turns),
            many("{count} lightbulb", "{count} lightbulbs", glance.lightbulbs),
            many("{count} pledge", "{count} pledges", glance.pledges),
        )
    )
    parts = [Content(counts + "."), Content("")]
    waiting = unsaid(session)
    if waiting:
        parts += [
            Content(_("These words were typed but never saved:")),
            *[safe_content(f"· {words}") for words in waiting],
            Content(_("Esc, then n, keeps them in the car park and closes the session.")),
        ]
    else:
        told = _("Esc, then n, closes the session and shows the summary.")
        parts.append(Content(f"{thanks(session)} {told}"))
    return stacked_content(parts)


def unsaid(session: Session) -> list[str]:
    """Words that stand in a field of the room and were never saved."""
    room = (draft for draft in session.drafts if not is_somebodys_own(draft))
    return [words for draft in room if (words := words_in(draft)).strip()]


def pledge_row(pledge: Pledge) -> Content:
    """A pledge with its owner and day, or what is still missing."""
    owner = one_line_content(pledge.owner) if pledge.owner else Content.styled(_("who?"), "dim")
    when = Content(day(pledge.by_when)) if pledge.by_when else Content.styled(_("when?"), "dim")
    return stacked_content(
        [safe_content(pledge.text, "bold"), joined_content(owner, "   ", when), Content("")]
    )
