"""The flow of a session as data, shared by all front ends."""
