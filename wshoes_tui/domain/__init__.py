"""The session engine: standard library only, no input or output."""
