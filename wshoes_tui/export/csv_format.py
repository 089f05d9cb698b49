"""CSV format: one file a table, for a spreadsheet that opens it at a double click.

Each file begins with a byte-order mark, without which Excel takes UTF-8 for an old code page. In
languages whose numbers have a decimal comma the cells are parted by semicolons, as spreadsheets
there expect. A text that a spreadsheet would take for a formula gets an apostrophe in front;
numbers are left as they are.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from wshoes_tui.domain.models import Pledge, PledgeNote, Session, Turn
from wshoes_tui.domain.pledges import as_told, origin_of
from wshoes_tui.domain.summary import before_after, coverage
from wshoes_tui.domain.text import safe
from wshoes_tui.export.export_progress import counted
from wshoes_tui.export.redact import withheld, withheld_told, without_speakers
from wshoes_tui.export.report import QUESTIONS
from wshoes_tui.locale import _, language_in_use
from wshoes_tui.locale.phrases import (
    AFTER,
    BEFORE,
    BY_WHEN,
    CANDIDATE,
    CARD,
    DAY,
    DECIMAL_COMMA,
    DECK_HEAD,
    FOR_ANOTHER_TIME,
    HORIZONS,
    HOW_IT_ENDED,
    NOW_I_SEE,
    PEOPLE,
    PEOPLE_HEAD,
    PLEDGE_HEAD,
    PLEDGE_STATES,
    PROGRAMME_HEAD,
    SCOPES,
    SESSION_HEAD,
    SHOES,
    TURN,
    TYPED_UP,
    USED_TO_THINK,
    WHAT_WE_AGREED,
    YES,
    phrase_told,
    pledge_news,
    turn_ended,
)

BYTE_ORDER_MARK = "\ufeff"
FORMULA = re.compile(r"[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
"""What a formula begins with, in the wide letters of East Asia too."""
NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?%?")

Cell = str | int | float | None
Table = tuple[Sequence[str], Iterable[Sequence[Cell]]]
"""The heads of the columns, and the rows."""


def to_csv(session: Session) -> Mapping[str, bytes]:
    """The files of a session by their names. Tables without a row are left out."""
    session = without_speakers(session)
    tables: dict[str, Table] = {
        "session.csv": _about(session),
        "cards.csv": _cards(session),
        "responses.csv": _responses(session),
        "evidence.csv": _evidence(session),
        "lightbulbs.csv": _lightbulbs(session),
        "pledges.csv": _pledges(session),
        "pledges-before.csv": _earlier(session),
        "car-park.csv": _car_park(session),
        "closing-words.csv": _closing_words(session),
        "shoes-and-themes.csv": _coverage(session),
        "numbers.csv": _numbers(session),
    }
    made = {name: (heads, list(rows)) for name, (heads, rows) in tables.items()}
    return {name: _file(heads, rows) for name, (heads, rows) in made.items() if rows}


def _file(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    text = io.StringIO(newline="")
    delimiter = ";" if language_in_use() in DECIMAL_COMMA else ","
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _cell(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = safe(cell)
    if FORMULA.match(text) and not NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _about(session: Session) -> Table:
    header = session.header
    rows: list[Sequence[Cell]] = [
        (_(SESSION_HEAD), header.title),
        (_(DAY), f"{header.created.astimezone():%Y-%m-%d}"),
        (_(PROGRAMME_HEAD), header.programme),
        *([(_(CANDIDATE), session.candidate.label)] if session.candidate else []),
        *([(_(TYPED_UP).capitalize(), _(YES))] if header.typed_up else []),
        (_(PEOPLE_HEAD), len(session.seats)),
        (_("Turns"), sum(turn.state == "answered" for turn in session.turns)),
        (_("Consent was asked"), _(YES) if header.consented else _("no")),
        (_("Not in these files"), len(withheld(session))),
        *((_("Why"), told) for told in withheld_told(session)),
    ]
    return (_("What"), _("Which")), rows


def _cards(session: Session) -> Table:
    heads = (_(TURN), _(DECK_HEAD), _(CARD), _(SHOES), _(HOW_IT_ENDED), _("Minutes"))
    decks = {played.deck.id: played.deck.title for played in session.decks}
    return heads, (
        (
            turn.number,
            decks.get(turn.deck, ""),
            session.card_of(turn).title,
            session.shoes_of(turn).name,
            turn_ended(turn.state, swapped=False),
            _minutes(turn),
        )
        for turn in session.turns
    )


def _minutes(turn: Turn) -> int | None:
    if turn.ended is None:
        return None
    seconds = (turn.ended - turn.started).total_seconds() - turn.paused_seconds
    return max(0, round(seconds / 60))


def _responses(session: Session) -> Table:
    turns = {turn.id: turn for turn in session.turns}
    heads = (_(TURN), _(CARD), _(SHOES), _("Words"), _("Name"), _("Written first"))
    rows = []
    for said in counted(session.responses):
        turn = turns.get(said.turn)
        seat = session.seat(said.seat)
        rows.append(
            (
                turn.number if turn else None,
                session.card_of(turn).title if turn else "",
                session.shoes_of(turn, said.shoes).name if turn else "",
                said.text,
                seat.label if seat else "",
                _(YES) if said.written_first else _("no"),
            )
        )
    return heads, rows


def _evidence(session: Session) -> Table:
    turns = {turn.id: turn for turn in session.turns}
    titles = {
        (played.deck.id, theme.key): theme.title
        for played in session.decks
        for theme in played.deck.themes
    }
    heads = (_("For which value"), _("Words"), _(TURN), _(CARD), _(SHOES), _("Name"))
    rows = []
    for one in session.evidence:
        turn, seat = turns.get(one.turn), session.seat(one.seat)
        rows.append(
            (
                titles.get((turn.deck, one.value), "") if turn else "",
                one.text,
                turn.number if turn else None,
                session.card_of(turn).title if turn else "",
                session.shoes_of(turn, one.shoes).name if turn else "",
                seat.label if seat else "",
            )
        )
    return heads, rows


def _lightbulbs(session: Session) -> Table:
    turns = {turn.id: turn.number for turn in session.turns}
    heads = (_(TURN), _(USED_TO_THINK), _(NOW_I_SEE))
    return heads, (
        (turns.get(bulb.turn or ""), bulb.used_to_think, bulb.now_see)
        for bulb in session.lightbulbs
    )


def _pledges(session: Session) -> Table:
    heads, rows = _kept((pledge, pledge.history) for pledge in session.pledges)
    origins = (phrase_told(origin_of(session, pledge)) for pledge in session.pledges)
    return (*heads, _("What it came from")), (
        (*row, origin) for row, origin in zip(rows, origins, strict=True)
    )


def _earlier(session: Session) -> Table:
    return _kept(
        (replace(one.pledge, text=one.text, state=one.state), one.history)
        for one in as_told(session)
    )


def _kept(pledges: Iterable[tuple[Pledge, Iterable[PledgeNote]]]) -> Table:
    """Pledges with their history, a line a day in one cell."""
    heads = (
        *(_(PLEDGE_HEAD), _("Owner"), _(BY_WHEN), _("Horizon"), _("How it stands")),
        *(_("When or if"), _("With whom"), _("What was said since")),
    )
    return heads, (
        (
            pledge.text,
            pledge.owner,
            f"{pledge.by_when:%Y-%m-%d}" if pledge.by_when else "",
            _(HORIZONS[pledge.horizon]),
            _(PLEDGE_STATES[pledge.state]),
            pledge.condition,
            _(SCOPES[pledge.scope]) if pledge.scope else "",
            "\n".join(
                f"{note.on:%Y-%m-%d} {told}"
                for note in history
                for told in pledge_news(note.state, note.note, was=note.was)
            ),
        )
        for pledge, history in pledges
    )


def _car_park(session: Session) -> Table:
    return (_(FOR_ANOTHER_TIME),), ((topic.text,) for topic in session.car_park)


def _closing_words(session: Session) -> Table:
    rows = []
    for words in session.feedback:
        seat = session.seat(words.seat)
        asked = WHAT_WE_AGREED if words.kind == "agreed" else QUESTIONS[words.kind]
        rows.append((_(asked), words.text, seat.label if seat else ""))
    return (_("Question"), _("Words"), _("Name")), rows


def _coverage(session: Session) -> Table:
    heads = (_(DECK_HEAD), _(SHOES), _("Theme"), _("How often"))
    return heads, (
        (found.deck.title, row.shoes.name, theme.title, times)
        for found in coverage(session)
        for row in found.rows
        for theme, times, offered in zip(found.themes, row.times, row.offered, strict=True)
        if times or offered
    )


def _numbers(session: Session) -> Table:
    heads = (_(DECK_HEAD), _(SHOES), _(BEFORE), _(AFTER), _(PEOPLE))
    return heads, (
        (one.deck.title, one.shoes.name, one.before, one.after, one.people)
        for one in before_after(session)
        if not one.few
    )
