"""People at screens of their own: in, writing, revealed, talking, gone and back again."""

from __future__ import annotations

import pytest

from tests.tui.app_fixture import House
from tests.tui.group_fixture import Round, a_round
from tests.tui.keyboard import BACKSPACE, DOWN, ENTER, ESC, typed
from tests.tui.screen_text import in_field, misfits, picture, shown
from wshoes_tui.domain.commands import (
    Agree,
    Begin,
    Close,
    GoToClosing,
    Next,
    Open,
    Pause,
    Plan,
    Reveal,
    StopWriting,
)
from wshoes_tui.domain.handlers.setup_handler import AGREEMENTS
from wshoes_tui.tui.seat.seat_app import TO_PLAIN, SeatApp


async def talking(together: Round, *names: str) -> list[SeatApp]:
    """These people on their first card, talking."""
    apps = [await together.sits_down(name) for name in names]
    await together.does(Open(), Begin())
    return apps


async def test_the_door_asks_for_little_and_tells_what_is_kept(house: House) -> None:
    async with a_round(house) as together:
        app = await together.opens(suggestion="asha")
        assert "Press Enter to go in." in shown(app)
        assert "Name asha" in shown(app)
        assert misfits(app) == []
        await typed(app, "n", *[BACKSPACE] * 4, "Bea", ENTER)
        assert "Name Bea" in shown(app)
        await typed(app, ENTER)
        assert "kept on the facilitator's computer" in shown(app)
        assert together.session.seats == ()
        await typed(app, ENTER)
        assert [seat.label for seat in together.session.seats] == ["Bea"]
        assert "Your own key: pebble-lemon-1." in shown(app)
        assert misfits(app) == []


async def test_somebody_without_a_name_is_a_number(house: House) -> None:
    async with a_round(house) as together:
        await together.sits_down("")
        assert [seat.label for seat in together.session.seats] == ["Seat 1"]


async def test_a_name_that_is_taken_may_be_ones_own_or_another_is_typed(house: House) -> None:
    async with a_round(house) as together:
        await together.sits_down("Tom")
        other = await together.opens(suggestion="tom")
        await typed(other, ENTER, ENTER)
        assert "There is a seat called Tom. Is it yours? Your line may have" in shown(other)
        assert "letter" not in shown(other)
        await typed(other, DOWN, DOWN, ENTER)
        assert "Press n to type what you want to be called, or Enter" in shown(other)
        await typed(other, "n", "tom B ", ENTER, ENTER, ENTER)
        assert [seat.label for seat in together.session.seats] == ["Tom", "tom B"]


async def test_language_and_easy_words_are_chosen_at_the_door(house: House) -> None:
    async with a_round(house) as together:
        app = await together.opens(suggestion="Nia")
        await typed(app, "g")
        assert "Cymraeg" in shown(app)
        await typed(app, "e")
        assert app.easy
        await typed(app, "f")
        assert app.return_value == TO_PLAIN


async def test_two_people_write_first_are_revealed_and_talk(house: House) -> None:
    async with a_round(house, write_first=True) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        assert "Everybody writes." in shown(asha)
        await typed(asha, "Nobody asked me.")
        assert "kept, not yet handed in" in shown(asha)
        await together.rest()
        assert "Nobody asked" not in shown(tom)
        await typed(asha, ENTER)
        assert "1 of 2 are ready" in shown(asha)
        await typed(tom, "She seems afraid.", ENTER)
        await together.does(Reveal())
        for app in (asha, tom):
            assert "Revealed together." in shown(app)
            assert "Nobody asked me." in shown(app)
            assert "She seems afraid." in shown(app)
            assert misfits(app) == []
        await typed(tom, ESC, "b")
        assert "Next door has the spare key" in shown(tom)


@pytest.mark.parametrize(("size", "beside"), [((80, 24), 2), ((132, 43), 3), ((40, 20), 1)])
async def test_a_reveal_is_read_in_columns_where_there_is_room(
    house: House, size: tuple[int, int], beside: int
) -> None:
    async with a_round(house, write_first=True) as together:
        apps = [await together.sits_down(name, size=size) for name in ("Asha", "Tom", "Bea")]
        await together.does(Open(), Begin())
        for number, app in enumerate(apps):
            await typed(app, f"Voice{number}.", ENTER)
        await together.does(Reveal())
        for app in apps:
            row = next(line for line in picture(app).splitlines() if "Voice" in line)
            assert row.count("Voice") == beside
            assert all(f"Voice{number}." in shown(app) for number in range(3))
            assert misfits(app) == []
            big_letters = "▀" in picture(app)
            assert big_letters == (size == (132, 43)), "the title of the card"


