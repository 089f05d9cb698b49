"""The field for words: held against Textual's own text area, and safe from every key there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from textual import events
from textual.app import App, ComposeResult
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.decks import COUNCIL, HOSPITAL
from tests.tui.group_fixture import a_round
from tests.tui.keyboard import ENTER, ESC, burst, keys_done, pasted, send, settled, typed
from tests.tui.screen_text import fields, misfits, picture
from wshoes_tui.domain.commands import Begin, GoToClosing, Open, Say, WriteFirst
from wshoes_tui.limits import MOST_CHARACTERS
from wshoes_tui.tui.facilitator_app import WshoesApp
from wshoes_tui.tui.widgets.words_document import (
    Words,
    boundary_after,
    boundary_before,
    emoji_before,
)
from wshoes_tui.tui.widgets.words_field import WordsField

LETTERS = "ab é\u5bb6,\t\n"
"""What Textual's text area takes for what it is."""
EXOTIC = LETTERS + "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\x00\u200c\u200d\ufe0f\u0301\U0001f468"
"""With what it takes for ends of lines, and with what takes no room."""
MOVES = (
    "cursor_left", "cursor_right", "cursor_up", "cursor_down", "cursor_line_start",
    "cursor_line_end", "cursor_word_left", "cursor_word_right",
)  # fmt: skip
EDITS = (
    "delete_left", "delete_right", "delete_line", "delete_word_left", "delete_word_right",
    "delete_to_start_of_line", "delete_to_end_of_line", "cut", "paste", "select_line",
    "select_all", "undo", "redo",
)  # fmt: skip
KILL = "delete_to_end_of_line_or_delete_line"


class Stock(TextArea):
    """Textual's own, which ends the program where an undo makes its scrollbar go."""

    _recompute_cursor_offset = WordsField._recompute_cursor_offset


class Both(App[None]):
    """Our field and Textual's, equally wide."""

    CSS = "TextArea { width: 12; height: 4; border: none; padding: 0; scrollbar-size-vertical: 0; }"

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.ours = WordsField()
        self.stock = Stock(compact=True, soft_wrap=True, tab_behavior="focus")

    def compose(self) -> ComposeResult:
        yield self.ours
        yield self.stock

    def on_mount(self) -> None:
        screen: Any = self.screen
        screen.words_typed = lambda: None

    def say(self, sentence: str) -> None:
        self.told.append(sentence)


def done(field: TextArea, action: str, *given: bool) -> None:
    """Do this, at once also where Textual would wait for it."""
    if action == KILL:
        kill = field.action_delete_to_end_of_line_or_delete_line()
        with pytest.raises(StopIteration):
            kill.send(None)
    else:
        getattr(field, f"action_{action}")(*given)


def is_whole(field: TextArea) -> None:
    """Where its lines are folded is what it would be if all were folded anew."""
    folded = field.wrapped_document
    anew = WrappedDocument(field.document, tab_width=field.indent_width)
    anew.wrap(field.wrap_width, field.indent_width)
    assert folded._wrap_offsets == anew._wrap_offsets
    assert folded._offset_to_line_info == anew._offset_to_line_info
    for y in range(field.size.height):
        field._render_line(y)


@contextmanager
def left_alone(app: Both) -> Iterator[None]:
    """No message gets through meanwhile: nobody is there to work it off."""
    fields: list[Any] = [app.ours, app.stock]
    for field in fields:
        field.post_message = lambda _message: True
    try:
        yield
    finally:
        for field in fields:
            del field.post_message


