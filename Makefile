.PHONY: help run stop test bench evaluate lock
.DEFAULT_GOAL := help

help:  ## say what there is
	@sed -n 's/^\([a-z]*\):.*## */\1|/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "make %-10s %s\n", $$1, $$2}'

run:  ## install, start and open the map with the demo; Ctrl-C stops it. PORT=8000
	@bin/run

stop:  ## stop what this checkout started, and only that
	@bin/stop

test:  ## install what tests need, then lint, JavaScript, Python and browser tests. ARGS go to pytest
	@bin/test $(ARGS)

bench:  ## measure, as ratios, and fail where a figure misses its bound. NAMES="finder ..." chooses
	@bin/bootstrap bench && bin/services start && bin/prepare && .venv/bin/python manage.py bench $(NAMES)

evaluate:  ## score the extraction against annotated reports, our own or GOLD=folder; ARGS go to the command
	@bin/bootstrap run && bin/services start && bin/prepare && .venv/bin/python manage.py evaluate $(if $(GOLD),"$(GOLD)") $(ARGS)

lock:  ## resolve the Python requirements anew, with hashes (needs uv)
	@bin/lock
