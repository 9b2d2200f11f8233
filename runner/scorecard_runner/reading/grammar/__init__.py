"""How scorecards are written: one module for each kind of phrase, from text to values.

All of it is pure and knows no places: what stands where is decided before.
"""
