"""Every language says everything, with the same names in its texts, and is the one spoken."""

from __future__ import annotations

import gettext
import re
import string
from collections.abc import Iterator
from contextvars import copy_context
from io import BytesIO

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo

from tests import catalogues
from tests.catalogues import Text
from wshoes_tui.flow.actions import TABLE
from wshoes_tui.locale import DOMAIN, EASY, FOLDER, LANGUAGES, _, many, speak_to

TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
EVERY = (*TRANSLATED, EASY)
LONGER = 7
"""By how many letters the label of a key may outgrow the English one."""


NAME = re.compile(r"\{(\w+)[:}]")
"""A name that is filled in. A brace alone stands in texts about YAML that have none."""


def names_in(text: str) -> list[str]:
    found = NAME.findall(text)
    if found:
        list(string.Formatter().parse(text))  # ValueError where a brace is not closed
    return sorted(found)


def forms(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The English forms of a message, and those of the language."""
    return _all_of(message.id), _all_of(message.string)


def _all_of(forms: object) -> tuple[str, ...]:
    return tuple(map(str, forms)) if isinstance(forms, list | tuple) else (str(forms or ""),)


def messages(language: str) -> Iterator[Message]:
    return (message for message in catalogues.read(language) if message.id)


def said(language: str, text: str, *, easy: bool = False) -> str:
    def say() -> str:
        speak_to(language, easy=easy)
        return _(text)

    return copy_context().run(say)


@pytest.fixture(scope="module")
def wanted() -> dict[Text, list[str]]:
    return catalogues.texts()


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_missing(language: str) -> None:
    assert catalogues.missing(language) == []


@pytest.mark.parametrize("language", EVERY)
def test_nothing_is_left_from_older_texts(language: str, wanted: dict[Text, list[str]]) -> None:
    kept = {ids if len(ids) > 1 else ids[0] for ids, _strings in map(forms, messages(language))}
    assert kept <= set(wanted)


@pytest.mark.parametrize("language", EVERY)
def test_every_form_has_the_names_of_the_english(language: str) -> None:
    for ids, strings in map(forms, messages(language)):
        for form in strings:
            assert names_in(form) == names_in(ids[-1]), ids


@pytest.mark.parametrize("language", EVERY)
def test_every_plural_has_all_the_forms_of_the_language(language: str) -> None:
    plurals = catalogues.read(language).num_plurals
    for ids, strings in map(forms, messages(language)):
        if len(ids) > 1:
            assert len(strings) == plurals, ids
            assert all(strings), ids


@pytest.mark.parametrize("language", EVERY)
def test_what_is_read_is_compiled_from_what_is_written(language: str) -> None:
    compiled = BytesIO()
    write_mo(compiled, catalogues.read(language))
    compiled.seek(0)
    written = gettext.GNUTranslations(compiled)
    read = gettext.translation(DOMAIN, FOLDER, languages=[language])
    for ids, _strings in map(forms, messages(language)):
        one, more = ids[0], ids[-1]
        if one == more:
            assert read.gettext(one) == written.gettext(one)
            continue
        for count in range(30):
            assert read.ngettext(one, more, count) == written.ngettext(one, more, count)


@pytest.mark.parametrize("language", EVERY)
def test_labels_of_keys_stay_short(language: str) -> None:
    labels = {action.footer_label for action in TABLE if action.order}
    easy = language == EASY
    told = {label: said("en" if easy else language, label, easy=easy) for label in labels}
    assert {a: b for a, b in told.items() if len(b) > len(a) + LONGER} == {}


@pytest.mark.parametrize(
    "text",
    [
        "Back",  # _() and Key()
        ("{count} turn", "{count} turns"),  # many()
        "There is no open turn.",  # Refusal()
        "lightbulb",  # the label of a key
        "Friday",  # a table of names
        "in|within|by|on|the|of|from now",  # a text alone
        "day|days",  # a tuple of texts
        "Anyone may pass, at any time, without a reason.",  # the agreements
    ],
)
def test_texts_are_found_wherever_they_stand(text: Text, wanted: dict[Text, list[str]]) -> None:
    assert all(place.endswith(".py") for place in wanted[text])


def test_the_domain_marks_texts_and_translates_none() -> None:
    texts = [path.read_text("utf-8") for path in (catalogues.PACKAGE / "domain").rglob("*.py")]
    taken = {line for text in texts for line in text.splitlines() if "wshoes_tui.locale" in line}
    assert taken == {"from wshoes_tui.locale import N_"}


def test_no_text_stands_where_it_is_not_found() -> None:
    assert catalogues.unseen() == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Back"),
        ("cy", "Yn ôl"),
        ("es", "Volver"),
        ("fr", "Retour"),
        ("fr-CA", "Retour"),
        ("pt_BR.UTF-8", "Voltar"),
        ("de", "Back"),
        ("", "Back"),
    ],
)
def test_a_text_is_said_in_the_language_spoken(language: str, text: str) -> None:
    assert said(language, "Back") == text


@pytest.mark.parametrize("language", EVERY)
def test_a_pledge_that_was_let_go_is_not_told_as_a_key(language: str) -> None:
    easy = language == EASY
    tongue = "en" if easy else language
    assert said(tongue, "let go", easy=easy) != said(tongue, "let them go", easy=easy)


def test_what_a_catalogue_does_not_have_is_said_in_english() -> None:
    assert said("fr", "Nobody wrote this text down.") == "Nobody wrote this text down."


def test_names_are_filled_in() -> None:
    def say() -> tuple[str, str, str]:
        speak_to("fr")
        return (
            _("Turn {turn} of {turns}", turn=1, turns=12),
            many("{count} turn", "{count} turns", 1),
            many("{count} turn", "{count} turns", 2),
        )

    assert copy_context().run(say) == ("Tour 1 sur 12", "1 tour", "2 tours")


def test_each_language_has_its_own_plural_of_none() -> None:
    def count(language: str) -> str:
        speak_to(language)
        return many("{count} turn", "{count} turns", 0)

    spoken = {language: copy_context().run(count, language) for language in ("en", "fr", "es")}
    assert spoken == {"en": "0 turns", "fr": "0 tour", "es": "0 turnos"}


def test_easy_words_change_what_is_hard_and_leave_what_is_easy() -> None:
    assert said("en", "The pledge is saved.", easy=True) == "The promise is saved."
    assert said("en", "Back", easy=True) == "Back"
    assert said("fr", "Back", easy=True) == said("fr", "Back")


def test_no_sentence_of_the_easy_words_is_long() -> None:
    for _ids, strings in map(forms, messages(EASY)):
        for form in strings:
            for sentence in form.replace("? ", ". ").replace(": ", ". ").split(". "):
                assert len(sentence.split()) <= 12, sentence


def test_easy_words_are_never_called_easy_read() -> None:
    assert not [m.id for m in messages(EASY) if "easy read" in str(m.string).casefold()]


def test_each_person_is_spoken_to_in_their_own_language() -> None:
    french, welsh = copy_context(), copy_context()
    french.run(speak_to, "fr")
    welsh.run(speak_to, "cy")
    assert (french.run(_, "Back"), welsh.run(_, "Back"), _("Back")) == ("Retour", "Yn ôl", "Back")
