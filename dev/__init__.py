"""The local cluster, its stack and the demo: what a developer runs, never what is shipped."""
