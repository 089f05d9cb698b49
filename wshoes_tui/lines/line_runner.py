"""Line mode from beginning to end: in, line by line, and out without losing one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import Literal

from wshoes_tui.domain.commands import HandIn
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.flow import labels
from wshoes_tui.flow.draft_fields import words_of
from wshoes_tui.lines import render
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.line_splitter import Stopped
from wshoes_tui.lines.line_writer import LineWriter, let_go_of_standard_output, to_standard_output
from wshoes_tui.lines.render import consent_card
from wshoes_tui.lines.stages.home_stage import HomeStage
from wshoes_tui.lines.stdin import StandardInput
from wshoes_tui.locale import _, language_of_environment, speech
from wshoes_tui.sessions.bootstrap import open_deck_library, open_session_library
from wshoes_tui.sessions.lazy_store import LazyStore
from wshoes_tui.sessions.session_library import SessionLibrary, StartedSession
from wshoes_tui.settings import Settings
from wshoes_tui.terminal.encodings import encoding_of

Kind = Literal["home", "rehearse", "play", "resume"]


def run_plain(
    settings: Settings,
    kind: Kind,
    *,
    decks: Sequence[str] = (),
    reference: str = "",
    started: StartedSession | None = None,
    width: int = 0,
) -> int:
    """Hold a conversation over standard input and output. Returns the exit status.

    Args:
        settings: what the run was told.
        kind: Home, or straight into a session.
        decks: names of decks; the first deck there is where none is named.
        reference: which session to resume; the newest unfinished one where it is empty.
        started: how a group session is begun.
        width: cells in which lines are wrapped; 0 leaves each thing on one line.

    Raises:
        WshoesError: it cannot be begun, or something is not kept at the end.
    """
    encoding = encoding_of()
    keyboard = StandardInput(encoding.name)
    store = LazyStore(lambda: open_session_library(settings))
    desk = SessionLibrary(store, open_deck_library(settings), store.lock)
    room = Conversation(
        LineWriter(keyboard.guarding(to_standard_output), width),
        keyboard,
        desk,
        language=settings.language or None,
        data=settings.data,
        has_sessions=lambda: (
            store.begun or bool(settings.database) or settings.data.database.exists()
        ),
    )
    room.speech.use(settings.language or language_of_environment(), easy=settings.easy)
    speech.set(room.speech)
    with keyboard.open(), closing(store):
        try:
            if told := labels.encoding_told(encoding):
                room.out.say("Notice", told)
            if settings.database:  # before anybody speaks
                settings.data.make()
                store.open_now()
            if kind == "home":
                room.home = HomeStage(room)
            else:
                settings.data.make()
                _enter(room, kind, decks, reference, started)
            return _converse(room, store)
        except Stopped as stopped:
            return _stop(room, store, stopped)
        finally:
            room.let_go()


def _enter(
    room: Conversation,
    kind: Kind,
    decks: Sequence[str],
    reference: str,
    started: StartedSession | None,
) -> None:
    desk = room.desk
    if kind == "resume":
        room.begin(desk.resume(reference), resumed=True)
        return
    names = decks or (desk.first_deck(),)
    opened = [desk.shelf.open(name, room.language) for name in names]
    if kind == "rehearse":
        room.begin(desk.rehearse(opened[0]))
        return
    room.begin(desk.group(opened, started))
    if room.session.state == "turns":
        consent_card(room.out, room.session, easy=room.easy)


def _converse(room: Conversation, store: LazyStore) -> int:
    room.follow()
    while not room.over:
        if room.live is not None:
            store.begin()
        line = room.lines.next()
        if line is None:
            break
        room.take(line)
    if not room.over and (told := _keep_rest(room)[0]):
        room.out.say("Notice", told)
    _settle(room, store)
    room.out.say("End", _parting(room))
    return 0


def _keep_rest(room: Conversation) -> tuple[str, bool]:
    """Keep a last line that has no end.

    Returns what became of it (nothing where there is none), and whether it still stands on a
    terminal.
    """
    rest = room.lines.rest()
    if rest is None or not (rest.text.strip() or rest.too_long):
        return "", rest is not None and rest.shown
    return room.keep_unfinished(rest), rest.shown


def _settle(room: Conversation, store: LazyStore) -> None:
    """Keep what still waits, or write it to a file; where neither can be, say it back.

    Raises:
        WshoesError: not everything is kept; its last sentence says where the rest is.
    """
    try:
        room.keep_held()
        store.settle()
    except WshoesError as error:
        where = _put_words_away(room)
        raise StoreError(
            error.what, kept=error.kept, todo=f"{error.todo} {where}".strip()
        ) from None
    if where := _put_words_away(room):
        room.out.say("Notice", where)


def _put_words_away(room: Conversation) -> str:
    """Write what could not be kept to a file, or say it back. A sentence on where it is."""
    try:
        room.put_words_away()
    except WshoesError as error:
        for held in (*room.refused, *room.unkept):
            if not isinstance(held.command, HandIn):  # it was written in private
                for words in words_of(held.command):
                    room.out.say("Draft", words)
        return str(error)
    return room.where_unkept


def _parting(room: Conversation) -> str:
    if room.live is None:
        return _("Goodbye.")
    reference = room.session.id[: render.SHORT_ID]
    if room.session.state == "closed":
        return _(
            "The session is closed and kept. See it with: wshoes show {session}", session=reference
        )
    return _("Everything is kept. Go on with: wshoes resume {session}", session=reference)


def _stop(room: Conversation, store: LazyStore, stopped: Stopped) -> int:
    """A signal: keep what was typed, say one line if anybody still listens, and go."""
    if stopped.unheard:
        let_go_of_standard_output()
    told, shown = _keep_rest(room)
    try:
        told = f"{told} {_stopped_told(room, store)}"
        if shown or stopped.shown:
            room.out.end_line()
        room.out.say("End", told)
    except (Stopped, BrokenPipeError, WshoesError):
        let_go_of_standard_output()
    return 128 + stopped.number


def _stopped_told(room: Conversation, store: LazyStore) -> str:
    try:
        _settle(room, store)
    except WshoesError as error:
        return str(error)
    return _parting(room)
