"""The palette finds what people look for, by their own words, in each language and on each page."""

from __future__ import annotations

import pytest

from tests.build import Play
from tests.tui.app_fixture import House, resume
from tests.tui.keyboard import ENTER, typed
from tests.tui.screen_text import shown
from wshoes_tui.locale import LANGUAGES
from wshoes_tui.tui.screens.palette_screen import ActionProvider
from wshoes_tui.tui.startup import StartOptions

PALETTE = "\x10"
WORDS = {
    "en": "quit exit save print end stop time bigger delete name language undo help pause next "
    "skip swap people map export pledge lightbulb colours easy home search join share edit "
    "settings",
    "cy": "gadael allanfa cadw argraffu diwedd stopio amser mwy dileu enw iaith dadwneud help saib "
    "nesaf sgipio cyfnewid pobl map allforio addewid bylb lliwiau hawdd hafan chwilio ymuno rhannu "
    "golygu gosodiadau",
    "es": "salir terminar guardar imprimir fin parar tiempo grande borrar nombre idioma deshacer "
    "ayuda pausa siguiente saltar cambiar personas mapa exportar compromiso bombilla colores fácil "
    "inicio buscar unirse compartir editar ajustes",
    "fr": "quitter sortir enregistrer imprimer fin arrêter temps grand supprimer nom langue "
    "annuler aide pause suivant passer échanger personnes carte exporter engagement ampoule "
    "couleurs facile accueil chercher rejoindre partager modifier réglages",
    "pt": "sair terminar guardar imprimir fim parar tempo maior apagar nome idioma desfazer ajuda "
    "pausa seguinte saltar trocar pessoas mapa exportar compromisso lâmpada cores fácil início "
    "procurar entrar partilhar editar definições",
}
"""Thirty words that people type, in each language."""


async def hits(app: object, words: str) -> list[str]:
    """The titles of what is found on the page, the best first."""
    page = app.page  # type: ignore[attr-defined]
    provider = ActionProvider(page)
    found = [hit async for hit in provider.search(words)]
    found.sort(key=lambda hit: -hit.score)  # type: ignore[union-attr]
    return [str(hit.match_display) for hit in found]  # type: ignore[union-attr]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_thirty_words_find_something_at_home_and_on_a_card(
    house: House, language: str
) -> None:
    house.hold(Play.begun("Asha, Tom"))
    for start in (resume(), StartOptions("home")):
        async with house.open(start) as app:
            app.speech.use(language)
            nothing = (await hits(app, "qqqq"))[0]
            lost = [word for word in WORDS[language].split() if await hits(app, word) == [nothing]]
            assert " ".join(lost) == ""


FIRST = {
    "en": {"end": "Closing", "map": "Whose shoes", "name": "Who is here", "time": "Time so far"},
    "cy": {"enw": "Pwy sydd yma", "map": "Esgidiau pwy", "diwedd": "Rownd gloi"},
    "fr": {"fin": "Clôture", "nom": "Qui est là", "grand": "Lettres plus grandes"},
}
"""What a word means is found before whatever has its letters somewhere."""


@pytest.mark.parametrize("language", FIRST)
async def test_a_word_finds_what_it_means_first(house: House, language: str) -> None:
    house.hold(Play.begun("Asha, Tom"))
    async with house.open(resume()) as app:
        app.speech.use(language)
        found = {word: (await hits(app, word))[0] for word in FIRST[language]}
        assert {w: t for w, t in FIRST[language].items() if not found[w].startswith(t)} == {}


async def test_what_is_on_another_page_is_told_with_its_key(house: House) -> None:
    house.hold(Play.begun("Asha, Tom"))
    async with house.open(resume()) as app:
        await typed(app, PALETTE)
        assert "In the opening: " not in shown(app), "what can be done here comes first"
        await typed(app, "document")
        assert "On the summary: x" in shown(app)
        await typed(app, ENTER)
        assert "On the summary: x" in shown(app)


async def test_what_fits_nothing_leads_to_help(house: House) -> None:
    house.hold(Play.begun("Asha, Tom"))
    async with house.open(resume()) as app:
        await typed(app, PALETTE, "zzzz")
        assert "Nothing here is called that" in shown(app)
        await typed(app, ENTER)
        assert "Help A turn" in shown(app)


async def test_the_language_is_changed_in_the_middle_of_a_sentence(house: House) -> None:
    house.hold(Play.begun("Asha, Tom"))
    async with house.open(resume()) as app:
        await typed(app, "Half a sen", PALETTE, "Cymraeg", ENTER)
        assert "Half a sen" in shown(app)
        assert "Tro 1" in shown(app)
        await typed(app, "tence")
        assert "Half a sentence" in shown(app)


async def test_home_is_reached_from_a_card_and_the_session_is_there_to_go_on_with(
    house: House,
) -> None:
    house.hold(Play.begun("Asha, Tom"))
    async with house.open(resume()) as app:
        await typed(app, "Half a sen", PALETTE, "Home", ENTER)
        assert "Continue" in shown(app)
        await typed(app, "c")
        assert "Half a sen" in shown(app)
