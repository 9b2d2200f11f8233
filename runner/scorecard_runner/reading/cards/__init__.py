"""Sections to innings: who batted and bowled, as printed."""
