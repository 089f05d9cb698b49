"""The commands on decks as Typer reads them: ``wshoes deck ...``."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from wshoes_tui.cli.help_format import DECKS, GroupedHelp, SessionName, Work, arg, command, opt

deck_app = typer.Typer(
    cls=GroupedHelp, help="Look at decks, write and check your own.", rich_markup_mode=None
)

DeckName = Annotated[str, arg("DECK", "Its id, the start of it, or a path.")]


@command(deck_app, "list", DECKS, "wshoes deck list")
def deck_list(ctx: typer.Context) -> Work:
    """Every deck there is."""
    from wshoes_tui.cli import deck_reports

    return partial(deck_reports.list_decks, ctx.obj)


@command(deck_app, "show", DECKS, "wshoes deck show having-a-baby --cards")
def deck_show(
    ctx: typer.Context,
    deck: DeckName,
    cards: Annotated[bool, opt("--cards", "", "All the texts, not only the titles.")] = False,
    map_: Annotated[bool, opt("--map", "", "How many cards for whom, on what.")] = False,
    agenda: Annotated[str | None, opt("--agenda", "NAME", "The map by these themes.")] = None,
) -> Work:
    """A deck: its shoes, themes and cards."""
    from wshoes_tui.cli import deck_reports

    if map_ or agenda is not None:
        return partial(deck_reports.show_map, ctx.obj, deck, agenda)
    return partial(deck_reports.show_deck, ctx.obj, deck, cards=cards)


@command(deck_app, "check", DECKS, "wshoes deck check my-deck.yaml")
def deck_check(
    ctx: typer.Context,
    paths: Annotated[list[Path], arg("PATH", "Deck files, folders of them, or ids.")],
) -> Work:
    """What is wrong with deck files, and what could be better."""
    from wshoes_tui.cli import deck_reports

    return partial(deck_reports.check_decks, ctx.obj, paths)


DeckTitle = Annotated[str | None, opt("--title", "TEXT", "Its title.")]


@command(deck_app, "new", DECKS, 'wshoes deck new --title "Tea time"')
def deck_new(
    ctx: typer.Context,
    title: DeckTitle = None,
    lived: Annotated[str | None, opt("--lived", "NAME", "Shoes of who lives with it.")] = None,
    service: Annotated[str | None, opt("--service", "NAME", "Shoes of who works in it.")] = None,
    author: Annotated[str | None, opt("--author", "NAMES", "Commas stand between.")] = None,
    id_: Annotated[str | None, opt("--id", "ID", "Made of the title if not given.")] = None,
) -> Work:
    """Begin a deck of your own. Without a title, five questions are asked."""
    from wshoes_tui.cli import new_deck

    said = {"title": title, "lived": lived, "service": service, "authors": author}
    return partial(new_deck.new_deck, ctx.obj, said, id_)


@command(deck_app, "copy", DECKS, "wshoes deck copy home-from-hospital")
def deck_copy(
    ctx: typer.Context,
    deck: DeckName,
    id_: Annotated[str | None, opt("--id", "ID", "The new id; my-DECK if not given.")] = None,
    title: DeckTitle = None,
) -> Work:
    """Copy a deck, to change it, under an id of its own."""
    from wshoes_tui.cli import new_deck

    return partial(new_deck.copy_deck, ctx.obj, deck, id_, title)


@command(deck_app, "translate", DECKS, "wshoes deck translate having-a-baby --to cy")
def deck_translate(
    ctx: typer.Context,
    deck: DeckName,
    to: Annotated[str, opt("--to", "TAG", "The language, such as cy or pt-BR.")],
) -> Work:
    """The file of a translation, each text below its original; again, what is new."""
    from wshoes_tui.cli import translate_command

    return partial(translate_command.translate_deck, ctx.obj, deck, to)


@command(deck_app, "edit", DECKS, "wshoes deck edit my-deck")
def deck_edit(ctx: typer.Context, deck: DeckName) -> Work:
    """Write and change the cards of a deck of your own, on the screen."""
    from wshoes_tui.cli import new_deck

    return partial(new_deck.edit_deck, ctx.obj, deck)


@command(deck_app, "take", DECKS, "wshoes deck take last --into my-deck")
def deck_take(
    ctx: typer.Context,
    session: SessionName,
    into: Annotated[str, opt("--into", "ID", "A deck of your own.")] = "",
) -> Work:
    """Put cards that a group wrote into a deck of your own, once they have agreed."""
    from wshoes_tui.cli import take_cards

    return partial(take_cards.take_cards, ctx.obj, session, into)


@command(deck_app, "export", DECKS, "wshoes deck export having-a-baby --out deck.csv")
def deck_export(
    ctx: typer.Context,
    deck: DeckName,
    format_: Annotated[str, opt("--format", "FORMAT", "csv.")] = "csv",
    out: Annotated[Path | None, opt("--out", "PATH", "A file, not the screen.")] = None,
) -> Work:
    """A deck as a spreadsheet, to be brought back."""
    from wshoes_tui.cli import deck_carry

    return partial(deck_carry.export_deck, ctx.obj, deck, format_, out)


@command(deck_app, "import", DECKS, "wshoes deck import deck.csv")
def deck_import(
    ctx: typer.Context,
    file: Annotated[Path, arg("FILE", "The CSV file.")],
    id_: Annotated[str | None, opt("--id", "ID", "For a table of your own: the new id.")] = None,
    shoes: Annotated[str, opt("--shoes", "LIST", '"P, The patient, lived; ..."')] = "",
    map_: Annotated[list[str] | None, opt("--map", "COLUMN=FIELD", "What a column is.")] = None,
    licence: Annotated[str, opt("--licence", "NAME", "May others use it?")] = "",
    dry: Annotated[bool, opt("--dry-run", "", "Show the deck; write nothing.")] = False,
) -> Work:
    """Bring in a deck from CSV: that of deck export, or with --id any."""
    from wshoes_tui.cli import deck_carry

    told = {"id": id_ or "", "shoes": shoes, "licence": licence}
    return partial(deck_carry.import_deck, ctx.obj, file, told, map_ or [], dry=dry)
