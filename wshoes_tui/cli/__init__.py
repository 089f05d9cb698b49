"""The command line. ``app`` holds the commands; importing this package loads nothing else."""
