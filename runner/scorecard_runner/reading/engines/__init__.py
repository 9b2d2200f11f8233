"""The seam between pixels and words, and the engine behind it."""
