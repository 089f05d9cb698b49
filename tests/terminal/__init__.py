"""The program in a real terminal, from outside: what goes in by key and comes out by byte."""
