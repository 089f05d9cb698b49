"""Promises: the sentences of the consent card, each with what keeps it and the test that shows it.

The card promises what the program can do, and nothing else: ``tests/test_promises.py`` goes
through this table.
"""

from __future__ import annotations

from collections.abc import Callable

from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Value, value
from wshoes_tui.flow.questions import is_alone
from wshoes_tui.locale import N_, _, many

Sentence = Callable[[Session, bool], str]
"""Of a session; and whether it is for somebody who reads it at a screen of their own."""


@value()
class Promise(Value):
    """One sentence of the consent card.

    Attributes:
        id: its name in the program.
        plain: the sentence in plain words.
        easy: the same in easy words. Either is empty where it is not to be said of a session.
        kept_by: commands of the command line and actions of the action table that keep it. None
            where it is a limit, told so that nobody expects more.
        test: the test that uses them, as ``file::name`` below ``tests``.
    """

    id: str
    plain: Sentence
    easy: Sentence
    kept_by: tuple[str, ...]
    test: str


def _how_long(session: Session, apart: bool) -> str:
    days = session.header.retention_days
    if session.was_on_paper:
        if not days:
            return _(
                "What is on the slips may be typed up, and is kept on the facilitator's computer "
                "until it is deleted."
            )
        return many(
            "What is on the slips may be typed up, and is kept on the facilitator's computer for "
            "{count} day, then deleted.",
            "What is on the slips may be typed up, and is kept on the facilitator's computer for "
            "{count} days, then deleted.",
            days,
        )
    if not days:
        if apart:
            return _("What you type is kept on the facilitator's computer, until it is deleted.")
        if is_alone(session):
            return _("What you type is kept on this computer, until it is deleted.")
        return _("What you say may be typed in and kept on this computer, until it is deleted.")
    if apart:
        return many(
            "What you type is kept on the facilitator's computer for {count} day, then deleted.",
            "What you type is kept on the facilitator's computer for {count} days, then deleted.",
            days,
        )
    if is_alone(session):
        return many(
            "What you type is kept on this computer for {count} day, then deleted.",
            "What you type is kept on this computer for {count} days, then deleted.",
            days,
        )
    return many(
        "What you say may be typed in and kept on this computer for {count} day, then deleted.",
        "What you say may be typed in and kept on this computer for {count} days, then deleted.",
        days,
    )


def _how_long_easy(session: Session, apart: bool) -> str:
    days = session.header.retention_days
    if is_alone(session) and not apart:
        where = _("What you write is kept. It stays on this computer.")
        then = many("It is deleted after {count} day.", "It is deleted after {count} days.", days)
        return f"{where} {then}" if days else where
    where = (
        _("We keep what you write. It stays on one computer.")
        if apart or session.was_on_paper
        else _("We write down what you say. It stays on this computer.")
    )
    if not days:
        return where
    then = many("After {count} day we delete it.", "After {count} days we delete it.", days)
    return f"{where} {then}"


def _what_stays(session: Session, _apart: bool) -> str:
    if not session.header.retention_days:
        return ""
    return _("Lightbulbs, pledges, and words that were chosen to be shared, stay.")


def _what_stays_easy(session: Session, apart: bool) -> str:
    if not session.header.retention_days:
        return ""
    if is_alone(session) and not apart:
        return _("New ideas and pledges stay. So do words that you choose to share.")
    return _("New ideas and pledges stay. So do words that we choose to share.")


def _names(session: Session, _apart: bool) -> str:
    if session.header.visibility == "named":
        return _("It is kept with your name.")
    if (candidate := session.candidate) is not None:
        return _(
            "What the candidate says is kept under {label}. What the panel writes about it is kept "
            "without names.",
            label=one_line(candidate.label),
        )
    if session.was_on_paper:
        return _("It is kept with the shoes, and with your name only if your slip says so.")
    return _("It is kept with the shoes you stand in, not with your name.")


def _names_easy(session: Session, apart: bool) -> str:
    if is_alone(session) and not apart:
        if session.header.visibility == "named":
            return _("Your name is kept with it.")
        return _("Your name is not kept with it.")
    if session.header.visibility == "named":
        return _("We write your name with it.")
    if (candidate := session.candidate) is not None:
        return _(
            "We write down what {label} says. The panel writes what it heard. We do not write "
            "which of them wrote it.",
            label=one_line(candidate.label),
        )
    if session.was_on_paper:
        return _("We do not write your name with it, unless you ask us to.")
    return _("We do not write your name with it.")


