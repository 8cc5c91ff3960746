# make check: each part below counts its tests into a file, and all are summed.
# A part that can't run for want of a tool is skipped, and says so.

coverage_floor = 90

, := ,
parts   = floors headers man tools unit paint pty bench fuzz clang sanitize valgrind coverage
results = $(BUILD)/check
run     = tools/run-tests
tool    = command -v $(1) >/dev/null || { $(run) -k $(results)/$(@:check-%=%) 'no $(1)'; exit; };

# Where the tests of another kind of build stand: its folder lies in ours.
other   = $(patsubst $(BUILD)/%,$(BUILD)/$(1)/%,$(2))
# ; one shell line that builds them there. -s: the tests alone should speak.
build   = $(MAKE) -s BUILD=$(BUILD)/$(1) $(2) programs

.PHONY: check $(parts:%=check-%) programs
check: ## builds and runs all tests
	@rm -rf $(results) && mkdir -p $(results)
	+@$(MAKE) -s -k -O $(if $(findstring -j,$(MAKEFLAGS)),,-j$$(nproc)) \
		$(parts:%=check-%); \
	$(run) -s $(parts:%=$(results)/%)

programs: $(unit) $(paint)

check-floors: ## who includes whom, who may print
	@$(run) $(results)/floors tools/check-floors .

check-headers: $(BUILD)/flags/compile ## every header compiles alone
	@$(run) $(results)/headers '$(CC) $(ours) $(CPPFLAGS) $(CFLAGS) -Werror -Wno-pedantic -fsyntax-only -x c' \
		$(headers)

check-man: ## mandoc finds no fault with the manual
	@$(call tool,mandoc) \
	$(run) $(results)/man 'mandoc -Tlint -Wwarning' $(pages)

check-tools: ## tests of the tools
	@$(run) -t $(results)/tools sh $(scripts)

check-unit: $(unit) ## tests of the library
	@$(run) -t $(results)/unit env $(unit)

check-paint: $(paint) ## tests of what is painted
	@$(run) -t $(results)/paint env $(paint)

check-pty: $(pty) $(BUILD)/diple ## tests of the program on a terminal
	@DIPLE='$(abspath $(BUILD)/diple)' $(run) -t $(results)/pty env $(pty)

# How fast all is says a small text nothing about: this only shows that it runs.
check-bench: $(bench) $(BUILD)/diple ## the measuring of folding still works
	@mkdir -p $(BUILD)/bench/smoke
	@$(run) $(results)/bench 'env BENCH_MAX_MB=1 BENCH_ROUNDS=1 $(bench) $(BUILD)/diple' \
		$(BUILD)/bench/smoke

# So few runs are soon done; a machine that is slow stops earlier.
check-fuzz: fuzz-build ## laws of folding hold of texts made at random
	@rm -rf $(BUILD)/fuzz/smoke && mkdir $(BUILD)/fuzz/smoke
	@$(run) $(results)/fuzz '$(fuzz_run) -seed=1 -runs=1500 -max_total_time=20 $(BUILD)/fuzz/smoke' \
		$(fuzz_seeds)

check-clang: ## unit and paint tests, built by clang
	+@$(call tool,clang) \
	$(call build,clang,CC=clang WERROR=1) && \
	$(run) -t $(results)/clang env $(call other,clang,$(unit) $(paint))

# The sanitizers' reports end a test program, so that it fails.
check-sanitize: ## the same, watched by ASan and UBSan
	+@$(call build,asan,CFLAGS='-O1 -g -fno-omit-frame-pointer \
		-fsanitize=address$(,)undefined -fno-sanitize-recover=all') && \
	UBSAN_OPTIONS=print_stacktrace=1 \
	$(run) -t $(results)/sanitize env $(call other,asan,$(unit) $(paint))

# Variables that are set to zero unasked would hide what valgrind looks for. It
# gives up on the DWARF 5 of clang 14.
check-valgrind: ## unit tests, watched by valgrind
	+@$(call tool,valgrind) \
	$(call build,valgrind,CFLAGS='-O1 -gdwarf-4 \
		-ftrivial-auto-var-init=uninitialized') && \
	DIPLE_VALGRIND=1 $(run) -t $(results)/valgrind \
		'valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite' \
		$(call other,valgrind,$(unit))

# Coverage is gcc's, whatever compiler builds the rest.
check-coverage: ## how much of the library the tests run
	+@$(call tool,gcov) \
	$(call build,cov,CC=gcc CFLAGS='-O0 -g --coverage') && \
	find $(BUILD)/cov -name '*.gcda' -delete && \
	$(run) -t $(results)/coverage.tests env $(call other,cov,$(unit) $(paint)) >/dev/null; \
	$(run) -v $(results)/coverage 'tools/coverage $(coverage_floor)' $(BUILD)/cov
