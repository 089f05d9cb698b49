"""First paint: the first page in its final cells before Textual is imported, and its texts."""