PANEL_PAGES = N_(
    "What the panel writes is hidden until all is revealed, and then no trace of who wrote what "
    "is kept."
)


def _whose_turn(session: Session, _apart: bool) -> str:
    if session.was_on_paper:  # nobody's turn is kept of it
        return ""
    if session.is_for_hiring:  # all turns are the candidate's
        return "" if session.is_named else _(PANEL_PAGES)
    return _(
        "Whose turn it was is kept too. In write first, your page stands under your "
        "seat until all is revealed, and then no trace of who wrote what is kept."
    )


def _whose_turn_easy(session: Session, apart: bool) -> str:
    if session.was_on_paper or session.is_for_hiring or (is_alone(session) and not apart):
        return ""
    return _("We also write down whose turn it was.")


def _leaving(session: Session, apart: bool) -> str:
    if apart or session.was_on_paper:
        return _("It leaves that computer only if it is exported. Ask what will be in that.")
    if is_alone(session):
        return _("It leaves this computer only if you export it.")
    return _("It leaves this computer only if it is exported. Ask what will be in that.")


def _leaving_easy(session: Session, apart: bool) -> str:
    if is_alone(session) and not apart:
        return _("It stays here until you share it.")
    return _("We may share some of it later. You can ask what we share.")


def _taken_out(session: Session, apart: bool) -> str:
    if apart:
        return _("You can take your words out, today or later: with your own key, or just say so.")
    if is_alone(session):
        return _("You can take your words out, today or later.")
    return _("You can have your words taken out, today or later. Just say so.")


def _taken_out_easy(session: Session, apart: bool) -> str:
    if is_alone(session) and not apart:
        return _("You can take your words out, today or later.")
    return _("You can ask us to take your words out, today or later.")


def _heard(session: Session, apart: bool) -> str:
    if is_alone(session) and not apart:
        return ""
    return _("The others here have heard you. Ask them to keep your story here.")


def _heard_easy(session: Session, apart: bool) -> str:
    return "" if is_alone(session) and not apart else _("Other people here can hear you.")


def _always(text: str) -> Sentence:
    return lambda _session, _apart: _(text)


PROMISES = (
    Promise(
        "kept",
        _how_long,
        _how_long_easy,
        ("keep", "due", "erase"),
        "test_retention.py::test_words_are_deleted_at_their_date_after_a_yes",
    ),
    Promise(
        "stays",
        _what_stays,
        _what_stays_easy,
        ("due", "summary"),
        "test_promises.py::test_words_are_kept_until_the_day_that_was_said",
    ),
    Promise(
        "names",
        _names,
        _names_easy,
        ("show", "export"),
        "test_promises.py::test_nobody_sees_who_wrote_what",
    ),
    Promise(
        "turns",
        _whose_turn,
        _whose_turn_easy,
        ("show",),
        "storage/test_unlinkable.py::test_the_folder_tells_no_more_than_the_export",
    ),
    Promise(
        "leaving",
        _leaving,
        _leaving_easy,
        ("export", "show"),
        "test_promises.py::test_words_leave_the_data_folder_only_by_an_export",
    ),
    Promise(
        "taken out",
        _taken_out,
        _taken_out_easy,
        ("erase", "said", "remove"),
        "test_promises.py::test_words_are_taken_out_the_next_day",
    ),
    Promise(
        "heard",
        _heard,
        _heard_easy,
        (),
        "",
    ),
    Promise(
        "pass",
        _always(N_("You may pass at any time. You need no reason.")),
        _always(N_("You can say: I pass. You do not have to say why.")),
        ("pass",),
        "domain/test_engine_turns.py::test_a_pass_is_respected",
    ),
)


def consent_sentences(session: Session, *, easy: bool, apart: bool = False) -> list[str]:
    """The consent card, true to how the session keeps things.

    Args:
        session: the session, whose rules the card tells.
        easy: whether in easy words.
        apart: whether it is for somebody who reads it at a screen of their own.
    """
    said = ((one.easy if easy else one.plain)(session, apart) for one in PROMISES)
    return [sentence for sentence in said if sentence]


def consent_rules(session: Session) -> object:
    """What the consent card depends on, whatever the language and the reading level.

    Consent counts for the card as it was read: where this has changed, it is another card.
    """
    header = session.header
    candidate = session.candidate.label if session.candidate is not None else ""
    return header.visibility, header.retention_days, candidate
