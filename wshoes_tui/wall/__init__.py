"""The wall: a second screen that shows the session in large letters and takes no words."""
