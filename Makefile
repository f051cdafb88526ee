# Every target sets up what it needs; .venv at the root holds everything.
PYTHON ?= $(shell command -v python3.13 || command -v python3.12 || command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: setup chat serve test test-all check clean

setup: $(VENV)/.core

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is missing: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed, $$($(PYTHON) --version) was found: apt-get install python3.11 python3.11-venv" >&2; exit 1; }
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
