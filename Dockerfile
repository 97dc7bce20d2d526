# Reported Losses as a container: the locked dependencies of `make setup`, the wheel, Chromium for pictures.
FROM python:3.11-slim-bookworm AS build
WORKDIR /build
COPY requirements.lock pyproject.toml README.md LICENSE ./
COPY dashboard dashboard
COPY assets assets
COPY data data
RUN python -m venv /venv \
 && /venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock \
 && /venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
RUN apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --create-home --home-dir /home/losses losses \
 && install -d -o losses -g losses /state
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 LOSSES_STORE=sqlite:////state/losses.db HOME=/tmp
USER 10001
VOLUME /state
EXPOSE 8050
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD \
  ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8050/healthz', timeout=4)"]
# Others than this container reach it, so the file that says who may read and write has to be there.
CMD ["losses", "serve", "--host", "0.0.0.0", "--access", "/run/secrets/access.toml"]
