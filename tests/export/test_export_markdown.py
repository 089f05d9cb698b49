"""The page of a session: everything that may be told, literally, and nothing that acts."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.build import Play, a_deck
from tests.domain.hostile_texts import EVIL
from tests.export.played import MARKDOWN, TEXTS, a_session, nasty_deck, sessions, storable
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.models import VISIBILITIES, Session
from wshoes_tui.domain.text import safe
from wshoes_tui.export.markdown_format import inline, lines, quoted, to_markdown

READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "tables": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
    "links": MarkdownIt("gfm-like", {"html": True}),
}
"""Readers of Markdown, the last of which also makes links of what only looks like one."""

ACTIVE = {
    "html_block", "html_inline", "link_open", "image", "code_inline", "code_block", "fence",
    "heading_open", "table_open", "hr", "em_open", "strong_open", "s_open",
    "bullet_list_open", "ordered_list_open", "blockquote_open",
}  # fmt: skip
"""All that is more than words."""


def tokens(page: str, reader: str = "links") -> list[Token]:
    """What a reader makes of a page, spans of text included."""
    found = READERS[reader].parse(page)
    return [part for token in found for part in (token, *(token.children or []))]


def active(page: str, reader: str) -> Counter[str]:
    """How often each thing that is more than words stands on a page."""
    return Counter(token.type for token in tokens(page, reader) if token.type in ACTIVE)


def letters(text: str) -> str:
    """A text without its white space, which no page keeps as it was."""
    return "".join(text.split())


def quotations(page: str) -> list[str]:
    """The text of each quotation on a page, without white space."""
    found: list[str] = []
    inside = False
    for token in tokens(page, "commonmark"):
        if token.type == "blockquote_open":
            inside = True
            found.append("")
        inside = inside and token.type != "blockquote_close"
        if inside and token.type == "text":
            found[-1] += letters(token.content)
    return found


NASTY = [storable(text) for text in (*EVIL, *MARKDOWN)]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", NASTY)
def test_nothing_in_peoples_words_acts(reader: str, text: str) -> None:
    assert active("\n".join(lines(text)), reader) == {}
    assert active(quoted(lines(text)), reader) == {"blockquote_open": 1}
    assert active(f"## {inline(text)}", reader) == {"heading_open": 1}
    cells = Counter(t.type for t in tokens(f"| {inline(text)} | b |\n|---|---|", "tables"))
    assert (cells["table_open"], cells["th_open"]) == (1, 2)
    assert active(f"| {inline(text)} | b |\n|---|---|", "links") == {"table_open": 1}


@given(TEXTS, st.sampled_from(sorted(READERS)))
def test_any_words_stand_there_literally(text: str, reader: str) -> None:
    page = quoted(lines(text))
    assert active(page, reader) == {"blockquote_open": 1}
    shown = "".join(t.content for t in tokens(page, reader) if t.type == "text")
    assert letters(shown) == letters(safe(text))


def test_line_breaks_of_people_are_kept() -> None:
    found = Counter(t.type for t in tokens(quoted(lines("one\ntwo\n\nthree")), "commonmark"))
    assert (found["hardbreak"], found["paragraph_open"]) == (1, 2)


def _bland(session: Session) -> Session:
    """The same session with harmless words."""

    def bland(records: Any, *fields: str) -> Any:
        return tuple(
            replace(r, **{f: "word" for f in fields if getattr(r, f).strip()}) for r in records
        )

    decks = tuple(
        replace(
            played,
            deck=replace(
                played.deck,
                title="word",
                authors=("word",),
                licence="word",
                themes=bland(played.deck.themes, "title"),
                shoes=tuple(replace(s, name=f"word {s.id}") for s in played.deck.shoes),
                cards=bland(played.deck.cards, "title", "text"),
            ),
        )
        for played in session.decks
    )
    return replace(
        session,
        header=replace(session.header, title="word"),
        decks=decks,
        seats=bland(session.seats, "label"),
        responses=bland(session.responses, "text"),
        lightbulbs=bland(session.lightbulbs, "used_to_think", "now_see"),
        pledges=bland(session.pledges, "text", "owner"),
        car_park=bland(session.car_park, "text"),
        wild_cards=bland(session.wild_cards, "title", "text"),
        feedback=bland(session.feedback, "text"),
    )


@given(sessions())
def test_words_do_not_change_the_build_of_a_page(session: Session) -> None:
    for reader in READERS:
        assert active(to_markdown(session), reader) == active(to_markdown(_bland(session)), reader)


@given(sessions())
def test_every_response_that_may_be_told_is_there_once(session: Session) -> None:
    numbered = tuple(
        replace(said, text=f"{said.text}\n\n#{number}#")
        for number, said in enumerate(session.responses)
    )
    found = quotations(to_markdown(replace(session, responses=numbered)))
    for said in numbered:
        times = sum(letters(safe(said.text)) in quotation for quotation in found)
        assert times == (said.visibility != "withheld")


@given(sessions())
def test_a_page_holds_no_control_characters(session: Session) -> None:
    page = to_markdown(session)
    assert not [c for c in page if (ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0]
    assert "\u202e" not in page


def test_what_is_withheld_is_counted_and_explained() -> None:
    page = to_markdown(a_session())
    assert "Not for the page" not in page
    assert "1 text is left out: it was kept back by choice." in page


def test_unsaid_words_are_counted_and_not_told() -> None:
    play = Play.begun()
    play.do(c.KeepDraft("park", "UNSAID"), c.KeepDraft("pledge", "UNSAID"))
    page = to_markdown(play.session)
    assert "UNSAID" not in page
    assert "2 texts are left out: they were not handed in." in page


def test_the_page_says_when_nothing_was_kept_back() -> None:
    play = Play.begun()
    play.do(c.Say("All of it."))
    assert "Everything that was written down as said is on this page." in to_markdown(play.session)


def test_people_are_a_number_unless_the_session_names_them() -> None:
    unnamed = to_markdown(a_session())
    assert "6 people" in unnamed
    assert not any(name in unnamed for name in ("Bea", "Joy", "Sam"))
    named = to_markdown(a_session(visibility="named"))
    assert "Here were: Asha, Tom, Bea, Joy, Sam, Li." in named
    assert "> And my cat.\n>\n> — Asha" in named
    assert "> More heard.\n>\n> — Joy" in named


def test_names_are_gone_when_the_session_no_longer_gives_them() -> None:
    play = Play.begun(visibility="named")
    play.do(c.GiveFeedback("checkout", "A good day.", play.id_of("Tom")))
    assert "Tom" in to_markdown(play.session)
    play.do(c.Plan(visibility="shoes"))
    assert "Tom" not in to_markdown(play.session)


def test_a_seat_that_should_not_be_there_is_not_told() -> None:
    play = Play.begun()
    play.do(c.Say("From nobody named."))
    kept = replace(play.last, seat=play.id_of("Tom"))
    assert "Tom" not in to_markdown(replace(play.session, responses=(kept,)))


def test_one_name_given_is_one_name_told() -> None:
    play = Play.begun()
    play.do(c.Say("Mine.", play.id_of("Tom"), visibility="named"), c.Say("Anybody's."))
    page = to_markdown(play.session)
    assert "> Mine.\n>\n> — Tom" in page
    assert "without names" not in page
    assert "without names" in to_markdown(a_session())


def test_a_card_whose_words_were_all_kept_back_is_still_told() -> None:
    play = Play.begun()
    play.do(c.Say("SECRET", visibility="withheld"), c.Next())
    page = to_markdown(play.session)
    assert "We talked about this card. What was said is not on this page." in page
    assert "SECRET" not in page


def test_access_needs_roles_and_voices_stay_away() -> None:
    play = Play.ready()
    play.do(c.AddSeat("Noor", "a judge", None, "a ramp"), c.Begin())
    for visibility in VISIBILITIES:
        header = replace(play.session.header, visibility=visibility)
        page = to_markdown(replace(play.session, header=header))
        assert ("Noor" in page) == (visibility == "named")
        assert "judge" not in page
        assert "ramp" not in page


def test_a_session_that_was_played_reads_as_it_was() -> None:
    page = to_markdown(a_session(), zone=UTC)
    parts = (
        "# Home\n\n2 March 2026 · 6 people",
        "## What we talked about",
        "### My gran\n\nShe was\nsent home.",
        "> About gran.",
        "## The same card, seen from both sides",
        "#### First, from one side",
        "> I want my own bed.  \n> And my cat.",
        "#### Then, from the other side",
        "> From here it looks different.",
        "## What we see differently now",
        "> I used to think: She was difficult.\n>\n> Now I see: She was afraid.\n>\n> — in the",
        "## What we will do",
        "- I will ring before noon.\n\n  Asha, by 1 December 2026. Can be done now.",
        "- We write the letter.\n\n  Owner still to be found, no day set yet. Needs a plan.",
        "  2 March 2026: done. It went.",
        "## For another time\n\n- Who has the keys?",
        "## Whose shoes, on what\n\nWe stood in the shoes of ",
        "How often, theme by theme:\n\n|              | Information | Independence |",
        "## Before and after",
        "| The nurse |    3.5 |   6.5 |      6 |",
        "These are the middle numbers of a small group",
        "Fewer than 5 people gave a number both times for The patient.",
        "## Closing words\n\n### One line each\n\n> More checkout.\n\n### Was I valued?",
        "### What would I change?\n\n> More change.",
        "## About this page",
        "until 31 May 2026",
        "Cards from Home (revision 1).",
    )
    place = 0
    for part in parts:
        assert part in page[place:], part
        place = page.index(part, place)


def test_the_day_is_that_of_the_place() -> None:
    session = a_session()
    far_east = timezone(timedelta(hours=14))
    assert "3 March 2026" in to_markdown(session, zone=far_east)


def test_numbers_of_few_people_are_not_on_the_page() -> None:
    session = a_session()
    few = replace(session, ratings=tuple(r for r in session.ratings if r.value < 7))
    page = to_markdown(few)
    assert "| The nurse |    3.5" not in page
    assert "Fewer than 5 people gave a number both times for The patient and The nurse." in page


def test_a_small_group_is_warned_that_words_can_be_recognised() -> None:
    warning = "words may be recognised even without a name"
    assert warning in to_markdown(Play.begun("Asha, Tom").session)
    assert warning not in to_markdown(a_session())
    named = Play.begun("Asha, Tom", visibility="named")
    named.do(c.Say("Mine.", named.id_of("Tom")))
    assert warning not in to_markdown(named.session)


def test_the_coverage_map_is_a_table_of_what_there_is() -> None:
    play = Play.begun("Asha", nasty_deck("home"))
    play.do(c.DrawCard("home", "one"), c.Say("Words", shoes="patient"), c.Next())
    page = to_markdown(play.session)
    tables = [t for t in tokens(page) if t.type == "table_open"]
    assert len(tables) == 1
    rows = page[page.index("| ") :].split("\n\n")[0].split("\n")
    assert len({len(row) for row in rows}) == 1, "the columns line up in plain text"


def test_gaps_are_said_in_words_after_what_there_is() -> None:
    play = Play.begun("Asha")
    if play.turn.card != "cold-tea":
        play.do(c.DrawCard("home", "cold-tea"))
    play.do(c.Say("Words", shoes="patient"), c.Next())
    page = to_markdown(play.session)
    worn = {"The patient", play.session.shoes_of(play.session.turns[0]).name}
    gap = page[page.index("Nobody has stood yet in the shoes of ") :].split("\n")[0]
    for name in ("The patient", "The daughter", "The nurse", "The manager"):
        assert (name in gap) == (name not in worn)
    assert page.index("We stood in the shoes of ") < page.index(gap)
    assert "Not talked about yet: Independence." in page


def test_a_poem_keeps_its_lines_and_a_scenario_flows() -> None:
    poem, scene = Play.begun("Asha", nasty_deck("home")), Play.begun("Asha", a_deck("home"))
    poem.do(c.DrawCard("home", "two"), c.Say("Yes."))
    assert "a line  \n\\- a line\n\n1\\. more" in to_markdown(poem.session)
    scene.do(c.PlaceCard("Own", "one\ntwo"), c.Say("x"), c.Next(), c.Say("Yes."))
    assert "one\ntwo" in to_markdown(scene.session)


def test_closing_words_are_not_in_the_order_of_the_table() -> None:
    session = a_session()
    turned = replace(session, feedback=session.feedback[::-1], lightbulbs=session.lightbulbs[::-1])
    assert to_markdown(turned) == to_markdown(session)


def test_words_whose_turn_is_gone_are_told_all_the_same() -> None:
    session = a_session()
    page = to_markdown(replace(session, turns=session.turns[1:]))
    assert "## Words whose card is missing" in page
    assert "> I want my own bed." in page
    gone = to_markdown(replace(session, turns=()))
    assert "> From here it looks different." in gone
    assert "Not for the page" not in gone


@pytest.mark.parametrize("session", [Play.fresh().session, Play.ready().session])
def test_a_session_with_nothing_in_it_is_a_page_too(session: Session) -> None:
    page = to_markdown(session)
    assert page.startswith("# ")
    assert "This session is not closed yet" in page
