# Two commands for people: `make demo` and `make test`. Everything else serves them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
FOR_DEMO := $(VENV)/.for-demo
FOR_TESTS := $(VENV)/.for-tests
DEMO_DATA ?= demo-data
PORT ?= 8000

.PHONY: demo test check bench format clean

demo: $(FOR_DEMO)
	@$(BIN)/python -m tracker --data $(DEMO_DATA) demo --port $(PORT)

test: $(FOR_TESTS)
	$(BIN)/python -m pytest -n auto

check: $(FOR_TESTS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(FOR_TESTS)
	@for one in bench/*.py; do echo "== $$one"; $(BIN)/python $$one || exit 1; done

format: $(FOR_TESTS)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(FOR_DEMO): pyproject.toml constraints.txt scripts/setup.sh
	@PYTHON=$(PYTHON) sh scripts/setup.sh $(VENV) pdf,sheets
	@touch $@

$(FOR_TESTS): pyproject.toml constraints.txt scripts/setup.sh
	@PYTHON=$(PYTHON) sh scripts/setup.sh $(VENV) all,dev
	@touch $@

clean:
	rm -rf $(VENV) $(DEMO_DATA) build *.egg-info
