"""What is kept of a turn: responses, drafts, lightbulbs, pledges, the car park, own cards."""

from __future__ import annotations

from typing import Any

from wshoes_tui.domain.commands import (
    AddLightbulb,
    AddPledge,
    ChangePledge,
    EditResponse,
    KeepDraft,
    ParkTopic,
    PlaceCard,
    Remove,
    Say,
    ShowAs,
)
from wshoes_tui.domain.engine import (
    NO_CHANGE,
    NO_SUCH_SHOES,
    Refusal,
    UnitOfWork,
    are_told_apart,
    find,
    handles,
    heard,
    hide_shoes,
    must_be_running,
    open_turn,
    the_seat,
    words_of,
)
from wshoes_tui.domain.handlers.participant_handler import turn_named
from wshoes_tui.domain.handlers.turn_handler import ON_A_TURN
from wshoes_tui.domain.handlers.writing_handler import page_of
from wshoes_tui.domain.models import (
    Draft,
    Lightbulb,
    ParkedTopic,
    Pledge,
    PledgeNote,
    Response,
    WildCard,
)
from wshoes_tui.domain.value import replace
from wshoes_tui.limits import TITLE


@handles(Say)
def say(work: UnitOfWork, command: Say) -> None:
    """Keep words on the open turn, in somebody's shoes, and empty the field they came from."""
    session = work.session
    must_be_running(session)
    own = command.draft == "own"
    turn = turn_named(session, command.draft, command.seat, command.turn) or open_turn(session)
    if turn.phase == "writing":
        raise Refusal("People are still writing. Hand in, or reveal first.")
    deck = session.deck(turn.deck)
    shoes = command.shoes or turn.shoes
    if deck is not None and deck.pair(shoes) is None:
        raise Refusal(NO_SUCH_SHOES)
    if command.seat is not None:
        the_seat(session, command.seat)
    visibility = command.visibility or session.header.visibility
    said = session.said(turn)
    work.put_words(
        Response(
            id=work.env.new_id(),
            turn=turn.id,
            shoes=shoes,
            text=words_of(command.text),
            place=said[-1].place + 1 if said else 1,
            seat=command.seat if visibility == "named" else None,
            visibility=visibility,
        ),
        command.seat,
    )
    if command.seat != turn.seat or turn.state != "open":
        heard(work, command.seat)
    field = session.draft(command.draft, turn.id, command.seat)
    if own:
        if field is not None:
            work.drop_aside(field)
    elif field is not None or command.draft == "voice" or command.seat != turn.seat:
        drop_draft(work, command.draft, command.seat)
    else:  # the one who has the turn speaks through the field of the group
        drop_draft(work, command.draft)
    hide_shoes(work, turn)


@handles(EditResponse)
def edit_response(work: UnitOfWork, command: EditResponse) -> None:
    """Put a response of any turn right, after the closing too."""
    response = _response(work, command.response)
    if response.text == command.text:
        raise Refusal(NO_CHANGE)
    text = words_of(command.text)
    work.change_words(response, replace(response, text=text, **NOT_REVIEWED))


@handles(ShowAs)
def show_as(work: UnitOfWork, command: ShowAs) -> None:
    """Change the visibility; a name that is taken off is gone, from the steps too."""
    response = _response(work, command.response)
    if response.visibility == command.visibility:
        raise Refusal("It is kept like that already.")
    if command.visibility == "named":
        raise Refusal("These words were kept without a name, and nobody knows it any more.")
    work.final = response.seat is not None
    work.put(replace(response, visibility=command.visibility, seat=None))
    if work.final:
        # The step itself must not remember the name either.
        work.step = [replace(c, before=_nameless(c.before)) for c in work.step]


def _nameless(record: Any) -> Any:
    return replace(record, seat=None) if isinstance(record, Response) else record


def _response(work: UnitOfWork, response_id: str) -> Response:
    response = find(work.session, Response, response_id)
    if response is None:
        raise Refusal("There is no such response.")
    return response


@handles(KeepDraft)
def keep_draft(work: UnitOfWork, command: KeepDraft) -> None:
    """Keep what stands in a field, as it stands."""
    session = work.session
    must_be_running(session)
    if command.seat is not None:
        the_seat(session, command.seat)
    on = turn_named(session, command.kind, command.seat, command.turn)
    turn = on.id if on else None
    draft = session.draft(command.kind, turn, command.seat)
    hidden = command.kind == "own" and are_told_apart(session, turn)
    shoes = "" if hidden else command.shoes
    if command.kind == "private":
        page = page_of(work, command.seat)
        if page.handed_in:
            raise Refusal("This seat is not writing now.")
        work.put_aside(replace(page, text=command.text))
    elif not command.text:
        if draft is not None:
            work.drop_aside(draft)
    elif draft is not None:
        work.put_aside(replace(draft, text=command.text, shoes=shoes))
    else:
        work.put_aside(
            Draft(
                id=work.env.new_id(),
                kind=command.kind,
                text=command.text,
                turn=turn,
                seat=command.seat,
                shoes=shoes,
            )
        )


