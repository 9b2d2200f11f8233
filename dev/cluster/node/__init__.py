"""One real Kubernetes node on this machine, without Docker: Debian, root, addresses in 198.18.0.0/15 only.

Nothing is kept from one start to the next: `up` always begins with an empty cluster, so no leftover of an earlier run
can matter. What was expensive (programs, images) lives in the cache, not here.
"""
