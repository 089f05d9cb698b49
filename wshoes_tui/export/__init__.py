"""Export and import of sessions: registry of formats, redaction, a module or more a format."""
