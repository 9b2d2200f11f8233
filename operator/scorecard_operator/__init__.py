"""Kubernetes operator that gives every ScorecardUpload exactly one finished run."""
