"""What is kept of a turn: responses, drafts, lightbulbs, the car park, own cards; their removal."""

from __future__ import annotations

from typing import Any

from wshoes_tui.domain.commands import (
    AddLightbulb,
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
    STILL_WRITING,
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
from wshoes_tui.domain.handlers.writing_handler import evidence_in, page_of, put_evidence
from wshoes_tui.domain.models import (
    FIELDS,
    Draft,
    Evidence,
    Lightbulb,
    ParkedTopic,
    Pledge,
    PledgeUpdate,
    Response,
    WildCard,
)
from wshoes_tui.domain.value import replace
from wshoes_tui.limits import TITLE


@handles(Say)
def say(work: UnitOfWork, command: Say) -> None:
    """Keep words on the open turn, in somebody's shoes, and empty the field they came from.

    Where somebody is chosen, all answers are the candidate's: words of the panel are evidence.
    """
    session = work.session
    must_be_running(session)
    own = command.draft == "own"
    turn = turn_named(session, command.draft, command.seat, command.turn) or open_turn(session)
    if turn.phase == "writing":
        raise Refusal(STILL_WRITING)
    deck = session.deck(turn.deck)
    shoes = command.shoes or turn.shoes
    if deck is not None and deck.pair(shoes) is None:
        raise Refusal(NO_SUCH_SHOES)
    if command.seat is not None:
        the_seat(session, command.seat)
    visibility = command.visibility or session.header.visibility
    if session.is_of_panel(command.seat):
        pieces = evidence_in(work, turn, words_of(command.text))
        put_evidence(work, turn, [(piece, command.seat) for piece in pieces], visibility)
    else:
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
    response = the_response(work, command.response)
    if response.text == command.text:
        raise Refusal(NO_CHANGE)
    text = words_of(command.text)
    work.change_words(response, replace(response, text=text, **NOT_REVIEWED))


@handles(ShowAs)
def show_as(work: UnitOfWork, command: ShowAs) -> None:
    """Change the visibility; a name that is taken off is gone, from the steps too."""
    response = the_response(work, command.response)
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


def the_response(work: UnitOfWork, response_id: str) -> Response:
    """The response of that id, or a refusal."""
    response = find(work.session, Response, response_id)
    if response is None:
        raise Refusal("There is no such response.")
    return response


@handles(KeepDraft)
def keep_draft(work: UnitOfWork, command: KeepDraft) -> None:
    """Keep what stands in a field, as it stands.

    A closed session keeps what is typed about one of its pledges, between sessions.
    """
    session = work.session
    if command.kind != "why" or command.seat is not None:
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


def must_be_free_to_keep(work: UnitOfWork, seat: str | None) -> None:
    """Refuse in a closed session, and for a seat that is not there."""
    must_be_running(work.session)
    if seat is not None:
        the_seat(work.session, seat)


@handles(AddLightbulb)
def add_lightbulb(work: UnitOfWork, command: AddLightbulb) -> None:
    """Keep a lightbulb, on the open turn if there is one."""
    must_be_free_to_keep(work, command.seat)
    words_of(command.now_see + command.used_to_think)
    if command.response is not None:
        the_response(work, command.response)
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


@handles(ParkTopic)
def park_topic(work: UnitOfWork, command: ParkTopic) -> None:
    """Keep a topic for later."""
    must_be_free_to_keep(work, command.seat)
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
    must_be_free_to_keep(work, command.seat)
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
    card = WildCard(id=work.env.new_id(), deck=deck, title=title[:TITLE], text=text)
    work.put_words(card, command.seat)
    drop_draft(work, "wild", command.seat)


NOT_REVIEWED: dict[str, Any] = {"review": "", "shared_text": ""}
"""What changed words are: nobody has looked through these."""
NAMING = ((Lightbulb, "response"), (Pledge, "response"), (Pledge, "lightbulb"))
"""Kinds of words that may name others, and in which field; empty once those are gone."""
REMOVABLE = (Response, Evidence, Lightbulb, Pledge, PledgeUpdate, ParkedTopic, WildCard)


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
        for naming, field in NAMING:
            for other in getattr(work.session, FIELDS[naming]):
                if getattr(other, field) == record.id:
                    work.change_words(other, replace(other, **{field: None}))
        work.change_words(record, None)
        return
    raise Refusal("There is nothing of that kind to take back.")
