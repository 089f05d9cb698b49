"""A whole session of six people, from Home to the files it leaves, as seen on the screen."""

from __future__ import annotations

import json

from tests.tui.app_fixture import House
from tests.tui.keyboard import BACKSPACE, DOWN, ENTER, ESC, LATER, SPACE, TAB, UP, pasted, typed
from tests.tui.screen_text import in_field, screen_text, shown
from wshoes_tui.domain.models import Session
from wshoes_tui.domain.serialization import record_to_json
from wshoes_tui.tui.facilitator_app import WshoesApp


async def test_six_people_hold_a_session(house: House) -> None:
    async with house.open() as app:
        await choose_two_decks(app)
        await six_people_sit_down(app)
        await they_agree_and_consent(app)
        await they_take_turns(app)
        await they_write_first(app)
        await one_comes_and_one_goes(app)
        await they_close(app)
        await they_look_back(app)
        await typed(app, "x", ENTER, DOWN, ENTER)
        assert "Written to" in shown(app)
        await typed(app, ESC)
        await past_sessions_hold_it(app)
    it_is_all_kept(house)


async def choose_two_decks(app: WshoesApp) -> None:
    assert "nothing yet" in shown(app)
    await typed(app, "n")
    assert "Which deck?" in shown(app)
    assert "[P] The person going home" in shown(app), "no preview"
    await typed(app, "/", "good street")
    assert "Home again" not in shown(app)
    assert "[T] The tenant" in shown(app), "the preview did not follow the filter"
    await typed(app, ENTER, SPACE)
    assert "1 deck is marked. Enter goes on." in shown(app)
    await typed(app, "/", ESC, UP, SPACE)
    assert "2 decks are mixed." in shown(app)
    assert "+ Home again" in shown(app)
    assert "+ A good street" in shown(app)
    await typed(app, ENTER)


async def six_people_sit_down(app: WshoesApp) -> None:
    assert shown(app).startswith("Who is here? Home again + A good street")
    await typed(app, "Asha, carer", ENTER)
    assert "1 Asha carer, lives with it" in shown(app)
    await typed(app, "g", ENTER)
    assert "That is a person now." in shown(app), "a key typed without Esc became a seat unsaid"
    await typed(app, ESC, "u")
    assert "1 person" in shown(app)
    await typed(app, "Tom, nurse; Bea, daughter", ENTER)
    await typed(app, "Chidi", ENTER, "Chidi", ENTER)
    assert "There is already a seat called Chidi" in shown(app)
    assert in_field(app) == "Chidi", "what was refused must stay to be put right"
    await typed(app, " B", ENTER, "Eve, planner, lived", ENTER)
    assert "6 people" in shown(app)
    assert "10 turns, round the table, talking, without writing first." in shown(app)
    await typed(app, *(ESC, "-") * 2)
    assert "8 turns, round the table" in shown(app)
    await typed(app, ENTER)
    assert "Esc, then g: begin." in shown(app), "an Enter too many begins nothing"
    await typed(app, ESC, "g")


async def test_people_come_from_a_spreadsheet_and_keep_their_needs(house: House) -> None:
    async with house.open() as app:
        await typed(app, "n", ENTER, ENTER)
        rows = (
            "Name\tRole\tNeeds",
            "Asha\tcarer\twheelchair user",
            "Tom\tnurse",
            "asha",
            "Bea\t\tBSL",
        )
        await pasted(app, "\n".join(rows))
        await typed(app, ENTER)
        assert "1 Asha carer, lives with it, wheelchair user" in shown(app)
        assert "2 Tom nurse, works in it" in shown(app)
        assert "There is already a seat called asha" in shown(app)
        assert in_field(app) == "asha\nBea, , BSL", (
            "those who are seated must not stay to be seated"
        )
        await typed(app, *[BACKSPACE] * len("asha Bea, , BSL"), "Bea, , BSL", ENTER)
        assert "3 Bea BSL" in shown(app)
        await typed(app, ESC, "r")
        assert in_field(app) == "Asha, carer, wheelchair user"
        await typed(app, ", large print", ENTER)
        assert "1 Asha carer, lives with it, wheelchair user, large print" in shown(app)
        assert app.session.seats[0].needs == "wheelchair user, large print"


async def they_agree_and_consent(app: WshoesApp) -> None:
    assert "How we want to be together" in shown(app)
    await typed(app, DOWN, "i")
    assert in_field(app) == "We listen to understand. Nobody is interrupted."
    await typed(app, " Ever.", ENTER, "Phones stay in bags.", ENTER, ESC)
    assert "2 We listen to understand. Nobody is interrupted. Ever." in shown(app)
    assert "6 Phones stay in bags." in shown(app)
    await typed(app, "n")
    assert "Read this out first." in shown(app), "the first card came before consent"
    assert "You may pass at any time." in shown(app)
    await typed(app, ENTER)
    await typed(app, "i", "3 4 5 2 6 3", ENTER, "4 11", ENTER)
    assert "Numbers go from 0 to 10." in shown(app)
    assert "[P] The person going home 2 3 3 4 5 6" in shown(app)
    await typed(app, ESC, "n")


