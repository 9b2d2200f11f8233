"""Whole pages of a club's scorebook, ruled in print and filled in by hand, with every ball that was bowled."""