async def test_whose_turn_it_is_talks_in_the_shoes_of_the_turn(house: House) -> None:
    """As everybody is told; those they wrote in, nobody else knows."""
    async with a_round(house, write_first=True) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        turn = together.session.turn
        assert turn is not None
        shoes = {deck.deck.shoes for deck in together.session.decks}.pop()
        other = next(one for one in shoes if one.id != turn.shoes)
        mine, theirs = (asha, tom) if turn.seat == asha.seated.participant.seat else (tom, asha)
        for app in (mine, theirs):  # as if both had been dealt these to write in
            page = together.session.draft("private", turn.id, app.seated.participant.seat)
            assert page is not None
            app.seated.participant.shoes[turn.id] = other.id
        await together.does(StopWriting())
        assert mine.seated.shoes == turn.shoes
        assert theirs.seated.shoes == other.id


async def test_words_can_be_taken_back_to_write_on_until_they_are_revealed(house: House) -> None:
    async with a_round(house, write_first=True) as together:
        (asha,) = await talking(together, "Asha")
        await typed(asha, "Nobody asked me", ENTER, ENTER)
        assert in_field(asha) == "", "an Enter too many takes nothing back"
        await typed(asha, ESC, "u")
        assert in_field(asha) == "Nobody asked me"
        await typed(asha, " anything.", ENTER, "Not once", ".")
        assert in_field(asha) == "Nobody asked me anything.\nNot once."
        await typed(asha, ENTER)
        await together.does(Reveal())
        said = [r.text for r in together.session.responses]
        assert said == ["Nobody asked me anything.\nNot once."]


async def test_words_that_a_reveal_overtakes_stay_theirs_alone(house: House) -> None:
    async with a_round(house, write_first=True) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(asha, "Half a th")
        await typed(tom, "Done.", ENTER)
        await together.does(Reveal(anyway=True))
        assert in_field(asha) == "Half a th"
        assert "Half a th" not in shown(tom)
        await typed(asha, "ought", ENTER)
        assert [r.text for r in together.session.responses] == ["Done.", "Half a thought"]


async def test_words_for_a_card_that_is_over_are_offered_back(house: House) -> None:
    async with a_round(house) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(tom, "And she was tired")
        await together.does(Next())
        assert "Enter hands these words in for the card before" in shown(tom)
        assert in_field(tom) == "And she was tired"
        await typed(tom, ESC, "w")
        assert "Kept for later: Esc, then w," in shown(tom)
        assert in_field(tom) == ""
        await typed(tom, ESC, "w")
        assert "Your words for turn 1: The spare key And she was tired" in shown(tom)
        await typed(tom, ENTER)
        (response,) = together.session.responses
        assert response.turn == together.session.turns[0].id
        assert "kept for later" not in shown(tom)
        assert "tired" not in shown(asha), "it belongs to a card that is over"


async def test_a_sentence_is_ended_where_it_was_begun(house: House) -> None:
    async with a_round(house) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(tom, "And she was ti")
        await together.does(Next())
        await typed(tom, "red.", ENTER)
        assert in_field(tom) == ""
        await typed(tom, "In here it is cold.", ENTER)
        turns = [turn.id for turn in together.session.turns]
        said = [(turns.index(r.turn), r.text) for r in together.session.responses]
        assert said == [(0, "And she was tired."), (1, "In here it is cold.")]
        assert "tired" not in shown(asha), "it belongs to a card that is over"


async def test_whose_turn_it_is_answers_and_the_others_add_their_voice(house: House) -> None:
    async with a_round(house) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        assert "It is your turn." in shown(asha)
        assert "Asha's turn" in shown(tom)
        await typed(asha, "I want to go home.", ENTER)
        await typed(tom, "I have one more to discharge.", ENTER)
        await together.rest()
        said = together.session.responses
        assert [r.text for r in said] == ["I want to go home.", "I have one more to discharge."]
        assert said[0].shoes != said[1].shoes
        assert all(r.seat is None for r in said), "unattributed is unattributed"
        assert "I have one more to discharge." in shown(asha)