class Alike(RuleBasedStateMachine):
    """Whatever is done to both, the same comes of it."""

    app: ClassVar[Both]

    def __init__(self) -> None:
        super().__init__()
        self.ours, self.stock = self.app.ours, self.app.stock
        self.app._clipboard = ""
        for field in (self.ours, self.stock):
            field.load_text("")
            field.history.clear()

    @rule(letter=st.sampled_from(LETTERS))
    def types(self, letter: str) -> None:
        if letter == "\n":
            self.ours.action_newline()
        else:
            self.ours._type(letter)
        self.stock._replace_via_keyboard(letter, *self.stock.selection)

    @rule(text=st.text(LETTERS, max_size=30))
    def pastes(self, text: str) -> None:
        self.ours._put(text)
        self.stock._replace_via_keyboard(text, *self.stock.selection)

    @rule(action=st.sampled_from(MOVES), select=st.booleans())
    def moves(self, action: str, select: bool) -> None:
        for field in (self.ours, self.stock):
            done(field, action, select)

    @rule(actions=st.lists(st.sampled_from((*EDITS, KILL)), min_size=1, max_size=3))
    def edits(self, actions: list[str]) -> None:
        for action in actions:
            clips = []
            before = self.app.clipboard
            for field in (self.ours, self.stock):
                self.app._clipboard = before
                done(field, action)
                clips.append(self.app.clipboard)
            assert clips[0] == clips[1]

    @rule(data=st.data(), text=st.text(LETTERS, max_size=8), keep=st.booleans())
    def replaces(self, data: st.DataObject, text: str, keep: bool) -> None:
        start, end = (self._place(data) for _ in range(2))
        for field in (self.ours, self.stock):
            field.replace(text, start, end, maintain_selection_offset=keep)

    def _place(self, data: st.DataObject) -> tuple[int, int]:
        row = data.draw(st.integers(0, self.stock.document.line_count - 1))
        return row, data.draw(st.integers(0, len(self.stock.document.get_line(row))))

    @invariant()
    def are_alike(self) -> None:
        assert self.ours.text == self.stock.text
        assert self.ours.selection == self.stock.selection
        is_whole(self.ours)


async def test_it_does_what_textual_does() -> None:
    Alike.app = Both()
    async with Alike.app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert Alike.app.ours.wrap_width == Alike.app.stock.wrap_width > 0
        with left_alone(Alike.app):
            run_state_machine_as_test(
                Alike,
                settings=settings(deadline=None, max_examples=15, stateful_step_count=20),
            )


@settings(deadline=None, max_examples=60)
@given(st.text(EXOTIC, max_size=30), st.text(EXOTIC, max_size=8), st.data())
def test_its_text_is_cut_at_newlines_and_nowhere_else(
    text: str, new: str, data: st.DataObject
) -> None:
    document = Words(text)
    ends = [data.draw(st.integers(0, len(text))) for _ in range(2)]
    places = [document.get_location_from_index(at) if text else (0, 0) for at in ends]
    if data.draw(st.booleans()):  # a whole line, as far as the next, which there may not be
        row = data.draw(st.integers(0, document.line_count - 1))
        places = [(row, 0), (row + 1, 0)]
        first = document.get_index_from_location(places[0])
        last = row + 1 == document.line_count
        ends = [first, len(text) if last else document.get_index_from_location(places[1])]
    first, last_one = min(ends), max(ends)
    changed = document.replace_range(places[0], places[1], new)
    assert document.text == text[:first] + new + text[last_one:]
    assert changed.replaced_text == text[first:last_one]
    assert document.get_index_from_location(changed.end_location) == first + len(new)
    assert len(document) == len(document.text)


async def test_whatever_is_in_it_can_be_undone_and_done_again() -> None:
    app = Both()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        with left_alone(app):

            @settings(deadline=None, max_examples=20)
            @given(
                st.lists(
                    st.one_of(
                        st.tuples(st.just("put"), st.text(EXOTIC, max_size=12)),
                        st.tuples(st.sampled_from((*EDITS[:-2], KILL)), st.just("")),
                        st.tuples(st.sampled_from(MOVES), st.just("")),
                    ),
                    max_size=12,
                )
            )
            def check(steps: list[tuple[str, str]]) -> None:
                field = app.ours
                field.load_text("first\u2028words \U0001f468\u200d\U0001f469")
                field.history.clear()
                begun = field.text
                for step, text in steps:
                    field.history.checkpoint()
                    if step == "put":
                        field._put(text)
                    else:
                        done(field, step)
                    is_whole(field)
                after = field.text
                for _step in steps:
                    done(field, "undo")
                assert field.text == begun
                for _step in steps:
                    done(field, "redo")
                assert field.text == after
                is_whole(field)

            check()


