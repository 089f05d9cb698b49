"""Markdown format: a page to send round and one to take home, which read well as plain text.

What people and deck authors wrote is shown literally, whatever it looks like. Each response
that may be shared is on the page once; what is left out is counted at its end, with the reason.
Not on it are how often each seat was heard, access needs, and numbers of fewer than five people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta, tzinfo

from wshoes_tui.domain.deck import Deck
from wshoes_tui.domain.models import Response, Session, Turn
from wshoes_tui.domain.summary import FEW, glance
from wshoes_tui.export.markdown_sections import (
    before_and_after,
    car_park,
    closing_words,
    coverage_map,
    inline,
    lightbulbs,
    lines,
    listed,
    pledges,
    quoted,
    shoes_name,
)
from wshoes_tui.export.redact import (
    consent_told,
    is_incomplete,
    withheld_told,
    without_speakers,
)
from wshoes_tui.limits import LONGEST_RETENTION
from wshoes_tui.locale import _
from wshoes_tui.locale.phrases import (
    count_lightbulbs,
    count_minutes,
    count_people,
    count_pledges,
    count_turns,
    full_day,
)

Blocks = Iterator[str]


def to_markdown(session: Session, *, zone: tzinfo | None = None) -> str:
    """The page of a session, closed or not; ``zone`` None is the time zone of this machine."""
    session = without_speakers(session)
    blocks = (
        *_top(session, zone),
        *_talk(session),
        *lightbulbs(session),
        *pledges(session),
        *car_park(session),
        *coverage_map(session),
        *before_and_after(session),
        *closing_words(session),
        *_colophon(session, zone),
    )
    return "\n\n".join(blocks) + "\n"


def to_takehome(session: Session, *, zone: tzinfo | None = None) -> str:
    """The page to take home: the counts, the map, the lightbulbs, the pledges; nothing else.

    Everybody heard these when they were read back at the closing, so it needs no review. What
    somebody kept back since is not on it either.
    """
    session = without_speakers(session)
    figures, day = glance(session), session.header.created.astimezone(zone).date()
    counts = (
        full_day(day),
        count_people(figures.people),
        count_turns(figures.turns),
        count_lightbulbs(figures.lightbulbs),
        count_pledges(figures.pledges),
    )
    blocks = (
        "# " + (inline(session.header.title) or _("A session")),
        " · ".join(counts),
        _("This page holds what we read back to each other, and nothing else that was said."),
        *coverage_map(session),
        *lightbulbs(session),
        *pledges(session),
    )
    return "\n\n".join(blocks) + "\n"


def _top(session: Session, zone: tzinfo | None) -> Blocks:
    header, figures = session.header, glance(session)
    yield "# " + (inline(header.title) or _("A session"))
    facts = [
        full_day(header.created.astimezone(zone).date()),
        count_people(figures.people),
        count_turns(figures.turns),
    ]
    if figures.minutes:
        facts.append(count_minutes(figures.minutes))
    if header.kind == "rehearsal":
        facts.append(_("a rehearsal"))
    yield " · ".join(facts)
    if programme := inline(header.programme):
        yield _("Part of the programme {name}.", name=programme)
    if header.visibility == "named" and session.seats:
        people = ", ".join(inline(seat.label) for seat in session.seats)
        yield _("Here were: {people}.", people=people)
    if is_incomplete(session):
        yield "**" + _("This page is incomplete: a part of the session is damaged.") + "**"
    if header.state != "closed":
        yield _("This session is not closed yet: more may follow.")


def _talk(session: Session) -> Blocks:
    """The cards with what was said on them; those that were swapped have their own section."""
    cards: dict[tuple[str, str], list[Turn]] = {}
    for turn in session.turns:
        if turn.state == "answered" or session.said(turn):
            cards.setdefault((turn.deck, turn.card), []).append(turn)
    swapped = {key for key, turns in cards.items() if any(turn.swap_of for turn in turns)}
    for title, both_sides in (
        (_("What we talked about"), False),
        (_("The same card, seen from both sides"), True),
    ):
        chosen = [turns for key, turns in cards.items() if (key in swapped) == both_sides]
        if chosen:
            yield f"## {title}"
        for turns in chosen:
            yield from _card(session, turns[0])
            yield from _both_sides(session, turns) if both_sides else _by_shoes(session, turns)
    yield from _without_card(session)


def _card(session: Session, turn: Turn) -> Blocks:
    card = session.card_of(turn)
    yield "### " + (inline(card.title) or _("A card"))
    if card.text.strip():
        yield "\n".join(lines(card.text, keep_breaks=card.kind == "poem"))


def _by_shoes(session: Session, turns: Iterable[Turn]) -> Blocks:
    """The words of these turns, together for each pair of shoes."""
    by_shoes: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for turn in turns:
        for response in session.said(turn):
            name = shoes_name(session, session.shoes_of(turn, response.shoes))
            found = by_shoes.setdefault((turn.deck, response.shoes), (name, []))
            found[1].append(_quote(session, response))
    for name, quotes in by_shoes.values():
        yield "**" + _("In the shoes of: {name}", name=name) + "**"
        yield from quotes
    if not by_shoes:
        yield _("We talked about this card. What was said is not on this page.")


def _both_sides(session: Session, turns: Iterable[Turn]) -> Blocks:
    """The words of each turn by itself, so that what changed can be seen."""
    for number, turn in enumerate(turns):
        first, then = _("First, from one side"), _("Then, from the other side")
        yield f"#### {then if number else first}"
        yield from _by_shoes(session, (turn,))


def _without_card(session: Session) -> Blocks:
    """Words whose turn could not be read any more: not a word is lost for that."""
    turns = {turn.id for turn in session.turns}
    lost = [said for said in session.responses if said.turn not in turns]
    if lost:
        yield "## " + _("Words whose card is missing")
        yield from (_quote(session, response) for response in lost)


def _quote(session: Session, response: Response) -> str:
    seat = session.seat(response.seat)
    return quoted(lines(response.text), by=inline(seat.label) if seat else "")


def _colophon(session: Session, zone: tzinfo | None) -> Blocks:
    """What is not on the page, how long it may be kept, and whose cards these are."""
    yield "## " + _("About this page")
    yield "\n".join(f"- {line}" for line in (*_kept_back(session), *_cautions(session, zone)))
    decks = [_deck(played.deck) for played in session.decks]
    if decks:
        yield _("Cards from {decks}.", decks=listed(decks))


def _kept_back(session: Session) -> Blocks:
    told = list(withheld_told(session))
    yield from told or [_("Everything that was written down as said is on this page.")]


def _cautions(session: Session, zone: tzinfo | None) -> Blocks:
    header = session.header
    if not any(said.seat and said.visibility == "named" for said in session.responses):
        yield _("What was said stands here with the shoes it was said in, and without names.")
        if header.kind == "group" and len(session.seats) < FEW:
            yield _(
                "With so few people, words may be recognised even without a name. "
                "Ask everybody before you pass this page on."
            )
    yield from consent_told(session)
    if header.consented and 1 <= header.retention_days <= LONGEST_RETENTION:
        kept_from = (header.closed or header.created).astimezone(zone).date()
        until = full_day(kept_from + timedelta(days=header.retention_days))
        yield _(
            "We agreed to keep these words until {day}. Please let your copy go then, too.",
            day=until,
        )


def _deck(deck: Deck) -> str:
    credit = [_("revision {number}", number=deck.revision), inline(", ".join(deck.authors))]
    credit.append(inline(deck.licence))
    return f"{inline(deck.title)} ({', '.join(filter(None, credit))})"
