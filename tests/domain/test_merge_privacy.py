"""What a merge takes along of another copy, and what stays on the machine where it was typed."""

from __future__ import annotations

from dataclasses import replace

from tests.build import Play
from wshoes_tui.domain.commands import GiveFeedback, KeepDraft, Say, ShowAs
from wshoes_tui.domain.erasure import without_erased
from wshoes_tui.domain.merge import merge, travelling

WRITER = "a" * 12


def a_play() -> Play:
    """Asha said something with her name and without it, and types."""
    play = Play.begun("Asha, Tom", visibility="named")
    asha = play.id_of("Asha")
    play.do(Say("With my name.", asha), Say("Without it.", asha))
    play.do(ShowAs(play.last.id, "shoes"), KeepDraft("own", "Half a sen", asha))
    play.do(GiveFeedback("heard", "Yes.", asha, apart=True))
    return play


def test_what_was_erased_here_does_not_come_with_a_copy_of_a_session_that_is_not_here() -> None:
    session = a_play().session
    gone = session.responses[0].id
    merged = merge(None, session, erased={gone})
    assert [one.text for one in merged.session.responses] == ["Without it."]
    other = replace(session, erased=(session.responses[1].id,))
    assert [one.text for one in merge(None, other).session.responses] == ["With my name."]


def test_drafts_and_who_spoke_without_a_name_do_not_travel() -> None:
    session = a_play().session
    asha = session.seats[0].id
    told = replace(session, responses=tuple(replace(r, seat=asha) for r in session.responses))
    gone = travelling(told)
    assert (gone.drafts, gone.done, gone.heard) == ((), (), ())
    assert [one.seat for one in gone.responses] == [asha, None]
    assert [one.seat for one in gone.feedback] == [asha]
    unnamed = replace(told, header=replace(told.header, visibility="shoes"))
    assert [one.seat for one in travelling(unnamed).feedback] == [None]


def test_what_is_typed_here_stays_where_a_newer_copy_is_taken() -> None:
    session = a_play().session
    present = replace(session, version=session.version.bumped(WRITER))
    play = a_play()
    play.session = present
    play.do(Say("Later."))
    newer = replace(play.session, version=present.version.bumped(WRITER), drafts=())
    merged = merge(present, newer)
    assert merged.is_newer
    assert [one.text for one in merged.session.drafts] == ["Half a sen"]
    assert merged.session.responses[-1].text == "Later."


def test_named_words_go_with_their_seat_though_nobody_listed_them() -> None:
    session = a_play().session
    left = without_erased(session, {session.seats[0].id})
    assert [one.text for one in left.responses] == ["Without it."]
    assert left.feedback == ()
    assert left.drafts == ()
