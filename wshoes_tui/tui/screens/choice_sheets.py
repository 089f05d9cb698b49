"""Sheets for choosing one line out of several, over the lower part of a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from wshoes_tui.domain.models import Seat, Session, Turn
from wshoes_tui.flow.pledge_words import NOTHING_TO_COME_FROM, pledge_sources
from wshoes_tui.flow.questions import NOT_LOOKED_THROUGH
from wshoes_tui.flow.turn_flow import Speaker, stands_in
from wshoes_tui.locale import N_, _
from wshoes_tui.tui.base_screen import Sheet
from wshoes_tui.tui.content import joined_content, marked_name, one_line_content
from wshoes_tui.tui.key_queue import is_text
from wshoes_tui.tui.widgets.choice_list import ChoiceList

if TYPE_CHECKING:
    from wshoes_tui.tui.app_protocols import FacilitatorSessionApp, SessionApp

Rows = Sequence[tuple[str, Content]]
NOBODY = "nobody"
FILE_WRITTEN = N_("Written to {path}")
WHICH_FILE = N_("Which kind of file?")


class ChoiceSheet(Sheet):
    """A title and some lines. Answers the id of the line, or None."""

    SCOPE = "choice"

    def __init__(self, title: str, rows: Rows, chosen: str | None = None) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._chosen = chosen
        self._typed = ""
        """What was typed to find a line."""

    def compose_body(self) -> Iterable[Widget]:
        yield Static(one_line_content(self._title), classes="lead")
        yield ChoiceList(id="choice")

    def begin_page(self) -> None:
        choices = self.query_one(ChoiceList)
        choices.fill(self._rows, self._chosen)
        self.set_focus(choices)
        self.show_keys()

    def takes_key(self, event: events.Key | events.Paste) -> bool:
        """Letters find a line: by its mark or number, or by how a word of it begins."""
        if isinstance(event, events.Paste) or not event.character or not is_text(event):
            self._typed = ""
            return False
        choices = self.query_one(ChoiceList)
        self._typed += event.character
        if not choices.find(self._typed):
            self._typed = event.character
            choices.find(self._typed)
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option.id)

    def action_take(self) -> None:
        """Enter, from wherever the focus is."""
        self.query_one(ChoiceList).action_select()


async def ask_voice(app: SessionApp, turn: Turn) -> Speaker | None:
    """Who speaks, then in which shoes; None where neither was chosen. From a worker only."""
    session = app.session
    seat_id = await app.push_screen_wait(who_sheet(session, turn))
    if seat_id is None:
        return None
    seat = session.seat(seat_id)
    shoes_id = await app.push_screen_wait(voice_shoes_sheet(session, turn, seat))
    return Speaker(seat.id if seat else None, shoes_id) if shoes_id is not None else None


async def ask_pledge_from(app: SessionApp) -> None:
    """Ask what a pledge comes from, a lightbulb or a turn, and then for its words."""
    from wshoes_tui.tui.screens.field_sheets import FieldSheet

    sources = {one.key: one for one in pledge_sources(app.session)}
    if not sources:
        app.say(_(NOTHING_TO_COME_FROM))
        return
    rows = [(one.key, one_line_content(one.told)) for one in sources.values()]
    chosen = await app.push_screen_wait(ChoiceSheet(_("What does the pledge come from?"), rows))
    if chosen is not None:
        app.push_screen(FieldSheet("pledge", origin=sources[chosen]))


def who_sheet(session: Session, turn: Turn) -> ChoiceSheet:
    """Who speaks? Answers a seat's id, or NOBODY."""
    rows = [
        (
            seat.id,
            joined_content(
                f"{seat.number} ",
                one_line_content(seat.label, "bold"),
                "   ",
                one_line_content(seat.role),
            ),
        )
        for seat in session.present
    ]
    others = [seat.id for seat in session.present if seat.id != turn.seat]
    rows.append((NOBODY, Content(_("nobody in particular"))))
    return ChoiceSheet(_("Who speaks?"), rows, others[0] if others else None)


