"""Handlers of the commands: each works one kind of command on a unit of work."""
