"""A Kubernetes cluster for development: kind where Docker answers, else one node on this machine, or a given one."""
