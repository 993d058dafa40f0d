# Everything a developer or an operator of a small installation types. “make” alone lists it.

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PORT ?= 8000
JOBS ?= 2
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help install dev run test test-sqlite test-postgres corpus-report lint format lock screenshots clean

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(VENV)/.installed ## The virtual environment .venv with what the site needs

dev: $(VENV)/.installed-dev ## The same, with what the checks need

run: install ## Prepare and serve the site at http://127.0.0.1:PORT/ (PORT=8000)
	@$(PY) -m scripts.serve $(PORT)

test: test-sqlite test-postgres ## All tests, on SQLite, and on PostgreSQL where there is one

test-sqlite: dev ## All tests on SQLite
	env -u DATABASE_URL $(PY) -m pytest -n $(JOBS)

test-postgres: dev ## All tests on PostgreSQL: a server at 127.0.0.1:5432, or a temporary one
	@$(PY) -m scripts.with_postgres $(CURDIR)/$(PY) -m pytest -n $(JOBS); code=$$?; \
	if [ $$code -eq 77 ] && [ -z "$(REQUIRE_POSTGRES)" ]; then echo "Tests on PostgreSQL: skipped."; \
	else exit $$code; fi

corpus-report: dev ## How right extraction is on the corpus, and what a change gains and loses
	$(PY) manage.py corpus_report tests/corpus/texts --gold tests/corpus/gold.jsonl --baseline tests/corpus/baseline.json

lint: dev ## Style, types, templates, migrations and deployment checks; changes nothing
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(VENV)/bin/djlint templates --check --lint --quiet
	$(PY) -m mypy
	$(PY) manage.py makemigrations --check --dry-run
	@TRACKER_DATA=var/lint TRACKER_HTTPS=1 TRACKER_HOSTS=record.example.org \
	TRACKER_SECRET_KEY=only-for-the-check-0123456789-abcdefghijklmnopqrstuvwxyz \
	$(PY) manage.py check --deploy --fail-level WARNING

format: dev ## Put code and templates into the project's form
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(VENV)/bin/djlint templates --reformat --quiet

lock: ## Pin the newest allowed versions, with hashes, into requirements*.txt
	$(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip --disable-pip-version-check --quiet install pip-tools
	for name in requirements requirements-dev; do \
	PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" $(VENV)/lock/bin/pip-compile --upgrade --quiet \
	--generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
	--output-file $$name.txt $$name.in || exit 1; done

screenshots: dev ## Pictures of the main pages, in docs/screenshots/
	$(PY) -m scripts.screenshots

clean: ## Remove what was installed and measured; the data in var/ stays
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis var/lint
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.installed: requirements.txt
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	{ echo "Python 3.11 or newer is needed. Where it has another name: make $(MAKECMDGOALS) PYTHON=/path/to/python"; exit 2; }
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV) || \
	{ echo "Python cannot make a virtual environment (on Debian: apt-get install python3-venv)."; exit 2; }
	@echo "Installing into $(VENV)"
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Installing the checks into $(VENV)"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@