async def test_own_words_can_be_taken_back(house: House) -> None:
    async with a_round(house) as together:
        (asha,) = await talking(together, "Asha")
        await typed(asha, "That came out wrong.", ENTER, ESC, "u")
        assert together.session.responses == ()
        assert in_field(asha) == "That came out wrong."
        await typed(asha, ESC, "u")
        assert "There is nothing of yours to take back." in shown(asha)


async def test_lightbulb_pledge_topic_and_card_of_ones_own(house: House) -> None:
    async with a_round(house) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(asha, ESC, "l", "she was rude", ENTER, "she was afraid", ENTER)
        await typed(asha, ESC, "p", "I will ring first", ENTER, "Asha", ENTER, ENTER)
        await typed(asha, ESC, "k", "the night bus", ENTER)
        await typed(asha, ESC, "o", "The night bus", ENTER, "It does not stop here.", ENTER)
        session = together.session
        assert [b.now_see for b in session.lightbulbs] == ["she was afraid"]
        assert [(p.text, p.owner) for p in session.pledges] == [("I will ring first", "Asha")]
        assert [t.text for t in session.car_park] == ["the night bus"]
        assert [c.title for c in session.wild_cards] == ["The night bus"]
        await typed(tom, ESC, "l", "half a th", ESC)
        assert "half a th" not in repr(asha.session)
        await typed(tom, ESC, "l")
        assert in_field(tom) == "half a th"


async def test_a_pledge_at_a_seat_names_what_it_comes_from(house: House) -> None:
    async with a_round(house) as together:
        (asha,) = await talking(together, "Asha")
        await typed(asha, ESC, "l", ENTER, "she was afraid", ENTER)
        await typed(asha, ESC, "c", ENTER, "I will ask", ENTER, ENTER, ENTER)
        (pledge,) = together.session.pledges
        assert pledge.lightbulb == together.session.lightbulbs[0].id


async def test_a_hand_goes_up_and_a_pass_is_respected(house: House) -> None:
    async with a_round(house) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(tom, ESC, "a")
        assert together.hub.participants[tom.seated.participant.seat].hand
        assert "hand up" in shown(tom)
        await typed(tom, ESC, "x")
        assert together.session.turns[0].state == "open", "it is not Tom's to pass"
        await typed(asha, ESC, "x")
        await together.rest()
        assert together.session.turns[0].state == "passed"
        assert "It is your turn." in shown(tom)


async def test_numbers_before_and_after_and_the_closing_round(house: House) -> None:
    async with a_round(house) as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open())
        await typed(asha, "11", ENTER)
        assert "A whole number from 0 to 10, please." in shown(asha)
        await typed(asha, BACKSPACE, BACKSPACE, "4", ENTER)
        await typed(tom, "7", ENTER, ESC, "m", BACKSPACE, "6", ENTER)
        first = together.session.decks[0].deck.shoes[0].id
        given = [r.value for r in together.session.ratings if r.shoes == first]
        assert sorted(given) == [4, 6], "Tom has changed his mind"
        await together.does(Begin(), GoToClosing())
        assert "One line each: what do you take with you?" in shown(asha)
        await typed(asha, "That I was heard.", ENTER)
        assert [f.text for f in together.session.feedback] == ["That I was heard."]
        assert "I was heard" not in shown(tom)
        for _question in range(20):
            await typed(asha, ESC, "n")
        assert "The facilitator closes the session" in shown(asha)
        await together.does(Close())
        assert "The session is closed. Thank you" in shown(asha)
        assert misfits(asha) == []


async def test_a_pause_keeps_what_stands_in_the_field(house: House) -> None:
    async with a_round(house) as together:
        (asha,) = await talking(together, "Asha")
        await typed(asha, "half a th")
        await together.does(Pause())
        assert "A pause." in shown(asha)
        from wshoes_tui.domain.commands import Resume

        await together.does(Resume())
        assert in_field(asha) == "half a th"


async def test_a_dropped_line_leaves_the_seat_away_and_comes_back_to_the_same_words(
    house: House,
) -> None:
    async with a_round(house, write_first=True) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(tom, "I am so ti")
        participant = tom.seated.participant
        tom.end("")
        await together.hub.detach_screen(participant, tom.end)
        assert [s.state for s in together.session.seats] == ["here", "away"]
        again = await together.opens(seat=participant.seat)
        assert in_field(again) == "I am so ti"
        assert [s.state for s in together.session.seats] == ["here", "here"]
        assert asha.is_running


