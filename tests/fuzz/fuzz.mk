# make fuzz: texts without end against the laws of folding, under ASan and UBSan.
# clang's fuzzer is guided by coverage; without it a driver of our own changes
# the seeds at random. What breaks a law is kept as build/fuzz/crash-*.

FUZZ_SECONDS ?= 600
fuzz_flags    = -O1 -g -fno-omit-frame-pointer -fsanitize=address$(,)undefined -fno-sanitize-recover=all
fuzz_options  = -max_len=400 -len_control=0 -verbosity=0 -print_final_stats=1 -artifact_prefix=$(BUILD)/fuzz/
fuzz_run      = $(fuzz) $(fuzz_options)

fuzz_seeds := tests/fuzz/seeds
fuzz       := $(BUILD)/fuzz/tests/fuzz/fuzz_fold

# FUZZER is set by the make that comes next, where clang has one.
$(BUILD)/tests/fuzz/fuzz_fold: $(BUILD)/tests/fuzz/fuzz_fold.o $(if $(FUZZER),,$(BUILD)/tests/fuzz/driver.o) \
		$(BUILD)/libsupport.a $(BUILD)/libdiple.a $(BUILD)/flags/link
	$(link) $(FUZZER) $(libs)

.PHONY: fuzz fuzz-build
fuzz-build:
	+@if echo 'int LLVMFuzzerTestOneInput(const char *d, long n) { return !d || n; }' | \
		clang -fsanitize=fuzzer,address -x c - -o /dev/null 2>/dev/null; then \
		$(MAKE) -s BUILD=$(BUILD)/fuzz CC=clang FUZZER=-fsanitize=fuzzer \
			CFLAGS='$(fuzz_flags) -fsanitize=fuzzer-no-link' $(fuzz); \
	else \
		$(MAKE) -s BUILD=$(BUILD)/fuzz CFLAGS='$(fuzz_flags)' $(fuzz); \
	fi
	@mkdir -p $(BUILD)/fuzz/corpus

fuzz: fuzz-build ## tries texts on folding for FUZZ_SECONDS, 600
	$(fuzz_run) -max_total_time=$(FUZZ_SECONDS) $(BUILD)/fuzz/corpus $(fuzz_seeds)

fuzz-smoke: check-fuzz ## the same, as `make check` does it: short, each time alike
