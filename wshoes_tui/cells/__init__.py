"""Cells of a terminal: layout of text in them, and the bytes that show them. Without Textual."""
