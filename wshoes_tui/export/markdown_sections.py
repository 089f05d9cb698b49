"""Sections of the Markdown page, and the escaping of people's words, which are shown literally.

Escapes as little as is safe, so that the page also reads well as plain text. Holds for
CommonMark and for the usual extensions: tables, strike-through, bare links, attributes,
maths, definition lists. ``<`` and ``&`` become entities, not backslashes, because older
readers of Markdown know no backslash before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wshoes_tui.domain.deck import Shoes
from wshoes_tui.domain.models import FeedbackKind, Lightbulb, Pledge, PledgeNote, Session
from wshoes_tui.domain.summary import FEW, Coverage, CoverageRow, before_after, coverage
from wshoes_tui.domain.text import one_line, safe
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import (
    AFTER,
    BEFORE,
    BEFORE_AND_AFTER,
    FOR_ANOTHER_TIME,
    PEOPLE,
    PLEDGE_STATES,
    WHOSE_SHOES,
    by_day,
    full_day,
)

_ANYWHERE = re.compile(
    r"[\\`*_\[\]{}|~$#]"
    r"|(?<=/)/"  # the second stroke of "https://"
    r"|(?<=\S)\.(?=[^\W\d_]{2})"  # "example.org" is a link to some readers
    r"|(?<=\S)@(?=\S)"
)
_AT_THE_START = re.compile(r"[-+=>:]|\d{1,9}(?P<end>[.)])", re.ASCII)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")

HARD_BREAK = "  \n"


def inline(text: str) -> str:
    """The text on one line, for a heading, a table cell or the middle of a sentence."""
    return _escaped(one_line(text))


def lines(text: str, *, keep_breaks: bool = True) -> list[str]:
    """The text line by line, each fit to stand at the beginning of a line; "" between paragraphs.

    With ``keep_breaks`` a line break in a paragraph is shown; else it is a space to a reader
    of Markdown, and a line break still to a reader of plain text.
    """
    paragraphs: list[list[str]] = [[]]
    for line in safe(text).split("\n"):
        if stripped := line.strip():
            paragraphs[-1].append(_escaped(stripped))
        elif paragraphs[-1]:
            paragraphs.append([])
    found = ["\n".join(part) for part in paragraphs if part]
    whole = "\n\n".join(found)
    if keep_breaks:
        whole = re.sub(r"(?<=[^\n])\n(?=[^\n])", HARD_BREAK, whole)
    return whole.split("\n")


def quoted(body: Sequence[str], *, by: str = "") -> str:
    """Escaped lines as a quotation, with who said them (escaped too) where that may be told."""
    if by:
        body = [*body, "", f"\N{EM DASH} {by}"]
    return "\n".join(f"> {line}" if line else ">" for line in body)


def point(body: Sequence[str]) -> str:
    """Escaped lines as one point of a list."""
    first, *more = body
    return "\n".join((f"- {first}", *(f"  {line}" if line else "" for line in more)))


def _escaped(line: str) -> str:
    """One line without white space at its ends, escaped for any place on a line."""
    line = _TAG.sub("&lt;", _ENTITY.sub("&amp;", line))
    start = _AT_THE_START.match(line)
    at = start.start("end") if start and start["end"] else 0
    line = _ANYWHERE.sub(lambda found: "\\" + found[0], line)
    if start is None or line[at] == "\\":
        return line
    return f"{line[:at]}\\{line[at:]}"


def shoes_name(session: Session, shoes: Shoes) -> str:
    """The name of shoes, escaped; where several decks were played, with their mark."""
    name = inline(shoes.name)
    return f"{name} ({inline(shoes.mark)})" if len(session.decks) > 1 else name


def listed(names: Sequence[str], *, denied: bool = False) -> str:
    """Names in a sentence: "a", "a and b", "a, b and c"; with "or" in one that denies them."""
    if len(names) < 2:
        return "".join(names)
    some, last = ", ".join(names[:-1]), names[-1]
    if denied:
        return _("{some} or {last}", some=some, last=last)
    return _("{some} and {last}", some=some, last=last)


NEVER = "·"


def coverage_map(session: Session) -> Iterator[str]:
    """Whose shoes, on what, deck by deck: first what there is, as a table, then the gaps."""
    found = coverage(session)
    if not any(row.stood for one in found for row in one.rows):
        return
    yield "## " + _(WHOSE_SHOES)
    for one in found:
        if len(found) > 1:
            yield f"### {inline(one.deck.title)}"
        yield from _of_deck(session, one)


def _of_deck(session: Session, found: Coverage) -> Iterator[str]:
    worn = [row for row in found.rows if row.stood]
    met = [n for n, touched in enumerate(found.touched) if touched]
    if worn:
        names = [shoes_name(session, row.shoes) for row in worn]
        yield _("We stood in the shoes of {names}.", names=listed(names))
    if met:
        titles = [inline(found.themes[n].title) for n in met]
        rows = [
            [shoes_name(session, row.shoes), *(_times(row, n) for n in met)]
            for row in worn
            if any(row.times)  # an own card is on no theme
        ]
        yield _("How often, theme by theme:")
        yield table(["", *titles], rows)
    yield from _gaps(
        [shoes_name(session, shoes) for shoes in found.never],
        [inline(theme.title) for theme in found.untouched],
    )


def _times(row: CoverageRow, theme: int) -> str:
    if row.times[theme]:
        return str(row.times[theme])
    return NEVER if row.offered[theme] else ""


def _gaps(shoes: Sequence[str], themes: Sequence[str]) -> Iterator[str]:
    if shoes:
        yield _("Nobody has stood yet in the shoes of {names}.", names=listed(shoes, denied=True))
    if themes:
        yield _("Not talked about yet: {names}.", names=listed(themes))
    if not shoes and not themes:
        yield _("We stood in all the shoes, and talked about every theme.")


def before_and_after(session: Session) -> Iterator[str]:
    """The middle of the numbers before and after, where enough people gave them."""
    found = before_after(session)
    if not found:
        return
    yield "## " + _(BEFORE_AND_AFTER)
    yield _(
        "How well do I understand what life is like in these shoes? "
        "From 0, not at all, to 10, very well."
    )
    rows = [
        [
            shoes_name(session, one.shoes),
            *(NEVER if n is None else f"{n:g}" for n in (one.before, one.after)),
            str(one.people),
        ]
        for one in found
        if not one.few
    ]
    if rows:
        yield table(["", _(BEFORE), _(AFTER), _(PEOPLE)], rows)
        yield _(
            "These are the middle numbers of a small group on one day: "
            "a reason to talk, not a measurement."
        )
    few = [shoes_name(session, one.shoes) for one in found if one.few]
    if few:
        yield _(
            "Fewer than {few} people gave a number both times for {names}. So few numbers "
            "say more about the people than about the shoes, so they are not shown.",
            few=FEW,
            names=listed(few),
        )


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose columns also line up in plain text; all cells are escaped already."""
    widths = [max(3, *map(len, column)) for column in zip(heads, *rows, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    body = [
        [row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]
        for row in (heads, rule, *rows)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in body)


HORIZONS = {
    "now": N_("Can be done now."),
    "plan": N_("Needs a plan."),
    "others": N_("Needs others."),
}
QUESTIONS: dict[FeedbackKind, str] = {
    "checkout": N_("One line each"),
    "valued": N_("Was I valued?"),
    "heard": N_("Was I heard?"),
    "safe": N_("Was it safe?"),
    "change": N_("What would I change?"),
}
"""The questions of the closing round, strengths before wishes."""


def lightbulbs(session: Session) -> Iterator[str]:
    """The moments when someone saw it from another's side."""
    if session.lightbulbs:
        yield "## " + _("What we see differently now")
        yield from (_lightbulb(session, bulb) for bulb in session.lightbulbs)


def _lightbulb(session: Session, bulb: Lightbulb) -> str:
    halves = ((_("I used to think:"), bulb.used_to_think), (_("Now I see:"), bulb.now_see))
    turn = next((turn for turn in session.turns if turn.id == bulb.turn), None)
    where = ""
    if turn is not None and bulb.shoes:
        name = shoes_name(session, session.shoes_of(turn, bulb.shoes))
        where = _("in the shoes of: {name}", name=name)
    body: list[str] = []
    for label, text in halves:
        if text.strip():
            first, *more = lines(text)
            body += [*([""] if body else []), f"{label} {first}", *more]
    return quoted(body, by=where)


def pledges(session: Session) -> Iterator[str]:
    """What was promised, by whom and by when."""
    if session.pledges:
        yield "## " + _("What we will do")
        yield from (_pledge(pledge) for pledge in session.pledges)


def _pledge(pledge: Pledge) -> str:
    owner = inline(pledge.owner) or _("Owner still to be found")
    until = by_day(full_day(pledge.by_when)) if pledge.by_when else _("no day set yet")
    body = [*lines(pledge.text), "", f"{owner}, {until}. {_(HORIZONS[pledge.horizon])}"]
    for note in pledge.history:
        if note.state != "open" or note.note.strip():
            body += ["", _note(note)]
    return point(body)


def _note(note: PledgeNote) -> str:
    said = f"{full_day(note.on)}: {_(PLEDGE_STATES[note.state])}"
    return f"{said}. {inline(note.note)}" if note.note.strip() else f"{said}."


def car_park(session: Session) -> Iterator[str]:
    """What deserves time later."""
    if session.car_park:
        yield "## " + _(FOR_ANOTHER_TIME)
        yield "\n".join(point(lines(topic.text)) for topic in session.car_park)


def closing_words(session: Session) -> Iterator[str]:
    """The closing round, question by question."""
    if session.feedback:
        yield "## " + _("Closing words")
    for kind, question in QUESTIONS.items():
        words = [one for one in session.feedback if one.kind == kind]
        if words:
            yield f"### {_(question)}"
        for one in words:
            seat = session.seat(one.seat)
            yield quoted(lines(one.text), by=inline(seat.label) if seat else "")
