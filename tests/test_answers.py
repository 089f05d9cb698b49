"""Yes and no as people say them, in each language."""

from __future__ import annotations

from contextvars import copy_context

import pytest

from wshoes_tui.flow.answer_parser import is_no, is_yes
from wshoes_tui.locale import speak_to


def read(language: str, text: str) -> str:
    """ "yes", "no" or nothing, as somebody is understood who is spoken to in that language."""

    def in_language() -> str:
        speak_to(language)
        assert not (is_yes(text) and is_no(text))
        return "yes" if is_yes(text) else "no" if is_no(text) else ""

    return copy_context().run(in_language)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", "yes|Y|Yes.|OK!|yes, I agree|I agree.|We do|Of course"),
        ("cy", "ie|Ydw|ydw!|Ydw, dw i'n cytuno|ydy|Ydyn|oes|iawn|Rwy’n cytuno.|yes"),
        ("es", "sí|Si|¡Sí!|s|vale|De acuerdo.|Sí, estoy de acuerdo|yes"),
        ("fr", "oui|Oui.|o|D'accord|d’accord !|Oui, je suis d'accord|bien sur|yes"),
        ("pt", "sim|Sim!|s|Concordo|está bem|esta bem|É|yes"),
    ],
)
def test_a_yes_is_a_yes(language: str, texts: str) -> None:
    assert [text for text in texts.split("|") if read(language, text) != "yes"] == []


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", "no|N|No.|not yet|No, thanks|I don't agree|no, we don’t"),
        ("cy", "na|nage|Nac ydw.|nac ydy|nac oes|dim eto|no"),
        ("es", "no|No.|todavía no|No, gracias|no estoy de acuerdo"),
        ("fr", "non|Non !|pas encore|Non merci|je ne suis pas d'accord|no"),
        ("pt", "não|Nao|n|ainda não|não concordo|no"),
    ],
)
def test_a_no_is_a_no(language: str, texts: str) -> None:
    assert [text for text in texts.split("|") if read(language, text) != "no"] == []


@pytest.mark.parametrize(
    "text",
    ["", ".", "perhaps", "I am not sure", "yes and no", "yesterday", "ydw", "yes " * 40, "Asha"],
)
def test_what_is_neither_is_neither(text: str) -> None:
    assert read("en", text) == ""
