# GraphiQL's page and the files that it loads, from npm by lock file.
FROM node:22-bookworm-slim AS assets
WORKDIR /graphiql
COPY ops/graphiql/package.json ops/graphiql/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY ops/graphiql/ ./
RUN npm run build

# An environment without pip: what LeadHub needs, by version and hash, and its own wheel with the page inside.
FROM python:3.13-slim-bookworm AS wheels
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /source
RUN python -m venv --without-pip /opt/leadhub
COPY ops/requirements.lock ops/build.lock ops/
RUN pip wheel --quiet --require-hashes --only-binary :all: --wheel-dir /wheels -r ops/requirements.lock \
 && pip --python /opt/leadhub/bin/python install --quiet --no-index --no-deps /wheels/*.whl \
 && pip install --quiet --require-hashes --only-binary :all: -r ops/build.lock
COPY pyproject.toml README.md LICENSE ./
COPY ops/wheel.py ops/
COPY leadhub/ leadhub/
COPY migrations/ migrations/
COPY schema/operations/ schema/operations/
COPY --from=assets /graphiql/dist/ ops/graphiql/dist/
RUN pip wheel --quiet --no-deps --no-build-isolation --wheel-dir /own . \
 && pip --python /opt/leadhub/bin/python install --quiet --no-index --no-deps /own/*.whl

# For docker-compose.yml, which mounts the source tree: what it needs, and what starts it again after every change.
FROM python:3.13-slim-bookworm AS development
COPY --from=wheels /opt/leadhub /opt/leadhub
COPY constraints.txt /tmp/
RUN pip --python /opt/leadhub/bin/python install --quiet --no-cache-dir --root-user-action ignore \
      --constraint /tmp/constraints.txt watchfiles \
 && install --directory --owner 10001 /keys
WORKDIR /source
COPY --from=assets /graphiql/dist/ ops/graphiql/dist/
ENV PATH=/opt/leadhub/bin:$PATH \
    PYTHONPATH=/source \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    LEADHUB_HOST=0.0.0.0
USER 10001:10001

FROM python:3.13-slim-bookworm
ARG VERSION=unknown
ARG REVISION=unknown
LABEL org.opencontainers.image.title="LeadHub" \
      org.opencontainers.image.description="A multi-tenant GraphQL API for sales leads" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
# Nothing is installed into a running container, so neither pip nor what would bring it back is there.
RUN pip --quiet uninstall --yes --root-user-action ignore pip \
 && python -c "import ensurepip, shutil; shutil.rmtree(ensurepip.__path__[0])"
COPY --from=wheels /opt/leadhub /opt/leadhub
ENV PATH=/opt/leadhub/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    LEADHUB_HOST=0.0.0.0
# A number, since Kubernetes cannot tell whether a name is root's.
USER 10001:10001
EXPOSE 8000 9100
STOPSIGNAL SIGTERM
# urllib raises at 503, and the exit status is then 1.
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --start-interval=1s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f\"http://127.0.0.1:{os.environ.get('LEADHUB_PORT', '8000')}/readyz\", timeout=2)"]
CMD ["leadhub", "serve"]
