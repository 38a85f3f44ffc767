# Two commands: `make run` shows the product in a browser, `make test` checks it. Both install what they need, once.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --root-user-action=ignore
PORT ?= 8090

.DEFAULT_GOAL := help
.PHONY: help run test check inside outside screenshot simulate bench-pictures bench-shifts bench-crisis bench-lapses kills kill-alerts lock clean

help: ## Show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 28

run: $(VENV)/.run ## Start the sandbox: the whole product on this machine, no Telegram account needed
	@$(BIN)/tandem sandbox --port $(PORT)

# Tests start the product a hundred times: each start would compile all of it where bytecode is not kept.
unexport PYTHONDONTWRITEBYTECODE

test: $(VENV)/.dev ## Run every check and every test (installs Chromium and PostgreSQL from Debian if missing)
	@$(MAKE) --no-print-directory --jobs=3 --output-sync=target check inside outside

check: $(VENV)/.dev
	@echo "· lint, format, types, import contracts"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

# Two runs side by side: each has databases and ports of its own, and a machine has two cores.
OUTSIDE := tests/bot tests/e2e tests/faults tests/sandbox
inside: $(VENV)/.dev system
	@echo "· tests of rules, data and views"
	@$(BIN)/python -m pytest -o cache_dir=.pytest_cache/inside $(addprefix --ignore=,$(OUTSIDE)) tests

outside: $(VENV)/.dev system
	@echo "· tests through Telegram, the browser and the operating system"
	@$(BIN)/python -m pytest -o cache_dir=.pytest_cache/outside $(OUTSIDE)

screenshot: $(VENV)/.dev system ## Take the README's picture of the sandbox anew
	@TANDEM_SCREENSHOT=docs/sandbox.png $(BIN)/python -m pytest -q tests/e2e/test_page.py

simulate: $(VENV)/.dev ## Let 1,000 simulated people live through twelve weeks, and hold the books against them (about an hour)
	@$(BIN)/python -m benchmarks.twelve_weeks

bench-pictures: $(VENV)/.dev ## Measure how long pictures of progress take (two minutes)
	@$(BIN)/python -m benchmarks.pictures

DATA ?= ../shared/data
bench-shifts: $(VENV)/.dev ## Measure how soon worsening days are found, beside the charts of the literature (ten minutes; DATA=folder of the open data)
	@$(BIN)/python -m benchmarks.shifts --data $(DATA)

bench-crisis: $(VENV)/.dev ## Count how many made-up sentences of danger are found, and how many harmless ones left alone (a second)
	@$(BIN)/python -m benchmarks.crisis_language

bench-lapses: $(VENV)/.dev ## Measure how well use within two weeks can be foretold (ten seconds; DATA=folder of the open data)
	@$(BIN)/python -m benchmarks.lapses --data $(DATA) --picture docs/lapses.svg

kills: $(VENV)/.dev ## Kill the bot 30 times in mid-traffic and count what was lost
	@$(BIN)/python -m pytest -q -s tests/faults/test_kills.py

kill-alerts: $(VENV)/.dev ## Kill the bot 200 times among 60 calls for help, with three calls in ten failing (ten minutes)
	@TANDEM_KILLS=200 $(BIN)/python -m pytest -q -s tests/faults/test_alerts.py

lock: ## Write the lock files anew (needs uv)
	@requirements/lock.sh

clean: ## Remove the environment and everything generated
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache tests/.artifacts

$(VENV)/.created:
	@echo "· creating the environment in $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; set PYTHON=/path/to/python3.11"; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(MAKE) --no-print-directory apt PACKAGES=python3-venv
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.created requirements/run.lock pyproject.toml
	@test -f $(VENV)/.dev || { echo "· installing what the product needs (half a minute, once)"; $(PIP) --require-hashes -r requirements/run.lock; }
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.created requirements/dev.lock pyproject.toml
	@echo "· installing what the tests need (a minute, once)"
	@$(PIP) --require-hashes -r requirements/dev.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.PHONY: system apt
system:
	@command -v chromium >/dev/null || $(MAKE) --no-print-directory apt PACKAGES="chromium fonts-dejavu-core fonts-noto-color-emoji"
	@ls /usr/lib/*/libatomic.so.1 >/dev/null 2>&1 || $(MAKE) --no-print-directory apt PACKAGES=libatomic1 # the browser's driver needs it
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || $(MAKE) --no-print-directory apt PACKAGES=postgresql

apt:
	@echo "· installing $(PACKAGES) from Debian"
	@command -v apt-get >/dev/null || { echo "Please install: $(PACKAGES)"; exit 2; }
	@apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(PACKAGES) >/dev/null
