"""wshoes: a whole "whose shoes" session in the terminal."""

__version__ = "0.1.0"
