"""Two candidates and a group in one data folder: no screen shows one beside the other."""

from __future__ import annotations

from tests.cli.test_cli_candidates import OURS, SAID, a_candidate, ordinary
from tests.storage.hands import a_play
from tests.tui.app_fixture import House, resume
from tests.tui.keyboard import DOWN, ENTER, ESC, TAB, typed
from tests.tui.screen_text import shown
from wshoes_tui.tui.facilitator_app import WshoesApp

TALL = (120, 200)
ON_ONE = (
    *(TAB,) * 8, "b", "o", "o", ESC, "r", "k", "u", ESC, "v", "v", "f", "f", "x", ESC,
    *("?", ESC, ":", ESC),
)  # fmt: skip
"""The pages of a session that is over: its summary, what was said, the review, and sheets."""
ON_ALL = (
    *("l", "u", ESC, "a", ENTER, *(TAB,) * 6, "x", ESC, ESC, ESC, "k", ESC, "/", SAID, ENTER),
    *(ESC, ESC, "n", ESC, ESC, "?", ESC),
)
"""The pages about all sessions, from Home, without their list."""
LATER_EVENING = (ESC, "p", ESC, ESC, "g", ESC, ESC, "n", ESC, "n", ESC, "n", ESC, "?", ESC)
"""From who is here to the opening of another evening of the same programme."""


async def seen(app: WshoesApp, *keys: str) -> str:
    """All that is on the screen after each of these keys."""
    pages = []
    for key in keys:
        await typed(app, key)
        pages.append(f"{type(app.screen).__name__}\n{shown(app)}")
    return "\n".join(pages)


async def test_no_screen_shows_words_of_a_candidate_outside_the_record(house: House) -> None:
    house.store = None
    heard = (a_candidate("Zoella", "walrusword"), a_candidate("Morwen", "zebraword"))
    library = house.library()
    for session in (*(one.session for one in heard), ordinary()):
        library.store.create(session)
    others = {OURS: (OURS, "")} | {one.word: (one.word, one.label) for one in heard}
    async with house.open(size=TALL) as app:
        told = await seen(app, *ON_ALL)
        assert told.count(f"{SAID} {OURS}") > 20
        rest = told.replace(f"{SAID} {OURS}", "").replace(f"Search all that was said {SAID}", "")
        assert SAID not in rest
        assert not [one for one in heard if one.word in told or one.label in told]
        for place, of in enumerate((OURS, "zebraword", "walrusword")):
            await typed(app, "p", *(DOWN,) * place, ENTER)
            told = await seen(app, *ON_ONE)
            assert told.count(of) > 20, "what is looked for can be found"
            for word, traces in others.items():
                assert word == of or not [one for one in traces if one and one in told]
            await typed(app, *(ESC,) * 3)
    for label in ("Kimbrough", ""):
        play = a_play(begun=False, candidate=label, programme="Spring", place="Town")
        async with house.open(resume(house.hold(play)), size=TALL) as app:
            told = await seen(app, *LATER_EVENING)
            assert not [one for one in heard if one.word in told or one.label in told]
            assert (OURS in told) != bool(label), "a group asks about its pledges, no candidate is"
