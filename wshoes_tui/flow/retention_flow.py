"""Retention: what is told and asked of words that have been kept as long as was agreed.

Home shows it, on screens and in lines; ``sessions/retention.py`` does it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Value, value
from wshoes_tui.flow.blocks import Blocks, QuestionBlock, TextBlock
from wshoes_tui.flow.erasure_flow import out_of_reach
from wshoes_tui.flow.session_labels import day, title_or, today
from wshoes_tui.locale import N_, _, many
from wshoes_tui.locale.phrases import (
    count_lightbulbs,
    count_people,
    count_pledges,
    count_responses,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from wshoes_tui.domain.list_rows import SessionLine

NOT_YET = (30, 90)
"""For how many more days a screen offers to keep words."""
DAMAGED = N_("A part of this session is damaged, so its words cannot all be found and deleted.")


@value()
class Expiry(Value):
    """What became of a session whose words were kept as long as was agreed.

    Args:
        title: what it is called.
        responses: how many responses were deleted.
        others: how many other words: of the closing round, of the car park, and of a session that
            was never closed the lightbulbs and pledges.
        people: how many names.
        drafts: how many texts that were not handed in.
        shared: how many words stay, as they were reviewed as shareable.
        lightbulbs, pledges: how many of these stay.
        exports: files that were exported, and are out of reach.
        left: files in the data folder that could not be cleaned.
    """

    title: str
    responses: int
    others: int
    people: int
    drafts: int
    shared: int
    lightbulbs: int
    pledges: int
    exports: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()


def due_told(line: SessionLine) -> str:
    """That the words of a session are to be deleted, and when."""
    last = line.last_day
    if last is None:
        return ""
    name, until = title_or(one_line(line.title)), day(last)
    if last <= today():
        return _("{session}: the words were to be kept until {day}.", session=name, day=until)
    return _("{session}: the words will be deleted on {day}.", session=name, day=until)


def what_goes() -> str:
    """What is deleted, and what stays."""
    return _(
        "Deleted are the words that were said, closing words, the car park and the names of "
        "people, here and in all copies on this computer. The cards, the shoes, the numbers, and "
        "lightbulbs and pledges as they were read back stay."
    )


def due_question() -> QuestionBlock:
    """Delete them now, or keep them longer?"""
    return QuestionBlock(
        _(
            "Type yes to delete them, or /keep 30 to keep them 30 more days. Anything else leaves "
            "them as they are for now."
        ),
        _("Delete them now?"),
    )


def due_choices() -> Iterator[tuple[str, str]]:
    """The choices of a screen: a number of days to keep the words, or "delete"."""
    for days in NOT_YET:
        yield (
            str(days),
            many("Not yet: {count} more day", "Not yet: {count} more days", days),
        )
    yield "delete", _("Delete them now")


def kept_longer_told(until: date) -> str:
    """That words are kept longer than was agreed, and what follows from it."""
    return _(
        "The words are kept until {day}. That is longer than was agreed: exports say so from now "
        "on.",
        day=day(until),
    )


def expiry_blocks(done: Expiry) -> Blocks:
    """What was deleted, how many of each, what stays, and which files are out of reach."""
    name = title_or(one_line(done.title))
    yield TextBlock(
        "Notice", _("The words of {session} have been deleted, as was agreed.", session=name)
    )
    gone = [
        count_responses(done.responses),
        many("{count} other text", "{count} other texts", done.others),
        many("the name of {count} person", "the names of {count} people", done.people),
        many("{count} text not handed in", "{count} texts not handed in", done.drafts),
    ]
    counts = (done.responses, done.others, done.people, done.drafts)
    told = ", ".join(one for one, count in zip(gone, counts, strict=True) if count)
    if told:
        yield TextBlock("Notice", _("Deleted: {what}.", what=told))
    stays = [
        _("the cards and the shoes"),
        _("the numbers"),
        count_people(done.people),
        count_lightbulbs(done.lightbulbs),
        count_pledges(done.pledges),
    ]
    if done.shared:
        stays.append(
            many("{count} text that may be shared", "{count} texts that may be shared", done.shared)
        )
    yield TextBlock("Notice", _("What stays: {what}.", what=", ".join(stays)))
    yield from out_of_reach(done.exports)
    if done.left:
        yield TextBlock(
            "Notice",
            _(
                "These files could not be cleaned, and may still hold the words. Delete them "
                "yourself:"
            ),
        )
        yield from (TextBlock("Notice", one_line(str(path))) for path in done.left)
