"""What is wrong with what was asked for on the command line, rather than with a file."""

WRONG_USAGE = 2
"""The exit code of it; argparse has the same."""


class Unusable(Exception):
    """What was asked for cannot be done at all; the message is a sentence about it."""
