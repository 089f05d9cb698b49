"""One session and the many people who take part in it, each at a screen of their own."""
