"""The Go programs that the local cluster consists of: which, how they are compiled, and where they are cached.

Each folder beside this file is a Go module that only pins versions (`tool` lines). No source is kept here.
"""
