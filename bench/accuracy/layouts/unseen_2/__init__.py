"""A fourth round of layouts, as people's uploads look: pages, apps, print-outs and pictures. To be measured, never to learn from."""