# -- letters of several characters

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("line", "stops", "rubbed_out"),
    [
        ("abc", [0, 1, 2, 3], ["ab", "a", ""]),
        (f"a{FAMILY}b", [0, 1, 6, 7], [f"a{FAMILY}", "a", ""]),
        ("e\u0301x", [0, 2, 3], ["e\u0301", "e", ""]),
        ("\u0645\u06cc\u200c\u062e", [0, 1, 3, 4], ["\u0645\u06cc\u200c", "\u0645\u06cc"]),
        ("\u0915\u094d\u200d\u0937", [0, 4], ["\u0915\u094d\u200d", "\u0915\u094d", "\u0915"]),
        ("\u2764\ufe0fa", [0, 2, 3], ["\u2764\ufe0f", ""]),
        ("a\tb", [0, 1, 2, 3], ["a\t", "a", ""]),
    ],
)  # fmt: skip
def test_the_cursor_stops_between_letters(
    line: str, stops: list[int], rubbed_out: list[str]
) -> None:
    right, left = [0], [len(line)]
    while right[-1] < len(line):
        right.append(boundary_after(line, right[-1]))
    while left[-1] > 0:
        left.append(boundary_before(line, left[-1]))
    assert right == left[::-1] == stops
    found, rest = [], line
    for _time in rubbed_out:
        rest = rest[: min(emoji_before(rest, len(rest)), len(rest) - 1)]
        found.append(rest)
    assert found == rubbed_out


# -- keys

