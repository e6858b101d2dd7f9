# The tools of the environment that this `just` was installed into, or else of `.venv`.
beside := parent_directory(just_executable())
tools := if path_exists(beside / "leadhub") == "true" { beside } else { justfile_directory() / ".venv/bin" }
export PATH := tools + ":" + env("PATH")

# What needs more than Python, or minutes, has a recipe of its own.
whole := "not soak and not browser and not clients and not containers and not fuzz and not monitoring and not survive"
quick := whole + " and not processes"

# Where many things happen at once.
races := "tests/edge/test_idempotency.py tests/edge/test_stopped.py tests/events tests/kit/test_uuid7.py tests/leads/test_concurrency.py tests/leads/test_external_ids.py tests/leads/test_tags.py tests/members/test_roles.py tests/members/test_suspension.py tests/members/test_teams.py tests/sessions/test_limits.py tests/sessions/test_sessions.py tests/streams tests/test_duties.py tests/webhooks"

# How the locks of the image are written: for its Python, with every file's hash and no address.
locked := "--constraint constraints.txt --generate-hashes --python-version 3.13 --python-platform linux --no-annotate --no-header --no-emit-index-url"

# Lists what there is
[private]
default:
    @just --list --unsorted

# Serves on 127.0.0.1:8000 and again after every change: the demo, or LEADHUB_DATABASE_URL where that is set
dev:
    watchfiles --filter python "leadhub {{ if env('LEADHUB_DATABASE_URL', '') == '' { 'demo' } else { 'serve' } }}" leadhub migrations

# Runs the tests, or those that are named: `just test tests/edge -k accept`
test *ARGS:
    pytest -n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder -m "{{ quick }}" {{ ARGS }}

# Runs the tests that start commands as processes of their own: servers, workers, migrations, an installed wheel
test-processes *ARGS:
    pytest -n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder -m "{{ whole }} and processes" {{ ARGS }}

# Finds faults and untidiness: in the code, a schema that is not up to date, migrations, workflows, images, compose, NGINX, Kubernetes
lint:
    ruff check .
    ruff format --check .
    leadhub schema export --check
    python -m ops.compatible
    python -m ops.lint

# Checks the types
types:
    mypy

# Runs the tests and says which branches they leave out; fails below 92 %
cover *ARGS:
    coverage erase
    pytest -n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder -m "{{ whole }}" --cov --cov-report= {{ ARGS }}
    coverage report --fail-under=92

# Runs what happens at once in another order each time, with asyncio's debug mode and threads that change places often
race *ARGS:
    PYTHONASYNCIODEBUG=1 python -m pytest -n logical --maxprocesses 4 --dist loadfile -p tests.racing --random-order \
        -m "{{ quick }}" {{ ARGS }} {{ races }}

# Looks for known vulnerabilities, secrets and risky code, in the image too
scan:
    python -m ops.scan

# Writes dist/*.cdx.json: what LeadHub is made of, and what its image holds
sbom:
    python -m ops.sbom

# Loads a server and its workers for minutes while they are killed one after another
soak *ARGS:
    pytest -m soak -s {{ ARGS }}

# Runs the tests that need Prometheus and Alertmanager: rules, dashboards, and alerts that fire
test-monitoring *ARGS:
    pytest -m monitoring {{ ARGS }}

# Asks ten thousand generated operations, twice each, and changes leads at random: none may meet a defect
fuzz *ARGS:
    pytest -n logical --maxprocesses 4 --dist load -m fuzz {{ ARGS }}

# Installs the npm programs and runs the tests with them: clients that people use, and the SDKs
clients *ARGS:
    -npm --prefix tests/clients ci --ignore-scripts --no-audit --no-fund
    -just sdk-typescript
    -just sdk-python
    pytest -m clients {{ ARGS }}

# Builds GraphiQL, which the server then serves instead of Strawberry's page
[working-directory('ops/graphiql')]
graphiql:
    npm ci --ignore-scripts --no-audit --no-fund
    npm run build

# Builds GraphiQL and runs the tests that use it in a headless Chromium
browser *ARGS:
    -just graphiql
    -npm --prefix tests/browser ci --ignore-scripts --no-audit --no-fund
    pytest -m browser {{ ARGS }}

# Measures `leads`, `speed`, `growth`, `memory`, `subscriptions`, `webhooks` or `writes` on a PostgreSQL of its own, or what changed since a commit: `just bench before COMMIT`
bench NAME *ARGS:
    {{ if NAME == "speed" { "npm --prefix ops/load/peers/mercurius ci --ignore-scripts --no-audit --no-fund" } else { "" } }}
    python -m ops.bench.{{ NAME }} {{ ARGS }}

# Writes schema/leadhub.graphql from the code
schema:
    leadhub schema export

# Generates the TypeScript client, a package in schema/sdk/typescript
[working-directory('schema/sdk/typescript')]
sdk-typescript:
    npm ci --ignore-scripts --no-audit --no-fund
    npm run build

# Generates the Python client, a package in schema/sdk/python
[working-directory('schema/sdk/python')]
sdk-python:
    python -m venv .venv
    .venv/bin/pip install -q -r requirements.txt
    .venv/bin/python -m ariadne_codegen

