"""From nothing to a parsed scorecard, in one command."""
