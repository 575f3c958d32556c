# Two commands for people: `make demo` and `make test`. Everything else serves them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO_DATA ?= demo-data
PORT ?= 8000

.PHONY: demo test check bench format clean

demo: $(STAMP)
	@$(BIN)/python -m tracker --data $(DEMO_DATA) demo --port $(PORT)

test: $(STAMP)
	$(BIN)/python -m pytest -n auto

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(STAMP)
	@for one in bench/*.py; do echo "== $$one"; $(BIN)/python $$one || exit 1; done

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(STAMP): pyproject.toml constraints.txt scripts/setup.sh
	@PYTHON=$(PYTHON) sh scripts/setup.sh $(VENV)
	@touch $(STAMP)

clean:
	rm -rf $(VENV) $(DEMO_DATA) build *.egg-info
