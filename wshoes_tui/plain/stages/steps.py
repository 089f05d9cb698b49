"""A place with several steps, one after the other: the opening and the closing round."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from wshoes_tui.locale import N_, _
from wshoes_tui.plain.choosing import pick
from wshoes_tui.plain.stages.stage import Stage

if TYPE_CHECKING:
    from wshoes_tui.plain.room import Room


class Steps(Stage):
    """``STEP_NAMES`` are what people call its steps; after the last comes ``BEYOND``."""

    STEP_NAMES: ClassVar[tuple[str, ...]]
    BEYOND: ClassVar[str]

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.step = self.STEP_NAMES[0]

    def position(self) -> tuple[object, ...]:
        """The step."""
        return (self.step,)

    def tell(self) -> None:
        """Which step it is."""
        number = self.STEP_NAMES.index(self.step) + 1
        which = _("{number} of {count}", number=number, count=len(self.STEP_NAMES))
        self.out.say("Step", f"{which}, {_(self.step)}")

    def go(self, where: str) -> None:
        """To the step that is named, or to the next."""
        if where.strip():
            names = [(step, (_(step), step)) for step in (*self.STEP_NAMES, self.BEYOND)]
            unknown = N_("There is no step {wanted} here. /help says what can be done.")
            self.go_to(pick(where, names, unknown))
        elif self.step == self.STEP_NAMES[-1]:
            self.finish()
        else:
            self.go_to(self.STEP_NAMES[self.STEP_NAMES.index(self.step) + 1])

    def go_to(self, step: str) -> None:
        """To this step."""
        if step == self.BEYOND:
            self.finish()
        else:
            self.step = step

    def finish(self) -> None:
        """On from the last step."""
        raise NotImplementedError
