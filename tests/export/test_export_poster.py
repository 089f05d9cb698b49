"""The poster: what is on it fits, is whole, can be read from afar, and the rest is counted."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.build import Play, a_card, a_deck, a_shoes
from tests.domain.hostile_texts import EVIL
from tests.export.html_reader import Element, acts, contrast, read
from tests.export.played import MARKDOWN, TEXTS, a_session, sessions, storable
from tests.export.samples import samples
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.deck import COLOURS, Deck, Theme
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import safe
from wshoes_tui.export.html_page import LIGHT
from wshoes_tui.export.poster_format import SMALL, TEXT_SIZES, to_poster
from wshoes_tui.export.poster_pictures import (
    DENSE_TEXT,
    PAGE_WIDTH,
    chosen,
    map_picture,
    width_of,
    wrapped,
)
from wshoes_tui.export.report_tables import maps_of

POINT = 25.4 / 72
"""Millimetres."""
LONG = "When somebody goes home we will ask them, and the one next door, what they need there. "


def letters(text: str) -> str:
    return "".join(text.split())


def poster_of(session: Session) -> Element:
    return read(to_poster(session, zone=UTC))


def an_evening(bulbs: int, pledges: int = 0, words: str = "She was afraid {n}.") -> Session:
    """A session with so many lightbulbs and pledges, over two turns."""
    play = Play.begun("Asha, Tom, Bea, Joy, Sam")
    play.do(c.Say("First."))
    for n in range(bulbs):
        if n == bulbs // 2:
            play.do(c.Next(), c.Say("Then."))
        play.do(c.AddLightbulb(words.format(n=n), f"She was difficult {n}."))
    for n in range(pledges):
        play.do(c.AddPledge(f"I will ring {n} times.", "Asha"))
    return play.session


def found_sections(poster: Element, name: str) -> list[Element]:
    """The sections of that name: one or none."""
    return [
        one for one in poster.all("section") if one.attributes["aria-labelledby"].startswith(name)
    ]


def items(poster: Element, name: str) -> list[str]:
    """The texts of the items of a section; none where there is no such section."""
    sections = [
        s for s in poster.all("section") if s.attributes["aria-labelledby"].startswith(name)
    ]
    return [letters(item.text) for section in sections for item in section.all("li")]


def left_out(poster: Element, name: str) -> int:
    """How many more a section says there are."""
    [section] = found_sections(poster, name)
    told = "".join(part.text for part in section.of_class("more"))
    return int(re.sub(r"\D", "", told) or 0)


@pytest.mark.parametrize("count", [1, 12, 60])
def test_lightbulbs_are_whole_or_counted(count: int) -> None:
    poster = poster_of(an_evening(count, pledges=count))
    for name in ("lightbulbs", "pledges"):
        shown = items(poster, name)
        assert shown
        assert len(shown) + left_out(poster, name) == count
    whole = {
        letters(f"I used to think: She was difficult {n}. Now I see: She was afraid {n}.")
        for n in range(count)
    }
    assert set(items(poster, "lightbulbs")) <= whole


def test_few_words_are_larger_than_many() -> None:
    sizes = []
    for count in (1, 60):
        [column] = poster_of(an_evening(count)).of_class("texts")
        sizes.append(float(re.sub(r"[^\d.]", "", column.attributes["style"])))
    assert sizes == [TEXT_SIZES[0], TEXT_SIZES[-1]]


def test_what_is_too_long_for_a_wall_is_counted_and_not_cut() -> None:
    poster = poster_of(an_evening(3, words=LONG * 30))
    assert items(poster, "lightbulbs") == []
    assert left_out(poster, "lightbulbs") == 3


def test_lightbulbs_with_both_halves_come_first_and_each_pair_of_shoes_before_a_second() -> None:
    play = Play.begun("Asha, Tom, Bea, Joy, Sam")
    play.do(c.Say("x", shoes="nurse"))
    for n in range(30):
        play.do(c.AddLightbulb(f"half {n} {LONG}", response=play.last.id))
    play.do(c.AddLightbulb("NURSE sees", "NURSE thought", play.last.id))
    play.do(c.Say("y", shoes="patient"))
    play.do(c.AddLightbulb("PATIENT sees", "PATIENT thought", play.last.id))
    first, second, *_more = sorted(items(poster_of(play.session), "lightbulbs"), key=len)
    assert {"NURSE" in first, "NURSE" in second} == {True, False}
    assert {"PATIENT" in first, "PATIENT" in second} == {True, False}


def test_pledges_that_were_let_go_come_last() -> None:
    session = an_evening(0, 40)
    dropped = replace(session.pledges[0], state="dropped", text="LET GO")
    poster = poster_of(replace(session, pledges=(dropped, *session.pledges[1:])))
    assert "LETGO" not in "".join(items(poster, "pledges"))
    assert left_out(poster, "pledges") > 0


@pytest.mark.parametrize("count", [1, 12, 60])
def test_all_but_the_small_print_is_eighteen_points_or_more(count: int) -> None:
    poster = poster_of(an_evening(count, count))
    style = poster.all("style")[0].text
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)mm", style)]
    sizes += [float(size) for size in re.findall(r"font: ([\d.]+)mm", style)]
    sizes += [float(text.attributes["font-size"]) for text in poster.all("text")]
    sizes += map(float, re.findall(r"([\d.]+)mm", poster.of_class("texts")[0].attributes["style"]))
    assert sizes.count(SMALL) == 1
    assert min(size for size in sizes if size != SMALL) >= 18 * POINT
    assert DENSE_TEXT >= 18 * POINT


def test_it_is_a_page_of_landscape_a3() -> None:
    assert "@page { size: 420mm 297mm" in poster_of(a_session()).all("style")[0].text


@pytest.mark.parametrize("session", [a_session(), an_evening(60, 60), Play.fresh().session])
def test_every_picture_has_its_alternatives(session: Session) -> None:
    poster = poster_of(session)
    pictures = [svg for svg in poster.all("svg") if "aria-hidden" not in svg.attributes]
    assert len(pictures) == (2 if session.turns else 0)
    for svg in pictures:
        assert svg.attributes["role"] == "img"
        title, told = map(poster.one, svg.attributes["aria-labelledby"].split())
        assert (title.tag, told.tag) == ("title", "desc")
        assert title.text.strip()
        assert told.text.strip()


def test_the_alternatives_say_what_the_pictures_show() -> None:
    session = a_session()
    poster = poster_of(session)
    told = poster.one("map-told").text
    assert "We stood in the shoes of The patient, " in told
    assert "Not talked about yet" in told or "about every theme" in told
    path = poster.one("path-told").text
    assert all(f"{turn.number}: " in path for turn in session.turns)
    assert "from the other side" in path


def test_the_path_has_a_stroke_for_each_turn_that_was_talked_about() -> None:
    session = a_session()
    [path] = [svg for svg in poster_of(session).all("svg") if "path" in str(svg.attributes)]
    strokes = [one for one in path.all("path") if one.attributes["stroke-width"] == "2.4"]
    assert len(strokes) == sum(turn.state == "answered" for turn in session.turns)


@pytest.mark.parametrize("turns", [1, 14, 31, 120])
def test_a_path_of_any_length_stays_on_the_paper(turns: int) -> None:
    session = a_session()
    [first, *_more] = session.turns
    many = tuple(replace(first, id=f"t{n}", number=n, swap_of=None) for n in range(turns))
    [path] = [
        svg
        for svg in poster_of(replace(session, turns=many)).all("svg")
        if svg.attributes.get("aria-labelledby", "").startswith("path")
    ]
    ends = [
        float(x) for one in path.all("path") for x in re.findall(r"H([\d.]+)", one.attributes["d"])
    ]
    assert len(ends) == turns
    assert max(ends) <= PAGE_WIDTH


def large_deck(deck_id: str, shoes: int, themes: int) -> Deck:
    worn = tuple(
        a_shoes(
            f"s{n}",
            name=f"Somebody with a long name, number {n}",
            mark=f"M{n}",
            colour=COLOURS[n % 8],
        )
        for n in range(shoes)
    )
    titles = tuple(Theme(f"t{n}", f"A theme with a title, number {n}") for n in range(themes))
    cards = tuple(a_card(f"c{n}", f"t{n}") for n in range(themes))
    return a_deck(deck_id, title=f"Deck {deck_id}", shoes=worn, themes=titles, cards=cards)


def shown_names(poster: Element) -> str:
    return " ".join(text.text for text in poster.all("text"))


@pytest.mark.parametrize(
    ("shoes", "themes"), [(2, 1), (8, 6), (12, 10), (40, 24), (40, 1), (2, 24)]
)
def test_a_map_of_any_size_stays_in_its_place(shoes: int, themes: int) -> None:
    play = Play.begun("Asha", large_deck("big", shoes, themes))
    play.do(c.Say("Words."))
    poster = poster_of(play.session)
    picture = next(svg for svg in poster.all("svg") if "role" in svg.attributes)
    width, height = (float(n) for n in picture.attributes["viewbox"].split()[2:])
    assert height < 200
    for text in picture.all("text"):
        assert 0 < float(text.attributes["y"]) <= height
        start = text.attributes["text-anchor"] == "start"
        at, size = float(text.attributes["x"]), float(text.attributes["font-size"])
        assert not start or at + width_of(text.text, size) <= width
        assert 0 <= at <= width
    worn = play.session.shoes_of(play.session.turns[0]).mark
    assert f"[{worn}]" in shown_names(poster), "hits have a place before gaps"
    missing = shoes - len(re.findall(r"\[M\d+\]", shown_names(poster).split("once")[0]))
    assert (f"and {missing} more in the report" in shown_names(poster)) == (missing > 0)


def test_of_many_decks_those_that_fit_are_shown_and_the_others_counted() -> None:
    play = Play.begun("Asha", *(large_deck(f"d{n}", 6, 3) for n in range(7)))
    play.do(c.Say("Words."))
    names = shown_names(poster_of(play.session))
    shown = sum(f"Deck d{n}" in names for n in range(7))
    assert 2 <= shown < 7
    assert f"and {7 - shown} more in the report" in names
    assert f"Deck {play.session.turns[0].deck}" in names


@given(st.lists(st.booleans(), max_size=40), st.integers(1, 20))
def test_hits_have_a_place_before_gaps_and_gaps_have_some(hits: list[bool], most: int) -> None:
    places = chosen(hits, most)
    assert places == sorted(set(places))
    if len(hits) <= most:
        assert places == list(range(len(hits)))
    else:
        assert len(places) == max(1, most - 1)
        taken = [hits[n] for n in places]
        assert taken.count(True) >= min(hits.count(True), -(-len(places) * 2 // 3))
        assert taken.count(False) >= min(hits.count(False), len(places) // 3)


@given(TEXTS, st.floats(20, 400))
def test_wrapped_words_are_whole_and_in_order(text: str, width: float) -> None:
    lines = wrapped(text, width, 8)
    assert " ".join(lines) == " ".join(text.split())
    assert all(width_of(line, 8) <= width or " " not in line for line in lines)


@given(sessions())
def test_nothing_on_a_poster_acts_and_no_withheld_word_is_on_it(session: Session) -> None:
    secret = tuple(
        replace(said, text="SECRETWORD") if said.visibility == "withheld" else said
        for said in session.responses
    )
    page = to_poster(replace(session, responses=secret))
    assert acts(read(page)) == []
    assert "SECRETWORD" not in page
    assert not [x for x in page if (ord(x) < 0x20 and x != "\n") or 0x7F <= ord(x) < 0xA0]


@pytest.mark.parametrize("text", [storable(text) for text in (*EVIL, *MARKDOWN) if text.strip()])
def test_hostile_words_stand_there_literally(text: str) -> None:
    play = Play.begun("Asha, Tom", title=text[:80].strip() or "x")
    play.do(c.Say(text))
    play.do(c.AddLightbulb(text, text, play.last.id), c.AddPledge(text, text[:40]))
    poster = poster_of(play.session)
    assert acts(poster) == []
    for name in ("lightbulbs", "pledges"):
        [shown] = items(poster, name)
        assert letters(safe(text)) in shown


def test_people_are_not_named_beside_words() -> None:
    page = to_poster(a_session(visibility="named"))
    assert not any(name in page for name in ("Tom", "Bea", "Joy", "Sam"))
    assert "Asha, by 1 December 2026" in page, "a pledge has the owner who put their name to it"


def test_the_colours_of_pictures_are_legible() -> None:
    poster = poster_of(a_session())
    fills = {text.attributes["fill"] for text in poster.all("text")}
    assert fills
    assert all(contrast(fill, LIGHT["ground"]) >= 4.5 for fill in fills)


@pytest.mark.parametrize("height", [150.0, 180.0, 185.0, 200.0])
def test_a_map_is_never_taller_than_its_place(height: float) -> None:
    """A few millimetres more would push the foot of the poster to a second page."""
    for session in (a_session(), *(one for _name, one in samples())):
        drawn = map_picture(maps_of(session), height)
        told = re.search(r'height="([\d.]+)mm"', drawn)
        assert told is not None
        assert float(told[1]) <= height + 0.1
