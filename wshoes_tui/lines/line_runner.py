"""Line mode on standard input and output, from beginning to end, without losing a word."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from typing import Literal

from wshoes_tui.domain.commands import HandIn
from wshoes_tui.domain.draft_fields import words_of
from wshoes_tui.errors import StoreError, WshoesError
from wshoes_tui.flow import labels
from wshoes_tui.flow.questions import is_alone
from wshoes_tui.line_output.line_writer import (
    LineWriter,
    let_go_of_standard_output,
    terminal_columns,
    to_standard_output,
)
from wshoes_tui.line_output.render import consent_card
from wshoes_tui.lines.conversation import Conversation
from wshoes_tui.lines.facilitator_role import FacilitatorRole
from wshoes_tui.lines.home_stage import HomeStage
from wshoes_tui.lines.stdin import StandardInput, Stopped
from wshoes_tui.locale import _, language_of_environment, speech
from wshoes_tui.sessions.bootstrap import (
    backup_notice,
    open_deck_library,
    open_session_library,
    prepare_data_folder,
    told_when_slow,
)
from wshoes_tui.sessions.lazy_store import LazyStore
from wshoes_tui.sessions.session_library import SessionLibrary, StartedSession
from wshoes_tui.settings import Settings
from wshoes_tui.terminal.encodings import encoding_of

Kind = Literal["home", "rehearse", "play", "resume", "review", "paper"]


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
        width: cells in which lines are wrapped; 0 for those of the terminal, if there is one.

    Raises:
        WshoesError: it cannot be begun, or something is not kept at the end.
    """
    encoding = encoding_of()
    keyboard = StandardInput(to_standard_output, encoding.name)
    store = LazyStore(lambda: open_session_library(settings))
    library = SessionLibrary(store, open_deck_library(settings), store.lock)
    conversation = Conversation(
        LineWriter(keyboard.show_message, width, terminal_columns),
        library,
        settings=settings,
        data=settings.data,
        has_sessions=lambda: (
            store.begun or bool(settings.database) or settings.data.database.exists()
        ),
        copy_notice=lambda: backup_notice(settings),
    )
    role = FacilitatorRole(
        conversation, hide=keyboard.hide, settle=lambda: _settle(conversation, store)
    )
    conversation.speech.use(settings.language or language_of_environment(), easy=settings.easy)
    speech.set(conversation.speech)
    tell = partial(conversation.out.say, "Notice")
    with keyboard.open(), closing(store), told_when_slow(tell):
        try:
            if told := labels.encoding_told(encoding):
                conversation.out.say("Notice", told)
            if settings.database:  # before anybody speaks
                prepare_data_folder(settings)
                store.open_now()
            if kind == "home":
                conversation.home = HomeStage(conversation)
            else:
                prepare_data_folder(settings)
                _enter(conversation, kind, decks, reference, started)
            role.follow()
            return _converse(role, keyboard, store)
        except Stopped:  # before anybody could type
            let_go_of_standard_output()
            return 128 + keyboard.stopped
        finally:
            conversation.let_go()


def _enter(
    conversation: Conversation,
    kind: Kind,
    decks: Sequence[str],
    reference: str,
    started: StartedSession | None,
) -> None:
    library = conversation.library
    if kind == "resume":
        conversation.begin_session(library.resume(reference), resumed=True)
        return
    if kind == "paper":
        from wshoes_tui.lines.paper_stage import enter_slips

        enter_slips(conversation, reference)
        return
    if kind == "review":
        from wshoes_tui.lines.step_stages import ReviewStage

        conversation.begin_session(library.resume(reference))
        conversation.aside = ReviewStage(conversation)
        return
    language = conversation.language
    if kind == "rehearse":
        named = library.rehearse_named("".join(decks[:1]), language)
        conversation.begin_session(named)
        return
    names = decks or (library.first_deck(),)
    opened = [library.deck_library.open(name, language) for name in names]
    conversation.begin_session(library.group(opened, started))
    if conversation.session.state == "turns":
        consent_card(conversation.out, conversation.session, easy=conversation.easy)
        told = (
            _("Type /agree if you agree. Until then exports say that nobody has.")
            if is_alone(conversation.session)
            else _("Type /agree when everybody has agreed. Until then exports say that nobody has.")
        )
        conversation.out.say("Notice", told)


def _converse(role: FacilitatorRole, keyboard: StandardInput, store: LazyStore) -> int:
    """Work what is typed until they leave or a signal comes. Returns the exit status."""
    # Imported here because it takes long: the first card is written by now.
    from asyncio import Runner, SelectorEventLoop
    from selectors import SelectSelector

    from wshoes_tui.lines.line_loop import LineLoop, Outcome

    async def converse() -> int:
        # One line at a time: what is typed behind /leave is for the program that comes after.
        lines = LineLoop(role, keyboard, most_waiting=1)
        try:
            with keyboard.reading_into(lines):
                outcome = await lines.run()
            if outcome is not Outcome.STOPPED:
                return 0
        except Stopped:
            let_go_of_standard_output()
        return await _stop(role, keyboard, store, await lines.keep_unfinished())

    # Not epoll, which refuses regular files: a script may be redirected to standard input.
    with Runner(loop_factory=lambda: SelectorEventLoop(SelectSelector())) as runner:
        return runner.run(converse())


async def _settle(conversation: Conversation, store: LazyStore) -> None:
    """Keep what still waits, or write it to a file; where neither can be, say it back.

    Raises:
        WshoesError: not everything is kept; its last sentence says where the rest is.
    """
    try:
        await conversation.keep_held()
        store.settle()
    except WshoesError as error:
        where = _put_words_away(conversation)
        raise StoreError(
            error.what, kept=error.kept, todo=f"{error.todo} {where}".strip()
        ) from None
    if where := _put_words_away(conversation):
        conversation.out.say("Notice", where)


def _put_words_away(conversation: Conversation) -> str:
    """Write what could not be kept to a file, or say it back. A sentence on where it is."""
    try:
        conversation.put_words_away()
    except WshoesError as error:
        for held in (*conversation.refused, *conversation.unkept):
            if not isinstance(held.command, HandIn):  # it was written in private
                for words in words_of(held.command):
                    conversation.out.say("Draft", words)
        return str(error)
    return conversation.where_unkept


async def _stop(role: FacilitatorRole, keyboard: StandardInput, store: LazyStore, told: str) -> int:
    """After a signal: say one line if anybody still listens. Returns the exit status.

    ``told`` is what became of the last line, or empty.
    """
    try:
        try:
            await _settle(role.conversation, store)
            told = f"{told} {role.parting()}"
        except WshoesError as error:
            told = f"{told} {error}"
        if keyboard.in_a_line:
            role.out.end_line()
        role.out.say("End", told)
    except (Stopped, BrokenPipeError, WshoesError):
        let_go_of_standard_output()
    return 128 + keyboard.stopped
