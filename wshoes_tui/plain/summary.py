"""The session at a glance, in plain lines: for looking at together, so it names no silent seat."""

from __future__ import annotations

from wshoes_tui.domain import summary
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import one_line
from wshoes_tui.locale import _, many
from wshoes_tui.plain import show
from wshoes_tui.plain.out import Out


def tell(out: Out, session: Session) -> None:
    """Everything a summary holds."""
    glance = summary.glance(session)
    counts = (
        many("{count} person", "{count} people", glance.people),
        many("{count} turn", "{count} turns", glance.turns),
        many("{count} minute", "{count} minutes", glance.minutes),
    )
    out.say("Summary", one_line(session.header.title) or _("a session without a deck"))
    out.say("Summary", ", ".join(counts))
    coverage_map(out, session)
    for number, bulb in enumerate(session.lightbulbs, 1):
        out.say("Lightbulb", show.lightbulb_line(session, bulb, number))
    for number, pledge in enumerate(session.pledges, 1):
        out.say("Pledge", show.pledge_line(pledge, number))
    _said(out, session)
    _swaps(out, session)
    for number, topic in enumerate(session.car_park, 1):
        out.say("Parked", f"{number}, {one_line(topic.text)}")
    _numbers(out, session)
    for given in session.feedback:
        out.say("Feedback", given.text)


def coverage_map(out: Out, session: Session) -> None:
    """Whose shoes were stood in, on what; then the gaps: deck by deck."""
    for covered in summary.coverage(session):
        if len(session.decks) > 1:
            out.say("Map", one_line(covered.deck.title))
        _of_deck(out, covered)


def _of_deck(out: Out, covered: summary.Coverage) -> None:
    for row in covered.rows:
        if not row.stood:
            continue
        on = ", ".join(
            f"{one_line(theme.title)} {times}"
            for theme, times in zip(covered.themes, row.times, strict=True)
            if times
        )
        stood = many("{count} time", "{count} times", row.stood)
        told = f"{show.shoes_name(row.shoes)}, {stood}"
        out.say("Map", f"{told}: {on}" if on else told)
    if covered.never:
        names = ", ".join(one_line(shoes.name) for shoes in covered.never)
        out.say("Map", _("Nobody has stood here yet: {names}", names=names))
    elif covered.rows:
        out.say("Map", _("Somebody has stood in every pair of shoes."))
    untouched = ", ".join(one_line(theme.title) for theme in covered.untouched)
    if untouched:
        out.say("Map", _("Nothing was said yet about: {themes}", themes=untouched))


def _said(out: Out, session: Session) -> None:
    for turn in session.turns:
        if session.said(turn):
            card = one_line(session.card_of(turn).title)
            out.say("Summary", _("turn {turn}, {card}", turn=turn.number, card=card))
            show.all_said(out, session, turn)


def _swaps(out: Out, session: Session) -> None:
    for pair in summary.swaps(session):
        first, then = (show.shoes_name(session.shoes_of(t)) for t in (pair.first, pair.then))
        told = _("{card}: {first}, then {then}", card=one_line(pair.title), first=first, then=then)
        out.say("Swap", told)


def _numbers(out: Out, session: Session) -> None:
    for row in summary.before_after(session):
        before, after = (_("none") if n is None else f"{n:g}" for n in (row.before, row.after))
        told = _("before {before}, after {after}", before=before, after=after)
        few = _("from few people: a hint, no more")
        many_people = many("from {count} person", "from {count} people", row.people)
        name = show.shoes_name(row.shoes)
        out.say("Number", f"{name}: {told}, {few if row.few else many_people}")


def voices(out: Out, session: Session) -> None:
    """Who has been heard, in seat order: never a ranking."""
    for voice in summary.voices(session):
        parts = [
            one_line(voice.seat.label),
            many("{count} turn", "{count} turns", voice.turns),
            _("heard once") if voice.heard == 1 else _("heard {count} times", count=voice.heard),
        ]
        if voice.passed:
            parts.append(many("{count} pass", "{count} passes", voice.passed))
        out.say("Voice", ", ".join(parts))
    unheard = summary.unheard(session)
    if unheard:
        names = ", ".join(one_line(seat.label) for seat in unheard)
        told = _("Not heard yet: {names}. Is there a way to make room?", names=names)
        out.say("Voice", told)
