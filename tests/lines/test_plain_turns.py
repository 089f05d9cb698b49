"""On a turn: what is typed is said, and every command does its one thing or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build import Play, a_card, a_deck
from tests.domain.test_mixed_decks import mixed
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import Say
from wshoes_tui.domain.deck import Prompt
from wshoes_tui.domain.summary import heard_counts
from wshoes_tui.export.formats import Format


@pytest.fixture
def talk() -> Talk:
    return Talk.over(Play.begun("Asha/lived/carer, Tom/service, Bea/lived"))


def test_a_turn_is_told_thing_by_thing() -> None:
    deck = a_deck(
        cards=(
            a_card("night", text="One\nparagraph.\n\nAnother.", tender=2),
            a_card("poem", kind="poem", text="A line\nand one\n\nand one more"),
        )
    )
    talk = Talk.over(Play.begun("Asha", deck))
    turn = talk.session.turns[0]
    shoes = talk.session.shoes_of(turn)
    told = talk.type("/where")
    assert told[:4] == [
        f"Session: Home, {talk.session.id[:8]}",
        "Turn: 1 of 2, Asha",
        f"Shoes: {shoes.mark} {shoes.name}",
        f"Shoes: {shoes.you_are}",
    ]
    poem = ["Card: Poem", "Card: A line", "Card: and one", "Card:", "Card: and one more"]
    night = ["Card: Night", "Notice: Take care: this may be close to home."]
    night += ["Card: One paragraph.", "Card: Another."]
    first, then = (poem, night) if turn.card == "poem" else (night, poem)
    assert told[4 : 4 + len(first)] == first
    assert told[-2] == "Prompt: 1 of 4, Notice: What is happening here?"
    assert told[-1].startswith("Question: What do you say in these shoes?")
    talk.type("words")
    assert [line for line in talk.type("/next") if line.startswith(("Card", "Notice"))] == then


def test_words_are_said_by_the_one_whose_turn_it_is(talk: Talk) -> None:
    assert talk.type("I want my own bed.") == ["Saved: response 1"]
    assert talk.type("  and soon  ") == ["Saved: response 2"]
    assert talk.type("//next is a word") == ["Saved: response 3"]
    assert talk.texts == ["I want my own bed.", "  and soon  ", "/next is a word"]
    assert not heard_counts(talk.session)  # whoever has the turn is counted when it ends
    talk.type("/next")
    asha = talk.session.seats[0].id
    assert {v.seat: v.count for v in talk.session.voices}[asha] == 1


def test_an_empty_line_only_asks_again(talk: Talk) -> None:
    before = talk.session
    assert talk.type("") == talk.type("   ")
    assert talk.heads(talk.type("")) == ["Question"]
    assert talk.session == before


@pytest.mark.parametrize("name", ["Tom", "t", "tom", "2", "TOM"])
def test_another_voice_by_label_beginning_or_number(talk: Talk, name: str) -> None:
    assert talk.type(f"/say {name}: I have three more: now.") == ["Saved: response 1"]
    assert talk.texts == ["I have three more: now."]
    talk.type("/next")  # counts are kept when the turn ends
    heard = heard_counts(talk.session)
    assert heard[talk.session.seats[1].id] == 1


@pytest.mark.parametrize("name", ["", "nobody", "Nobody "])
def test_a_voice_of_nobody_in_particular(talk: Talk, name: str) -> None:
    talk.type(f"/say {name}: It is late.")
    assert talk.texts == ["It is late."]
    talk.type("/next")
    assert set(heard_counts(talk.session)) == {one.id for one in talk.session.seats}
    assert heard_counts(talk.session).total() == 1  # the seat whose turn it was


def test_a_voice_in_other_shoes(talk: Talk) -> None:
    turn = talk.session.turns[0]
    other = next(s for s in a_deck().shoes if s.id != turn.shoes)
    talk.type(f"/say Tom, {other.mark}: From here it looks different.")
    assert talk.session.responses[0].shoes == other.id


def test_labels_with_colons_and_numbers_of_their_own() -> None:
    talk = Talk.over(Play.begun("Dr: No, 12, Zo"))
    talk.type("/say dr: no: I read it: twice.", "/say 12: words", "/say 3: more")
    assert talk.texts == ["I read it: twice.", "words", "more"]
    talk.type("/next")
    heard = heard_counts(talk.session)
    assert [heard[seat.id] for seat in talk.session.seats] == [1, 1, 1]


def test_voices_that_are_not_understood(talk: Talk) -> None:
    assert (
        talk.error("/say Tom I have") == "Who says it? Such as: /say Tom: I have three more to see."
    )
    assert talk.error("/say Zed: words").startswith("Nobody here is called Zed.")
    assert talk.error("/say Tom, Z: words").startswith("There are no shoes called Z.")
    assert talk.error("/say Tom:") == "There are no words to keep yet."
    talk.type("/join Theo")
    assert talk.error("/say T: words") == "T could be Tom, Theo."


def test_the_next_turn_goes_to_the_next_seat(talk: Talk) -> None:
    told = talk.type("/next")
    assert told[0] == "Turn: 2 of 6, Tom"
    assert told[-1].startswith("Question: ")
    assert talk.session.turns[0].state == "answered"


def test_pass_and_skip(talk: Talk) -> None:
    assert talk.type("/pass")[0] == "Turn: 2 of 6, Tom"
    assert talk.session.turns[0].state == "passed"
    assert talk.type("/skip")[0] == "Turn: 3 of 7, Tom"
    assert talk.session.turns[1].state == "skipped"


def test_swap_says_what_was_said_from_the_first_shoes(talk: Talk) -> None:
    talk.type("I want my own bed.")
    told = talk.type("/swap")
    assert told[0] == "Turn: 2 of 7, Asha, the same card from the other side"
    assert any(line.endswith(": I want my own bed.") for line in told if line.startswith("Said"))
    first, then = talk.session.turns
    assert (then.card, then.swap_of) == (first.card, first.id)
    assert talk.session.shoes_of(first).side != talk.session.shoes_of(then).side


def test_prompts_one_by_one_and_by_number() -> None:
    prompts = (Prompt("notice", "What do you see?"), Prompt("act", "What would help?"))
    talk = Talk.over(Play.begun("Asha", a_deck(cards=(a_card("one", prompts=prompts),))))
    assert talk.type("/prompt") == ["Prompt: 2 of 2, Act: What would help?"]
    assert talk.type("/prompt") == ["Prompt: 1 of 2, Notice: What do you see?"]
    assert talk.type("/prompt 2") == ["Prompt: 2 of 2, Act: What would help?"]
    assert talk.error("/prompt 3") == "This card has 2 prompts."
    assert talk.error("/prompt first") == "There is no prompt first."


def test_shoes_are_listed_and_changed(talk: Talk) -> None:
    deck = talk.session.decks[0].deck
    assert len(talk.type("/shoes")) == len(deck.shoes)
    assert "Shoes: N The nurse, works in it" in talk.type("/shoes")
    wanted = [s for s in deck.shoes if s.id != talk.session.turns[0].shoes]
    for shoes, name in zip(wanted, ("mark", "id", "name"), strict=True):
        assert talk.type(f"/shoes {getattr(shoes, name)}") == [
            f"Shoes: {shoes.mark} {shoes.name}",
            f"Shoes: {shoes.you_are}",
        ]
        assert talk.session.turns[0].shoes == shoes.id
    now = talk.session.shoes_of(talk.session.turns[0])
    assert talk.error(f"/shoes {now.mark}") == "These are the shoes already."
    assert (
        talk.error("/shoes The")
        == "The could be The patient, The daughter, The nurse, The manager."
    )
    assert talk.error("/shoes postman").startswith("There are no shoes called postman.")
    talk.type("words")
    other = next(s for s in deck.shoes if s.id != now.id)
    assert talk.error(f"/shoes {other.mark}").startswith("Words were kept in these shoes.")


def test_shoes_by_a_word_or_its_beginning(talk: Talk) -> None:
    now = talk.session.turns[0].shoes
    name = next(s.id for s in a_deck().shoes if s.id != now)
    talk.type(f"/shoes {name[:3]}")
    assert talk.session.turns[0].shoes == name


@pytest.mark.parametrize(
    ("typed", "used", "now"),
    [
        ("Now I see she was afraid.", "", "Now I see she was afraid."),
        ("she was difficult | she was afraid", "she was difficult", "she was afraid"),
        (
            "I used to think she was difficult, but now I see she was afraid.",
            "she was difficult",
            "she was afraid.",
        ),
    ],
)
def test_lightbulbs(talk: Talk, typed: str, used: str, now: str) -> None:
    assert talk.type(f"/light {typed}") == ["Saved: lightbulb 1"]
    [bulb] = talk.session.lightbulbs
    assert (bulb.used_to_think, bulb.now_see) == (used, now)


def test_a_lightbulb_that_points_at_words(talk: Talk) -> None:
    assert talk.error("/light 1: she was afraid").startswith("There is no response 1")
    talk.type("I want my own bed.", "/lightbulb 1: I thought she was stubborn | she was afraid")
    [bulb] = talk.session.lightbulbs
    assert bulb.response == talk.session.responses[0].id
    shoes = talk.session.shoes_of(talk.session.turns[0])
    assert talk.type("/light") == [
        "Lightbulb: 1, I used to think: I thought she was stubborn",
        "More: Now I see: she was afraid",
        f"More: Turn 1, {shoes.mark} {shoes.name}",
    ]


@pytest.mark.usefixtures("_monday")
def test_pledges_with_their_owner_and_day() -> None:
    talk = Talk.over(Play.begun("Asha"))
    assert talk.error("/pledge").startswith("There are no pledges yet.")
    assert talk.type("/pledge I will ring first. who: Asha by: Friday") == [
        "Saved: pledge 1",
        "Pledge: 1, I will ring first. (Asha, by 6 March)",
    ]
    assert talk.type("/pledge I will look up") == [
        "Saved: pledge 2",
        "Pledge: 2, I will look up (no owner yet, no day yet)",
    ]
    assert talk.type("/pledge 2 by: 12 December, who: Tom")[1] == (
        "Pledge: 2, I will look up (Tom, by 12 December)"
    )
    assert talk.type("/pledge")[0] == "Pledge: 1, I will ring first. (Asha, by 6 March)"
    assert talk.error("/pledge 3 who: Tom").startswith("There is no pledge 3.")
    assert talk.error("/pledge 2 who: Tom") == "Nothing changes."


def test_a_day_that_is_unclear_does_not_cost_the_pledge(talk: Talk) -> None:
    told = talk.type("/pledge I will ring. by: when the sun shines")
    assert talk.heads(told) == ["Error", "Saved", "Pledge"]
    assert told[0] == (
        "Error: when the sun shines is no day that I know. "
        "For example: Friday, 12 December, in 2 weeks"
    )
    assert [p.text for p in talk.session.pledges] == ["I will ring."]


def test_a_pledge_may_begin_with_a_number(talk: Talk) -> None:
    talk.type("/pledge 1 hour a week for visits. who: Tom")
    [pledge] = talk.session.pledges
    assert (pledge.text, pledge.owner) == ("1 hour a week for visits.", "Tom")


def test_the_car_park_takes_topics_and_cards(talk: Talk) -> None:
    assert talk.type("/park Parking at the hospital") == ["Saved: it is in the car park"]
    told = talk.type("/park")
    assert told[0] == "Saved: that card is in the car park, here is another"
    assert told[1].startswith("Turn: 2 of 7, Asha")
    assert len(talk.session.car_park) == 2


def test_a_card_of_ones_own_comes_next(talk: Talk) -> None:
    talk.type("/card The lift | It is broken again.")
    told = talk.type("/next")
    assert [line for line in told if line.startswith("Card")] == [
        "Card: The lift",
        "Card: It is broken again.",
    ]
    assert talk.error("/card |") == "There are no words to keep yet."


def test_what_was_said_is_numbered_put_right_withheld_and_taken_back(talk: Talk) -> None:
    assert talk.error("/said") == "Nothing has been said on this turn yet."
    talk.type("one", "two")
    shoes = talk.session.shoes_of(talk.session.turns[0])
    name = f"{shoes.mark} {shoes.name}"
    assert talk.type("/said") == [f"Said: 1, {name}: one", f"Said: 2, {name}: two"]
    assert talk.type("/edit 2 two, and more") == ["Saved: response 2"]
    assert talk.type("/withhold 1") == ["Saved: response 1 is kept out of every export"]
    assert talk.type("/said") == [
        f"Said: 1, {name}, kept out of every export: one",
        f"Said: 2, {name}: two, and more",
    ]
    assert talk.type("/withhold 1") == ["Saved: response 1 is exported with its shoes"]
    assert talk.type("/remove 1") == ["Saved: taken back, /undo brings it again"]
    assert talk.texts == ["two, and more"]
    for refused in ("/edit 2 x", "/remove 2", "/withhold 2", "/edit x y", "/edit 0 y"):
        assert talk.error(refused).startswith("There is no response ")
    assert talk.error("/edit") == "Say which number, and the words: /edit 1 words."
    assert talk.error("/remove") == "Say which number: /remove 1."
    assert talk.error("/edit 1") == "There are no words to keep yet."
    assert talk.error("/edit 1 two, and more") == "Nothing changes."


def test_undo_and_redo_name_the_step(talk: Talk) -> None:
    talk.type("I want my own bed.")
    told = talk.type("/undo")
    assert told == ["Undone: words that were saved", "Draft: 1, I want my own bed."]
    assert talk.type("/redo") == ["Redone: words that were saved"]
    talk.type("/next")
    assert talk.type("/undo")[:2] == [
        "Undone: going on to the next turn",
        "Turn: 1 of 6, Asha",
    ]
    talk.type("/redo")
    assert talk.error("/redo") == "There is nothing to do again."


def test_undo_of_other_shoes_says_which_they_are(talk: Talk) -> None:
    before = talk.session.shoes_of(talk.session.turns[0])
    other = next(s for s in a_deck().shoes if s.id != before.id)
    talk.type(f"/shoes {other.mark}")
    assert talk.type("/undo")[:2] == [
        "Undone: other shoes",
        f"Shoes: {before.mark} {before.name}",
    ]


def test_a_pause_and_going_on(talk: Talk) -> None:
    assert talk.heads(talk.type("/pause")) == ["Pause"]
    assert talk.error("/next") == "The session is paused. Go on first."
    assert talk.type("words in a pause") == ["Saved: response 1"]
    assert any(line.startswith("Pause: The session is paused") for line in talk.type("/where"))
    assert talk.type("/pause") == ["Pause: The session goes on."]
    talk.type("/next")
    assert talk.session.turns[-1].number == 2


def test_more_turns(talk: Talk) -> None:
    assert talk.type("/more") == ["Saved: 7 turns planned"]
    assert talk.type("/more 3") == ["Saved: 10 turns planned"]
    assert talk.error("/more lots") == "lots is no number of turns."


def test_easy_words_there_and_back() -> None:
    deck = a_deck(cards=(a_card("one", text="In full.", easy="In easy words."),))
    talk = Talk.over(Play.begun("Asha", deck))
    assert "Card: In easy words." in talk.type("/easy")
    assert "Card: In full." in talk.type("/easy")


def test_the_note_of_a_card() -> None:
    deck = a_deck(cards=(a_card("one", note="Give it time."), a_card("two")))
    talk = Talk.over(Play.begun("Asha", deck))
    notes = {talk.session.turns[0].card: talk.type("/note")}
    talk.type("/next")
    notes[talk.session.turns[1].card] = talk.type("/note")
    assert notes == {"one": ["Note: Give it time."], "two": ["Note: This card has no note."]}


def test_who_is_here_may_change_at_any_time(talk: Talk) -> None:
    assert talk.type("/seats") == [
        "Seat: 1, Asha, carer, lives with it",
        "Seat: 2, Tom, works in it",
        "Seat: 3, Bea, lives with it",
    ]
    assert talk.type("/join Zo, nurse") == ["Saved: 4, Zo, nurse, works in it"]
    assert talk.type("/away Tom") == ["Saved: 2, Tom, works in it, away"]
    assert talk.type("/left b") == ["Saved: 3, Bea, lives with it, has left"]
    assert talk.type("/back 2") == ["Saved: 2, Tom, works in it"]
    assert talk.type("/side Tom, lived") == ["Saved: 2, Tom, lives with it"]
    assert talk.type("/side Tom") == ["Saved: 2, Tom, works in it"]
    assert talk.type("/rename Tom: Thomas, ward nurse") == [
        "Saved: 2, Thomas, ward nurse, works in it"
    ]
    assert talk.error("/join").startswith("Say who joins")
    assert talk.error("/join Asha").startswith("There is already a seat called Asha.")
    assert talk.error("/away").startswith("Say who:")
    assert talk.error("/back Asha") == "Nothing changes."
    assert talk.error("/left Nobody").startswith("Nobody here is called Nobody.")
    assert talk.error("/side Asha, north") == "north is no side: say lived or service."
    assert talk.error("/rename Asha").startswith("Say who, and how")


def test_when_nobody_is_left_the_next_turn_waits() -> None:
    talk = Talk.over(Play.begun("Asha"))
    talk.type("/away Asha")
    assert talk.error("/next") == "Nobody is here. Mark somebody as back first."


def test_names_are_told_where_the_session_names_people() -> None:
    talk = Talk.over(Play.begun("Asha, Tom", visibility="named"))
    talk.type("I want my own bed.", "/say Tom: So do I.")
    said = talk.type("/said")
    assert said[0].startswith("Said: 1, Asha, ")
    assert said[1].startswith("Said: 2, Tom, ")


def test_words_from_a_screen_keep_their_lines() -> None:
    play = Play.begun("Asha")
    play.do(Say("One line.\n\nAnd another."))
    talk = Talk.over(play)
    said = [line for line in talk.written if line.startswith(("Said", "More"))]
    assert said[0].endswith(": One line.")
    assert said[1] == "More: And another."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/nexr", "There is no command /nexr. Did you mean /next?"),
        ("/ne", None),
        ("/n", "/n could be /next, /note."),
        ("/S", "/S could be /"),
        ("/xyzzy", "There is no command /xyzzy. /help says what there is."),
        ("/", "There is no command /. /help says what there is."),
        ("/ next", "There is no command /. /help says what there is."),
        ("/go", "/next goes on to the next turn, /close to the closing round."),
        ("/reveal", "Nobody is writing now."),
        ("/talk", "Nobody is writing now."),
        ("/save", "No words are waiting."),
        ("/drop", "No words are waiting."),
        ("/rate P: 4", "That cannot be done here. /help says what can."),
        ("/order round", "That cannot be done here. /help says what can."),
        ("/look 1", "That cannot be done here. /help says what can."),
        ("/decks 1", "The decks cannot be changed once the turns have begun."),
        ("/export pdf", "There is no format pdf."),
        ("/light", "There are no lightbulbs yet."),
        ("/undo", None),
    ],
)
def test_commands_may_be_shortened_and_the_rest_is_refused(
    talk: Talk, typed: str, said: str | None
) -> None:
    if said is None:
        assert "Error" not in talk.heads(talk.type(typed))
    else:
        assert talk.error(typed).startswith(said)


def test_the_map_the_voices_and_the_summary_so_far(talk: Talk) -> None:
    talk.type("I want my own bed.", "/say Tom: So do I.")
    turn = talk.session.turns[0]
    shoes = talk.session.shoes_of(turn)
    told = talk.type("/map")
    assert told[0].startswith(f"Map: {shoes.mark} {shoes.name}, 1 time")
    assert told[1].startswith("Map: Nobody has stood here yet: ")
    voices = talk.type("/voices")
    assert voices[1] == "Voice: Tom, 0 turns, heard once"
    assert voices[-1].startswith("Voice: Not heard yet: ")
    assert talk.heads(talk.type("/summary"))[:2] == ["Summary", "Summary"]


def test_the_map_of_mixed_decks_is_told_deck_by_deck() -> None:
    talk = Talk.over(mixed())
    talk.type("I know this town.", "/say Tom, N2: So do we.")
    told = talk.type("/map")
    memory = told.index("Map: Memory")
    assert told[:2] == [
        "Map: Home",
        "Map: Nobody has stood here yet: The patient, The daughter, The nurse, The manager",
    ]
    assert told[memory + 1 :] == [
        "Map: P2 The person with dementia, 1 time: Finding out 1",
        "Map: N2 The memory nurse, 1 time: Finding out 1",
        "Map: Somebody has stood in every pair of shoes.",
    ]
    assert any("P2 The person with dementia: I know" in line for line in talk.type("/said"))


def test_a_session_is_written_to_a_file(talk: Talk) -> None:
    talk.type("I want my own bed.")
    [asked] = talk.type("/export md")
    assert asked.startswith("Notice: Nobody has looked through this session yet. /review ")
    [told] = talk.type("/export md")
    path = Path(told.removeprefix("Saved: written to "))
    assert "I want my own bed." in path.read_text("utf-8")


def test_a_format_that_is_registered_is_found_by_its_name(talk: Talk, dummy_format: Format) -> None:
    [usage, each] = talk.type("/help export")
    assert usage in talk.type("/help")
    assert usage.startswith("Help: /export FORMAT: Write the session to a file: md, json, ")
    assert usage.endswith(", dummy")
    assert each.startswith("Help: md, A page to send round (Markdown); json, ")
    assert each.endswith("; dummy, A format that only tests know")
    assert talk.error("/export none").endswith("; dummy, A format that only tests know.")
    [told] = talk.type("/export dummy")
    path = Path(told.removeprefix("Saved: written to "))
    assert path.suffix == ".dummy"
    assert path.read_text("utf-8").startswith("dummy\n")


@pytest.mark.parametrize("name", ["MARKDOWN", "mark", "m"])
def test_a_format_has_other_names_and_may_be_shortened(talk: Talk, name: str) -> None:
    [told] = talk.type(f"/export {name}")
    assert told.endswith(".md")


def test_help_lists_what_applies_and_all_of_it(talk: Talk) -> None:
    here = talk.type("/help")
    assert set(talk.heads(here)) == {"Help"}
    assert "Help: /next: The next turn" in here
    assert not any(line.startswith("Help: /reveal") for line in here)
    everything = talk.type("/help all")
    assert any(line.startswith("Help: /reveal") for line in everything)
    assert talk.type("/help pl")[0].startswith("Help: /pledge words: ")
    assert "who: Asha by: Friday" in " ".join(talk.type("/help /pledge"))
    assert talk.error("/help me").startswith("There is no command /me.")
