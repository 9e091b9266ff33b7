# Everything a newcomer needs: `make demo` and `make test` set up by themselves.
# Wanted on the machine: git, make, Python 3.12, and any Python 3 with venv to bring uv where it is missing.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: help setup demo test browse check fix bench bench-desk eval wheel clean

export UV_PYTHON_DOWNLOADS := never

# A `uv` on the PATH counts only if it runs: a version manager's shim may stand there with nothing behind it.
UV := $(shell if uv --version >/dev/null 2>&1; then command -v uv; else echo .tools/uv/bin/uv; fi)
# The first Python that can make an environment with pip in it; looked for only when uv has to be brought.
PYTHON = $(firstword $(foreach p,python3 python3.12 python /usr/bin/python3,$(shell $(p) -c 'import venv, ensurepip' >/dev/null 2>&1 && echo $(p))))
BIN := .venv/bin
READY := .venv/.ready

# Where `make eval` finds texts with gold, and `make bench` texts of real length; neither is part of the project.
EVAL ?= ../shared/eval
SEEDS ?= ../shared/seeds

help:
	@echo "make demo    read the example reports and print the path of a brief on Japan and South Korea"
	@echo "make test    all tests, with branch coverage"
	@echo "make browse  the desk's tests in a real browser; installs Debian's chromium where it is missing and may be"
	@echo "make check   format, lint, types and layers"
	@echo "make fix     format, and mend what the linter can mend"
	@echo "make bench   words a second, peak memory and the cost of settling, into docs/measures.md"
	@echo "make bench-desk  how long the desk's pages take over 1,000, 10,000 and 100,000 reports, into docs/measures.md; takes half an hour"
	@echo "make eval    scores against gold in EVAL=$(EVAL), into docs/measures.md"
	@echo "make wheel   the package, with its data proved, into dist/"
	@echo "make setup   only the environment, in .venv (the others do this by themselves)"
	@echo "make clean   remove the environment and everything that was made"

setup: $(READY)

$(READY): pyproject.toml uv.lock .python-version | $(UV)
	"$(UV)" sync --locked
	@touch $@

.tools/uv/bin/uv:
	@test -n "$(PYTHON)" || { echo "No Python 3 with the module venv was found; on Debian: apt install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .tools/uv
	.tools/uv/bin/pip install --quiet uv

demo: $(READY)
	$(BIN)/detente demo

test: $(READY)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n 2
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

browse: $(READY)
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
	  test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	    || { echo "There is no chromium. On Debian: apt-get install chromium" >&2; exit 1; }; \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-liberation; }
	$(BIN)/python -m pytest -m browse tests/browse

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)
	$(BIN)/python evaluation/bench.py --texts "$(SEEDS)"
	$(BIN)/python evaluation/settling.py

bench-desk: $(READY)
	$(BIN)/python evaluation/bench_desk.py --write

eval: $(READY)
	"$(UV)" sync --locked --group compare
	$(BIN)/python evaluation/eval.py --eval "$(EVAL)" --seeds "$(SEEDS)"

# The package names the data that was proved when it was made, so that nobody who installs it proves it again.
wheel: $(READY)
	$(BIN)/detente check-rules
	$(BIN)/python -c "from detente.engines import proving, workshop; print(proving.key_of(workshop.packaged_reading()))" > src/detente/proved.txt
	"$(UV)" build --wheel

clean:
	rm -rf .venv .tools build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.*