def voice_shoes_sheet(session: Session, turn: Turn, seat: Seat | None) -> ChoiceSheet:
    """In whose shoes do they speak? Answers the id of the shoes."""
    title = _("In the shoes of")
    if seat is not None and session.is_named:
        title = stands_in(seat.label)
    rows = shoes_rows(session, turn)
    others = [shoes_id for shoes_id, _row in rows if shoes_id != turn.shoes]
    return ChoiceSheet(title, rows, others[0] if others else None)


def shoes_sheet(session: Session, turn: Turn) -> ChoiceSheet:
    """Other shoes for this turn. Answers their id."""
    return ChoiceSheet(_("In whose shoes?"), shoes_rows(session, turn), turn.shoes)


def shoes_rows(session: Session, turn: Turn) -> list[tuple[str, Content]]:
    """The shoes of the turn's deck, those that the card suggests first."""
    deck = session.deck(turn.deck)
    if deck is None:
        return []
    suggested = deck.suggested(session.card_of(turn))
    rest = [shoes for shoes in deck.shoes if shoes not in suggested]
    return [(shoes.id, marked_name(shoes)) for shoes in (*suggested, *rest)]


async def export_from_screen(
    app: FacilitatorSessionApp, session: Session, *, by_agenda: bool = False
) -> None:
    """Ask which kind of file, write it among the documents, and say where.

    Args:
        session: the session.
        by_agenda: whether its map is to be by the themes of an agenda, in a format that has one.

    Where nobody has looked through the session, ask once: look through it now, or all of it.
    """
    from wshoes_tui.sessions.session_library import export_formats

    rows = [(form.name, Content(_(form.label))) for form in export_formats().values()]
    chosen = await app.push_screen_wait(ChoiceSheet(_(WHICH_FILE), rows))
    if chosen is None:
        return
    if by_agenda and export_formats()[chosen].has_map:
        session = await _by_agenda(app, session)
    everything = export_formats()[chosen].must_be_reviewed(session)
    if everything:
        choices = [
            ("review", Content(_("Look through it now"))),
            ("all", Content(_("All of it, but for what was kept back"))),
        ]
        answer = await app.push_screen_wait(ChoiceSheet(_(NOT_LOOKED_THROUGH), choices))
        if answer == "review":
            await app.review(session.id)
        if answer != "all":
            return
    await write_from_screen(app, session, chosen, everything=everything)


async def _by_agenda(app: FacilitatorSessionApp, session: Session) -> Session:
    """The session by the themes of the agenda that its decks name; of several one is chosen."""
    from wshoes_tui.domain.framework import session_by
    from wshoes_tui.flow.summary_flow import BY_AGENDA, agendas_of

    known, _found = agendas_of(app.deck_library().frameworks(), "", session)
    chosen = known[0].key if known else None
    if len(known) > 1:
        rows = [(one.key, one_line_content(one.title)) for one in known]
        chosen = await app.push_screen_wait(ChoiceSheet(_(BY_AGENDA), rows))
    return next((session_by(session, one) for one in known if one.key == chosen), session)


async def write_from_screen(
    app: SessionApp, session: Session, kind: str, *, everything: bool = False
) -> None:
    """Write the session to a new file among the documents, and say where and what is left out.

    From a worker only: where it takes long, a sheet says how far it is.
    """
    from wshoes_tui.flow.printing import print_offer
    from wshoes_tui.sessions.session_library import export_formats
    from wshoes_tui.tui.screens.export_sheet import written

    path = await written(app, session, kind, everything=everything)
    if path is not None:
        told = export_formats()[kind].told(session, everything=everything)
        offer = await app.worker.run(print_offer, path)
        app.say(" ".join(filter(None, (*told, _(FILE_WRITTEN, path=str(path)), offer))))
