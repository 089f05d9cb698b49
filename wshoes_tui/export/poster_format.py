"""Poster format: a graphic record of a session as HTML to print on one landscape page of A3.

Legible at two metres: all but the small print at its foot is 18 points or more. What does not fit
is left out whole, never cut, and the poster says how many more there are. Which ones it shows is a
rule, not a judgement of what people said: see ``chosen_lightbulbs`` and ``chosen_pledges``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import tzinfo
from typing import TypeVar

from wshoes_tui.domain.models import Lightbulb, Pledge, Session
from wshoes_tui.export.html_page import colour_style, inline, language_attribute, page, tint, words
from wshoes_tui.export.pledge_report import who_by_when
from wshoes_tui.export.poster_pictures import (
    LINE,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PATH_HEIGHT,
    TEXT,
    and_more,
    bulb_picture,
    map_picture,
    map_width,
    path_picture,
    width_of,
    wrapped,
)
from wshoes_tui.export.redact import agenda_told, withheld_told, without_speakers
from wshoes_tui.export.report import (
    WHAT_WE_DO,
    WHAT_WE_SEE,
    cautions,
    credits_of,
    facts_of,
    halves,
    incomplete_warning,
    shoes_of_lightbulb,
    title_of,
)
from wshoes_tui.export.report_blocks import paragraphs_of
from wshoes_tui.export.report_tables import maps_of
from wshoes_tui.locale import N_, _
from wshoes_tui.locale.phrases import HORIZONS, pledge_sentence

TITLE, LONG_TITLE, HEADING, SMALL = 17.0, 12.0, 10.5, 5.0
"""Sizes of letters in millimetres. The small print is for those who step closer."""
TEXT_SIZES = (12.0, 10.0, TEXT, 7.0)
"""Sizes of what people said, the largest first: that is taken in which all of it fits."""
GAP, ABOVE, BELOW = 12.0, 7.0, 5.0
HANGING = 12.0
"""What a lightbulb takes before the words."""
BETWEEN = 3.0
BOLD = 1.1
"""How much wider bold letters are."""
BULBS_SHARE = 0.6
"""The part of the column that is for lightbulbs, where pledges need the rest."""
CHOICE = N_("This poster shows a choice.")
THE_LINE = N_(
    "The line is the path of the session: a stroke for each turn, in the colour of its shoes."
)

STYLE = f"""
@page {{ size: 420mm 297mm; margin: 0 }}
html {{ background: var(--ground); color: var(--word);
  font: {TEXT}mm/{LINE} "Segoe UI", Helvetica, Arial, sans-serif }}
body {{ margin: 0; box-sizing: border-box; width: 420mm; min-height: 296mm; padding: 12mm;
  display: flex; flex-direction: column; overflow-wrap: break-word }}
