ARG BASE_IMAGE=debian:trixie-slim
FROM ${BASE_IMAGE}
RUN apt-get update -q \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/lib/postgresql/*/main \
 && ln -s /usr/lib/postgresql/*/bin /usr/lib/postgresql/current \
 && echo "postgres:x:65532:65532::/data:/bin/sh" > /tmp/user && grep -v '^postgres:' /etc/passwd >> /tmp/user && mv /tmp/user /etc/passwd
ENV PATH=/usr/lib/postgresql/current:/usr/local/bin:/usr/bin:/bin PGDATA=/data/main
USER 65532:65532
