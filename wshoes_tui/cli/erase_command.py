"""The command erase: a session, a seat or some words, for good; and one's own, by one's key."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from wshoes_tui.cli.console import counted, write_error, write_line
from wshoes_tui.cli.options import GivenOptions, UsageError, json_refused
from wshoes_tui.cli.stored_sessions import SHORT, has_begun
from wshoes_tui.domain.erasure import WORDS
from wshoes_tui.domain.models import Seat, Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.domain.value import Refusal
from wshoes_tui.errors import NotFoundError, WshoesError
from wshoes_tui.flow.erasure_flow import HOLDS_UNSAVED
from wshoes_tui.locale import N_, _
from wshoes_tui.sessions.eraser import ErasureReport, erase_records, erase_session
from wshoes_tui.sessions.session_library import SessionLibrary
from wshoes_tui.storage import inspection
from wshoes_tui.storage.session_list import not_found

UNNAMED = N_(
    "Words that were kept without a name are nobody's in the record: only whoever wrote them can "
    "find them, with their own key (wshoes erase SESSION --key)."
)
NOTHING_ERASED = N_("Nothing was erased.")


def erase(
    given: GivenOptions,
    reference: str,
    *,
    seat: str | None,
    responses: Sequence[str],
    key: bool,
    yes: bool,
) -> int:
    """Erase what was asked for, after a yes; then name what could not be reached.

    Raises:
        UsageError: more than one kind of thing was asked for.
        WshoesError: there is no such thing, it could not be erased, or nobody can be asked.
    """
    if given.json:
        raise json_refused()
    if sum((seat is not None, bool(responses), key)) > 1:
        raise UsageError(
            _("One at a time: --seat, --response or --key."), todo=_("Leave the others out.")
        )
    if not yes and not (key or _can_ask()):
        raise _nobody_to_ask()
    if not has_begun(given.settings):
        raise not_found()
    from wshoes_tui.sessions.bootstrap import open_session_library

    library = open_session_library(given.settings)
    try:
        session_id = library.store.find(reference)
        if seat is None and not responses and not key:
            report = _whole(given, library, session_id, yes=yes)
        else:
            report = _parts(given, library, session_id, seat, responses, key=key, yes=yes)
    finally:
        library.store.close()
    if report is None:
        return 1
    if inspection.is_server(given.settings.database):
        write_error(_("The server's own journals and copies are out of reach: ask who runs it."))
    return _tell(report)


def _can_ask() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _nobody_to_ask() -> WshoesError:
    return WshoesError(
        _("Nobody can be asked here for a yes."),
        kept=_(NOTHING_ERASED),
        todo=_("Say so beforehand with --yes."),
    )


def _agreed(question: str, *, yes: bool) -> bool:
    """Whether somebody says yes. A person must type the word: what follows is final."""
    if yes:
        return True
    if not _can_ask():
        raise _nobody_to_ask()
    write_error(question)
    write_error(_('This is final. Type "yes" to erase:'))
    if sys.stdin.readline().strip().casefold() == "yes":
        return True
    write_error(_(NOTHING_ERASED))
    return False


def _whole(
    given: GivenOptions, library: SessionLibrary, session_id: str, *, yes: bool
) -> ErasureReport | None:
    [line] = [one for one in library.store.sessions() if one.id == session_id]
    held = f"{counted(line.responses, 'response')}, {counted(line.pledges, 'pledge')}"
    title = one_line(line.title)
    if not _agreed(
        _(
            "Erase session {session_id}, {title}, with {held}?",
            session_id=session_id[:SHORT],
            title=title,
            held=held,
        ),
        yes=yes,
    ):
        return None
    with library.locker(session_id):
        report = erase_session(given.settings, library.store, session_id)
    write_error(
        _(
            "Erased: session {session_id}, and all copies of it in the data folder.",
            session_id=session_id[:SHORT],
        )
    )
    return report


def _parts(
    given: GivenOptions,
    library: SessionLibrary,
    session_id: str,
    seat: str | None,
    responses: Sequence[str],
    *,
    key: bool,
    yes: bool,
) -> ErasureReport | None:
    live = library.resume(session_id)
    try:
        session = live.session
        if key:
            ids = _of_key(session)
        elif seat is not None:
            ids = [_seat_called(session, seat).id]
        else:
            ids = [_words_called(session, one) for one in responses]
        what = (
            counted(len(ids), "record of your words")
            if key
            else (
                _("seat {seat}", seat=one_line(seat))
                if seat is not None
                else counted(len(ids), "record")
            )
        )
        if not _agreed(
            _("Erase {what} from session {session_id}?", what=what, session_id=session_id[:SHORT]),
            yes=yes,
        ):
            return None
        try:
            report = erase_records(given.settings, library.store, live, ids)
        except Refusal as refusal:
            raise WshoesError(str(refusal), kept=_(NOTHING_ERASED)) from None
    finally:
        live.release()
    write_error(
        _("Erased: {what}, from the session and all copies of it in the data folder.", what=what)
    )
    if seat is not None:
        write_error(_(UNNAMED))
    return report


def _of_key(session: Session) -> list[str]:
    """The ids of all words whose tag fits a key that is asked for without echo."""
    from wshoes_tui.domain.writer_key import slow_hash, written_with

    ids = list(written_with(session, slow_hash(_ask_key(), session.id)))
    if not ids:
        raise NotFoundError(
            _("No words of this session fit that key."),
            kept=_(NOTHING_ERASED),
            todo=_(
                "Look at each letter of the key. Words from a shared keyboard have no key: the "
                "facilitator can erase them with --response."
            ),
        )
    return ids


def _ask_key() -> str:
    if not _can_ask():  # a pipe shows nothing
        return sys.stdin.readline().strip() if sys.stdin is not None else ""
    from getpass import getpass

    try:
        return getpass(_("Your key (it is not shown): "))
    except EOFError:
        return ""


def _seat_called(session: Session, label: str) -> Seat:
    wanted = label.strip().casefold()
    found = [one for one in session.seats if one.label.casefold() == wanted]
    if not found:
        raise NotFoundError(
            _("There is no seat of that name in this session."),
            kept=_(NOTHING_ERASED),
            todo=_("See: wshoes show {id}", id=session.id[:SHORT]),
        )
    return found[0]


def _words_called(session: Session, reference: str) -> str:
    """The id of words, from the id or an unambiguous beginning of it."""
    wanted = reference.strip().lower()
    known = [record.id for record in session.records() if isinstance(record, WORDS)]
    found = [one for one in known if wanted and one.startswith(wanted)]
    if len(found) != 1:
        what = _("no words") if not found else _("{found} records", found=len(found))
        raise NotFoundError(
            _("There are {what} with that id in this session.", what=what),
            kept=_(NOTHING_ERASED),
            todo=_("The ids stand in: wshoes export SESSION --format json --out -"),
        )
    return found[0]


def _tell(report: ErasureReport) -> int:
    """Name what could not be reached; status 1 where the program itself has left something."""
    if report.exports:
        write_error(_("Exports are out of reach. Delete these files yourself, and copies of them:"))
        for path in report.exports:
            write_line(one_line(str(path)))
    if report.unsaved:
        write_error(_(HOLDS_UNSAVED))
        for path in report.unsaved:
            write_line(one_line(str(path)))
    if not report.left:
        return 0
    write_error(
        _(
            "These files could not be cleaned, and may still hold the words. Everything else is "
            "erased. Delete them yourself, or close other programs and erase once more:"
        )
    )
    for path in report.left:
        write_line(one_line(str(path)))
    return 1
