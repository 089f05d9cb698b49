"""Promises: the sentences of the consent card, each with what keeps it and the test that shows it.

The card promises what the program can do, and nothing else: ``tests/test_promises.py`` goes
through this table.
"""

from __future__ import annotations

from collections.abc import Callable

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.value import Value, value
from wshoes_tui.locale import N_, _, many

Sentence = Callable[[Session, bool], str]
"""Of a session; and whether it is for somebody who reads it at a screen of their own."""


@value()
class Promise(Value):
    """One sentence of the consent card.

    Attributes:
        id: its name in the program.
        plain: the sentence in plain words.
        easy: the same in easy words; empty where the easy card leaves it to another one.
        kept_by: commands of the command line and actions of the pages that keep it. None where
            it is a limit, told so that nobody expects more.
        test: the test that uses them, as ``file::name`` below ``tests``.
    """

    id: str
    plain: Sentence
    easy: Sentence
    kept_by: tuple[str, ...]
    test: str


def _how_long(session: Session, apart: bool) -> str:
    days = session.header.retention_days
    if not days:
        if apart:
            return _("What you type is kept on the facilitator's computer, until it is deleted.")
        return _("What you say may be typed in and kept on this computer, until it is deleted.")
    if apart:
        return many(
            "What you type is kept on the facilitator's computer for {count} day, then deleted.",
            "What you type is kept on the facilitator's computer for {count} days, then deleted.",
            days,
        )
    return many(
        "What you say may be typed in and kept on this computer for {count} day, then deleted.",
        "What you say may be typed in and kept on this computer for {count} days, then deleted.",
        days,
    )


def _how_long_easy(session: Session, apart: bool) -> str:
    days = session.header.retention_days
    where = (
        _("We keep what you write. It stays on one computer.")
        if apart
        else _("We write down what you say. It stays on this computer.")
    )
    if not days:
        return where
    then = many("After {count} day we delete it.", "After {count} days we delete it.", days)
    return f"{where} {then}"


def _names(session: Session, _apart: bool) -> str:
    if session.header.visibility == "named":
        return _("It is kept with your name.")
    return _("It is kept with the shoes you stand in, not with your name.")


def _names_easy(session: Session, _apart: bool) -> str:
    if session.header.visibility == "named":
        return _("We write your name with it.")
    return _("We do not write your name with it.")


def _leaving(_session: Session, apart: bool) -> str:
    if apart:
        return _("It leaves that computer only if it is exported. Ask what will be in that.")
    return _("It leaves this computer only if it is exported. Ask what will be in that.")


def _taken_out(_session: Session, apart: bool) -> str:
    if apart:
        return _("You can take your words out, today or later: with your own key, or just say so.")
    return _("You can have your words taken out, today or later. Just say so.")


def _always(text: str) -> Sentence:
    return lambda _session, _apart: _(text)


PROMISES = (
    Promise(
        "kept",
        _how_long,
        _how_long_easy,
        ("erase",),
        "sessions/test_retention.py::test_words_are_deleted_at_their_date_after_a_yes",
    ),
    Promise(
        "names",
        _names,
        _names_easy,
        ("show",),
        "domain/test_engine_privacy.py::test_a_response_is_named_only_where_that_is_the_rule",
    ),
    Promise(
        "turns",
        _always(
            N_(
                "Whose turn it was is kept too. In write first, your page stands under your "
                "seat until all is revealed, and then no trace of who wrote what is kept."
            )
        ),
        _always(N_("We also write down whose turn it was.")),
        ("show",),
        "storage/test_unlinkable.py::test_the_folder_tells_no_more_than_the_export",
    ),
    Promise(
        "leaving",
        _leaving,
        _always(N_("We may share some of it later. You can ask what we share.")),
        ("export", "show"),
        "export/test_export_markdown.py",
    ),
    Promise(
        "taken out",
        _taken_out,
        _always(N_("You can ask us to take your words out, today or later.")),
        ("erase", "said"),
        "cli/test_cli_erase.py",
    ),
    Promise(
        "heard",
        _always(N_("The others here have heard you. Ask them to keep your story here.")),
        _always(N_("Other people here can hear you.")),
        (),
        "",
    ),
    Promise(
        "pass",
        _always(N_("You may pass at any time. You need no reason.")),
        _always(N_("You can say: I pass. You do not have to say why.")),
        ("pass",),
        "domain/test_engine_turns.py",
    ),
)


def consent_sentences(session: Session, *, easy: bool, apart: bool = False) -> list[str]:
    """The consent card, true to how the session keeps things.

    Args:
        session: the session, whose rules the card tells.
        easy: whether in easy words.
        apart: whether it is for somebody who reads it at a screen of their own.
    """
    return [(promise.easy if easy else promise.plain)(session, apart) for promise in PROMISES]


def consent_rules(session: Session) -> object:
    """What the consent card depends on, whatever the language and the reading level.

    Consent counts for the card as it was read: where this has changed, it is another card.
    """
    return session.header.visibility, session.header.retention_days
