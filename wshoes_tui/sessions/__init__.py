"""Use cases around sessions: find, begin, resume, change and keep them. For every front end."""
