"""The parts of a summary: session and width -> content. No widget, no state."""

from __future__ import annotations

from textual.content import Content

from wshoes_tui.domain import summary
from wshoes_tui.domain.models import Session
from wshoes_tui.flow.coverage_map import Pen, Span, glyphs_for, map_rows
from wshoes_tui.flow.labels import STATE_WORDS, heard, not_heard, owner_and_day
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import NOW_I_SEE, USED_TO_THINK
from wshoes_tui.terminal.capabilities import TerminalCapabilities
from wshoes_tui.tui.content import (
    cell_content,
    flowing,
    hanging,
    joined_content,
    letter,
    mark,
    marked_name,
    named,
    one_line_content,
    safe_content,
    stacked_content,
)

NAME_WIDTH = 28
HORIZON_WORDS = {"now": N_("now"), "plan": N_("to be planned"), "others": N_("needs others")}


def coverage_map(session: Session, width: int, terminal: TerminalCapabilities) -> Content:
    """Shoes by themes, deck by deck, in the characters that the terminal can show."""
    rows = map_rows(summary.coverage(session), width, glyphs_for(terminal))
    return stacked_content([joined_content(*map(_span, row)) for row in rows])


PENS: dict[Pen, str] = {"": "", "dot": "", "bold": "bold", "quiet": "dim", "thin": "dim"}


def _span(span: Span) -> Content:
    if span.pen == "mark":
        return letter(span.text[1:-1], span.colour)
    return Content.styled(span.text, PENS[span.pen])


def lightbulbs(session: Session, _width: int) -> Content:
    """I used to think ... now I see ..., and where it came from."""
    rows: list[Content] = []
    for bulb in session.lightbulbs:
        if bulb.used_to_think:
            rows.append(joined_content(Content.styled(_(USED_TO_THINK) + "  ", "dim"),
                             safe_content(flowing(bulb.used_to_think))))  # fmt: skip
        if bulb.now_see:
            rows.append(joined_content(Content.styled(_(NOW_I_SEE) + "  ", "dim"),
                             safe_content(flowing(bulb.now_see), "bold")))  # fmt: skip
        turn = next((turn for turn in session.turns if turn.id == bulb.turn), None)
        if turn is not None:
            shoes = session.shoes_of(turn, bulb.shoes or None)
            where = _("turn {turn}, in the shoes of", turn=turn.number)
            rows.append(joined_content(Content.styled(where, "dim"), " ", marked_name(shoes)))
        rows.append(Content(""))
    return stacked_content(rows)


def pledges(session: Session, _width: int) -> Content:
    """What will be done, by whom, by when."""
    rows: list[Content] = []
    for pledge in session.pledges:
        told = [
            *owner_and_day(pledge),
            _(HORIZON_WORDS[pledge.horizon]),
        ]
        if pledge.state != "open":
            told.append(_(STATE_WORDS[pledge.state]))
        rows += [safe_content(pledge.text, "bold"), Content("   ".join(told)), Content("")]
    return stacked_content(rows)


def said(session: Session, width: int) -> Content:
    """Card by card, what was said, in whose shoes."""
    rows: list[Content] = []
    for turn in session.turns:
        responses = session.said(turn)
        if not responses:
            continue
        title = session.card_of(turn).title
        rows.append(one_line_content(f"{turn.number}  {title}", "bold"))
        for response in responses:
            shoes = session.shoes_of(turn, response.shoes)
            seat = session.seat(response.seat)
            who = one_line_content(f"{seat.label} ") if seat else ""
            first = joined_content("   ", who, mark(shoes), " ")
            rows.append(hanging(first, safe_content(flowing(response.text)), width))
        rows.append(Content(""))
    return stacked_content(rows)


def swaps(session: Session, width: int) -> Content:
    """The cards that were answered from two sides."""
    rows: list[Content] = []
    for pair in summary.swaps(session):
        rows.append(one_line_content(pair.title, "bold"))
        for turn, responses in ((pair.first, pair.said_first), (pair.then, pair.said_then)):
            words = flowing("\n".join(response.text for response in responses))
            told = safe_content(words) if words else Content.styled(_("not written down"), "dim")
            rows.append(
                hanging(joined_content("   ", mark(session.shoes_of(turn)), " "), told, width)
            )
        rows.append(Content(""))
    return stacked_content(rows)


def parked(session: Session, _width: int) -> Content:
    """Topics that wait for their time."""
    return stacked_content([safe_content(f"· {flowing(topic.text)}") for topic in session.car_park])


def before_after(session: Session, width: int) -> Content:
    """The numbers, with the caution that small groups need."""
    rows: list[Content] = []
    few = False
    deck = ""
    found = summary.before_after(session)
    for row in found:
        few = few or row.few
        if len(session.decks) > 1 and row.deck.id != deck:
            deck = row.deck.id
            rows += [Content("")] * bool(rows) + [one_line_content(row.deck.title, "bold")]
        name = named(row.shoes, _name_width(width), [other.shoes for other in found])
        rows.append(joined_content(name, f"{_number(row.before)}  ->  {_number(row.after)}"))
    if rows and few:
        rows += [
            Content(""),
            Content(
                _(
                    "These are the middle numbers of very few people. They are good for talking "
                    "about, and prove nothing."
                )
            ),
        ]
    return stacked_content(rows)


def _name_width(width: int) -> int:
    return NAME_WIDTH if width >= 70 else 19


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:g}"


FEEDBACK_WORDS = {
    "checkout": N_("What we take with us"),
    "heard": N_("Heard and safe"),
    "safe": N_("Safe"),
    "valued": N_("Of value"),
    "change": N_("To change next time"),
}


def feedback(session: Session, _width: int) -> Content:
    """The closing round."""
    rows: list[Content] = []
    for kind, words in FEEDBACK_WORDS.items():
        given = [item for item in session.feedback if item.kind == kind]
        if given:
            rows.append(Content.styled(_(words), "bold"))
            rows += [safe_content(f"   {flowing(item.text)}") for item in given]
            rows.append(Content(""))
    return stacked_content(rows)


def voices(session: Session, _width: int) -> Content:
    """Who has been heard, in seat order: never a ranking."""
    rows = [
        joined_content(
            cell_content(voice.seat.label, 20, "bold"),
            heard(voice),
        )
        for voice in summary.voices(session)
    ]
    if told := not_heard(session):
        rows += [Content(""), one_line_content(told)]
    return stacked_content(rows)
