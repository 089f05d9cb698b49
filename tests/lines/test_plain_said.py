"""All that was said, in plain lines: read in three orders, put right, kept out, taken out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.build import Play, a_deck
from tests.lines.seats import seats
from tests.lines.talk import Talk
from wshoes_tui.domain.commands import Begin, Close, GoToClosing, Next, Open, Say
from wshoes_tui.export.markdown_format import to_markdown
from wshoes_tui.sessions.export_log import note_export
from wshoes_tui.settings import DataFolder, Settings
from wshoes_tui.storage.sql_store import open_store

FIRST, SECOND, THIRD = "first words", "second words", "third words"


def two_turns() -> Play:
    play = Play.begun("Asha, Tom")
    play.do(Say(FIRST, None, "patient"), Say(SECOND, None, "nurse"), Next())
    play.do(Say(THIRD, None, "patient"))
    return play


def closed() -> Play:
    play = two_turns()
    play.do(GoToClosing(), Close())
    return play


def words(lines: list[str]) -> list[str]:
    """What is said, each with its number."""
    told = [line.removeprefix("Said: ") for line in lines if line.startswith("Said: ")]
    return [f"{line.partition(',')[0]} {line.rpartition(': ')[2]}" for line in told]


@pytest.fixture
def talk() -> Talk:
    return Talk.over(two_turns())


def test_all_that_was_said_comes_in_three_orders_with_the_same_numbers(talk: Talk) -> None:
    assert words(talk.type("/said")) == ["1 third words"], "alone, what was said on this turn"
    told = talk.type("/said cards")
    assert words(told) == ["1.1 first words", "1.2 second words", "2.1 third words"]
    assert talk.heads(told) == ["Card", "Said", "Said", "Card", "Said", "Question"]
    told = talk.type("/said sho")
    assert words(told) == ["1.1 first words", "2.1 third words", "1.2 second words"]
    assert talk.heads(told) == ["Shoes", "Said", "Said", "Shoes", "Said", "Question"]
    told = talk.type("/said newest")
    assert words(told) == ["2.1 third words", "1.2 second words", "1.1 first words"]
    assert talk.error("/said nonsense").startswith("There is no order nonsense.")


def test_a_number_with_a_point_is_the_same_response_everywhere() -> None:
    talk = Talk.over(two_turns())
    assert talk.type("/edit 1.2 second, put right") == ["Saved: response 1.2"]
    assert talk.type("/edit 1 third, put right") == ["Saved: response 1"]
    assert talk.type("/light 1.1: Now I see.") == ["Saved: lightbulb 1"]
    assert talk.session.lightbulbs[0].response == talk.session.responses[0].id
    talk.type("/close")
    assert talk.type("/edit 1.1 first, put right") == ["Saved: response 1.1"]
    assert [one.text for one in talk.session.responses] == [
        "first, put right", "second, put right", "third, put right",
    ]  # fmt: skip
    for was, now in zip(two_turns().session.responses, talk.session.responses, strict=True):
        assert (now.seat, now.shoes, now.turn, now.place, now.visibility, now.tag) == (
            was.seat, was.shoes, was.turn, was.place, was.visibility, now.tag,
        )  # fmt: skip


@pytest.mark.parametrize(
    "wanted", ["0.1", "3.1", "1.3", "1.", ".1", "1.x", "1.1.1", "-1.1", "9" * 9]
)
def test_a_number_that_stands_for_nothing_changes_nothing(talk: Talk, wanted: str) -> None:
    for command in ("/edit {} x", "/remove {}", "/withhold {}", "/erase {}"):
        told = talk.error(command.format(wanted))
        assert told.startswith(f"There is no response {wanted}"), told


@pytest.mark.parametrize("where", ["turn", "writing", "closing"])
def test_words_of_earlier_turns_are_kept_out_and_taken_out(where: str) -> None:
    talk = Talk.over(two_turns())
    talk.type(*{"turn": ["/next"], "writing": ["/next", "/write"], "closing": ["/close"]}[where])
    assert talk.type("/withhold 1.1") == ["Saved: response 1.1 is kept out of every export"]
    assert FIRST not in to_markdown(talk.session)
    assert talk.type("/keepout 1.1") == ["Saved: response 1.1 is exported with its shoes"]
    assert FIRST in to_markdown(talk.session)
    assert talk.type("/remove 1.2") == ["Saved: taken back, /undo brings it again"]
    assert SECOND not in to_markdown(talk.session)
    assert [one.text for one in talk.session.responses] == [FIRST, THIRD]
    if where != "writing":
        talk.type("/undo")
        assert SECOND in to_markdown(talk.session)


def test_a_closed_session_of_the_past_is_read_and_put_right_from_home() -> None:
    talk = Talk.over(closed())
    home = Talk.at_home(a_deck(), store=talk.store)
    home.role.follow()
    home.type("past", "1")
    assert words(home.type("/said")) == ["1.1 first words", "1.2 second words", "2.1 third words"]
    assert home.type("/edit 1.1 other words") == ["Saved: response 1.1"]
    assert home.type("/withhold 2.1") == ["Saved: response 2.1 is kept out of every export"]
    told = home.type("/remove 1.2")
    assert told[0].startswith("Notice: What is taken out now cannot be brought back.")
    assert len(home.session.responses) == 3
    home.type("/remove 1.1")
    assert len(home.session.responses) == 3, "another number is asked about anew"
    assert home.type("/remove 1.1") == ["Saved: taken out"]
    assert [one.text for one in home.session.responses] == [SECOND, THIRD]
    home.type("/home", "past")
    assert home.conversation.live is None


def test_a_name_is_taken_off_only_at_the_second_time() -> None:
    play = Play.begun("Asha, Tom", visibility="named")
    play.do(Say(FIRST, play.session.seats[0].id))
    talk = Talk.over(play)
    assert talk.type("/withhold 1")[0].startswith("Notice: That takes the name off")
    assert talk.session.responses == play.session.responses
    assert talk.type("/withhold 1") == ["Saved: response 1 is kept out of every export"]
    assert talk.session.responses[0].seat is None
    assert talk.type("/withhold 1") == ["Saved: response 1 is exported with its shoes"]


def test_nothing_said_yet_says_so() -> None:
    talk = Talk.over(Play.begun("Asha"))
    assert talk.type("/said cards")[0].startswith("Question: Nothing has been said yet.")


def over_a_file(tmp_path: Path, play: Play) -> tuple[Talk, Path]:
    data = DataFolder(tmp_path / "data")
    data.root.mkdir(mode=0o700)
    talk = Talk.over(play, store=open_store(data.database))
    talk.conversation.settings = Settings(data)
    return talk, data.root


def kept(data: Path) -> bytes:
    return b"".join(one.read_bytes() for one in data.rglob("*") if one.is_file())


def test_words_are_erased_for_good_after_a_typed_yes(tmp_path: Path) -> None:
    talk, data = over_a_file(tmp_path, two_turns())
    sent = tmp_path / "sent.md"
    sent.write_text(SECOND)
    note_export(data, talk.session.id, sent)
    told = talk.type("/erase 1.2 yes")
    assert told[0] == "Notice: Erase these words for good: second words", "it asks first"
    assert f"Notice: {sent}" in told
    assert told[-1] == "Question: /erase 1.2 yes erases it for good."
    talk.type("/erase 1.1", "/erase 1.2 yes")
    assert len(talk.session.responses) == 3, "what was asked about last was another one"
    assert talk.type("/erase 1.2 yes") == ["Saved: Erased. 1 exported file is still there."]
    assert [one.text for one in talk.session.responses] == [FIRST, THIRD]
    assert talk.error("/undo") == "There is nothing to undo."
    talk.store.close()
    assert b"first words" in kept(data)
    assert b"second words" not in kept(data)


def test_a_past_session_is_erased_from_home(tmp_path: Path) -> None:
    talk, data = over_a_file(tmp_path, closed())
    home = Talk.at_home(a_deck(), store=talk.store)
    home.conversation.settings = talk.conversation.settings
    home.role.follow()
    home.type("past")
    told = home.type("/erase 1")
    assert "3 responses" in " ".join(told)
    assert told[-1] == "Question: /erase 1 yes erases it for good."
    assert len(home.store.sessions()) == 1
    assert home.error("/erase 2").startswith("There is no session 2.")
    told = home.type("/erase 1 yes")
    assert told[0] == "Saved: Erased."
    assert told[-1] == "Question: There are no sessions yet. /home, then rehearse, begins one."
    talk.store.close()
    assert b"first words" not in kept(data)


def test_without_a_place_of_its_own_nothing_can_be_erased(talk: Talk) -> None:
    assert talk.error("/erase 1.1") == "That cannot be done here. /help says what can."


async def test_at_a_seat_only_ones_own_words_are_in_reach() -> None:
    async with seats() as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        await tom.types("Tom one")
        await asha.types("Asha one")
        await together.does(Next())
        await asha.types("Asha two")
        assert words(await asha.types("/my-words")) == ["1.2 Asha one", "2.1 Asha two"]
        assert words(await asha.types("/my-words newest")) == ["2.1 Asha two", "1.2 Asha one"]
        assert words(await tom.types("/my")) == ["1.1 Tom one"]
        for theirs in ("/edit 1.1 mine now", "/remove 1.1", "/edit 2.2 mine", "/remove 9.9"):
            assert (await asha.error(theirs)).startswith("There is no response")
        before = {one.id: one for one in together.session.responses}
        assert await asha.types("/edit 1.2 Asha one, put right") == ["Saved: response 1.2"]
        for one in together.session.responses:
            was = before[one.id]
            assert replace(one, text=was.text, revision=was.revision) == was
        told = await asha.types("/remove 1.2")
        assert told[0].startswith("Notice: What is taken out now cannot be brought back.")
        assert len(together.session.responses) == 3
        assert await asha.types("/remove 1.2") == ["Saved: taken out"]
        assert {one.text for one in together.stored.responses} == {"Tom one", "Asha two"}
        assert (await asha.types("/edit 1 Asha two, put right"))[0] == "Saved: response 1"


async def test_what_others_keep_out_of_exports_is_not_to_be_counted_at_a_seat() -> None:
    """Numbers that leave one out would tell that there is one."""
    async with seats() as together:
        asha, tom = await together.sits_down("Asha"), await together.sits_down("Tom")
        await together.does(Open(), Begin())
        await tom.types("Tom one")
        await asha.types("Asha one")
        await together.does(Say("hidden", None, visibility="withheld"))
        await asha.types("Asha two")
        assert words(await asha.types("/my-words")) == ["1.2 Asha one", "1.3 Asha two"]
        assert words(await asha.types("/said"))[1:] == ["2 Asha one", "3 Asha two"]
        assert "hidden" not in asha.written + tom.written


async def test_at_a_seat_words_are_the_facilitators_to_erase_and_keep_out() -> None:
    async with seats() as together:
        asha = await together.sits_down("Asha")
        await together.does(Open(), Begin())
        for command in ("/withhold 1", "/erase 1.1"):
            assert "is for the facilitator" in await asha.error(command)