CONTROLS = {f"ctrl+{chr(code + 64)}": chr(code) for code in range(32)}
MODIFIED = {
    f"{final} with {modifier}": f"\x1b[1;{modifier}{final}"
    for modifier in (2, 3, 5, 6)
    for final in "ABCDHF"
}
SPECIAL = {
    "backspace": "\x7f", "delete": "\x1b[3~", "home": "\x1b[H", "end": "\x1b[F", "up": "\x1b[A",
    "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "page up": "\x1b[5~",
    "page down": "\x1b[6~", "insert": "\x1b[2~", "back": "\x1b[Z", "ctrl+delete": "\x1b[3;5~",
    "shift+delete": "\x1b[3;2~", "alt+delete": "\x1b[3;3~", "ctrl+shift+k": "\x1b[107;6u",
    "no character": "\x1b[1114112u", "half a character": "\x1b[55357u", "C1": "\x9b",
    "a report": "\x1b[5;5R", "a click": "\x1b[<0;5;5M",
}  # fmt: skip
FUNCTION = {f"f{n}": f"\x1bO{final}" for n, final in enumerate("PQRS", 1)} | {
    f"f{n}": f"\x1b[{code}~"
    for n, code in enumerate((15, 17, 18, 19, 20, 21, 23, 24), 5)
}  # fmt: skip
KEYS = {**CONTROLS, **MODIFIED, **SPECIAL, **FUNCTION}
ALL_KEYS = "".join(sent for name, sent in KEYS.items() if name not in ("ctrl+[", "ctrl+M"))

EMPTYING = ("ctrl+A", "ctrl+K")
FILLED = ("", "two\nlines of\u2028them")


async def test_no_key_ends_the_program_or_loses_a_word(house: House) -> None:
    """Each key, in each field: what is gone from it can be brought back, or was handed in."""
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        field = await back_in_field(app)
        for name, sent in KEYS.items():
            for text in FILLED:
                field.fill(text)
                field.move_cursor((0, min(2, len(text))))
                said = len(app.session.responses)
                send(app, sent)
                await keys_done(app)
                assert app.is_running, name
                if len(app.session.responses) > said:
                    assert app.session.responses[-1].text == text, name
                elif text not in field.text:
                    field.action_undo()
                    assert field.text == text, name
                if not field.has_focus:
                    field = await back_in_field(app)
        field.fill("")
        await typed(app, *"\n" * 9, *"\x1a" * 3, *"\x19" * 3)  # more lines than the field shows
        assert app.is_running
        assert len(app.session.turns) == 1


async def back_in_field(app: WshoesApp) -> WordsField:
    """Whatever was opened is closed again, and the field of the turn has the focus."""
    await settled(app)
    while len(app.screen_stack) > 1:
        app.pop_screen()
        await settled(app)
    field = app.screen.query_one(WordsField)
    app.screen.set_focus(field)
    await settled(app)
    return field


def writing() -> Play:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(WriteFirst())
    return play


def closing() -> Play:
    play = Play.begun("Asha, Tom", HOSPITAL)
    play.do(Say("words"), GoToClosing())
    return play


def talking() -> Play:
    return Play.begun("Asha, Tom", HOSPITAL)


SCENES: dict[str, tuple[Callable[[], Play], tuple[str, ...]]] = {
    "people": (lambda: Play.ready("Asha, Tom", HOSPITAL), ()),
    "between two who write": (writing, ()),
    "writing": (writing, (ESC, "w")),
    "putting right": (talking, ("Said.", ENTER, ESC, "b", ENTER)),
    "closing": (closing, ()),
    "numbers": (closing, (ESC, "n", ESC, "n")),
    "lightbulb": (talking, (ESC, "l")),
    "pledge": (talking, (ESC, "p")),
    "car park": (talking, (ESC, "k")),
    "own card": (talking, (ESC, "o")),
    "pause": (talking, (ESC, "z")),
    "palette": (talking, ("\x10",)),
}


@pytest.mark.parametrize("scene", SCENES)
async def test_no_key_ends_the_program_on_any_page(house: House, scene: str) -> None:
    play, way = SCENES[scene]
    house.hold(play())
    async with house.open(resume()) as app:
        await typed(app, *way)
        for field in app.screen.query(WordsField):
            field.fill("some words")
        await burst(app, ALL_KEYS + "".join(CONTROLS[name] for name in EMPTYING) + ALL_KEYS)
        assert app.is_running
        await typed(app, ESC, ESC)
        assert scene == "palette" or not misfits(app), picture(app)


async def test_no_key_ends_the_program_where_decks_are_found(house: House) -> None:
    async with house.open() as app:
        await typed(app, "n")
        for words in ("", "home"):
            await typed(app, "/")
            app.screen.query_one(WordsField).fill(words)
            await burst(app, ALL_KEYS)
            assert app.is_running
            await typed(app, ESC, ESC)


async def test_no_key_ends_the_program_at_a_seat(house: House) -> None:
    async with a_round(house) as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        for text in ("", "some words"):
            asha.screen.query_one(WordsField).fill(text)
            await burst(asha, ALL_KEYS)  # type: ignore[arg-type]
            assert asha.is_running
            await typed(asha, ESC, ESC)  # type: ignore[arg-type]
            assert not misfits(asha), picture(asha)  # type: ignore[arg-type]


# -- what is too long


async def test_a_paste_is_taken_whole_or_refused_whole(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL, COUNCIL))
    whole = ("a line of words\r\n" * 6250)[:-1]
    assert len(whole.replace("\r\n", "\n").replace("\r", "\n")) == MOST_CHARACTERS
    told = "None of that paste was taken"
    async with house.open(resume()) as app:
        for text in ("n" * (MOST_CHARACTERS + 1), "n\r" * 2 * MOST_CHARACTERS, "n" * 1_000_000):
            await pasted(app, text)
            assert fields(app) == [""]
            assert told in " ".join(picture(app).split())
        await pasted(app, whole)
        assert len(fields(app)[0]) == MOST_CHARACTERS
        await pasted(app, "x")
        await typed(app, "x")
        assert len(fields(app)[0]) == MOST_CHARACTERS
        assert "This field is full" in " ".join(picture(app).split())
        await typed(app, ENTER)
    assert [len(r.text) for r in house.only.responses] == [MOST_CHARACTERS]


async def test_a_burst_without_the_marks_of_a_paste_is_typing(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    words = "nothing of this is a key qvwb " * 500
    async with house.open(resume()) as app:
        await burst(app, words)
        assert fields(app) == [words]
        assert len(app.session.turns) == 1
        field = await back_in_field(app)
        field.fill("b" * (MOST_CHARACTERS - 200))
        await burst(app, "c" * 1000)
        assert field.text == "b" * (MOST_CHARACTERS - 200) + "c" * 200


async def test_half_a_character_is_replaced_and_told(house: House) -> None:
    house.hold(Play.begun("Asha, Tom", HOSPITAL))
    async with house.open(resume()) as app:
        await pasted(app, "half \ud83d")
        assert fields(app) == ["half \ufffd"]
        assert "it became a replacement character" in " ".join(picture(app).split())
        event = events.Key("letters", "x" * 3)
        await app.on_event(event)
        await settled(app)
        assert fields(app) == ["half \ufffdxxx"]
