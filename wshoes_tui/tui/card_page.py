"""Page with a card above the field: scroll sign for the lines out of sight, and one key for them.

The sign stands where the card is cut, above what is asked. It is worked out on the page as it has
been laid out, whenever that has changed or was scrolled, so that it is there if and only if lines
are out of sight.
"""

from __future__ import annotations

from wshoes_tui.domain.models import Turn
from wshoes_tui.first_paint.page_text import unseen_told
from wshoes_tui.first_paint.text_places import (
    CARD_SCROLL,
    QUESTION_PLACES,
    SIGN_TAKES_A_LINE,
    UNSEEN,
    UNSEEN_PLACE,
)
from wshoes_tui.locale import _
from wshoes_tui.tui.one_shot_screen import ACTIONS_PLACE, OneShotPage
from wshoes_tui.tui.widgets.header_footer import Body
from wshoes_tui.tui.widgets.text_stack import TextStack

QUESTION_STACK = {UNSEEN: UNSEEN_PLACE, **ACTIONS_PLACE, **QUESTION_PLACES}
"""The texts above the field."""


class CardPage(OneShotPage):
    """A page whose body is a card; its stack "question" has the places of ``QUESTION_STACK``."""

    ARROW_SCROLL = CARD_SCROLL

    _top_of: tuple[str, str, str] = ("", "", "")
    """The turn, the card and the shoes whose beginning has been shown."""

    def begin_at_top(self, turn: Turn) -> None:
        """Scroll to the beginning of what is new: a turn, or another card or shoes on it."""
        shown = (turn.id, turn.card, turn.shoes)
        if shown != self._top_of:
            self._top_of = shown
            self.query_one(Body).scroll_home(animate=False)

    def body_moved(self) -> None:
        """Tell how many lines are out of sight below; or, at the end, how to see the first."""
        if self.choosing or not self.has_begun:
            return
        if not self.query_one("#question", TextStack).is_laid_out:
            return  # told again once the sign has its line, or has lost it
        body, before = self.query_one(Body), self._question.get("unseen", "")
        hidden, told = int(body.max_scroll_y - body.scroll_y), ""
        takes_line = not self.classes.isdisjoint(SIGN_TAKES_A_LINE)
        if body.max_scroll_y <= (takes_line and before != ""):
            pass  # without the sign, all of it is in sight
        elif hidden:
            hidden += takes_line and before == ""  # once the sign is there, one more
            told = unseen_told(hidden)
        else:
            told = _("Up arrow: back to the beginning")
        if told != before:
            self.show_question(unseen=told)