async def they_take_turns(app: WshoesApp) -> None:
    assert starts(app, "Turn 1 of 8", "Asha's turn")
    await typed(app, "Where is the key?", ENTER)
    assert "✓ saved" in shown(app)
    await typed(app, ESC, "v", ENTER)
    assert "In the shoes of" in shown(app)
    await typed(app, DOWN, ENTER, "She asked me twice.")
    assert "kept, not yet saved" in shown(app)
    await typed(app, ENTER)
    assert "She asked me twice." in shown(app)
    await typed(app, ESC, "l", "she was difficult", ENTER, "she was afraid", ENTER)
    assert "The lightbulb is saved." in shown(app)
    await typed(app, ESC, "p", "I will ring next door", ENTER, "Asha", ENTER, "Fryday", ENTER)
    assert "Which day is that?" in shown(app)
    await typed(app, *BACKSPACE * 6, "Friday", ENTER)
    assert "The pledge is saved." in shown(app)
    await typed(app, ESC, SPACE)
    assert "Feel" in shown(app)
    assert "2 of 4" in shown(app)
    await typed(app, ESC, "n")

    assert starts(app, "Turn 2 of 8", "Tom's turn")
    await typed(app, ESC, "x")
    assert starts(app, "Turn 3 of 8", "Bea's turn")
    assert "The window bed" in shown(app)
    await typed(app, ESC, "r")
    assert starts(app, "Turn 4 of 9", "Bea's turn")
    assert "That card was put back. Here is another." in shown(app)
    assert "The window bed" not in shown(app)
    await typed(app, "Nobody told me.", ENTER, ESC, "s")
    assert starts(app, "Turn 5 of 10", "Swap: Bea's turn")
    assert "Nobody told me." in shown(app), "a swap shows what was said from the other side"
    await typed(app, "From here it is a form.", ESC, "n")
    assert starts(app, "Turn 6 of 10", "Chidi's turn")

    await typed(app, ESC, "k", "Parking at the ward", ENTER)
    assert "It is in the car park." in shown(app)
    await typed(app, ESC, "o", "The lift", ENTER, "It was out of order.", ENTER)
    assert "Your card is on the table" in shown(app)
    await typed(app, ESC, "u", ESC, "y")
    assert "Done again: a card of your own." in shown(app)
    await typed(app, ESC, "z")
    assert "All that was said is saved." in shown(app)
    await typed(app, ENTER)
    assert starts(app, "Turn 6 of 10")
    await typed(app, "A bench is not a form.", ENTER, ESC, "n")
    assert starts(app, "Turn 7 of 10", "Chidi B's turn")
    assert "The lift" in shown(app)
    assert "It was out of order." in shown(app)
    await typed(app, ESC, "u")
    assert starts(app, "Turn 6 of 10")


async def they_write_first(app: WshoesApp) -> None:
    await typed(app, ESC, "y")
    assert "Done again: going on to the next turn." in shown(app)
    assert starts(app, "Turn 7 of 10")
    await typed(app, ESC, "w")
    assert "Pass the keyboard to Chidi B." in shown(app)
    assert "6 will write." in shown(app)
    await typed(app, ENTER)
    assert "Pass the keyboard to Chidi B." in shown(app), "an Enter too many takes no keyboard"
    await typed(app, ESC, "w", "We took the stairs.", ENTER)
    assert "stairs" not in shown(app), "what was written must be hidden until the reveal"
    await typed(app, ESC, "w", "My kn", ESC, "w")
    assert "My kn" not in shown(app)
    assert "Pass the keyboard to Eve." in shown(app)
    await typed(app, ESC, "w")
    assert in_field(app) == "My kn"
    await typed(app, "ees.", ENTER, ESC, "v")
    assert "Asha has not written yet." in shown(app)
    await typed(app, *(ESC, "x") * 4)
    assert "Everybody is ready. Press Esc, then v" in shown(app)
    await typed(app, ESC, "v")
    assert "Revealed together." in shown(app)
    assert "We took the stairs." in shown(app)
    assert "My knees." in shown(app)
    await typed(app, ENTER, ESC, "u")
    assert "What was revealed together stays revealed." in shown(app)


