"""The page for a browser: all that may be told, literally, in an order that can be heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date
from itertools import pairwise

import pytest
from hypothesis import given

from tests.build import Play
from tests.domain.hostile_texts import EVIL, PLAIN
from tests.domain.test_mixed_decks import mixed
from tests.export.html_reader import Element, acts, contrast, read
from tests.export.played import MARKDOWN, a_session, sessions, storable
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.text import safe
from wshoes_tui.export.html_format import to_html
from wshoes_tui.export.html_page import DARK, LIGHT, POLICY
from wshoes_tui.export.poster_format import to_poster
from wshoes_tui.locale import LANGUAGES, speech
from wshoes_tui.locale.phrases import decimal, full_day, listed


def letters(text: str) -> str:
    return "".join(text.split())


def page_of(session: Session) -> Element:
    return read(to_html(session, zone=UTC))


def responses_on(page: Element) -> list[str]:
    """The quotations of what was said, each without white space and without a name."""
    found = []
    for name in ("said", "swaps", "lost"):
        for section in page.all("section"):
            if section.attributes["id"] == name:
                quotes = section.all("blockquote")
                found += ["".join(p.text for p in quote.all("p")) for quote in quotes]
    return [letters(text) for text in found]


@contextmanager
def language(tag: str) -> Iterator[None]:
    speech.get().use(tag)
    try:
        yield
    finally:
        speech.get().use("en")


@given(sessions())
def test_every_response_that_may_leave_is_there_once(session: Session) -> None:
    numbered = tuple(
        replace(said, text=f"{said.text}\n\n#{number}#")
        for number, said in enumerate(session.responses)
    )
    found = responses_on(page_of(replace(session, responses=numbered)))
    wanted = [letters(safe(said.text)) for said in numbered if said.visibility != "withheld"]
    assert sorted(found) == sorted(wanted)


@given(sessions())
def test_nothing_on_a_page_acts_or_asks_for_anything(session: Session) -> None:
    text = to_html(session)
    assert acts(read(text)) == []
    assert not [x for x in text if (ord(x) < 0x20 and x != "\n") or 0x7F <= ord(x) < 0xA0]


WORDS = [storable(text) for text in (*EVIL, *MARKDOWN, *PLAIN) if text.strip()]


@pytest.mark.parametrize("text", WORDS)
def test_words_stand_literally_wherever_people_type_them(text: str) -> None:
    play = Play.ready("Asha, Tom", title=text[:80].strip() or "x", programme=text[:40].strip())
    play.do(c.Begin(), c.Say(text))
    play.do(c.AddLightbulb(text, text, play.last.id))
    play.do(c.AddPledge(text, text[:40], date(2027, 1, 1)), c.ParkTopic(text))
    play.do(c.PlaceCard(text[:80], text), c.Next(), c.Say("x"), c.GoToClosing())
    play.do(c.GiveFeedback("checkout", text))
    page = page_of(play.session)
    assert acts(page) == []
    for name in ("said", "lightbulbs", "pledges", "parked", "closing"):
        assert letters(safe(text)) in letters(page.one(name).text), name


def test_the_policy_forbids_all_but_the_style() -> None:
    head, _body = read(to_html(a_session())).all("html")[0].all("head", "body")
    [policy] = [m for m in head.all("meta") if "http-equiv" in m.attributes]
    assert policy.attributes == {"http-equiv": "Content-Security-Policy", "content": POLICY}
    assert POLICY.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert len(head.all("title")) == len(head.all("style")) == 1


@pytest.mark.parametrize("session", [a_session(), Play.fresh().session, mixed().session])
def test_headings_and_landmarks_are_in_order(session: Session) -> None:
    page = page_of(session)
    levels = [int(h.tag[1]) for h in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(then <= now + 1 for now, then in pairwise(levels))
    body = page.all("body")[0]
    assert [part.tag for part in body.parts if isinstance(part, Element)] == [
        "header", "nav", "main", "footer",
    ]  # fmt: skip
    names = [section.attributes["id"] for section in page.all("section")]
    assert names == list(dict.fromkeys(names))
    assert [a.attributes["href"] for a in page.all("a")] == [f"#{name}" for name in names]
    for labelled in page.all("section"):
        assert page.one(labelled.attributes["aria-labelledby"]).text.strip()


def test_every_table_has_a_caption_and_heads_with_a_scope() -> None:
    page = page_of(a_session())
    assert len(page.all("table")) == 3
    for table in page.all("table"):
        assert table.all("caption")[0].text
        width = {len(row.all("th", "td")) for row in table.all("tr")}
        assert len(width) == 1
        for row in table.all("tbody")[0].all("tr"):
            assert [th.attributes["scope"] for th in row.all("th")] == ["row"]
        assert {th.attributes["scope"] for th in table.all("thead")[0].all("th")} == {"col"}


def test_the_map_shows_gaps_as_clearly_as_hits() -> None:
    play = Play.begun("Asha")
    play.do(c.Say("Words", shoes="patient"), c.Next())
    page = page_of(play.session)
    [table] = page.of_class("map")
    cells = [td.text.strip() for row in table.all("tr") for td in row.all("td")]
    assert set(cells) <= {"1", "not yet", "\N{EN DASH}"}
    assert {"1", "not yet"} <= set(cells)
    deck = play.session.decks[0].deck
    rows = [th.text for th in table.all("th") if th.attributes["scope"] == "row"]
    assert len(rows) == len(deck.shoes)
    for pair, row in zip(deck.shoes, rows, strict=True):
        assert f"[{pair.mark}] {pair.name}" in row
    [never] = [p.text for p in page.one("map").all("p") if "Nobody has stood yet" in p.text]
    assert [pair.name in never for pair in deck.shoes] == ["nobody yet" in row for row in rows]


def test_a_page_of_several_decks_has_a_map_for_each() -> None:
    play = mixed()
    play.do(c.Say("I know this town."), c.Next(), c.Say("My own bed."))
    page = page_of(play.session)
    assert [h.text for h in page.one("map").all("h3")] == ["Home", "Memory"]
    assert len(page.of_class("map")) == 2


def test_the_sides_of_a_swap_stand_beside_each_other() -> None:
    [sides] = page_of(a_session()).of_class("sides")
    first, then = sides.of_class("side")
    assert "I want my own bed.\nAnd my cat." in first.text.replace("\n\n", "\n")
    assert "From here it looks different." in then.text
    assert [h.text for h in sides.all("h4")] == [
        "First, from one side",
        "Then, from the other side",
    ]


def test_a_lightbulb_has_the_words_that_caused_it_unless_they_were_kept_back() -> None:
    bulbs = page_of(a_session()).one("lightbulbs")
    causes = [q.text for q in bulbs.all("q")]
    assert causes == ["Three more to discharge."]
    assert len(bulbs.all("blockquote")) == 2
    assert "Not for the page" not in to_html(a_session())


def test_pledges_stand_under_their_horizons_those_for_now_first() -> None:
    pledges = page_of(a_session()).one("pledges")
    assert [h.text for h in pledges.all("h3")] == ["Can be done now", "Needs a plan"]
    assert "Asha, by 1 December 2026." in pledges.text
    assert "2 March 2026: done. It went." in pledges.text


def test_the_path_tells_each_turn_and_nobody() -> None:
    session = a_session(visibility="named")
    path = page_of(session).one("path")
    rows = [[cell.text for cell in row.all("th", "td")] for row in path.all("tr")]
    assert rows[0] == ["Turn", "Card", "Shoes", "How it ended"]
    assert [row[0] for row in rows[1:]] == [str(turn.number) for turn in session.turns]
    assert rows[2][3] == "we talked about it, from the other side"
    assert not any(seat.label in path.text for seat in session.seats)


def test_people_are_a_number_unless_the_session_names_them() -> None:
    unnamed, named = to_html(a_session()), to_html(a_session(visibility="named"))
    assert not any(name in unnamed for name in ("Bea", "Joy", "Sam"))
    assert "Here were: Asha, Tom, Bea, Joy, Sam, Li." in named
    assert "<cite>\N{EM DASH} Asha</cite>" in named


def test_numbers_of_few_people_are_not_on_the_page() -> None:
    session = a_session()
    numbers = page_of(session).one("numbers")
    assert [td.text for td in numbers.all("td")] == ["3.5", "6.5", "6"]
    assert "a reason to talk, not a measurement" in numbers.text
    few = replace(session, ratings=tuple(r for r in session.ratings if r.value < 7))
    assert page_of(few).one("numbers").all("td") == []


def test_the_end_says_what_is_missing_and_whether_consent_was_asked() -> None:
    about = page_of(a_session()).all("footer")[0].text
    assert "1 text is left out: it was kept back by choice." in about
    assert "Consent was asked, and everybody gave it." in about
    assert "until 31 May 2026" in about
    never = Play.begun()
    assert "Not everybody agreed to how these words are kept" in to_html(never.session)


@pytest.mark.parametrize("render", [to_html, to_poster])
def test_a_damaged_session_says_that_the_page_is_incomplete(
    render: Callable[[Session], str],
) -> None:
    session = a_session()
    damaged = replace(session, damaged=(f"response {session.responses[0].id}",))
    assert "This page is incomplete" in render(damaged)
    assert "This page is incomplete" not in render(session)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_words_has_a_contrast_of_four_and_a_half(palette: dict[str, str]) -> None:
    for name, colour in palette.items():
        if name not in ("ground", "thin"):
            assert contrast(colour, palette["ground"]) >= 4.5, name
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") < 4.5


@pytest.mark.parametrize(
    ("tag", "first", "later", "number", "names"),
    [
        ("en", "1 May 2026", "24 November 2026", "3.5", "a, b and c"),
        ("cy", "1 Mai 2026", "24 Tachwedd 2026", "3.5", "a, b, c"),
        ("es", "1 de mayo de 2026", "24 de noviembre de 2026", "3,5", "a, b y c"),
        ("fr", "1er mai 2026", "24 novembre 2026", "3,5", "a, b et c"),
        ("pt", "1 de maio de 2026", "24 de novembro de 2026", "3,5", "a, b e c"),
    ],
)
def test_days_numbers_and_lists_are_those_of_the_language(
    tag: str, first: str, later: str, number: str, names: str
) -> None:
    with language(tag):
        assert (full_day(date(2026, 5, 1)), full_day(date(2026, 11, 24))) == (first, later)
        assert (decimal(3.5), decimal(4.0)) == (number, "4")
        assert listed(["a", "b", "c"]) == names
        page = page_of(a_session())
        assert page.all("html")[0].attributes["lang"] == tag
        assert number in page.one("numbers").text
        spoken = {one.attributes.get("lang") for one in page.all("blockquote")}
        assert spoken == ({None} if tag == "en" else {"en-GB"})


def test_a_spanish_list_ends_as_it_sounds() -> None:
    with language("es"):
        ends = {name: listed(["a", name]) for name in ("Inés", "Hilario", "hielo", "Yolanda", "b")}
    assert {name: text.split()[1] for name, text in ends.items()} == {
        "Inés": "e", "Hilario": "e", "hielo": "y", "Yolanda": "y", "b": "y",
    }  # fmt: skip
    assert listed(["a", "Inés"]) == "a and Inés"


def test_every_language_has_its_case() -> None:
    assert set(LANGUAGES) == {"en", "cy", "es", "fr", "pt"}