async def test_whoever_comes_back_ends_the_screen_they_left_behind(house: House) -> None:
    async with a_round(house) as together:
        (tom,) = await talking(together, "Tom")
        again = await together.opens(seat=tom.seated.participant.seat)
        await together.rest()
        assert not tom.is_running
        await together.hub.detach_screen(tom.seated.participant, tom.end)
        assert together.session.seats[0].state == "here", "they sit at the other screen"
        assert again.is_running


async def test_without_their_key_somebody_needs_the_facilitators_nod(house: House) -> None:
    async with a_round(house) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        participant = tom.seated.participant
        tom.end("")
        await together.hub.detach_screen(participant, tom.end)
        again = await together.opens(suggestion="Tom")
        await typed(again, ENTER, ENTER)
        assert "A seat called Tom is empty just now. Is it yours?" in shown(again)
        await typed(again, ENTER)
        (asking,) = together.hub.asking
        assert asking.label == "Tom"
        asking.answer.set_result(True)
        await together.rest()
        assert again.seated.participant.seat == participant.seat
        assert "pebble-lemon-3" in shown(again), "the old key opens nothing any more"
        assert asha.is_running


async def test_somebody_who_is_let_go_is_told_and_blocks_nobody(house: House) -> None:
    async with a_round(house, write_first=True) as together:
        asha, tom = await talking(together, "Asha", "Tom")
        await typed(tom, "unkind words")
        await together.hub.let_go(tom.seated.participant.seat)
        await together.rest()
        assert not tom.is_running
        assert "The facilitator has closed this seat." in tom.parting
        await typed(asha, "Done.", ENTER)
        await together.does(Reveal(anyway=True), Next())
        assert [r.text for r in together.session.responses] == ["Done."]


async def test_each_seat_reads_in_its_own_language(house: House) -> None:
    async with a_round(house, write_first=True) as together:
        asha = await together.sits_down("Asha")
        nia = await together.sits_down("Nia", language="cy")
        await together.does(Open(), Agree((AGREEMENTS[0], "Phones stay in pockets.")))
        assert AGREEMENTS[0] in shown(asha)
        assert AGREEMENTS[0] not in shown(nia)
        assert "Phones stay in pockets." in shown(nia)
        await together.does(Begin(), StopWriting())
        assert "Turn 1 of" in shown(asha)
        assert "Turn 1 of" not in shown(nia)
        await typed(nia, ESC, "g")
        assert "Turno 1 de" in shown(nia)


async def test_a_phone_shows_it_too(house: House) -> None:
    async with a_round(house, write_first=True) as together:
        phone = await together.sits_down("Asha", size=(40, 20))
        assert misfits(phone) == []
        await together.does(Open())
        assert misfits(phone) == []
        await together.does(Begin())
        assert misfits(phone) == []
        await typed(phone, "Nobody asked me.", ENTER)
        await together.does(Reveal())
        assert misfits(phone) == []


async def test_a_consent_card_that_changes_is_read_again(house: House) -> None:
    async with a_round(house) as together:
        app = await together.opens(suggestion="Asha")
        await typed(app, ENTER)
        assert "not with your name" in shown(app)
        await together.does(Plan(visibility="named"))
        assert "It is kept with your name." in shown(app)
        assert "This has changed. Please read it again." in shown(app)
        await typed(app, ENTER)
        assert together.session.seats == (), "the key may have been on its way before the change"
        assert "This has changed. Please read it again." in shown(app)
        await typed(app, ENTER)
        assert [seat.label for seat in together.session.seats] == ["Asha"]


async def test_whoever_is_refused_a_name_chooses_another(house: House) -> None:
    async with a_round(house) as together:
        tom = await together.sits_down("Tom")
        await together.hub.let_go(tom.seated.participant.seat)
        again = await together.opens(suggestion="Tom")
        await typed(again, ENTER, ENTER)
        assert "There is already a seat called Tom." in shown(again)
        await typed(again, "n", " B", ENTER, ENTER, ENTER)
        assert [seat.label for seat in together.session.seats] == ["Tom", "Tom B"]
