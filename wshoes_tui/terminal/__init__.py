"""The terminal of the person: what it can show, and the encoding in which it types."""
