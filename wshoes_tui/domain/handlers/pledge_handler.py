"""Pledges: kept and completed in their own session, and updated by the sessions that follow."""

from __future__ import annotations

from typing import Any

from wshoes_tui.domain.commands import AddPledge, ChangePledge, UpdatePledge
from wshoes_tui.domain.engine import (
    CLOSED,
    NO_CHANGE,
    Refusal,
    UnitOfWork,
    find,
    handles,
    must_fit,
    words_of,
)
from wshoes_tui.domain.handlers.participant_handler import NO_SUCH_TURN
from wshoes_tui.domain.handlers.response_handler import (
    NOT_REVIEWED,
    drop_draft,
    must_be_free_to_keep,
    the_response,
)
from wshoes_tui.domain.models import Lightbulb, Pledge, PledgeNote, PledgeUpdate
from wshoes_tui.domain.value import replace
from wshoes_tui.locale import N_


@handles(AddPledge)
def add_pledge(work: UnitOfWork, command: AddPledge) -> None:
    """Keep a pledge; what is missing of it may follow in the closing round."""
    must_be_free_to_keep(work, command.seat)
    must_fit(command.condition)
    if command.response is not None:
        the_response(work, command.response)
    if command.lightbulb is not None and find(work.session, Lightbulb, command.lightbulb) is None:
        raise Refusal("There is no such lightbulb.")
    turn = work.session.turn
    if command.turn is not None:
        turn = next((one for one in work.session.turns if one.id == command.turn), None)
        if turn is None:
            raise Refusal(NO_SUCH_TURN)
    work.put_words(
        Pledge(
            id=work.env.new_id(),
            text=words_of(command.text),
            owner=command.owner.strip(),
            by_when=command.by_when,
            horizon=command.horizon,
            history=(PledgeNote(on=work.env.now().date(), state="open"),),
            turn=turn.id if turn else None,
            condition=command.condition,
            scope=command.scope,
            lightbulb=command.lightbulb,
            response=command.response,
        ),
        command.seat,
    )
    drop_draft(work, "pledge", command.seat)


@handles(ChangePledge)
def change_pledge(work: UnitOfWork, command: ChangePledge) -> None:
    """Complete a pledge of this session, or say how it stands."""
    pledge = _the_pledge(work, command.pledge)
    parts: dict[str, Any] = {
        name: value
        for name in ("text", "condition", "owner", "by_when", "horizon", "scope", "state")
        if (value := getattr(command, name)) is not None
    }
    if command.no_day:
        parts["by_when"] = None
    if command.owner is not None:
        parts["owner"] = command.owner.strip()
    must_fit(command.note)
    must_fit(command.condition or "")
    words_of(parts.get("text", pledge.text))
    changed = replace(pledge, **parts)
    if changed == pledge and not command.note:
        raise Refusal(NO_CHANGE)
    if changed.state != pledge.state or command.state == "changed" or command.note:
        reworded = command.state == "changed" and changed.text != pledge.text
        line = PledgeNote(
            on=work.env.now().date(),
            state=changed.state,
            note=command.note,
            was=pledge.text if reworded else "",
        )
        changed = replace(changed, history=(*changed.history, line))
    words = (changed.text, changed.condition, command.note)
    if words != (pledge.text, pledge.condition, ""):
        changed = replace(changed, **NOT_REVIEWED)
    work.put(changed)


@handles(UpdatePledge)
def update_pledge(work: UnitOfWork, command: UpdatePledge) -> None:
    """Keep how a pledge of an earlier session stands; a second answer replaces the first."""
    session = work.session
    if command.made_in == session.id:
        _the_pledge(work, command.pledge)
    elif session.state == "closed":
        raise Refusal(CLOSED)
    if command.state == "changed":
        words_of(command.text)
    must_fit(command.text)
    must_fit(command.note)
    update = PledgeUpdate(
        id=work.env.new_id(),
        pledge=command.pledge,
        made_in=command.made_in,
        on=work.env.now().date(),
        state=command.state,
        note=command.note,
        text=command.text,
    )
    same = (command.pledge, update.on)
    before = next((one for one in session.pledge_updates if (one.pledge, one.on) == same), None)
    if before is None:
        work.put_words(update, None)
        return
    update = replace(update, id=before.id, revision=before.revision, tag=before.tag)
    if (update.text, update.note) == (before.text, before.note):
        update = replace(update, review=before.review, shared_text=before.shared_text)
    if update == before:
        raise Refusal(NO_CHANGE)
    work.change_words(before, update)


def _the_pledge(work: UnitOfWork, pledge_id: str) -> Pledge:
    pledge = find(work.session, Pledge, pledge_id)
    if pledge is None:
        raise Refusal(NO_SUCH_PLEDGE)
    return pledge


NO_SUCH_PLEDGE = N_("There is no such pledge.")
