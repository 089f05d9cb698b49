"""Between Textual and the terminal: driver, input parser, painter."""
