"""How cards look: one module a layout, each gives HTML for a match and says which cells are on it."""
