# Warrant. "make" alone tells what there is.

GO   ?= go
# Without the second tag the toolkit carries an emoji font and holds it in memory
# three times over; with it, it takes the system's, as the canvas does.
TAGS := migrated_fynedo no_emoji
PROG := build/warrant
# The packages that need neither the toolkit nor a C compiler.
PLAIN = $(shell $(GO) list ./... | grep -v -e /app/window -e /canvas/surface)
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
FILE ?=

.PHONY: help run build plain test unit race plain-test wrong-thread e2e lint bench bench-go fuzz short-fuzz screenshots picture system system-tests clean

help:
	@echo 'make run          install what is missing, build, and open the bundled map (FILE=… opens another)'
	@echo 'make test         install what is missing and run every test, those in a real window too'
	@echo 'make build        build $(PROG)'
	@echo 'make plain        build $(PROG)-plain: the command line alone, without a C compiler'
	@echo 'make unit         the tests that need no window'
	@echo 'make e2e          the tests in a real window'
	@echo 'make lint         gofmt, go vet, staticcheck'
	@echo 'make bench        measure speed in a real window, as a table'
	@echo 'make bench-go     the benchmarks of the packages'
	@echo 'make fuzz         feed the readers damaged files, half a minute each'
	@echo 'make screenshots  take the pictures in the README anew'
	@echo 'make picture      draw the bundled map into build/, without a display'
	@echo 'make clean        remove what was built'

run:
	@.ci/display
	@.ci/system window
	@$(MAKE) --no-print-directory build
	./$(PROG) $(or $(FILE),--example turn-to-the-east)

# Screen readers are told of the controls by the toolkit on macOS and Windows
# alone, and only with this tag; elsewhere it changes nothing.
ifneq ($(filter Darwin Windows_NT,$(OS) $(shell uname -s)),)
BUILD_TAGS := $(TAGS) accessibility
else
BUILD_TAGS := $(TAGS)
endif

build:
	$(GO) build -tags '$(BUILD_TAGS)' -o $(PROG) .

plain:
	CGO_ENABLED=0 $(GO) build -tags nowindow -o $(PROG)-plain .

picture: plain
	./$(PROG)-plain picture assets/examples/turn-to-the-east.json -o build/turn-to-the-east.png

system:
	@.ci/system window

system-tests:
	@.ci/system tests

test: system-tests
	@$(MAKE) --no-print-directory lint plain unit plain-test short-fuzz race wrong-thread e2e
	@echo 'All tests passed.'

# Nothing here may need a screen: it is taken away.
unit: system
	@echo '== tests without a screen'
	@env -u DISPLAY -u WAYLAND_DISPLAY .ci/go-test -tags '$(TAGS)' ./...

# The program without a window, as it is built where there is no C compiler.
plain-test:
	@echo '== tests of the program without a window'
	@CGO_ENABLED=0 .ci/go-test -tags nowindow . ./app ./app/command/...

race: system
	@echo '== tests under the race detector'
	@env -u DISPLAY -u WAYLAND_DISPLAY .ci/go-test -race -short $(PLAIN)

# Without the tag the toolkit itself tells of calls from the wrong goroutine.
wrong-thread: system-tests
	@echo '== tests of the window, watched for calls from the wrong goroutine'
	@FORBID='Error in Fyne call thread' .ci/go-test -count=1 ./app/window/... ./canvas/surface/...
	@.ci/go-test -count=1 -timeout 20m -tags e2e -run 'MainJob|Damaged|Closing' ./app/e2e

e2e: system-tests
	@echo '== tests in a real window'
	@.ci/go-test -count=1 -timeout 20m -tags '$(TAGS) e2e' ./app/e2e

lint: system
	@echo '== gofmt, go vet, staticcheck'
	@bad=$$(gofmt -l .); [ -z "$$bad" ] || { echo "gofmt would change:"; echo "$$bad"; exit 1; }
	@$(GO) vet -tags '$(TAGS) e2e' ./...
	@CGO_ENABLED=0 $(GO) vet -tags nowindow . ./app ./app/command/...
	@$(GO) run $(STATICCHECK) -tags '$(TAGS) e2e' ./...
	@CGO_ENABLED=0 $(GO) run $(STATICCHECK) -tags nowindow . ./app ./app/command/...

bench:
	@.ci/system bench
	@mkdir -p build
	@$(GO) test -count=1 -timeout 60m -tags '$(TAGS) e2e' -run TestBench ./app/e2e -args -bench "$(CURDIR)/build/bench.txt"
	@$(GO) test -count=1 -timeout 20m -run TestAgainstGraphviz ./canvas/arrange -args -compare "$(CURDIR)/build/layout.txt"
	@cat build/bench.txt
	@echo
	@echo 'Layout against Graphviz dot, both drawn with the same cards and gaps: sums over random maps (time: mean).'
	@echo 'A third figure is ours as a share of dot'"'"'s. Length in thousands of units, area in millions; crossings'
	@echo 'are pairs of links without a card in common, under cards the links that run under one of others.'
	@cat build/layout.txt

bench-go:
	$(GO) test -run '^$$' -bench . -benchmem $(PLAIN)

# Every fuzz target of every package in turn: half a minute each, and in make
# test as many inputs as are tried in a few seconds.
FUZZ ?= 30s

short-fuzz:
	@echo '== fuzz tests, a short while each'
	@mkdir -p build
	@$(MAKE) --no-print-directory fuzz FUZZ=300x >build/fuzz.log 2>&1 || { cat build/fuzz.log; exit 1; }

fuzz:
	@for p in $(PLAIN); do \
		for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
			echo "== $$p $$f"; \
			$(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZ) $$p || exit 1; \
		done; \
	done

screenshots: system-tests
	@mkdir -p assets/screenshots
	@$(GO) test -count=1 -tags '$(TAGS) e2e' -run TestScreenshots ./app/e2e -args -screenshots "$(CURDIR)/assets/screenshots"

clean:
	rm -rf build
