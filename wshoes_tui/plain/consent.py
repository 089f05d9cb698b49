"""The consent card in plain words, true to how the session keeps things."""

from __future__ import annotations

from wshoes_tui.domain.models import Session
from wshoes_tui.locale import _
from wshoes_tui.plain.out import Out


def consent_card(out: Out, session: Session, *, easy: bool) -> None:
    """The whole card, one sentence a line."""
    for sentence in easy_sentences(session) if easy else sentences(session):
        out.say("Consent", sentence)


def sentences(session: Session) -> list[str]:
    """The card."""
    named = session.header.visibility == "named"
    return [
        _("What you say may be typed in and kept on this computer, until somebody deletes it."),
        _("It is kept with your name.")
        if named
        else _("It is kept with the shoes you stand in, not with your name."),
        _("Whose turn it was is kept too. Write first keeps no trace of who wrote what."),
        _("It leaves this computer only if it is exported. Ask what will be in that."),
        _("You can have your words taken out before we close. Just say so."),
        _("The others here have heard you. Ask them to keep your story here."),
        _("You may pass at any time. You need no reason."),
    ]


def easy_sentences(session: Session) -> list[str]:
    """The same in easy words."""
    named = session.header.visibility == "named"
    return [
        _("We write down what you say. It stays on this computer."),
        _("We write your name with it.") if named else _("We do not write your name with it."),
        _("We also write down whose turn it was."),
        _("We may share some of it later. You can ask what we share."),
        _("You can ask us to take your words out. Ask before we finish."),
        _("Other people here can hear you."),
        _("You can say: I pass. You do not have to say why."),
    ]
