"""What comes out of a session and goes back in: formats, and the files they are written to."""
