"""A seat for everyone over SSH: the door, the lines, and the apps that run on them."""
