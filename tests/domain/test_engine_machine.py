"""Every command in every order, sensible or not: what holds of a session always holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.build import START, Play, a_deck
from tests.domain.hostile_texts import EVIL
from tests.domain.invariants import essence, problems, replayed
from tests.domain.word_ledger import Ledger, numbers
from wshoes_tui.domain import commands as c
from wshoes_tui.domain.dispatcher import Refusal, apply
from wshoes_tui.domain.engine import NOT_HANDED_IN, WRITTEN
from wshoes_tui.domain.handlers.undo_handler import FINAL
from wshoes_tui.domain.models import (
    HORIZONS,
    ORDERS,
    VISIBILITIES,
    Change,
    Draft,
    DraftKind,
    Evidence,
    FeedbackKind,
    Lightbulb,
    ParkedTopic,
    Pledge,
    PledgeState,
    PledgeUpdate,
    Rating,
    Record,
    Response,
    Seat,
    SeatState,
    Session,
    Step,
    Transition,
)

NOBODY = "nobody-of-that-name"
DECKS = (a_deck("home"), a_deck("memory"))
SEATS = (c.AddSeat("Asha", side="lived"), c.AddSeat("Tom", side="service"), c.AddSeat("Bea"))
STARTS: dict[str, tuple[c.Command, ...]] = {
    "nothing": (),
    "talk": (*SEATS, c.Begin()),
    "far on": (*SEATS, c.Begin(), c.Say("One."), c.Next(), c.Say("Two."), c.Swap(), c.Next()),
    "own card": (*SEATS, c.PlaceCard("Ours"), c.Begin(), c.Skip(), c.Pass()),
    "closing": (*SEATS, c.Begin(), c.Say("One."), c.AddPledge("I will."), c.GoToClosing()),
    "closed": (*SEATS, c.Begin(), c.Say("One."), c.AddPledge("I will."), c.Close()),
    "on paper": (c.AddSeat(), c.AddSeat("Tom"), c.BeginSlips()),
    "write first": (*SEATS, c.Plan(write_first=True), c.Begin()),
    "named": (*SEATS, c.Plan(visibility="named", order="random"), c.Begin()),
    "named, write first": (*SEATS, c.Plan(visibility="named", write_first=True), c.Begin()),
    "apart": (c.Join("Asha", side="lived"), c.Join("Tom"), c.AddSeat("Bea"), c.Begin()),
    "apart, write first": (
        *(c.Join("Asha"), c.Join("Tom"), c.Join("Bea")),
        *(c.Plan(write_first=True), c.Begin(), c.Reveal(anyway=True), c.Next()),
    ),
    "hiring": (*SEATS, c.ChooseCandidate("Bea"), c.Begin()),
    "hiring, named": (
        *(*SEATS, c.ChooseCandidate("Bea"), c.Plan(visibility="named"), c.Begin(), c.WriteFirst()),
    ),
    "alone": (c.AddSeat("You"), c.Plan(write_first=True, planned_turns=2), c.Begin()),
}
ARC = (
    *(c.Open(), c.Consent(), c.Begin(), c.BeginSlips(), c.Pause(), c.Resume(), c.Suspend()),
    c.GoOn(START),
)
WAITING = (WRITTEN, NOT_HANDED_IN)
"""Why undo may have to wait."""

which = st.integers(0, 20)
words = st.sampled_from(("", " \n", "I want my own bed.", *EVIL)) | st.text(max_size=6)
moments = ("before", "after")


def rules(*names: DraftKind) -> st.SearchStrategy[DraftKind]:
    return st.sampled_from(names or get_args(DraftKind))


def tried(play: Play, command: c.Command) -> tuple[Transition | None, str]:
    """What came of a command, or why it was refused. The session stays as it is."""
    try:
        return apply(play.session, command, play.env), ""
    except Refusal as refusal:
        return None, str(refusal)


class Room(RuleBasedStateMachine):
    """A room in which anything is asked of the engine."""

    @initialize(start=st.sampled_from(sorted(STARTS)))
    def enter(self, start: str) -> None:
        self.play = Play.fresh()
        self.ledger = Ledger()
        self.sides: dict[int, tuple[dict[str, Any], dict[str, Any]]] = {}
        self.joined: set[str] = set()
        self.counted = False
        self.start = essence(self.play.session)
        for command in (c.ChooseDecks(DECKS), *STARTS[start]):
            self.do(command)

    def pick(self, records: Iterable[Record], index: int) -> str:
        ids = [record.id for record in records] + [NOBODY]
        return ids[index % len(ids)]

    def seat(self, index: int) -> str:
        return self.pick(self.play.session.seats, index)

    def seat_or_none(self, index: int) -> str | None:
        return self.seat(index // 2) if index % 2 else None

    def turn_or_none(self, index: int) -> str | None:
        return self.pick(self.play.session.turns[::-1], index // 2) if index % 2 else None

    def shoes(self, index: int) -> str:
        return ["patient", "daughter", "nurse", "manager", NOBODY][index % 5]

    def deck(self, index: int) -> str:
        return ["home", "memory", NOBODY][index % 3]

    def do(self, command: c.Command) -> None:
        before = self.play.session
        picture = (essence(before), before.drafts, before.voices, before.done, before.undone)
        transition, why = tried(self.play, command)
        if transition is None:
            assert why.endswith(".")
            now = (essence(before), before.drafts, before.voices, before.done, before.undone)
            assert now == picture
            return
        self.play.session = transition.session
        self.check(command, transition)

    def check(self, command: c.Command, transition: Transition) -> None:
        before, after = transition.before, transition.session
        assert list(problems(after)) == []
        assert replayed(before, transition.changes) == {r.id: r for r in after.records()}
        assert self.ledger.note(before, command, after) == set(), "words were lost"
        assert newly_said(before, after) <= may_be_said(before, command), "never handed in"
        self.check_own_words(command, transition)
        if before.state == "closed":
            assert all(allowed_when_closed(change) for change in transition.changes)
        if isinstance(command, c.KeepDraft):
            assert all(type(x.before or x.after).__name__ == "Draft" for x in transition.changes)
        self.check_steps(command, transition)

    def check_steps(self, command: c.Command, transition: Transition) -> None:
        before, after = transition.before, transition.session
        if isinstance(command, c.Undo):
            step = before.done[-1]
            assert self.alike(essence(after), self.sides[step.number][0])
            assert self.joined & {s.id for s in before.seats} <= {s.id for s in after.seats}
            check_asides(before, after, [change.reversed() for change in step.changes])
        elif isinstance(command, c.Redo):
            step = after.done[-1]
            assert self.alike(essence(after), self.sides[step.number][1])
            check_asides(before, after, step.changes)
        elif isinstance(command, c.Join):
            self.let_in(transition)
        elif isinstance(command, c.GiveNumber):
            self.counted = True
            assert self.alike(essence(after), essence(before))
            assert after.done == before.done
        elif newest(after) <= newest(before):
            if before.state == "closed":
                self.change_for_good(transition)
            else:
                assert essence(after) == essence(before)
        else:
            assert not isinstance(command, c.Attend)
            assert after.undone == ()
            if before.done and len(after.done) == 1:  # words were taken out: no way back before
                self.start = essence(before)
            self.sides[after.done[-1].number] = (essence(before), essence(after))
            self.check_there_and_back(transition)

    def change_for_good(self, transition: Transition) -> None:
        """In a closed session words are changed for good: however far one goes back, no step
        remembers those of before.
        """
        now = essence(transition.session)["records"]
        for side in (self.start, *(side for sides in self.sides.values() for side in sides)):
            for change in transition.changes:
                if (record := change.after or change.before) and record.id in now:
                    side["records"][record.id] = now[record.id]
                elif record is not None:
                    side["records"].pop(record.id, None)

    def let_in(self, transition: Transition) -> None:
        """Somebody who has joined is there, however far one goes back."""
        before, after = transition.before, transition.session
        assert (after.done, after.undone) == (before.done, before.undone)
        (new,) = [seat for seat in after.seats if seat not in before.seats]
        self.joined.add(new.id)
        for side in (self.start, *(side for sides in self.sides.values() for side in sides)):
            side["order"][Seat].append(new.id)
            side["records"][new.id] = new
        assert self.alike(essence(after), with_seat(essence(before), new))

    def alike(self, one: dict[str, Any], other: dict[str, Any]) -> bool:
        """Whether two are of one essence, but for numbers once each gives their own."""
        if self.counted:
            one, other = without_numbers(one), without_numbers(other)
        return one == other

    def check_own_words(self, command: c.Command, transition: Transition) -> None:
        """What stands at somebody's own screen stays there until they say otherwise."""
        before, after = transition.before, transition.session
        if isinstance(command, c.Say | c.KeepDraft | c.Close):
            return  # the ledger knows which field of theirs may be emptied
        turns = {turn.id for turn in after.turns}
        for draft in before.drafts:
            if draft.kind == "own" and draft.turn in turns:
                there = after.draft("own", draft.turn, draft.seat)
                assert there is not None
                assert there.text.startswith(draft.text)

    def check_there_and_back(self, transition: Transition) -> None:
        undone, why = tried(self.play, c.Undo())
        if undone is None:
            assert why in (*FINAL.values(), *WAITING)
            return
        assert list(problems(undone.session)) == []
        redone = apply(undone.session, c.Redo(), self.play.env)
        assert list(problems(redone.session)) == []
        assert self.alike(essence(redone.session), essence(transition.session))
        assert redone.session.done == transition.session.done

    def teardown(self) -> None:
        while (step := tried(self.play, c.Undo()))[0] is not None:
            self.play.session = step[0].session
        if self.play.session.done:
            assert step[1] in (*FINAL.values(), *WAITING)
        else:
            assert step[1] == "There is nothing to undo."
            assert self.alike(essence(self.play.session), self.start)

    @rule(decks=st.lists(st.sampled_from((0, 1)), max_size=2))
    def choose_decks(self, decks: list[int]) -> None:
        self.do(c.ChooseDecks(tuple(DECKS[n] for n in decks)))

    @rule(
        order=st.sampled_from((None, *ORDERS)),
        turns=st.sampled_from((None, -1, 0, 1, 3, 12)),
        write_first=st.sampled_from((None, True, False)),
        visibility=st.sampled_from((None, *VISIBILITIES)),
    )
    def plan(
        self, order: Any, turns: int | None, write_first: bool | None, visibility: Any
    ) -> None:
        self.do(c.Plan(order, turns, write_first, visibility))

    @rule(label=words, side=st.sampled_from((None, "lived", "service")))
    def add_seat(self, label: str, side: Any) -> None:
        self.do(c.AddSeat(label, side=side))

    @rule(
        n=which,
        label=st.none() | words,
        state=st.sampled_from((None, *get_args(SeatState), "away", "here")),
    )
    def change_seat(self, n: int, label: str | None, state: Any) -> None:
        self.do(c.ChangeSeat(self.seat(n), label=label, state=state))

    @rule(side=st.sampled_from((None, "lived", "service")))
    def join(self, side: Any) -> None:
        # A label that nobody ever had: what comes of one taken meanwhile is tested apart.
        self.do(c.Join(f"Joined {len(self.joined) + 1}", side=side))

    @rule(n=which, state=st.sampled_from(get_args(SeatState)))
    def attend(self, n: int, state: Any) -> None:
        self.do(c.Attend(self.seat(n), state))

    @rule(label=st.sampled_from(("", "Asha", "Bea", "B")))
    def choose_candidate(self, label: str) -> None:
        self.do(c.ChooseCandidate(label))

    @rule(n=which)
    def remove_seat(self, n: int) -> None:
        self.do(c.RemoveSeat(self.seat(n)))

    @rule(lines=st.lists(words, max_size=2))
    def agree(self, lines: list[str]) -> None:
        self.do(c.Agree(tuple(lines)))

    @rule(
        deck=which,
        shoes=which,
        values=st.lists(st.integers(-1, 11), max_size=3),
        when=st.sampled_from(moments),
    )
    def rate(self, deck: int, shoes: int, values: list[int], when: Any) -> None:
        self.do(c.Rate(self.deck(deck), self.shoes(shoes), tuple(values), when))

    @rule(
        shoes=which,
        value=st.integers(-1, 11),
        when=st.sampled_from(moments),
        instead_of=st.none() | st.integers(0, 10),
    )
    def give_number(self, shoes: int, value: int, when: Any, instead_of: int | None) -> None:
        self.do(c.GiveNumber(self.deck(shoes // 5), self.shoes(shoes), value, when, instead_of))

    @rule(command=st.sampled_from(ARC))
    def arc(self, command: c.Command) -> None:
        self.do(command)

    @rule(command=st.sampled_from((c.Next(), c.Next(), c.Pass(), c.Skip(), c.ParkCard(), c.Swap())))
    def go_on(self, command: c.Command) -> None:
        self.do(command)

    @rule(n=which, command=st.sampled_from((c.Next, c.Pass)))
    def go_on_from(self, n: int, command: Any) -> None:
        self.do(command(self.pick(self.play.session.turns[::-1], n)))

    @rule(
        command=st.sampled_from(
            (c.GoToClosing(), c.Close(), c.Close(anyway=True), c.MoreTurns(2), c.MoreTurns(0))
        )
    )
    def come_to_an_end(self, command: c.Command) -> None:
        self.do(command)

    @rule(command=st.sampled_from((c.Undo(), c.Redo())))
    def one_back_or_on(self, command: c.Command) -> None:
        self.do(command)

    @rule(command=st.sampled_from((c.Undo, c.Redo)))
    def one_back_or_on_where_people_sit(self, command: Any) -> None:
        seated = frozenset(seat.id for seat in self.play.session.seats)
        self.do(command(seated))
        assert seated <= {seat.id for seat in self.play.session.seats}

    @rule(back=st.integers(1, 6), on=st.integers(0, 6))
    def back_and_on(self, back: int, on: int) -> None:
        for command in (*[c.Undo()] * back, *[c.Redo()] * on):
            self.do(command)

    @rule(shoes=which)
    def change_shoes(self, shoes: int) -> None:
        self.do(c.ChangeShoes(self.shoes(shoes)))

    @rule(n=which)
    def give_turn(self, n: int) -> None:
        self.do(c.GiveTurn(self.seat(n)))

    @rule(deck=which, n=which)
    def draw_card(self, deck: int, n: int) -> None:
        cards = [card.id for card in DECKS[0].cards]
        self.do(c.DrawCard(self.deck(deck), [*cards, NOBODY][n % (len(cards) + 1)]))

    @rule(index=st.sampled_from((None, -1, 0, 1, 3, 9)))
    def show_prompt(self, index: int | None) -> None:
        self.do(c.ShowPrompt(index))

    @rule(
        text=words,
        n=which,
        shoes=st.none() | which,
        visibility=st.sampled_from((None, None, *VISIBILITIES)),
        field=rules("response", "voice"),
    )
    def say(self, text: str, n: int, shoes: int | None, visibility: Any, field: DraftKind) -> None:
        wearing = None if shoes is None else self.shoes(shoes)
        seat = self.seat_or_none(n)
        self.do(c.Say(self.ledger.number(text), seat, wearing, visibility, field))

    @rule(n=which)
    def say_what_stands_in_a_field(self, n: int) -> None:
        kinds = ("response", "voice", "own")
        drafts = [draft for draft in self.play.session.drafts if draft.kind in kinds]
        if drafts:
            draft = drafts[n % len(drafts)]
            on = draft.turn if draft.kind == "own" else None
            self.do(c.Say(draft.text, draft.seat, draft=draft.kind, turn=on))

    @rule(n=which, text=words, on=which, visibility=st.sampled_from((None, None, *VISIBILITIES)))
    def say_from_an_own_screen(self, n: int, text: str, on: int, visibility: Any) -> None:
        command = c.Say(self.ledger.number(text), self.seat(n), None, visibility, "own")
        self.do(replace(command, turn=self.turn_or_none(on)))

    @rule(n=which, text=words, on=which, shoes=which)
    def type_at_an_own_screen(self, n: int, text: str, on: int, shoes: int) -> None:
        turn = self.turn_or_none(on)
        text = self.ledger.number(text)
        self.do(c.KeepDraft("own", text, self.seat(n), self.shoes(shoes), turn))

    @rule(card=which, deck=which, shoes=which, text=words, seen=st.sampled_from(VISIBILITIES))
    def add_slip(self, card: int, deck: int, shoes: int, text: str, seen: Any) -> None:
        cards = [card.id for card in (*DECKS[0].cards, *self.play.session.wild_cards)]
        text, on = self.ledger.number(text), [*cards, NOBODY][card % (len(cards) + 1)]
        self.do(c.AddSlip(self.deck(deck), on, self.shoes(shoes), text, seen, "Zoe"))

    @rule(n=which, text=words)
    def edit_response(self, n: int, text: str) -> None:
        response = self.pick(self.play.session.responses, n)
        self.do(c.EditResponse(response, self.ledger.number(text)))

    @rule(n=which, visibility=st.sampled_from(VISIBILITIES))
    def show_as(self, n: int, visibility: Any) -> None:
        self.do(c.ShowAs(self.pick(self.play.session.responses, n), visibility))

    @rule(kind=rules(), text=words, n=which)
    def keep_draft(self, kind: DraftKind, text: str, n: int) -> None:
        self.do(c.KeepDraft(kind, self.ledger.number(text), self.seat_or_none(n)))

    @rule(n=which, text=words)
    def write_on(self, n: int, text: str) -> None:
        self.do(c.KeepDraft("private", self.ledger.number(text), self.seat(n)))

    @rule(n=which, text=words, done=st.booleans(), on=which)
    def hand_in(self, n: int, text: str, done: bool, on: int) -> None:
        self.do(c.HandIn(self.seat(n), self.ledger.number(text), done, self.turn_or_none(on)))

    @rule(command=st.sampled_from((c.WriteFirst(), c.StopWriting())))
    def begin_or_stop_writing(self, command: c.Command) -> None:
        self.do(command)

    @rule(pages=st.lists(st.tuples(words, st.booleans()), max_size=3))
    def write_together(self, pages: list[tuple[str, bool]]) -> None:
        self.do(c.WriteFirst())
        for seat, (text, done) in zip(self.play.session.seats, pages, strict=False):
            self.do(c.KeepDraft("private", self.ledger.number(text), seat.id))
            if done:
                self.do(c.HandIn(seat.id, self.ledger.number(text)))

    @rule(anyway=st.booleans(), apart=st.sets(which, max_size=3))
    def reveal(self, anyway: bool, apart: set[int]) -> None:
        self.do(c.Reveal(anyway, frozenset(self.seat(n) for n in apart)))

    @rule(now=words, then=words, n=which, seat=which, shoes=st.none() | which)
    def add_lightbulb(self, now: str, then: str, n: int, seat: int, shoes: int | None) -> None:
        response = self.pick(self.play.session.responses, n // 2) if n % 2 else None
        wearing = None if shoes is None else self.shoes(shoes)
        self.do(c.AddLightbulb(now, then, response, self.seat_or_none(seat), wearing))

    @rule(
        text=words, condition=words, owner=words, horizon=st.sampled_from(HORIZONS), n=which,
        came_from=which,
    )  # fmt: skip
    def add_pledge(
        self, text: str, condition: str, owner: str, horizon: Any, n: int, came_from: int
    ) -> None:
        bulb = self.pick(self.play.session.lightbulbs, came_from) if came_from % 3 == 1 else None
        said = self.pick(self.play.session.responses, came_from) if came_from % 3 == 2 else None
        made = c.AddPledge(text, owner, date(2026, 4, 1), horizon, self.seat_or_none(n))
        self.do(replace(made, condition=condition, lightbulb=bulb, response=said))

    @rule(
        n=which,
        text=st.none() | words,
        state=st.sampled_from((None, *get_args(PledgeState))),
        note=words,
        condition=st.none() | words,
    )
    def change_pledge(
        self, n: int, text: str | None, state: Any, note: str, condition: str | None
    ) -> None:
        pledge = self.pick(self.play.session.pledges, n)
        self.do(c.ChangePledge(pledge, text, state=state, note=note, condition=condition))

    @rule(n=which, state=st.sampled_from(get_args(PledgeState)), note=words, text=words)
    def update_pledge(self, n: int, state: Any, note: str, text: str) -> None:
        session = self.play.session
        pledge = self.pick(session.pledges, n // 2) if n % 2 else f"before-{n % 3}"
        self.do(c.UpdatePledge(pledge, session.id if n % 2 else "before", state, note, text))

    @rule(text=words, n=which)
    def park_topic(self, text: str, n: int) -> None:
        self.do(c.ParkTopic(text, self.seat_or_none(n)))

    @rule(title=words, text=words, deck=st.none() | which, n=which)
    def place_card(self, title: str, text: str, deck: int | None, n: int) -> None:
        placed = None if deck is None else self.deck(deck)
        self.do(c.PlaceCard(title, text, placed, self.seat_or_none(n)))

    @rule(n=st.integers(0, 200))
    def remove(self, n: int) -> None:
        self.do(c.Remove(self.pick(self.play.session.records(), n)))

    @rule(kind=st.sampled_from(get_args(FeedbackKind)), text=words, n=which, apart=st.booleans())
    def give_feedback(self, kind: Any, text: str, n: int, apart: bool) -> None:
        self.do(c.GiveFeedback(kind, self.ledger.number(text), self.seat_or_none(n), apart))

    @rule(minutes=st.integers(0, 30))
    def wait(self, minutes: int) -> None:
        self.play.clock.forward(minutes=minutes)


def newest(session: Session) -> int:
    """The number of the newest step, whether it was taken back or not."""
    return max((step.number for step in (*session.done, *session.undone)), default=0)


def allowed_when_closed(change: Change) -> bool:
    """How a pledge stands; words put right, kept out of exports or taken out."""
    before, after = change.before, change.after
    if isinstance(before, Response) and isinstance(after, Response):
        return (before.place, before.shoes, before.turn) == (after.place, after.shoes, after.turn)
    if isinstance(record := before or after, Draft):
        return record.kind == "why"
    return isinstance(record, PledgeUpdate) or isinstance(
        before, Response | Lightbulb | Pledge | ParkedTopic
    )


def newly_said(before: Session, after: Session) -> set[str]:
    """The numbers of words that nobody has heard before."""
    there = numbers(*after.responses, *after.evidence)
    return there - numbers(*before.responses, *before.evidence)


def may_be_said(before: Session, command: c.Command) -> set[str]:
    """The numbers of words that a command may let everybody hear."""
    match command:
        case c.Say(text=text) | c.AddSlip(text=text) | c.EditResponse(text=text):
            return numbers(text)
        case c.Reveal():
            return numbers(*before.written())
        case c.Undo():
            return spoken_in(before.done[-1])
        case c.Redo():
            return spoken_in(before.undone[-1])
    return set()


def spoken_in(step: Step) -> set[str]:
    """The numbers of the words that a step knows of."""
    records = (record for change in step.changes for record in (change.before, change.after))
    return numbers(*(record for record in records if isinstance(record, Response | Evidence)))


def check_asides(before: Session, after: Session, changes: Iterable[Change]) -> None:
    """Who is here, and which numbers were given, is as it was but for what the step did."""
    states = {seat.id: seat.state for seat in before.seats}
    gone, come = Counter[object](), Counter[object]()
    for change in changes:
        was, now = change.before, change.after
        if isinstance(now, Seat) and (not isinstance(was, Seat) or was.state != now.state):
            states[now.id] = now.state
        gone.update([given(was)] if isinstance(was, Rating) else [])
        come.update([given(now)] if isinstance(now, Rating) else [])
    assert all(seat.state == states[seat.id] for seat in after.seats)
    decks = {played.deck.id for played in after.decks}
    here = Counter(given(rating) for rating in before.ratings if rating.deck in decks)
    there = Counter(given(rating) for rating in after.ratings)
    assert here - gone <= there <= here + come


def given(rating: Rating) -> object:
    """All that is known of a number."""
    return rating.deck, rating.shoes, rating.when, rating.value


def with_seat(picture: dict[str, Any], seat: Seat) -> dict[str, Any]:
    """An essence with one more seat."""
    order = {**picture["order"], Seat: [*picture["order"][Seat], seat.id]}
    return {"order": order, "records": {**picture["records"], seat.id: seat}}


def without_numbers(picture: dict[str, Any]) -> dict[str, Any]:
    """An essence without the numbers from 0 to 10."""
    records = picture["records"].items()
    return {**picture, "records": {k: v for k, v in records if not isinstance(v, Rating)}}


TestRoom = Room.TestCase
TestRoom.settings = settings(max_examples=80, stateful_step_count=40)
