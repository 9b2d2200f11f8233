ARG BASE_IMAGE=debian:trixie-slim
FROM ${BASE_IMAGE}
COPY coredns /usr/local/bin/coredns
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/coredns"]