def drop_draft(work: UnitOfWork, kind: Any, seat: str | None = None) -> None:
    """Empty a field of the open turn, or of the session."""
    session = work.session
    turn = session.turn.id if session.turn and kind in ON_A_TURN else None
    draft = session.draft(kind, turn, seat)
    if draft is not None:
        work.drop_aside(draft)


def _must_be_free_to_keep(work: UnitOfWork, seat: str | None) -> None:
    must_be_running(work.session)
    if seat is not None:
        the_seat(work.session, seat)


@handles(AddLightbulb)
def add_lightbulb(work: UnitOfWork, command: AddLightbulb) -> None:
    """Keep a lightbulb, on the open turn if there is one."""
    _must_be_free_to_keep(work, command.seat)
    words_of(command.now_see + command.used_to_think)
    if command.response is not None:
        _response(work, command.response)
    turn = work.session.turn
    shoes = turn.shoes if turn else ""
    if turn is not None and command.shoes is not None:
        deck = work.session.deck(turn.deck)
        if deck is None or deck.pair(command.shoes) is None:
            raise Refusal(NO_SUCH_SHOES)
        shoes = command.shoes
    work.put_words(
        Lightbulb(
            id=work.env.new_id(),
            used_to_think=command.used_to_think,
            now_see=command.now_see,
            turn=turn.id if turn else None,
            shoes=shoes,
            response=command.response,
        ),
        command.seat,
    )
    drop_draft(work, "lightbulb", command.seat)


@handles(AddPledge)
def add_pledge(work: UnitOfWork, command: AddPledge) -> None:
    """Keep a pledge; owner and date may follow in the closing round."""
    _must_be_free_to_keep(work, command.seat)
    turn = work.session.turn
    today = work.env.now().date()
    work.put_words(
        Pledge(
            id=work.env.new_id(),
            text=words_of(command.text),
            owner=command.owner.strip(),
            by_when=command.by_when,
            horizon=command.horizon,
            history=(PledgeNote(on=today, state="open"),),
            turn=turn.id if turn else None,
        ),
        command.seat,
    )
    drop_draft(work, "pledge", command.seat)


@handles(ChangePledge)
def change_pledge(work: UnitOfWork, command: ChangePledge) -> None:
    """Complete a pledge. Its state may change long after the session was closed."""
    pledge = find(work.session, Pledge, command.pledge)
    if pledge is None:
        raise Refusal("There is no such pledge.")
    parts: dict[str, Any] = {
        name: value
        for name in ("text", "owner", "by_when", "horizon", "state")
        if (value := getattr(command, name)) is not None
    }
    if command.owner is not None:
        parts["owner"] = command.owner.strip()
    if "text" in parts and words_of(parts["text"]) != pledge.text:
        parts |= NOT_REVIEWED
    changed = replace(pledge, **parts)
    if changed == pledge and not command.note:
        raise Refusal(NO_CHANGE)
    if changed.state != pledge.state or command.note:
        line = PledgeNote(on=work.env.now().date(), state=changed.state, note=command.note)
        changed = replace(changed, history=(*changed.history, line))
    work.put(changed)


@handles(ParkTopic)
def park_topic(work: UnitOfWork, command: ParkTopic) -> None:
    """Keep a topic for later."""
    _must_be_free_to_keep(work, command.seat)
    turn = work.session.turn
    work.put_words(
        ParkedTopic(
            id=work.env.new_id(),
            text=words_of(command.text),
            turn=turn.id if turn else None,
        ),
        command.seat,
    )
    drop_draft(work, "park", command.seat)


@handles(PlaceCard)
def place_card(work: UnitOfWork, command: PlaceCard) -> None:
    """Put a card of the group's own on the table."""
    session = work.session
    _must_be_free_to_keep(work, command.seat)
    if not session.decks:
        raise Refusal("Choose at least one deck first: its shoes are what you stand in.")
    deck = command.deck or (session.turn.deck if session.turn else session.decks[0].deck.id)
    if session.deck(deck) is None:
        raise Refusal("That deck is not part of this session.")
    words_of(command.title + command.text)
    title = command.title.strip() or command.text.strip().split("\n")[0]
    text = command.text
    if len(command.title.strip()) > TITLE:  # what the title cannot hold, the text must
        text = f"{command.title}\n\n{text}".rstrip("\n")
    work.put(WildCard(id=work.env.new_id(), deck=deck, title=title[:TITLE], text=text))
    drop_draft(work, "wild", command.seat)


NOT_REVIEWED: dict[str, Any] = {"review": "", "shared_text": ""}
"""What changed words are: nobody has looked through these."""
REMOVABLE = (Response, Lightbulb, Pledge, ParkedTopic, WildCard)


@handles(Remove)
def remove(work: UnitOfWork, command: Remove) -> None:
    """Take one thing out, of any turn, after the closing too."""
    for kind in REMOVABLE:
        record = find(work.session, kind, command.record)
        if record is None:
            continue
        if isinstance(record, WildCard):
            must_be_running(work.session)
        if any(turn.card == record.id for turn in work.session.turns):
            raise Refusal("This card was played. It stays in the record.")
        for bulb in work.session.lightbulbs:
            if bulb.response == record.id:
                work.change_words(bulb, replace(bulb, response=None))
        work.change_words(record, None)
        return
    raise Refusal("There is nothing of that kind to take back.")
