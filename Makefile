# The two commands of the README are `make site` and `make test`; each does its own set-up and may run twice.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := $(shell find dossier -name '*.py')
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: site serve test check unit golden docs benchmark shots lock clean chromium validate editors
.DEFAULT_GOAL := site

# --- for readers and editors

site: $(VENV)/.ready           ## Build the site into site/
	@$(BIN)/dossier build

serve: $(VENV)/.ready          ## Show the site and build it again on every save
	@$(BIN)/dossier serve

clean:                         ## Delete what is generated, and nothing else
	rm -rf build site .site-*

# --- for engineers

test: check unit               ## Everything CI runs

check: $(VENV)/.test           ## Style, types, and the layers of the package
	@$(BIN)/ruff format --check --quiet . && $(BIN)/ruff check --quiet .
	@$(BIN)/mypy && $(BIN)/mypy tests/conftest.py
	@$(BIN)/lint-imports

unit: $(VENV)/.test chromium validate editors  ## All tests, those in a real browser too
	@$(BIN)/python -m pytest -n 2 --dist worksteal

golden: $(VENV)/.test          ## Rewrite the golden pages after a change that is meant
	@$(BIN)/python -m pytest tests/golden --rewrite

docs: $(VENV)/.test            ## Rewrite what is generated in docs/: a page a rule, and the help of the commands
	@$(BIN)/python -m pytest tests/docs/test_docs_commands.py tests/rules/test_rule_pages.py --rewrite

benchmark: $(VENV)/.test       ## Time the compiler against MkDocs; see benchmarks/README.md
	@$(BIN)/python -m benchmarks

shots: site $(VENV)/.test chromium  ## Pictures of every type of page, in build/shots/index.html
	@$(BIN)/python tests/browser/shots.py site build/shots

chromium:
	@sh tests/browser/chromium.sh

validate:
	@sh tests/browser/validate.sh

editors:
	@sh tests/editors/server.sh

lock:                          ## Pin the newest dependencies that fit pyproject.toml (needs uv)
	uv pip compile --quiet --generate-hashes --universal --no-annotate --no-header --no-emit-index-url \
	  --python-version 3.11 --group pyproject.toml:build pyproject.toml -o requirements.txt
	uv pip compile --quiet --generate-hashes --universal --no-annotate --no-header --no-emit-index-url \
	  --python-version 3.11 --group pyproject.toml:build --group pyproject.toml:test pyproject.toml \
	  -o requirements-test.txt
	uv pip compile --quiet --generate-hashes --universal --no-annotate --no-header --no-emit-index-url \
	  --python-version 3.11 -c requirements.txt benchmarks/requirements-peers.in -o benchmarks/requirements-peers.txt

# --- set-up: a stamp says which requirements are installed

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; say which with make PYTHON=…")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what the site needs …" >&2
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready: $(VENV)/.site $(SOURCES)
	@$(BIN)/python -m compileall -q dossier
	@touch $@

$(VENV)/.test: requirements-test.txt $(VENV)/.ready
	@echo "Installing what the tests need …" >&2
	@$(PIP) install --require-hashes -r requirements-test.txt
	@touch $@
