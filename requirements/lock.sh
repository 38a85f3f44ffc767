#!/bin/sh
# Writes both lock files anew from pyproject.toml; needs uv. The run lock takes the versions of the dev lock.
set -eu
cd "$(dirname "$0")/.."
compile() { uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate "$@" >/dev/null; }
compile pyproject.toml requirements/build.in --extra dev -o requirements/dev.lock
pins=$(mktemp)
sed -E '/^ +--hash/d; s/ *\\$//' requirements/dev.lock >"$pins"
compile pyproject.toml requirements/build.in -c "$pins" -o requirements/run.lock
rm -f "$pins"
