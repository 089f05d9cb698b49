"""Reading, checking and finding deck files.

``deck_rules.load_deck`` reads one file, ``lint.advise`` comments on a sound deck, and
``deck_library.DeckLibrary`` finds decks by name. Importing this package loads nothing else.
"""
