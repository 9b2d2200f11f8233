"""MinIO, PostgreSQL and (on our own node) CoreDNS, in the cluster, as a user's would be."""
