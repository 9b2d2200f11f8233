"""A third round of layouts, drawn for one question: how a reader does at first sight. To be measured, never to learn from."""
