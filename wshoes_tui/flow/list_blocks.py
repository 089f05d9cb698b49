"""Blocks of lists: what can be chosen, and bars of a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from wshoes_tui.domain.models import Seat
from wshoes_tui.domain.value import Value, value

if TYPE_CHECKING:
    from wshoes_tui.domain.list_rows import Listed, SessionLine


@value()
class ChoiceBlock(Value):
    """One thing to choose.

    Attributes:
        name: the name of its action.
        number: its number in plain lines, from 1.
        label: in plain lines, what can be typed for it.
        title: on a screen, its first word.
        text: what is said of it in plain lines.
        screen: what is said of it on a screen, where that is something else; facts that stand on
            lines of their own are parted by a line break.
    """

    word: ClassVar[Literal["Choice"]] = "Choice"
    name: str
    number: int
    label: str
    title: str
    text: str
    screen: str | None = None


@value()
class DeckBlock(Value):
    """A deck in a list to choose from, with its number from 1; it may be marked for mixing.

    ``others`` are the tags of the other languages that it is in.
    """

    word: ClassVar[Literal["Choice"]] = "Choice"
    deck: Listed
    number: int
    others: tuple[str, ...] = ()
    marked: bool = False


@value()
class SessionBlock(Value):
    """A session in a list to choose from, with its number from 1."""

    word: ClassVar[Literal["Choice"]] = "Choice"
    session: SessionLine
    number: int


@value()
class SeatBlock(Value):
    """A seat in the list of people, with what more there is to know of it."""

    word: ClassVar[Literal["Seat"]] = "Seat"
    seat: Seat
    more: tuple[str, ...] = ()


class Bar(NamedTuple):
    """A bar of a chart: its label, its length as a number, and what is said of it in phrases."""

    label: str
    amount: int
    told: tuple[str, ...]


@value()
class BarsBlock(Value):
    """Bar chart: a label, a bar and its numbers in each row; a line each in plain lines."""

    word: ClassVar[Literal["Number"]] = "Number"
    bars: tuple[Bar, ...]
