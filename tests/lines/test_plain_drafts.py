"""Words that wait: no line without its end is said, and none is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.build import Play
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import KeepDraft, Next, Reveal, Say, WriteFirst
from wshoes_tui.domain.models import Transition
from wshoes_tui.errors import StoreError
from wshoes_tui.lines.key_sources import TypedLine
from wshoes_tui.settings import DataFolder
from wshoes_tui.storage.memory_store import MemoryStore

KEPT = "The last line had no end. It is kept as a draft, not said."
NOT_TAKEN = "The last line had no end, so it was not taken."


@pytest.fixture
def talk() -> Talk:
    return Talk.over(Play.begun("Asha, Tom"))


def test_a_last_line_without_an_end_is_kept_and_said_back(talk: Talk) -> None:
    assert talk.leave_unfinished("I want my") == KEPT
    assert talk.texts == []
    again = talk.again()
    assert again.written[-2:] == [
        "Draft: 1, I want my",
        "Question: /save keeps the words that wait, /drop lets them go. Or type others.",
    ]
    assert again.type("/save") == ["Saved: the words that waited"]
    assert again.texts == ["I want my"]
    assert again.session.drafts == ()


def test_dropping_what_waits(talk: Talk) -> None:
    talk.leave_unfinished("I want my")
    again = talk.again()
    assert again.type("/drop") == ["Saved: the words that waited are gone"]
    assert again.texts == []
    assert again.session.drafts == ()
    again.type("/next")


def test_other_words_do_not_touch_what_waits(talk: Talk) -> None:
    talk.leave_unfinished("I want my")
    again = talk.again()
    again.type("Something else.", "/say Tom: And this.")
    assert again.texts == ["Something else.", "And this."]
    told = again.type("/next")
    assert again.heads(told) == ["Error", "Draft", "Question"]
    assert told[1] == "Draft: 1, I want my"
    again.type("/save", "/next")
    assert [r.text for r in again.session.responses] == [
        "Something else.",
        "And this.",
        "I want my",
    ]


def test_another_unfinished_line_goes_behind_the_first(talk: Talk) -> None:
    talk.leave_unfinished("one")
    talk.leave_unfinished("//two")
    talk.type("/save")
    assert talk.texts == ["one\n/two"]


@pytest.mark.parametrize(
    ("typed", "told", "texts"),
    [
        ("/say Tom: I have", "Draft: 1, another voice: I have", ["I have"]),
        ("/light used | now", "Draft: 1, a lightbulb: used | now", []),
        ("/pledge I will who: Tom by: Friday", "Draft: 1, a pledge: I will | Tom | Friday", []),
        ("/park Tea", "Draft: 1, for the car park: Tea", []),
        ("/card Title | Text", "Draft: 1, a card of your own: Title | Text", []),
    ],
)
def test_an_unfinished_command_keeps_its_words_where_they_belong(
    talk: Talk, typed: str, told: str, texts: list[str]
) -> None:
    before = talk.session
    assert talk.leave_unfinished(typed) == KEPT
    again = talk.again()
    assert told in again.written
    assert again.type("/save") == ["Saved: the words that waited"]
    assert again.texts == texts
    session = again.session
    words = (session.responses, session.lightbulbs, session.pledges)
    assert sum(map(len, (*words, session.car_park, session.wild_cards))) == 1
    assert session.drafts == ()
    assert before.drafts == ()


@pytest.mark.parametrize("typed", ["/next", "/pledge", "/xyz words", "/say Zed: words", "/", "  "])
def test_an_unfinished_command_without_words_is_not_done(talk: Talk, typed: str) -> None:
    before = talk.session
    assert talk.leave_unfinished(typed) == (NOT_TAKEN if typed.strip() else "")
    assert talk.session == before


def test_where_there_is_no_field_it_is_said() -> None:
    talk = Talk.over(Play.ready("Asha"))
    assert talk.leave_unfinished("Tom, nur") == NOT_TAKEN
    home = Talk.at_home()
    assert home.leave_unfinished("rehear") == NOT_TAKEN


def test_words_of_the_closing_round_wait_too(talk: Talk) -> None:
    talk.type("/close")
    assert talk.leave_unfinished("What I take") == KEPT
    again = talk.again()
    assert "Draft: 1, for the closing round: What I take" in again.written
    assert again.error("More words.").startswith("Words of that kind wait already.")
    again.type("/save", "More words.")
    assert [f.text for f in again.session.feedback] == ["What I take", "More words."]


def test_words_that_wait_at_the_end_go_in_the_car_park(talk: Talk) -> None:
    talk.type("/close")
    talk.leave_unfinished("What I take")
    told = talk.type("/close")
    assert "Draft: 1, for the closing round: What I take" in told
    assert "in the car park" in told[-1]
    talk.type("/close")
    assert talk.session.state == "closed"
    assert [topic.text for topic in talk.session.car_park] == ["What I take"]


def test_new_words_never_replace_words_of_the_same_kind(talk: Talk) -> None:
    talk.leave_unfinished("/pledge I will")
    assert talk.error("/pledge Something else").startswith("Words of that kind wait already.")
    assert talk.leave_unfinished("/pledge And another") == NOT_TAKEN
    talk.type("/save")
    assert [p.text for p in talk.session.pledges] == ["I will"]


def test_several_drafts_are_saved_by_their_number(talk: Talk) -> None:
    talk.leave_unfinished("words")
    talk.leave_unfinished("/park Tea")
    again = talk.again()
    drafts = [line for line in again.written if line.startswith("Draft")]
    assert len(drafts) == 2
    assert again.error("/save 3") == "There are no words 3 that wait."
    again.type("/save 2", "/save")
    assert again.texts == ["words"]
    assert [topic.text for topic in again.session.car_park] == ["Tea"]


def test_undone_words_wait_to_be_said_again(talk: Talk) -> None:
    talk.type("I want my own bed.", "/undo")
    assert talk.texts == []
    assert talk.type("/save") == ["Saved: the words that waited"]
    assert talk.texts == ["I want my own bed."]


def test_what_somebody_kept_to_themselves_at_the_reveal_is_not_told() -> None:
    play = Play.begun("Asha, Tom")
    play.do(WriteFirst(), KeepDraft("private", "a secret", play.id_of("Tom")))
    play.do(Reveal(anyway=True))
    talk = Talk.over(play)
    assert "Draft: 1, words of Tom, not shown" in talk.written
    assert "secret" not in "".join(talk.written)


def at_own_screens() -> Talk:
    play = Play.begun("Asha, Tom")
    tom = play.id_of("Tom")
    play.do(KeepDraft("own", "a secret", tom), KeepDraft("park", "a secret too", tom))
    return Talk.over(play)


def test_what_waits_at_peoples_own_screens_is_neither_told_nor_in_the_way() -> None:
    talk = at_own_screens()
    assert "Draft:" not in "".join(talk.written)
    talk.type("/park The bus")
    talk.type("/next")
    assert "secret" not in "".join(talk.written)
    assert [topic.text for topic in talk.session.car_park] == ["The bus"]


def test_closing_twice_lets_go_of_what_waits_at_peoples_own_screens() -> None:
    talk = at_own_screens()
    talk.type("/close")
    talk.type("/close")
    told = "".join(talk.type("/close"))
    assert "One person has words at their own screen" in told
    assert talk.session.state == "closing"
    talk.type("/close")
    assert talk.session.state == "closed"
    assert talk.session.car_park == ()
    assert "secret" not in "".join(talk.written)


@dataclass
class Full(MemoryStore):
    """A disk that is full for a while."""

    full: bool = False
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        MemoryStore.__init__(self)

    def commit(self, transition: Transition) -> None:
        self.asked.append(transition.name)
        if self.full:
            raise StoreError("The disk is full, so this was not saved.")
        MemoryStore.commit(self, transition)


def test_words_that_are_not_kept_are_held_and_tried_again() -> None:
    store = Full()
    talk = Talk.over(Play.begun("Asha, Tom"), store=store)
    store.full = True
    for words in ("one", "two", "/pledge three"):
        told = talk.type(words)
        assert talk.heads(told) == ["Notice", "Error"]
        assert not any("Saved" in line for line in told)
    assert talk.heads(talk.type("/next")) == ["Error"]
    assert talk.heads(talk.type("/save")) == ["Error"]
    assert talk.session.turns[-1].number == 1
    store.full = False
    told = talk.type("/next")
    assert told[:3] == ["Saved: words that were held"] * 3
    assert told[3].startswith("Turn: 2 of 4")
    assert [r.text for r in talk.session.responses] == ["one", "two"]
    assert [p.text for p in talk.session.pledges] == ["three"]


def test_held_words_are_saved_on_request() -> None:
    store = Full()
    talk = Talk.over(Play.begun("Asha, Tom"), store=store)
    store.full = True
    talk.type("one")
    store.full = False
    assert talk.type("/save") == ["Saved: words that were held"]
    assert talk.texts == ["one"]
    assert talk.error("/save") == "No words are waiting."


def test_held_private_words_are_not_told() -> None:
    store = Full()
    talk = Talk.over(Play.begun("Asha, Tom", write_first=True), store=store)
    store.full = True
    told = talk.type("a secret")
    assert talk.heads(told) == ["Notice", "Error"]
    assert "secret" not in "".join(talk.written)
    store.full = False
    assert talk.type("/save")[0] == "Saved: words that were held"
    assert [d.text for d in talk.session.written()] == ["a secret"]


def test_leaving_writes_what_is_held_to_a_file_or_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Full()
    talk = Talk.over(Play.begun("Asha, Tom", write_first=True), store=store)
    talk.conversation.data = DataFolder(tmp_path)
    store.full = True
    talk.type("a secret")

    def full(*_args: object, **_more: object) -> None:
        raise StoreError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr("wshoes_tui.export.export_files.write_export", full)
        assert "no file can be written" in talk.error("/leave")
        assert not talk.conversation.over
        assert [held.command.text for held in talk.conversation.unkept] == ["a secret"]  # type: ignore[attr-defined]
    talk.type("/again")
    talk.type("/leave")
    assert talk.conversation.over
    assert talk.conversation.where_unkept
    (path,) = (tmp_path / "unsaved").iterdir()
    assert "[Turn 1]\na secret\n" in path.read_text("utf-8")
    assert "secret" not in "".join(talk.written)


def test_held_words_come_to_no_other_card() -> None:
    store = Full()
    talk = Talk.over(Play.begun("Asha, Tom"), store=store)
    store.full = True
    talk.type("one")
    store.full = False
    assert talk.conversation.live is not None
    talk.conversation.live.do(Next())  # from another screen
    told = talk.type("two")
    assert talk.heads(told)[0] == "Error"
    assert talk.texts == ["two"]
    (held,) = talk.conversation.refused
    assert isinstance(held.command, Say)
    assert held.command.text == "one"


def test_bytes_that_were_no_text_are_told_of(talk: Talk) -> None:
    talk.takes(TypedLine("caf\ufffd", mended=True))
    assert talk.heads(talk.written[-2:]) == ["Notice", "Saved"]
    assert talk.texts == ["caf\ufffd"]


def test_a_line_that_is_too_long_is_refused(talk: Talk) -> None:
    talk.takes(TypedLine("", too_long=True))
    assert talk.written[-1].startswith("Error: That line has more than 100000 characters")
    assert talk.texts == []
    assert "100000" in talk.leave_unfinished("x" * 500_000)
