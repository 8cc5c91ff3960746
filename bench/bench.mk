# make bench-fold: see bench/bench_fold.c for what it obeys. With DIPLE_DATA and
# FOLD_SCORE, the path of a scorer of folding, the quality is measured, too.

$(bench): $(bench_c:%.c=$(BUILD)/%.o) $(BUILD)/libdiple.a $(BUILD)/flags/link
	$(link) $(libs)

.PHONY: bench-fold
bench-fold: $(bench) $(BUILD)/diple ## measures folding: speed, memory, growth, hostile texts
	@mkdir -p $(BUILD)/bench/texts
	@$(bench) $(BUILD)/diple $(BUILD)/bench/texts
	@if [ '$(DIPLE_DATA)' ] && [ '$(FOLD_SCORE)' ] && command -v python3 >/dev/null; then \
		echo 'quality' && \
		python3 '$(FOLD_SCORE)' '$(DIPLE_DATA)/folding/dev' \
			--cmd '$(BUILD)/diple fold --json {}' --cases; \
	else \
		echo 'quality  left out: DIPLE_DATA, FOLD_SCORE or python3 is missing'; \
	fi
