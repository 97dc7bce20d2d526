# `make run` and `make test` do everything from a fresh clone; Python 3.11 or later (with venv) is all they need.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.set-up

.PHONY: help run setup test lint fmt bench load soak mutants eval corpus lock sbom docs chromium postgresql clean

help:            ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

run: setup       ## serve the dashboard at http://127.0.0.1:8050
	@$(BIN)/losses serve

setup: $(STAMP)  ## make .venv from the lock file and install this checkout in editable form

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

test: setup chromium postgresql lint  ## lint, then every test, a real browser's included
	$(BIN)/python -m pytest

lint: setup      ## ruff, mypy and import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: setup       ## format and sort imports
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup     ## measure speed, as ratios against a named alternative
	$(BIN)/python -m tests.bench

load: setup      ## a hundred readers at once against two workers (needs locust: pip install -e .[bench])
	$(BIN)/python -m tests.load

soak: setup postgresql  ## ten thousand hostile documents, two hundred kills, thousands of decisions at once
	$(BIN)/python -m tests.soak
	@$(BIN)/python -c 'import atheris' 2>/dev/null || echo "atheris is not installed: no guided fuzzing (pip install atheris)"
	@! $(BIN)/python -c 'import atheris' 2>/dev/null || \
		$(BIN)/python -m tests.hostile.fuzz .cache/fuzz -max_total_time=600 -max_len=4000
	SOAK_FILES=1 $(BIN)/python -m pytest -n 0 tests/hostile
	SOAK_KILLS=200 SOAK_DECISIONS=2000 $(BIN)/python -m pytest tests/intake/test_durability.py tests/store/test_together.py
	SOAK_ARCHIVE_KILLS=20 SOAK_PAGE_BYTES=2000000000 $(BIN)/python -m pytest tests/archive/test_resuming.py tests/archive/test_damage.py

	@$(BIN)/python -c 'import locust' 2>/dev/null || echo "locust is not installed: no thirty minutes of readers (pip install -e .[bench])"
	@! $(BIN)/python -c 'import locust' 2>/dev/null || $(BIN)/python -m tests.load --users 50 --minutes 30 --memory

mutants: setup   ## put small faults into reader, series and checks, and see whether the tests notice
	for area in series checks extract; do $(BIN)/python -m tests.mutation $$area || exit 1; done
	@$(BIN)/python -c 'import mutmut' 2>/dev/null || echo "mutmut is not installed: none of its faults (pip install mutmut==3.8.1)"
	@! $(BIN)/python -c 'import mutmut' 2>/dev/null || \
		for area in series checks extract; do $(BIN)/python -m tests.mutation.borrowed $$area || exit 1; done

corpus: setup    ## write a made-up news archive of SIZE pages (200000) into .cache/corpus
	@$(BIN)/python -m tests.corpus $(SIZE)

eval: setup      ## measure how right the reader is, beside quantulum3 (ARGS=--write: into the README)
	@$(BIN)/python -m tests.eval $(ARGS)

chromium:        # Debian's Chromium for the browser tests, where we are root and none is found
	@sh .ci/chromium

postgresql:      # Debian's PostgreSQL for the store's tests, likewise
	@sh .ci/postgresql

lock:            ## write requirements.lock anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --no-annotate --extra dev --extra docs pyproject.toml -o requirements.lock

sbom: setup      ## list what is locked, with hashes, as CycloneDX: dist/sbom.json
	@mkdir -p dist && $(BIN)/python .ci/sbom > dist/sbom.json && echo dist/sbom.json

docs: setup      ## the documentation as pages, in dist/docs
	$(BIN)/mkdocs build --strict --quiet --site-dir dist/docs

clean:           ## remove what the targets above made
	rm -rf $(VENV) .cache mutants .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
