"""Invented matches: names, sides and every ball, from a seed. Knows nothing of how they are printed."""
