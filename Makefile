# Every target sets up what it needs; .venv at the root holds everything.
# The first interpreter that runs and is new enough; a version manager's dead shim is passed over.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: setup chat serve test test-all check clean

setup: $(VENV)/.core

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is missing: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "the venv module is missing: apt-get install python3-venv" >&2; exit 1; }

$(VENV)/.core: $(VENV)/bin/python pyproject.toml constraints.txt
	@$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/.server: $(VENV)/.core
	@$(PIP) install -c constraints.txt -e '.[server]'
	@touch $@

$(VENV)/.dev: $(VENV)/.core
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@

$(VENV)/.train: $(VENV)/.dev
	@$(PIP) install -c constraints.txt -e '.[train,data]'
	@touch $@

chat: setup
	@$(BIN)/attune chat

serve: $(VENV)/.server
	@$(BIN)/attune serve

check: $(VENV)/.dev
	@$(BIN)/ruff check src tests
	@$(BIN)/ruff format --check src tests
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/pyright

test: check
	@$(BIN)/pytest -m "not extra" -q

test-all: check $(VENV)/.train
	@$(BIN)/pyright -p pyright.train.json
	@$(BIN)/pytest -q

clean:
	@rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis build dist
