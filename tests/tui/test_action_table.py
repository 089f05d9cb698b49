"""The action table: a new row is found in every front end, and every row is done where it says."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

import wshoes_tui.tui
from tests import action_tables
from tests.build import Play
from tests.lines.seats import seats
from tests.lines.talk import Talk
from tests.tui.app_fixture import House, resume
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import ENTER, ESC, typed
from tests.tui.screen_text import shown
from wshoes_tui.domain.commands import Begin, Open
from wshoes_tui.domain.value import Refusal
from wshoes_tui.flow import actions
from wshoes_tui.flow.action_types import ALWAYS, ALWAYS_SEAT, EVERY_SCREEN
from wshoes_tui.flow.actions import Action, ActionOutcome, actions_of, slash_actions
from wshoes_tui.lines.seat_slash import COMMANDS as SEAT_COMMANDS
from wshoes_tui.lines.slash_commands import find_command
from wshoes_tui.lines.slash_session import COMMANDS
from wshoes_tui.tui.base_screen import PageParts
from wshoes_tui.tui.screens.field_sheets import SHEETS
from wshoes_tui.tui.screens.home_screen import HomePage
from wshoes_tui.tui.screens.palette_entries import palette_entries
from wshoes_tui.tui.startup import StartOptions

PALETTE = "\x10"
TALL = (80, 60)
"""All of help fits."""


def count_turns(holder: object, words: str) -> ActionOutcome:
    """What the row of these tests does."""
    session = getattr(holder, "session")  # noqa: B009 - whatever holds one
    return ActionOutcome(f"Turns: {len(session.turns)}.{words}", "Saved")


COUNT = Action(
    "9", "count_turns", "count", "Tell how many turns there were", 1, group="evening",
    on=("home", "turn", "seat"), slash="count", also=("tally",), lines=ALWAYS, seat=ALWAYS_SEAT,
    more="It counts the open one, too.", synonyms="how many, number of rounds", does=count_turns,
)  # fmt: skip


@pytest.fixture
def a_new_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "TABLE", (*actions.TABLE, COUNT))


def pages() -> Iterator[type[PageParts]]:
    """Every class of screens and sheets that has a place in the table."""
    for module in pkgutil.walk_packages(wshoes_tui.tui.__path__, "wshoes_tui.tui."):
        importlib.import_module(module.name)
    waiting = list(PageParts.__subclasses__())
    while waiting:
        page = waiting.pop()
        waiting += page.__subclasses__()
        if page.SCOPE and page.__module__.startswith("wshoes_tui"):
            yield page


@pytest.mark.usefixtures("a_new_row")
async def test_a_new_row_is_on_the_screen_of_the_facilitator(house: House) -> None:
    house.hold(Play.begun("Asha, Tom"))
    async with house.open(resume(), size=TALL) as app:
        assert "9 count" in shown(app), "the footer"
        await typed(app, ESC)
        assert "9 count" in shown(app).partition("the evening")[2], "the row of actions"
        await typed(app, "9")
        assert "Turns: 1." in shown(app)
        await typed(app, "9")
        assert "Turns: 1." not in shown(app), "once, and then letters are words again"
        await typed(app, "\x7f", ESC, "?")
        assert "Esc 9 Tell how many turns there were" in shown(app), "help"
        await typed(app, ESC, PALETTE, "number of rou")
        assert "Count · number of rounds" in shown(app), "the palette"
        await typed(app, ENTER)
        assert "Turns: 1." in shown(app)


@pytest.mark.usefixtures("a_new_row")
async def test_a_new_row_is_a_key_where_letters_act_at_once(house: House) -> None:
    class HomeOfTheTest(HomePage):
        """Its keys are bound when the class is made."""

        @property
        def holder(self) -> object:
            return SimpleNamespace(session=Play.begun("Asha, Tom").session)

    async with house.open(StartOptions()) as app:
        app.push_screen(HomeOfTheTest())
        await typed(app, "9")
        assert "Turns: 1." in shown(app)
        assert "9 count" in shown(app)


@pytest.mark.usefixtures("a_new_row")
async def test_a_new_row_is_on_the_screen_of_a_seat(house: House) -> None:
    async with a_round(house) as together:
        asha = await together.sits_down("Asha", size=TALL)
        await together.does(Open(), Begin())
        assert "9 count" in shown(asha)
        await typed(asha, ESC)
        assert "9 count" in shown(asha).partition("the evening")[2]
        await typed(asha, "9")
        assert "Turns: 1." in shown(asha)
        await typed(asha, ESC, "?")
        assert "Esc 9 Tell how many turns there were" in shown(asha)
        await typed(asha, ESC, PALETTE, "number of rou")
        assert "Count · number of rounds" in shown(asha)


@pytest.mark.usefixtures("a_new_row")
@pytest.mark.parametrize("typed_name", ["/count", "/cou", "/tally", "/count-turns"])
def test_a_new_row_can_be_typed_by_the_facilitator(typed_name: str) -> None:
    talk = Talk.over(Play.begun("Asha, Tom"))
    assert talk.type(f"{typed_name} Now") == ["Saved: Turns: 1.Now"]
    assert "Help: /count: Tell how many turns there were" in talk.type("/help")
    assert talk.type("/help count")[-1] == "Help: It counts the open one, too."


@pytest.mark.usefixtures("a_new_row")
async def test_a_new_row_can_be_typed_at_a_seat() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        for typed_name in ("/count", "/cou", "/tally", "/count-turns"):
            assert await asha.types(f"{typed_name} Now") == ["Saved: Turns: 1.Now"]
        assert "Help: /count: Tell how many turns there were" in await asha.types("/help")
        assert (await asha.types("/help count"))[-1] == "Help: It counts the open one, too."


def test_without_the_row_there_is_nothing_of_it() -> None:
    assert "There is no command /count." in Talk.over(Play.begun("Asha, Tom")).error("/count")
    assert COUNT not in actions_of("turn")


def test_every_action_is_done_on_every_screen_that_its_row_names() -> None:
    found = list(pages())
    screens = {screen for page in found for screen in (page.SCOPE, *page.MORE_SCOPES)}
    assert {screen for one in actions.TABLE for screen in one.on} <= {*screens, EVERY_SCREEN}
    undone = {
        (page.__name__, action.name)
        for page in found
        for screen in (page.SCOPE, *page.MORE_SCOPES)
        for action in actions_of(screen)
        if action.does is None and action.draft not in SHEETS
        if not hasattr(page, f"action_{action.name}")
    }
    app_does = {(page.__name__, "command_palette") for page in found}
    lists_do = {("TakenPage", "take")}
    assert undone <= app_does | lists_do


@pytest.mark.parametrize(
    ("role", "handlers"), [("facilitator", COMMANDS.handlers), ("seat", SEAT_COMMANDS.handlers)]
)
def test_what_can_be_typed_is_in_the_table_and_is_done(
    role: actions.Role, handlers: dict[str, object]
) -> None:
    known = slash_actions(role)
    by_row = {name for name, action in known.items() if action.does is not None}
    assert by_row | set(handlers) == set(known)
    assert not by_row & set(handlers), "done in two ways"


@pytest.mark.parametrize("role", ["facilitator", "seat"])
def test_no_spelling_stands_for_two_commands(role: actions.Role) -> None:
    typed_at = [
        action
        for action in actions.TABLE
        if action.slash and (action.seat if role == "seat" else action.lines)
    ]
    names = Counter(action.slash for action in typed_at)
    spelled = Counter(one for action in typed_at for one in {*action.spellings} - {action.slash})
    assert [name for name, count in (names + spelled).items() if count > 1] == []
    for action in typed_at:
        for spelling in (action.slash, *action.spellings):
            assert find_command(f"/{spelling.upper()}", role) is action


def test_no_key_does_two_things_on_one_screen() -> None:
    for screen in {screen for action in actions.TABLE for screen in action.on}:
        keys = Counter(action.key for action in actions_of(screen))
        # To write, or to hide while writing; all write first, or a panel writes evidence.
        both = {"w"} if screen in ("writing", "turn") else set()
        assert {key for key, count in keys.items() if count > 1} == both, screen


def test_a_row_says_what_a_front_end_shows_of_it() -> None:
    for action in actions.TABLE:
        assert bool(action.on) == bool(action.key) == bool(action.label), action
        assert bool(action.slash) == bool(action.lines or action.seat), action
        assert action.help or not action.on, action
        assert action.typed_help or not action.slash, action
        assert action.draft is None or action.slash, action


@pytest.mark.parametrize("words", ["undo", "take back", "wrong", "mistake", "oops"])
async def test_the_palette_finds_undo_by_what_people_call_it(house: House, words: str) -> None:
    house.hold(Play.begun("Asha, Tom"))
    async with house.open(resume()) as app:
        await typed(app, PALETTE, words)
        assert "Undo" in shown(app)
        page = app.page
        assert page is not None
        assert len({entry.title for entry in palette_entries(app, page)}) > 20


@pytest.mark.usefixtures("a_new_row")
def test_a_new_row_is_in_the_tables_of_the_documentation() -> None:
    marked = "<!-- keys:turn -->\n<!-- end -->\n<!-- slash:seat -->\nold\n<!-- end -->\n"
    told = action_tables.filled(marked)
    assert "| `Esc 9` | Tell how many turns there were |" in told
    assert "| `/count` | `/tally` `/count-turns` | Tell how many turns there were |" in told
    assert "old" not in told
    assert action_tables.filled(told) == told


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_the_tables_of_the_documentation_are_those_of_the_program(name: str) -> None:
    text = (Path(wshoes_tui.__file__).parents[1] / name).read_text("utf-8")
    assert action_tables.filled(text) == text


def test_a_seat_is_told_what_is_for_the_facilitator() -> None:
    with pytest.raises(Refusal, match="/swap is for the facilitator"):
        find_command("/swap", "seat")
