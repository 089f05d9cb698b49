"""How light the program is, measured from outside: ``python -m tests.bench.light``."""
