# Everything that a newcomer needs: `make demo` shows the product, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench docs clean

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/pip install --quiet --disable-pip-version-check --group dev --editable .
	@touch $@

demo: $(READY)  ## read the sample reports: on the terminal, and as pages in out/
	$(BIN)/fogline read samples/unbowed-commentary.txt
	$(BIN)/fogline read samples --format html --output out/ --force
	$(BIN)/fogline read samples --format jsonl --output out/samples.jsonl --force
	@echo
	@echo "Open out/index.html in a browser: every claim beside its words. No server is needed."
	@echo "Then try your own:  $(BIN)/fogline read report.html"

test: lint  ## the whole suite: linter, types, import contract, tests
	$(BIN)/pytest --numprocesses auto

lint: $(READY)  ## linter, formatter, types, import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(READY)  ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY)  ## measure: make bench [GOLD=folder] [DATA=folder] [PAGES=folder]; speed needs no folder
	$(if $(GOLD),$(BIN)/python -m bench.gold "$(GOLD)")
	$(if $(DATA),$(BIN)/python -m bench.reader "$(DATA)")
	$(if $(PAGES),$(BIN)/python -m bench.pages "$(PAGES)")
	$(BIN)/python -m bench.speed

docs: $(READY)  ## write the generated pages of docs/ anew
	$(BIN)/python -m docs.build

clean:  ## remove what was built
	rm -rf $(VENV) out dist build
