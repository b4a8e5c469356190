# Two commands on a fresh machine with Python 3.11 or newer: `make demo` and `make test`. Each makes .venv if there is none.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check lint types gate evaluate bench peers web docs data audit sbom size clean

demo: $(VENV)/.installed
	$(BIN)/sumber read --published 2025-06-12 --outlet "Warta Kupang" src/sumber/samples/pertemuan-dili.txt

test: $(VENV)/.dev
	$(BIN)/python -m pytest

check: lint types test gate

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

gate: $(VENV)/.dev
	$(BIN)/python -m evaluation --gate

evaluate: $(VENV)/.dev
	$(BIN)/python -m evaluation

# Speed, memory, start-up; peers beside it where they are installed.
bench: $(VENV)/.dev
	$(BIN)/python -m evaluation.bench

# The same with the peers installed, in an environment of their own; writes docs/reference/speed.md.
peers:
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --upgrade pip
	.venv-peers/bin/python -m pip install --quiet --editable . --group peers
	.venv-peers/bin/python -m evaluation.bench --write
	.venv-peers/bin/python -m evaluation.pages

# The web page for `sumber serve` in this checkout; a wheel brings its own.
web: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --group web
	$(BIN)/python web/build.py --dev
	$(BIN)/python web/describe.py --check

docs: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --group docs
	$(BIN)/python -m evaluation.pages
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

# Known holes in what is installed here; what no database can be asked about is listed, not passed over.
audit: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --group release
	$(BIN)/pip-audit --local --progress-spinner off --skip-editable

# What a user's installation holds, as CycloneDX: dist/sumber.cdx.json, from an environment with nothing else in it.
sbom: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --group release
	rm -rf build/clean && $(PYTHON) -m venv --without-pip build/clean
	$(BIN)/python -m pip --python build/clean/bin/python install --quiet .
	mkdir -p dist
	$(BIN)/cyclonedx-py environment build/clean/bin/python --output-file dist/sumber.cdx.json
	rm -rf build/clean

# What an installation takes up, with models and the web page, and its ten largest parts, in MB.
size: $(VENV)/.dev
	rm -rf build/clean && $(PYTHON) -m venv --without-pip build/clean
	$(BIN)/python -m pip --python build/clean/bin/python install --quiet .
	du -sm build/clean/lib/python3*/site-packages
	du -sm build/clean/lib/python3*/site-packages/* | sort -rn | head
	rm -rf build/clean

# The corpora that measurements use, unpacked beside the project's own data (see evaluation/README.md).
data:
	$${SUMBER_DATA:-../shared}/data/unpack .data

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.installed | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

clean:
	rm -rf $(VENV) build dist site .mypy_cache .ruff_cache .pytest_cache
