"""Headings and rows to tables of cells."""
