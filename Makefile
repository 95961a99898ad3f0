# Everything a newcomer needs: `make demo` and `make test`. Both set themselves up.

PYTHON ?= python3
PORT ?= 8642
BIN := .venv/bin

.PHONY: install demo demo-reset test fast check format bench soak clean

install: .venv/installed

# The lock file pins versions and hashes; the program itself is linked, not copied.
.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Waiqin needs Python 3.11 or newer; set PYTHON=python3.12 or the like."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: install
	@$(BIN)/waiqin demo --port $(PORT)

demo-reset: install
	@$(BIN)/waiqin demo --port $(PORT) --reset

test: install
	$(BIN)/python -m pytest -q -n 2 --dist loadgroup

# Fewer examples for each property than `make test` tries.
fast: install
	$(BIN)/python -m pytest -q -p tests.fast tests/rules tests/house

format: install
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check: install
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(MAKE) test

bench: install
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.briefing
	$(BIN)/python -m benchmarks.board
	$(BIN)/python -m benchmarks.reports

# Simulated days and real crashes, for as long as you like: make soak SECONDS=3600 KILLS=200
SECONDS ?= 600
KILLS ?= 100

soak: install
	$(BIN)/python -m tests.simulation --seconds $(SECONDS)
	$(BIN)/python -m tests.crash --kills $(KILLS)

clean:
	rm -rf .venv .data .screenshots build *.egg-info