async def one_comes_and_one_goes(app: WshoesApp) -> None:
    await typed(app, ESC, "h", "Faye, neighbour", ENTER)
    assert "7 people" in shown(app)
    await typed(app, DOWN, ESC, "x")
    assert "2 Tom nurse, works in it, has left" in shown(app)
    assert "6 people" in shown(app)
    await typed(app, ESC, "b", ESC, "n")
    assert starts(app, "Turn 8 of 10", "Eve's turn")
    await typed(app, "Ask first.", ENTER, ESC, "n")
    assert starts(app, "Turn 9 of 10", "Faye's turn")
    await typed(app, ESC, "n")
    assert starts(app, "Turn 10 of 10", "Asha's turn")
    await typed(app, ESC, "x")


async def they_close(app: WshoesApp) -> None:
    assert "One line each: what do you take with you?" in shown(app)
    await typed(app, "A better word.", ENTER, "Less hurry.", ENTER)
    assert "· A better word. · Less hurry." in shown(app)
    await typed(app, ESC, "n")
    assert "I will ring next door Asha 6 March" in shown(app)
    await typed(app, ESC, "p", "We will meet", ENTER, ENTER, ENTER, DOWN)
    assert "We will meet who? when?" in shown(app)
    await typed(app, ESC, "w", "all of us", ENTER, "in 2 weeks", ENTER)
    assert "We will meet all of us 16 March" in shown(app)
    await typed(app, ESC, "n", "7 8 7 6 9 7", ENTER, ESC, "n")
    assert "Were you heard today?" in shown(app)
    await typed(app, "Yes, mostly.", ENTER, ESC, "n", "The stairs.", ESC, "n")
    await typed(app, ESC, "k", "More ti", ESC, ESC, "n")
    assert "These words were typed but never saved: · More ti" in shown(app)
    assert "7 turns, 1 lightbulb, 2 pledges." in shown(app)
    await typed(app, ESC, "n", LATER)


async def they_look_back(app: WshoesApp) -> None:
    assert "7 people · 7 turns" in shown(app)
    assert "[P] The person going home" in shown(app)
    assert "●" in shown(app)
    for part in (
        "I used to think she was difficult Now I see she was afraid",
        "I will ring next door Asha by 6 March",
        "She asked me twice.",
        "The path of the session",
        "From here it is a form.",
        "· Parking at the ward · More ti",
        "[P] The person going home 3.5 -> 7",
        "Heard and safe Yes, mostly.",
    ):
        await typed(app, TAB)
        assert part in shown(app)
    await typed(app, TAB)
    assert "Whose shoes, on what" in shown(app)
    await typed(app, "v")
    assert "Who has been heard: for the facilitator" in shown(app)
    assert "Tom 0 turns, heard once, 1 pass" in shown(app)


async def past_sessions_hold_it(app: WshoesApp) -> None:
    assert "1 session · 2 pledges" in shown(app)
    await typed(app, "p")
    assert "Home again + A good street · closed" in shown(app)
    await typed(app, "x", DOWN, ENTER)
    assert "Written to" in shown(app)
    await typed(app, ENTER)
    assert "7 people · 7 turns" in shown(app)
    await typed(app, ESC, ESC, "q")
    assert app.return_code == 0


def it_is_all_kept(house: House) -> None:
    session = house.only
    assert session.state == "closed"
    assert session.header.consented
    assert session.header.agreements[-1] == "Phones stay in bags."
    assert {played.deck.id for played in session.decks} == {"home-again", "a-good-street"}
    states = [turn.state for turn in session.turns]
    assert states == ["answered", "passed", "skipped", *["answered"] * 6, "passed"]
    assert sorted(words(session)) == sorted(
        [
            "Where is the key?",
            "She asked me twice.",
            "Nobody told me.",
            "From here it is a form.",
            "A bench is not a form.",
            "We took the stairs.",
            "My knees.",
            "Ask first.",
        ]
    )
    assert {response.seat for response in session.responses} == {None}
    assert [rating.value for rating in session.ratings] == [2, 3, 3, 4, 5, 6, 6, 7, 7, 7, 8, 9]
    assert [(f.kind, f.text) for f in session.feedback] == [
        ("checkout", "A better word."),
        ("checkout", "Less hurry."),
        ("heard", "Yes, mostly."),
        ("valued", "The stairs."),
    ]
    assert not session.drafts
    (page,) = house.settings.data.root.parent.glob("here/*.md")
    (record,) = house.settings.data.root.parent.glob("here/*.json")
    assert "She asked me twice." in page.read_text(encoding="utf-8")
    told = json.loads(record.read_text(encoding="utf-8"))
    assert [r["id"] for r in told["responses"]] == [r.id for r in session.responses]


def words(session: Session) -> list[str]:
    return [str(record_to_json(response)["text"]) for response in session.responses]


def starts(app: WshoesApp, where: str, who: str = "") -> bool:
    """Whether the screen shows this turn, and this person's."""
    return screen_text(app)[0].strip().startswith(where) and who in shown(app)