h1, h2, p, ul {{ margin: 0; padding: 0 }}
h1 {{ font-size: {TITLE}mm; line-height: 1.15 }}
h1.long {{ font-size: {LONG_TITLE}mm }}
h2 {{ font-size: {HEADING}mm; line-height: 1.2; margin-bottom: {BETWEEN}mm }}
.facts, .more, .lead, .who {{ color: var(--quiet) }}
main {{ flex: 1; display: flex; gap: {GAP}mm; margin: {ABOVE}mm 0 {BELOW}mm }}
.map {{ flex: none }}
.texts {{ flex: 1; min-width: 0 }}
.texts section + section {{ margin-top: {ABOVE}mm }}
li {{ list-style: none; position: relative; padding-left: {HANGING}mm; margin-bottom: {BETWEEN}mm }}
li > svg, .box {{ position: absolute; left: 0; top: 0 }}
.box {{ left: 1.5mm; top: .3em; width: .5em; height: .5em; border: .7mm solid var(--quiet) }}
.now {{ font-weight: bold }}
.now .lead {{ font-weight: normal }}
svg {{ display: block; overflow: visible }}
footer p {{ margin-top: 1mm; font-size: {SMALL}mm; color: var(--quiet) }}
"""

Thing = TypeVar("Thing")


def to_poster(session: Session, *, zone: tzinfo | None = None) -> str:
    """The poster of a session, closed or not; ``zone`` None is the time zone of this machine."""
    session = without_speakers(session)
    title = title_of(session)
    is_long = width_of(title, TITLE * BOLD) > PAGE_WIDTH
    small = _small_print(session, zone)
    path = path_picture(session)
    title_size = LONG_TITLE if is_long else TITLE
    height = PAGE_HEIGHT - ABOVE - BELOW - TEXT * LINE - (PATH_HEIGHT if path else 0)
    height -= len(wrapped(title, PAGE_WIDTH, title_size * BOLD)) * title_size * 1.15
    height -= len(wrapped(small, PAGE_WIDTH, SMALL)) * SMALL * LINE

    language = language_attribute(session.header.language)
    long = ' class="long"' if is_long else ""
    maps = maps_of(session)
    drawn = map_picture(maps, height)
    facts = (*facts_of(session, zone), *filter(None, (agenda_told(session),)))
    width = PAGE_WIDTH - HANGING - (map_width(maps) + GAP if drawn else 0)
    for size in TEXT_SIZES:
        bulbs, pledges = _chosen(session, width, height, size)
        if len(bulbs) == len(session.lightbulbs) and len(pledges) == len(session.pledges):
            break
    left_out = len(session.lightbulbs) - len(bulbs), len(session.pledges) - len(pledges)
    parts = (
        "<header>",
        f"<h1{language}{long}>{inline(title)}</h1>",
        f'<p class="facts">{" · ".join(map(inline, facts))}</p>',
        "</header>\n<main>",
        f'<div class="map">\n{drawn}\n</div>' if drawn else "",
        f'<div class="texts" style="font-size: {size}mm">',
        _section("lightbulbs", _(WHAT_WE_SEE), (_bulb(session, b) for b in bulbs), left_out[0]),
        _section("pledges", _(WHAT_WE_DO), (_pledge(session, p) for p in pledges), left_out[1]),
        "</div>\n</main>\n<footer>",
        path,
        f"<p>{inline(small)}</p>\n</footer>",
    )
    body = "\n".join(filter(None, parts))
    return page(title, colour_style(dark=False) + STYLE, body, schemes="light")


def _small_print(session: Session, zone: tzinfo | None) -> str:
    line = [_(THE_LINE)] if session.turns else []
    return " ".join(
        filter(
            None,
            (
                incomplete_warning(session),
                _(CHOICE),
                *line,
                *withheld_told(session),
                *cautions(session, zone),
                credits_of(session),
            ),
        )
    )


def _chosen(
    session: Session, width: float, height: float, size: float
) -> tuple[list[Lightbulb], list[Pledge]]:
    """The lightbulbs and pledges that fit in a column, each in the order of the session."""

    def of_bulb(bulb: Lightbulb) -> float:
        return _height([f"{lead} {text}" for lead, text in halves(bulb)], width, size)

    def of_pledge(pledge: Pledge) -> float:
        told = pledge_sentence(pledge.condition, pledge.text)
        return _height([f"{told} {who_by_when(pledge)}"], width, size)

    bulbs, pledges = chosen_lightbulbs(session), chosen_pledges(session)
    for found, title in ((bulbs, WHAT_WE_SEE), (pledges, WHAT_WE_DO)):
        if found:  # the heading, and the line that says how many more there are
            lines = len(wrapped(_(title), width + HANGING, HEADING * BOLD))
            height -= lines * HEADING * 1.2 + BETWEEN + size * LINE
    height -= ABOVE
    share = height * BULBS_SHARE if pledges else height
    used = sum(map(of_bulb, _fitting(bulbs, of_bulb, share)))
    some_pledges = _fitting(pledges, of_pledge, height - used)
    used = sum(map(of_pledge, some_pledges))
    some_bulbs = _fitting(bulbs, of_bulb, height - used)
    return (
        [one for one in session.lightbulbs if one in some_bulbs],
        [one for one in session.pledges if one in some_pledges],
    )


def _height(texts: Iterable[str], width: float, size: float) -> float:
    lines = [line for text in texts for lines in paragraphs_of(text) for line in lines]
    rows = sum(len(wrapped(line, width, size * BOLD)) for line in lines)  # some are bold
    return rows * size * LINE + BETWEEN


def _fitting(
    things: Iterable[Thing], height_of: Callable[[Thing], float], height: float
) -> list[Thing]:
    found = []
    for thing in things:
        needed = height_of(thing)
        if needed <= height:
            found.append(thing)
            height -= needed
    return found


def chosen_lightbulbs(session: Session) -> list[Lightbulb]:
    """The lightbulbs in the order of choice.

    Nothing in a session says how loudly one was felt. First come those that tell both what
    somebody used to think and what they see now, then the others; in each group one for each pair
    of shoes before a second one.
    """
    seen: Counter[tuple[bool, str, str]] = Counter()
    ranks = {}
    decks = {turn.id: turn.deck for turn in session.turns}
    for bulb in session.lightbulbs:
        key = (len(halves(bulb)) < 2, decks.get(bulb.turn or "", ""), bulb.shoes)
        ranks[bulb.id] = (key[0], seen[key])
        seen[key] += 1
    return sorted(session.lightbulbs, key=lambda bulb: ranks[bulb.id])


def chosen_pledges(session: Session) -> list[Pledge]:
    """The pledges in the order of choice: those not let go, and what can be done now, first."""
    order = list(HORIZONS)
    return sorted(
        session.pledges, key=lambda one: (one.state == "dropped", order.index(one.horizon))
    )


def _section(name: str, title: str, items: Iterable[str], left_out: int) -> str:
    shown = "\n".join(items)
    if not shown and not left_out:
        return ""
    more = f'\n<p class="more">{inline(and_more(left_out))}</p>' if left_out else ""
    listed = f"\n<ul>\n{shown}\n</ul>" if shown else ""
    opened = f'<section aria-labelledby="{name}-heading">\n<h2 id="{name}-heading">'
    return f"{opened}{inline(title)}</h2>{listed}{more}\n</section>"


def _bulb(session: Session, bulb: Lightbulb) -> str:
    shoes = shoes_of_lightbulb(session, bulb)
    said: Sequence[str] = [words(text, lead_in=lead_in) for lead_in, text in halves(bulb)]
    now = said[-1].replace("<p>", '<p class="now">')
    inside = "\n".join((*said[:-1], now))
    language = language_attribute(session.header.language)
    return f'<li class="{tint(shoes)}" dir="auto"{language}>{bulb_picture(shoes)}\n{inside}</li>'


def _pledge(session: Session, pledge: Pledge) -> str:
    """The words, and behind them who keeps them, by when."""
    told = words(pledge_sentence(pledge.condition, pledge.text)).removesuffix("</p>")
    who = f'<span class="who">{inline(who_by_when(pledge))}</span>'
    language = language_attribute(session.header.language)
    return f'<li dir="auto"{language}><span class="box"></span>\n{told} {who}</p></li>'
