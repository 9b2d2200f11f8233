ARG BASE_IMAGE=debian:trixie-slim
FROM ${BASE_IMAGE}
COPY minio /usr/local/bin/minio
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/minio"]
