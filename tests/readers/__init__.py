"""Real screen readers at the program: ``.ci/readers`` runs them, the suite does not."""
