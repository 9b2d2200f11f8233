# Everything a newcomer types. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9
SPLIT ?= reporting
SEED ?= 1
STAMP := $(VENV)/.synced

.PHONY: help demo test test-unit test-e2e lint cluster stack images bench soak chaos bench-accuracy fuzz generate clean

help: ## Show this list
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## / {printf "  %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMP): pyproject.toml uv.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed (found: $$($(PYTHON) --version 2>&1)). Set PYTHON=/path/to/python3."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
	  || { echo "Python's venv module is missing: apt-get install python3-venv"; exit 1; }
	@test -x $(BIN)/python || { echo "  creating $(VENV)"; $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)"
	@echo "  installing locked dependencies"
	@$(BIN)/uv sync --quiet --frozen --all-extras
	@touch $@

demo: $(STAMP) ## From nothing to a parsed sample: cluster, images, chart, one upload
	@$(BIN)/python -m dev.demo

test: lint test-unit test-e2e ## Every check: lint, unit tests, end to end on a real cluster

lint: $(STAMP) ## Style, types, import contracts
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports

test-unit: $(STAMP) ## Tests that need no cluster (real Tesseract, PostgreSQL and MinIO where they are the subject)
	$(BIN)/python -m dev.testenv $(BIN)/python -m pytest -m "not cluster"

test-e2e: $(STAMP) ## Tests on the cluster; brings it up first
	@$(BIN)/python -m dev.cluster up
	@$(BIN)/python -m dev.images
	@$(BIN)/python -m dev.stack up
	$(BIN)/python -m dev.testenv $(BIN)/python -m pytest -m cluster --timeout=600
	@echo "  chaos, the short form: 30 uploads, each fault once"
	@$(BIN)/python -m bench.chaos --uploads 30 --rounds 1 --seed $(SEED)

cluster: $(STAMP) ## Start the local cluster with the stack and the images (kind with Docker, else a node of its own)
	@$(BIN)/python -m dev.cluster up
	@$(BIN)/python -m dev.images
	@$(BIN)/python -m dev.stack up

images: $(STAMP) ## Build the images and load them into the cluster
	@$(BIN)/python -m dev.images

stack: $(STAMP) ## MinIO and PostgreSQL in the cluster
	@$(BIN)/python -m dev.stack up

bench: $(STAMP) ## 100 uploads, 4 at a time: writes, lag, duration
	@$(BIN)/python -m bench.uploads

soak: $(STAMP) ## COUNT=2000 small uploads through one operator: memory, objects left over, writes while idle
	@$(BIN)/python -m bench.soak $(or $(COUNT),2000)

chaos: $(STAMP) ## UPLOADS=300 while everything they need is killed, stopped and drained, ROUNDS=2 of it: SEED=1
	@$(BIN)/python -m bench.chaos --uploads $(or $(UPLOADS),300) --rounds $(or $(ROUNDS),2) --seed $(SEED)

bench-accuracy: $(STAMP) ## Field accuracy on generated scorecards: SPLIT=tuning|reporting|practice|practice2|unseen|unseen2 COUNT=120 [WORDS=1] [MODES=tesseract,auto,rapid]
	@command -v chromium >/dev/null || (apt-get update -q && apt-get install -y -q --no-install-recommends chromium)
	@apt-get install -y -q --no-install-recommends $$($(BIN)/python -m bench.accuracy.generate --packages) >/dev/null
	@$(BIN)/python -m bench.accuracy.generate --split $(SPLIT) --count $(or $(COUNT),120) --jobs 2 --out .work/accuracy/$(SPLIT)
	@$(BIN)/python -m bench.accuracy.run .work/accuracy/$(SPLIT) --jobs 2 --errors 20 $(if $(WORDS),--words,--baseline $(if $(MODES),--modes $(MODES) --markdown))

fuzz: $(STAMP) ## Damaged and hostile files against the reader's promise: COUNT=2000 (of each format) SEED=1
	@$(BIN)/python -m bench.fuzz --count $(or $(COUNT),2000) --seed $(SEED)

generate: $(STAMP) ## Write the CRD and the JSON Schema from the models
	@$(BIN)/python -m scorecard_operator.crd crds/scorecarduploads.yaml charts/scorecard-ocr/files/scorecarduploads.yaml
	@$(BIN)/python -m scorecard_runner.document_schema > docs/result.schema.json

clean: ## Stop the cluster and remove the virtual environment
	@if [ -x $(BIN)/python ]; then $(BIN)/python -m dev.cluster down; fi
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache
