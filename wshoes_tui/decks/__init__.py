"""Reading, checking and finding deck files.

``rules.load_deck`` reads one file, ``advice.advise`` comments on a sound deck, and
``shelf.Shelf`` finds decks by name. Importing this package loads nothing else.
"""
