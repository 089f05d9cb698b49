"""Content of the report of a session: what is told, in which words and in which order.

A renderer (Markdown, HTML, Word) decides only what it looks like. What may not leave (``redact``)
is not in a report: withheld words, speakers without a name, how often each seat was heard, access
needs, numbers of fewer than five people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta, tzinfo

from wshoes_tui.domain.deck import Deck, Shoes
from wshoes_tui.domain.models import (
    FeedbackKind,
    Lightbulb,
    Response,
    Session,
    Turn,
)
from wshoes_tui.domain.summary import FEW, glance
from wshoes_tui.domain.text import one_line
from wshoes_tui.export.evidence_report import evidence_blocks, in_shoes, quotes_of
from wshoes_tui.export.pledge_report import earlier_blocks, pledge_blocks
from wshoes_tui.export.redact import (
    consent_told,
    is_incomplete,
    withheld_told,
    without_speakers,
)
from wshoes_tui.export.report_blocks import (
    Passage,
    Points,
    Quotation,
    ReportBlock,
    ReportSection,
    SessionReport,
    SideBySide,
    Statement,
    Subheading,
    shoes_name,
)
from wshoes_tui.export.report_tables import map_blocks, number_blocks, path_blocks
from wshoes_tui.limits import LONGEST_RETENTION
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import (
    A_CARD,
    BEFORE_AND_AFTER,
    EARLIER_PLEDGES,
    EVIDENCE,
    FOR_ANOTHER_TIME,
    THE_PATH,
    TYPED_UP,
    WHAT_WE_AGREED,
    WHOSE_SHOES,
    count_lightbulbs,
    count_minutes,
    count_people,
    count_pledges,
    count_turns,
    full_day,
    listed,
    revision_told,
)

ABOUT = N_("About this page")
WHAT_WE_SEE, WHAT_WE_DO = N_("What we see differently now"), N_("What we will do")


Made = tuple[str, str, Iterator[ReportBlock]]
"""The name, the title and the blocks of a section that may turn out to be empty."""


def report_of(session: Session, *, zone: tzinfo | None = None) -> SessionReport:
    """The report of a session, closed or not; ``zone`` None is the time zone of this machine."""
    session = without_speakers(session)
    lightbulbs, pledges, shoes_map = _read_back(session, history=True)
    sections = (
        ("earlier", _(EARLIER_PLEDGES), earlier_blocks(session)),
        ("evidence", _(EVIDENCE), evidence_blocks(session)),
        ("agreed", _(WHAT_WE_AGREED), quotes_of(session, "agreed")),
        *_talk(session),
        lightbulbs,
        pledges,
        ("parked", _(FOR_ANOTHER_TIME), _car_park(session)),
        shoes_map,
        ("path", _(THE_PATH), path_blocks(session)),
        ("numbers", _(BEFORE_AND_AFTER), number_blocks(session)),
        ("closing", _("Closing words"), _closing_words(session)),
        ("about", _(ABOUT), _colophon(session, zone)),
    )
    return SessionReport(
        title_of(session),
        facts_of(session, zone),
        tuple(_notes(session)),
        incomplete_warning(session),
        _not_empty(sections),
        session.header.language,
    )


def takehome_report(session: Session, *, zone: tzinfo | None = None) -> SessionReport:
    """The report to take home: the counts, the map, the lightbulbs, the pledges; nothing else.

    Everybody heard these when they were read back at the closing, so it needs no review. What
    somebody kept back since is not in it either.
    """
    session = without_speakers(session)
    lightbulbs, pledges, shoes_map = _read_back(session)
    figures = glance(session)
    return SessionReport(
        title_of(session),
        (
            full_day(session.header.created.astimezone(zone).date()),
            count_people(figures.people),
            count_turns(figures.turns),
            count_lightbulbs(figures.lightbulbs),
            count_pledges(figures.pledges),
            *([_(TYPED_UP)] if session.header.typed_up else []),
        ),
        (_("This page holds what we read back to each other, and nothing else that was said."),),
        "",
        _not_empty((shoes_map, lightbulbs, pledges)),
        session.header.language,
    )


def _read_back(session: Session, *, history: bool = False) -> tuple[Made, Made, Made]:
    """The sections of what is read back at the closing.

    Args:
        session: as it may be shared.
        history: also what was said of the pledges later, which nobody heard there.
    """
    return (
        ("lightbulbs", _(WHAT_WE_SEE), _lightbulbs(session)),
        ("pledges", _(WHAT_WE_DO), pledge_blocks(session, history=history)),
        ("map", _(WHOSE_SHOES), map_blocks(session)),
    )


def _not_empty(sections: Iterable[Made]) -> tuple[ReportSection, ...]:
    made = ((name, title, tuple(blocks)) for name, title, blocks in sections)
    return tuple(ReportSection(*one) for one in made if one[2])


def title_of(session: Session) -> str:
    """What a page is called that is about the session."""
    return one_line(session.header.title) or _("A session")


def facts_of(session: Session, zone: tzinfo | None) -> tuple[str, ...]:
    """The day, people, turns and minutes."""
    header, figures = session.header, glance(session)
    return (
        full_day(header.created.astimezone(zone).date()),
        count_people(figures.people),
        count_turns(figures.turns),
        *([count_minutes(figures.minutes)] if figures.minutes else []),
        *([_(TYPED_UP)] if header.typed_up else []),
        *([_("a rehearsal")] if header.kind == "rehearsal" else []),
    )


def incomplete_warning(session: Session) -> str:
    """That a part of the session is damaged; "" where it is whole."""
    if not is_incomplete(session):
        return ""
    return _("This page is incomplete: a part of the session is damaged.")


def _notes(session: Session) -> Iterator[str]:
    header = session.header
    if programme := one_line(header.programme):
        yield _("Part of the programme {name}.", name=programme)
    if header.visibility == "named" and session.seats:
        people = ", ".join(seat.label for seat in session.seats)
        yield _("Here were: {people}.", people=people)
    if (candidate := session.candidate) is not None:
        yield _("The candidate: {label}.", label=one_line(candidate.label))
    if header.state != "closed":
        yield _("This session is not closed yet: more may follow.")


def _talk(session: Session) -> Iterator[Made]:
    """The cards with what was said on them; those that were swapped have their own section."""
    cards: dict[tuple[str, str], list[Turn]] = {}
    for turn in session.turns:
        if turn.state == "answered" or session.said(turn):
            cards.setdefault((turn.deck, turn.card), []).append(turn)
    swapped = {key for key, turns in cards.items() if any(turn.swap_of for turn in turns)}
    alone = (turns for key, turns in cards.items() if key not in swapped)
    both = (turns for key, turns in cards.items() if key in swapped)
    yield "said", _("What we talked about"), _cards(session, alone)
    yield "swaps", _("The same card, seen from both sides"), _cards(session, both, both_sides=True)
    here = {turn.id for turn in session.turns}
    lost = (said for said in session.responses if said.turn not in here)
    yield "lost", _("Words whose card is missing"), (_quote(session, said) for said in lost)


def _cards(
    session: Session, cards: Iterable[Sequence[Turn]], *, both_sides: bool = False
) -> Iterator[ReportBlock]:
    for turns in cards:
        card, deck = session.card_of(turns[0]), session.deck(turns[0].deck)
        yield Subheading(one_line(card.title) or _(A_CARD))
        if card.text.strip():
            language = deck.language if deck else session.header.language
            yield Passage(card.text, card.kind == "poem", language)
        if both_sides:
            first, then = _("First, from one side"), _("Then, from the other side")
            yield SideBySide(
                tuple(
                    (then if number else first, tuple(_by_shoes(session, (turn,))))
                    for number, turn in enumerate(turns)
                )
            )
        else:
            yield from _by_shoes(session, turns)


def _by_shoes(session: Session, turns: Iterable[Turn]) -> Iterator[ReportBlock]:
    """The words of these turns, together for each pair of shoes."""
    by_shoes: dict[tuple[str, str], tuple[Shoes, list[Quotation]]] = {}
    for turn in turns:
        for response in session.said(turn):
            shoes = session.shoes_of(turn, response.shoes)
            found = by_shoes.setdefault((turn.deck, response.shoes), (shoes, []))
            found[1].append(_quote(session, response, shoes))
    for shoes, quotes in by_shoes.values():
        yield Statement(_("In the shoes of: {name}", name=shoes_name(session, shoes)), shoes)
        yield from quotes
    if not by_shoes:
        yield Statement(_("We talked about this card. What was said is not on this page."))


def _quote(session: Session, response: Response, shoes: Shoes | None = None) -> Quotation:
    seat = session.seat(response.seat)
    return Quotation((("", response.text),), seat.label if seat else "", shoes)


def _lightbulbs(session: Session) -> Iterator[ReportBlock]:
    told = {said.id: said.text for said in session.responses}
    for bulb in session.lightbulbs:
        shoes = shoes_of_lightbulb(session, bulb)
        where = in_shoes(shoes_name(session, shoes)) if shoes else ""
        yield Quotation(halves(bulb), where, shoes, told.get(bulb.response or "", ""))


def halves(bulb: Lightbulb) -> tuple[tuple[str, str], ...]:
    """The halves of a lightbulb that have words, each with its lead-in."""
    both = ((_("I used to think:"), bulb.used_to_think), (_("Now I see:"), bulb.now_see))
    return tuple((lead_in, text) for lead_in, text in both if text.strip())


def shoes_of_lightbulb(session: Session, bulb: Lightbulb) -> Shoes | None:
    """The shoes in which a lightbulb came, where they are known."""
    turn = next((turn for turn in session.turns if turn.id == bulb.turn), None)
    return session.shoes_of(turn, bulb.shoes) if turn is not None and bulb.shoes else None


def _car_park(session: Session) -> Iterator[ReportBlock]:
    if session.car_park:
        yield Points(tuple(topic.text for topic in session.car_park))


QUESTIONS: dict[FeedbackKind, str] = {
    "checkout": N_("One line each"),
    "valued": N_("Was I valued?"),
    "heard": N_("Was I heard?"),
    "safe": N_("Was it safe?"),
    "change": N_("What would I change?"),
}
"""The questions of the closing round, strengths before wishes."""


def _closing_words(session: Session) -> Iterator[ReportBlock]:
    for kind, question in QUESTIONS.items():
        words = list(quotes_of(session, kind))
        if words:
            yield Subheading(_(question))
        yield from words


def _colophon(session: Session, zone: tzinfo | None) -> Iterator[ReportBlock]:
    """What is not on the page, how long it may be kept, and whose cards these are."""
    yield Points((*kept_back(session), *cautions(session, zone)))
    if session.decks:
        yield Statement(credits_of(session))


def credits_of(session: Session) -> str:
    """Whose cards these are; "" without a deck."""
    decks = [_credit(played.deck) for played in session.decks]
    return _("Cards from {decks}.", decks=listed(decks)) if decks else ""


def kept_back(session: Session) -> Iterator[str]:
    """How much a page leaves out, and why; or that it leaves out nothing."""
    told = list(withheld_told(session))
    yield from told or [_("Everything that was written down as said is on this page.")]


def cautions(session: Session, zone: tzinfo | None) -> Iterator[str]:
    """What to mind before it is passed on: names, consent, and until when it may be kept."""
    header = session.header
    named = any(said.seat and said.visibility == "named" for said in session.responses)
    if not named and not any(one.seat for one in session.evidence):
        yield (
            _("The answers are the candidate's. Who of the panel wrote what is not told.")
            if session.is_for_hiring
            else _("What was said stands here with the shoes it was said in, and without names.")
        )
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


def _credit(deck: Deck) -> str:
    credit = (revision_told(deck.revision), ", ".join(deck.authors), deck.licence)
    return f"{deck.title} ({', '.join(filter(None, map(one_line, credit)))})"
