# One image for web, worker, beat and migrate. The wheels bring GDAL and GEOS: no Debian package is needed.
FROM python:3.11-slim-bookworm AS build
RUN python -m venv /app/.venv
COPY requirements.txt /tmp/
RUN /app/.venv/bin/pip install -qq --no-cache-dir --no-deps --require-hashes --only-binary :all: -r /tmp/requirements.txt

FROM python:3.11-slim-bookworm
RUN useradd --uid 10001 --no-create-home --home-dir /nonexistent tracker
COPY --from=build /app/.venv /app/.venv
COPY . /app
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH PYTHONUNBUFFERED=1
# The values serve this step only: no file of the image keeps them.
RUN mkdir -p var/beat && chown tracker: var/beat \
    && for po in locale/*/LC_MESSAGES/*.po; do [ ! -e "$po" ] || pybabel -q compile -i "$po" -o "${po%.po}.mo"; done \
    && TRACKER_SECRET_KEY=build DATABASE_URL=postgis://build/build REDIS_URL=redis://build \
       python manage.py collectstatic --no-input --verbosity 0
USER tracker
EXPOSE 8000
