"""The coverage map as rows: what stands where, at every width and in every set of characters."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import a_deck, a_shoes
from wshoes_tui.domain.deck import Side, Theme
from wshoes_tui.domain.summary import Coverage, CoverageRow
from wshoes_tui.flow.coverage_map import map_rows, plain_rows
from wshoes_tui.flow.map_signs import ASCII, CONSOLE, DRAWN, Glyphs, Row, glyphs_for
from wshoes_tui.terminal.capabilities import TerminalCapabilities, terminal_named
from wshoes_tui.terminal.width import cells

HOME = (
    ("Information", "Going home", "Family", "Money", "Independence", "The work"),
    ("P", "The person going home", "lived", (1, 2, 1, 0, 0, 0)),
    ("D", "The daughter", "lived", (1, 0, 2, 0, 0, 0)),
    ("O", "The one at home", "lived", (0, 0, 0, 0, 0, 0)),
    ("F", "The friend next door", "lived", (0, 0, 1, 0, 0, 0)),
    ("N", "The ward nurse", "service", (1, 1, 0, 0, 0, 1)),
    ("S", "The social worker", "service", (0, 0, 0, 1, 0, 0)),
    ("H", "The home care worker", "service", (0, 0, 0, 0, 0, 0)),
    ("C", "The commissioner", "service", (0, 0, 0, 1, 0, 0)),
)

USUAL = """\
                    The work ─────────────────────┐
                Independence ─────────────────┐   │
                       Money ─────────────┐   │   │
                      Family ─────────┐   │   │   │
                  Going home ─────┐   │   │   │   │        ● once  2 twice
                 Information ─┐   │   │   │   │   │        · not yet
[P] The person going home     ●   2   ●   ·   ·   ·    4 times
[D] The daughter              ●   ·   2   ·   ·   ·    3 times
[O] The one at home           ·   ·   ·   ·   ·   ·    nobody yet
[F] The friend next door      ·   ·   ●   ·   ·   ·    1 time

[N] The ward nurse            ●   ●   ·   ·   ·   ●    3 times
[S] The social worker         ·   ·   ·   ●   ·   ·    1 time
[H] The home care worker      ·   ·   ·   ·   ·   ·    nobody yet
[C] The commissioner          ·   ·   ·   ●   ·   ·    1 time
"""
PHONE = """\
                 The work ───────────┐
             Independence ─────────┐ │
                    Money ───────┐ │ │
                   Family ─────┐ │ │ │
               Going home ───┐ │ │ │ │
              Information ─┐ │ │ │ │ │