# Writes a migration from what changed in the models: `just migration add_score`, then the new tables of tenants
migration NAME *TABLES:
    python -m leadhub.demo.lend leadhub migrate make {{ NAME }} {{ prepend("--tenant-table=", TABLES) }}

# Migrates `up` or `down` or says the `status`: `just migrate staging up`, by ops/env/staging.env; `development` is the demo's database, or LEADHUB_OWNER_DATABASE_URL
migrate ENV CMD *ARGS:
    {{ if ENV != 'development' { 'python -m ops.within ' + ENV } else if env('LEADHUB_OWNER_DATABASE_URL', '') == '' { 'python -m leadhub.demo.lend --data .leadhub' } else { '' } }} leadhub migrate {{ CMD }} {{ ARGS }}

# Backs the database of ENV up: a dump, compared with the database row by row, in its backup folder
backup ENV *OPTIONS:
    python -m ops.backup dump {{ ENV }} {{ OPTIONS }}

# Fills the empty database of ENV with the dump FILE; with --replace, one that is not empty
restore ENV FILE *OPTIONS:
    python -m ops.backup restore {{ ENV }} {{ FILE }} {{ OPTIONS }}

# Copies the whole cluster of ENV, for recovery to a point in time, into its backup folder
base-backup ENV:
    python -m ops.backup base {{ ENV }}

# Receives the write-ahead log of ENV into its backup folder; to be kept running
receive-wal ENV:
    python -m ops.backup receive {{ ENV }}

# Makes FOLDER, on which PostgreSQL recovers to UNTIL: a time such as 2026-11-30T14:05:00Z, name:POINT, or latest
restore-to ENV UNTIL FOLDER:
    python -m ops.backup recover {{ ENV }} {{ UNTIL }} {{ FOLDER }}

# Makes FOLDER, on which PostgreSQL follows the primary of ENV as NAME
replica ENV FOLDER NAME="replica":
    python -m ops.backup replica {{ ENV }} {{ FOLDER }} {{ NAME }}

# Makes the replica of ENV its primary, when the primary is gone
promote ENV:
    python -m ops.backup promote {{ ENV }}

# Runs the tests of backups, point-in-time recovery and replicas, on PostgreSQL servers of their own
test-survive *ARGS:
    pytest -m survive -s {{ ARGS }}

# Builds the wheel in dist/
build:
    python -m build --wheel --no-isolation

# Builds the image leadhub:VERSION, labelled with the commit
image:
    docker build --tag "leadhub:$(python -c 'import leadhub; print(leadhub.VERSION)')" \
        --build-arg VERSION="$(python -c 'import leadhub; print(leadhub.VERSION)')" \
        --build-arg REVISION="$(git rev-parse HEAD)" .

# Pulls the images that others are made from or tested with
bases:
    python -c "from tests.containers.docker import BASES; print(*BASES, sep='\n')" | xargs --max-args 1 docker pull --quiet

# Writes the image to dist/image.tar
save:
    mkdir -p dist
    docker save --output dist/image.tar "leadhub:$(python -c 'import leadhub; print(leadhub.VERSION)')"

# Pushes the image of dist/image.tar, and prints its name, digest and address by digest
push REPOSITORY TAG:
    #!/usr/bin/env bash
    set -euo pipefail
    name={{ quote(lowercase(REPOSITORY)) }}
    tagged="$name:"{{ quote(TAG) }}
    loaded=$(docker load --quiet --input dist/image.tar)
    docker tag "${loaded#Loaded image: }" "$tagged"
    docker push --quiet "$tagged" >&2
    image=$(docker image inspect --format '{{{{ range .RepoDigests }}{{{{ println . }}{{{{ end }}' "$tagged" | grep --fixed-strings "$name@")
    printf 'name=%s\ndigest=%s\nimage=%s\n' "$name" "${image#*@}" "$image"

# Signs an image by its digest with the identity of the workflow that runs this, without a key
sign IMAGE:
    cosign sign --yes {{ quote(IMAGE) }}

# Starts it all on https://localhost as production runs it, with what it needs made on the first run: `just up --help`
up *ARGS:
    @python -m ops.stack check
    just image
    @python -m ops.stack up {{ ARGS }}

# Stops what `just up` started and keeps the data; `--volumes` deletes it
down *ARGS:
    @python -m ops.stack down {{ ARGS }}

# Has IMAGE serve in an environment, without a pause, or leaves all as it was: NAME@sha256:..., or one that was built here
deploy ENV IMAGE='':
    @python -m ops.deploy deploy {{ quote(ENV) }} {{ quote(IMAGE) }}

# Has the image serve again that did before
rollback ENV:
    @python -m ops.deploy rollback {{ quote(ENV) }}

# Says what serves in an environment, and how it is
health ENV:
    @python -m ops.deploy health {{ quote(ENV) }}

# Loads a server of this machine for a while and says what was lost: `just load https://localhost --member FILE`
load *ARGS:
    python -m ops.load {{ ARGS }}

# Builds the image and runs it in Docker: alone, and as `just up` does
test-containers *ARGS:
    pytest -m containers {{ ARGS }}

# Writes ops/*.lock from constraints.txt: what the image is built from, with hashes
lock:
    uv pip compile --quiet {{ locked }} pyproject.toml --extra traces --output-file ops/requirements.lock
    echo setuptools | uv pip compile --quiet {{ locked }} - --output-file ops/build.lock
