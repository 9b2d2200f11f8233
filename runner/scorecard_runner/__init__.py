"""Reads one uploaded scorecard picture and stores what it found."""
