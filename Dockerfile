# On Record in a container: DATABASE_URL names a Postgres, else an embedded one keeps its data in the volume /data.
#   docker build --tag onrecord .
#   docker run --publish 8000:8000 --volume onrecord:/data onrecord

FROM python:3.12-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE openapi.yaml ./
COPY schemas/ schemas/
COPY seeds/ seeds/
COPY service/ service/
COPY sql/ sql/
RUN pip wheel --no-cache-dir --no-deps --wheel-dir /wheel .

FROM python:3.12-slim
COPY requirements.lock /tmp/install/
RUN pip install --no-cache-dir --require-hashes --requirement /tmp/install/requirements.lock
COPY --from=build /wheel/ /tmp/install/
RUN pip install --no-cache-dir --no-deps /tmp/install/*.whl && rm -r /tmp/install
RUN useradd --uid 10001 --create-home onrecord && install --directory --owner=onrecord --mode=0700 /data
USER onrecord
WORKDIR /home/onrecord
ENV ONRECORD_DATA=/data ONRECORD_HOST=0.0.0.0 ONRECORD_PORT=8000
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["python", "-c", "from os import environ; from urllib.request import urlopen; urlopen(f'http://127.0.0.1:{environ[\"ONRECORD_PORT\"]}/health/ready', timeout=4)"]
ENTRYPOINT ["onrecord"]
CMD ["serve"]