[P] The person going home  ● 2 ● · · ·
[D] The daughter           ● · 2 · · ·
[O] The one at home        · · · · · ·
[F] The friend next door   · · ● · · ·
[N] The ward nurse         ● ● · · · ●
[S] The social worker      · · · ● · ·
[H] The home care worker   · · · · · ·
[C] The commissioner       · · · ● · ·
"""

Told = tuple[str, str, Side, tuple[int | None, ...]]


def covered(themes: Sequence[str], *rows: Told, title: str = "A deck") -> Coverage:
    """Coverage of these themes; None stands for a pair that no card offers."""
    shoes = [a_shoes(f"s{n}", row[2], name=row[1], mark=row[0]) for n, row in enumerate(rows)]
    keys = [Theme(f"t{n}", name) for n, name in enumerate(themes)]
    return Coverage(
        a_deck("deck", title=title, shoes=tuple(shoes), themes=tuple(keys), cards=()),
        tuple(keys),
        tuple(
            CoverageRow(
                pair,
                tuple(times or 0 for times in row[3]),
                tuple(times is not None for times in row[3]),
                sum(times or 0 for times in row[3]),
            )
            for pair, row in zip(shoes, rows, strict=True)
        ),
    )


def drawn(width: int, *found: Coverage, glyphs: Glyphs = DRAWN) -> list[str]:
    return plain_rows(map_rows(found, width, glyphs))


@pytest.mark.parametrize(
    ("width", "glyphs", "expected"),
    [
        (75, DRAWN, USUAL),
        (75, CONSOLE, USUAL.replace("●", "■")),
        (75, ASCII, USUAL.translate(str.maketrans("●·─│┐", "o.-|."))),
        (38, DRAWN, PHONE),
        (38, ASCII, PHONE.translate(str.maketrans("●·─│┐", "o.-|."))),
    ],
)
def test_the_map_of_one_deck(width: int, glyphs: Glyphs, expected: str) -> None:
    assert drawn(width, covered(*HOME), glyphs=glyphs) == expected.splitlines()  # type: ignore[arg-type]


def test_each_deck_is_a_block_with_a_column_for_marks_that_all_share() -> None:
    one = covered(("Information",), ("P", "The patient", "lived", (1,)), title="Home")
    two = covered(
        ("Information", "Who decides"),
        ("P2", "The person with dementia", "lived", (0, 2)),
        ("N", "The memory nurse", "service", (None, 0)),
        title="Memory",
    )
    assert drawn(75, one, two) == [
        "     Home",
        "",
        "                  Information ─┐",
        "[P]  The patient               ●    1 time",
        "",
        "",
        "     Memory",
        "",
        "                  Who decides ─────┐",
        "                  Information ─┐   │",
        "[P2] The person with dementia  ·   2    2 times",
        "",
        "[N]  The memory nurse              ·    nobody yet",
    ]
    wide = drawn(121, one, two)
    assert wide[0] == "     Home" + " " * 25 + "     Memory"
    assert wide[-2:] == ["     Nobody has stood here", "     [N] The memory nurse"]


def test_over_ten_themes_are_those_of_the_session_and_the_number_of_the_others() -> None:
    themes = [f"Theme {n}" for n in range(12)]
    some = covered(themes, ("P", "The patient", "lived", (0, 0, 0, 1) + (0,) * 8))
    assert drawn(75, some) == [
        "                     Theme 3 ─┐",
        "[P] The patient               ●    1 time",
        "    and 11 more nobody touched",
    ]
    none = covered(themes, ("P", "The patient", "lived", (0,) * 12))
    assert drawn(75, none) == [
        "[P] The patient                    nobody yet",
        "    12 themes, none touched yet",
    ]


NAMES = st.text(alphabet="aéŵ家 -W", min_size=1, max_size=60).filter(lambda name: name.strip())
COVERED = st.integers(1, 14).flatmap(
    lambda columns: st.builds(
        covered,
        st.lists(NAMES, min_size=columns, max_size=columns),
        *(
            st.tuples(
                st.sampled_from(["P", "N2", "Ł"]),
                NAMES,
                st.sampled_from(["lived", "service"]),
                st.lists(
                    st.sampled_from([None, 0, 1, 2, 12]), min_size=columns, max_size=columns
                ).map(tuple),
            )
            for _ in range(2)
        ),
        title=NAMES,
    )
)


@settings(max_examples=60)
@given(st.lists(COVERED, min_size=1, max_size=3), st.integers(30, 140))
def test_nothing_is_cut_and_no_thread_crosses_another(found: list[Coverage], width: int) -> None:
    rows = map_rows(found, width)
    assert max(map(cells, plain_rows(rows))) <= width
    if width >= 112 and len(found) > 1:
        return  # side by side: names of shoes may be cut there
    whole = _letters("".join(plain_rows(rows)))
    for one in found:
        touched = one.touched
        shown = [t for t, on in zip(one.themes, touched, strict=True) if len(touched) <= 10 or on]
        for name in (*(theme.title for theme in shown), *(row.shoes.name for row in one.rows)):
            assert _letters(name) in whole
    for row in rows:
        assert _threads(row).count("┐") <= 1
        assert "─" not in _threads(row).partition("┐")[2]


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha() or c == "-")


def _threads(row: Row) -> str:
    return "".join(span.text for span in row if span.pen == "thin")


@pytest.mark.parametrize(
    ("terminal", "glyphs"),
    [
        (TerminalCapabilities(), DRAWN),
        (terminal_named("linux"), CONSOLE),
        (terminal_named("linux", ascii=True), ASCII),
        (terminal_named("vt220"), ASCII),
        (terminal_named("xterm", ascii=True), ASCII),
    ],
)
def test_the_characters_are_those_that_the_terminal_has(
    terminal: TerminalCapabilities, glyphs: Glyphs
) -> None:
    found = glyphs_for(terminal)
    assert found == glyphs
    for sign in (found.dot, found.point, found.line, found.corner, found.down):
        assert terminal.shown(sign) == sign
