"""Reference check: ids in a deck, and the names of shoes, themes and cards that it refers to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from wshoes_tui.decks.diagnostics import Report, did_you_mean, nearest, quoted
from wshoes_tui.limits import LONGEST_SLUG
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import listed

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FRAMEWORK = re.compile(rf"{_SLUG.pattern}/{_SLUG.pattern}")
THE_THEME, KEY_OF = N_("the theme {key}"), N_("The key of {owner}")
"""What a message calls a theme, and the key of a theme or a framework."""
MOST_LISTED = 12
"""Names that a message lists."""
UNKNOWN = {
    "shoes": N_("{named} names {name}, but no shoes have that name"),
    "themes": N_("{named} names {name}, but no themes have that name"),
}
NOT_IN_ORIGINAL = {
    "shoes": N_("The original of this translation has no shoes {name}"),
    "card": N_("The original of this translation has no card {name}"),
}


def slug_from(text: str) -> str:
    """The id that is nearest to a text; empty where nothing of it can be used."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def check_slug(report: Report, text: str, line: int, named: str) -> None:
    """Report a text that is no id.

    Args:
        report: what is wrong goes there.
        text: the text.
        line: its line in the file.
        named: what a message calls it, such as ``"id" of the deck``.
    """
    if len(text) > LONGEST_SLUG:
        mend = _("Use {most} characters at most.", most=LONGEST_SLUG)
        report.add(line, _("{named} is too long", named=named), mend)
    elif not _SLUG.fullmatch(text):
        what = _(
            "{named} is {text}, which is no id: only small letters a to z, digits and single "
            "hyphens make one",
            named=named,
            text=quoted(text),
        )
        report.add(line, what, did_you_mean(slug_from(text), _("Choose a word such as nurse.")))


def check_framework(report: Report, name: str, line: int, named: str) -> bool:
    """Whether a text names a theme of a framework by both keys; reported where it does not."""
    if _FRAMEWORK.fullmatch(name):
        return True
    what = _("{named} should be the key of a framework and of one of its themes", named=named)
    mend = _("Write both with a stroke between, such as making-it-real-2018/workforce")
    report.add(line, what, mend)
    return False


def check_known(
    report: Report, name: str, line: int, named: str, known: Sequence[str] | None, key: str
) -> bool:
    """Whether there are shoes or a theme of that name; reported where there are none.

    Args:
        report: what is wrong goes there.
        name: the name.
        line: its line in the file.
        named: what a message calls the place where it stands.
        known: the names there are; None where that cannot be told.
        key: "shoes" or "themes".
    """
    if known is None or name in known:
        return True
    mend = _('Add it under "{key}:" at the beginning of the deck.', key=key)
    if _FRAMEWORK.fullmatch(name) and key == "themes":
        mend = _("If it is a theme of a framework, write it as framework: [{name}]", name=name)
    elif known:
        mend = _("This deck has {names}.", names=listed(list(map(quoted, known[:MOST_LISTED]))))
    what = _(UNKNOWN[key], named=named, name=quoted(name))
    report.add(line, what, did_you_mean(nearest(name, known), mend))
    return False


def check_in_original(
    report: Report, name: str, line: int, known: Sequence[str], kind: str
) -> None:
    """Report shoes or a card of a translation that its original does not have.

    ``kind`` is "shoes" or "card"; the other arguments are those of ``check_known``.
    """
    if name not in known:
        mend = did_you_mean(nearest(name, known), _("Use the ids of the original."))
        report.add(line, _(NOT_IN_ORIGINAL[kind], name=quoted(name)), mend)
