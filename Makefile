# Every target sets up what it needs by itself; it takes Python 3.11 or newer, git and make.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help demo test coverage lint browser format bench regenerate requirements descriptions seeds clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

demo: $(VENV)/.run ## the whole job on a throw-away copy, shown step by step
	@$(BIN)/python -m bot demo

regenerate: $(VENV)/.run ## README and issue forms from data/
	@$(BIN)/python -m bot regenerate

test: lint browser ## format check, lint, types, workflow lint and all tests
	@memory=$$(sh tests/memory.sh); [ -z "$$memory" ] || export TMPDIR=$$memory; set -x; \
	  $(BIN)/python -m pytest -n auto $(PYTEST)

coverage: $(VENV)/.dev ## which lines no test reaches; more than twice as slow as the tests alone
	$(BIN)/python -m pytest -n auto --cov --cov-report=term

# The site's tests drive a real browser. CI installs Debian's; elsewhere a missing one is a visible skip.
browser:
	@for program in chromium chromium-browser google-chrome; do \
	  command -v $$program >/dev/null && exit 0; done; \
	if [ -n "$$CI" ]; then \
	  sudo=$$(command -v sudo || true); [ "$$(id -u)" = 0 ] && sudo=; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq chromium >/dev/null; fi

lint: $(VENV)/.dev ## everything but the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m tests.lint

format: $(VENV)/.dev ## let ruff format and mend what it can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.dev ## time and memory as ratios, measured in one run
	$(BIN)/python -m tests.bench $(BENCH)

seeds: $(VENV)/.dev ## property tests and random histories with a new seed, for an hour
	$(BIN)/python -m tests.seeds $(SEEDS)

# Without its extras a pin lets pip go astray; tests/test_requirements.py says how.
requirements: $(VENV)/.dev ## pin the newest versions, with hashes and without an index
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-strip-extras --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --no-strip-extras --no-header pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt

descriptions: $(VENV)/.dev ## the newest of what GitHub says of itself, reduced to what is used (npm)
	npm install --prefix build/descriptions --silent --ignore-scripts --no-save --no-package-lock \
	  @octokit/openapi@latest @octokit/graphql-schema@latest @octokit/webhooks-examples@latest
	$(BIN)/python -m tests.descriptions.reduce build/descriptions

clean: ## everything that was made
	rm -rf $(VENV) build .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; say which with: make PYTHON=python3.12 ..." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	@touch $@ $(VENV)/.run
