"""A second round of practice layouts, drawn after the reader met the first: what a reader does that saw none of them."""
