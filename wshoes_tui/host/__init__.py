"""SSH host: one process in which everybody who joins a session has a seat of their own."""
