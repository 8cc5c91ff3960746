# diple: make help lists the targets.
#
# CC CFLAGS CPPFLAGS LDFLAGS LDLIBS PKG_CONFIG PREFIX DESTDIR BINDIR MANDIR are
# the packager's: ours are added before them, never written over them.
# BUILD is where all products go; each kind of build has a folder of its own.
# WERROR=1 makes warnings errors.

VERSION     = 0.1.0
PREFIX     ?= /usr/local
BINDIR     ?= $(PREFIX)/bin
MANDIR     ?= $(PREFIX)/share/man
PKG_CONFIG ?= pkg-config
BUILD      ?= build
CFLAGS     ?= -O3 -g

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:

ifneq ($(filter deps,$(MAKECMDGOALS)),)
# What deps installs must be seen by all that follows, so the other goals wait
# for it and are made by a second make.
later := $(filter-out deps,$(MAKECMDGOALS))

.PHONY: deps $(later)
deps:
	@tools/deps $(later)
	+$(if $(later),@$(MAKE) $(later))
$(later): deps ; @:
else

### What is built of what

library_c := $(wildcard src/*.c src/exchange/*.c)
program_c := $(wildcard ui/*.c)
support_c := $(wildcard tests/support/*.c)
unit_c    := $(wildcard tests/unit/test_*.c)
paint_c   := $(wildcard tests/paint/test_*.c)
pty_c     := $(wildcard tests/pty/test_*.c)
bench_c   := $(wildcard bench/*.c)
fuzz_c    := $(wildcard tests/fuzz/*.c)
scripts   := $(wildcard tests/tools/test_*)
headers   := $(wildcard src/*.h src/exchange/*.h ui/*.h tests/support/*.h bench/*.h)
themes    := $(wildcard themes/*.ini)
pages     := $(wildcard man/*.[1-9])

all_c     := $(library_c) $(program_c) $(support_c) $(unit_c) $(paint_c) $(pty_c) \
             $(bench_c) $(fuzz_c)
objects   := $(all_c:%.c=$(BUILD)/%.o)
faces     := $(patsubst %.c,$(BUILD)/%.o,$(filter-out ui/main.c,$(program_c))) \
             $(if $(themes),$(BUILD)/themes.o)
unit      := $(unit_c:%.c=$(BUILD)/%)
paint     := $(paint_c:%.c=$(BUILD)/%)
pty       := $(pty_c:%.c=$(BUILD)/%)
bench     := $(BUILD)/bench/bench_fold

### Flags

packages      = jansson libpcre2-8 libxxhash libmd inih ncursesw sqlite3
test_packages = cmocka vterm

warnings = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wformat=2 -Wvla \
           -Wstrict-prototypes -Wmissing-prototypes -Wcast-qual \
           $(if $(WERROR),-Werror)

# Each is probed, since no compiler takes them all everywhere: gcc 12 lacks
# strict-flex-arrays, clang 14 the two that zero, arm64 has no cf-protection.
# FORTIFY needs an optimiser, and hides from sanitizers what they look for.
hardening = -fstack-protector-strong -fstack-clash-protection \
            -fcf-protection=full -fstrict-flex-arrays=3 \
            -ftrivial-auto-var-init=zero -fzero-call-used-regs=used-gpr -fPIE \
            $(if $(findstring -fsanitize,$(CFLAGS)),,-D_FORTIFY_SOURCE=3)
link_hardening = -pie -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack \
                 -Wl,-z,separate-code -Wl,--as-needed

# The program is optimised in one piece, which saves a tenth of its time. The objects hold
# plain code too: tests are linked of that, or each would be optimised anew. clang can't.
whole = $(if $(filter -O2 -O3,$(CFLAGS)),'-flto=auto -ffat-lto-objects')
apart = -fno-lto

# The library sees only itself: reaching up to ui/ doesn't even compile.
within  = -iquote src $(if $(filter src/%,$<),,-iquote ui -iquote tests)
ours    = -std=c17 -D_GNU_SOURCE -DDIPLE_VERSION='"$(VERSION)"' $(within) \
          $(warnings) @$(BUILD)/flags/compile \
          $(if $(filter tests/%,$<),@$(BUILD)/flags/test-compile)
compile = $(CC) $(ours) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<
link    = $(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o %.a,$^)
libs    = @$(BUILD)/flags/link -lunistring -lm $(LDLIBS)
test_libs = $(apart) @$(BUILD)/flags/test-link $(libs)

### Targets

.PHONY: all
all: $(BUILD)/diple ## builds the program

.PHONY: run
run: $(BUILD)/diple ## opens the reader on a sample article
	@$(BUILD)/diple share/sample.txt

$(BUILD)/diple: $(BUILD)/ui/main.o $(BUILD)/libui.a $(BUILD)/libdiple.a
	$(link) $(libs)

$(BUILD)/libdiple.a: $(library_c:%.c=$(BUILD)/%.o)
$(BUILD)/libui.a: $(faces)
$(BUILD)/libsupport.a: $(support_c:%.c=$(BUILD)/%.o)
$(BUILD)/lib%.a:
	@rm -f $@
	$(AR) rcs $@ $^

$(unit) $(paint) $(pty): $(BUILD)/%: $(BUILD)/%.o $(BUILD)/libsupport.a $(BUILD)/libui.a $(BUILD)/libdiple.a
	$(link) $(test_libs)

$(BUILD)/%.o: %.c $(BUILD)/flags/compile
	@mkdir -p $(@D)
	$(compile)

$(BUILD)/themes.o: $(BUILD)/themes.c $(BUILD)/flags/compile
	$(compile)

$(BUILD)/themes.c: tools/embed $(themes)
	@mkdir -p $(@D)
	tools/embed $(themes) >$@

$(filter $(BUILD)/tests/%,$(objects)): $(BUILD)/flags/test-compile
$(unit) $(paint) $(pty): $(BUILD)/flags/test-link
$(BUILD)/diple $(unit) $(paint) $(pty): $(BUILD)/flags/link

# pkg-config and the compiler are asked when these are made, not when this file
# is read: deps may just have installed them.
$(BUILD)/flags/compile: $(BUILD)/flags/settings tools/probe
	@tools/probe '$(CC)' '$(CPPFLAGS) $(CFLAGS)' $(hardening) $(whole) >$@
	@$(PKG_CONFIG) --cflags $(packages) >>$@

$(BUILD)/flags/link: $(BUILD)/flags/settings tools/probe
	@tools/probe '$(CC)' '$(CFLAGS) $(LDFLAGS)' $(link_hardening) >$@
	@$(PKG_CONFIG) --libs $(packages) >>$@

$(BUILD)/flags/test-compile: $(BUILD)/flags/settings
	@$(PKG_CONFIG) --cflags $(test_packages) >$@

$(BUILD)/flags/test-link: $(BUILD)/flags/settings
	@$(PKG_CONFIG) --libs $(test_packages) >$@

# Changes only when a variable does, and then all is built anew.
$(BUILD)/flags/settings: FORCE | $(BUILD)/flags
	$(file >$@.new,$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) $(warnings) $(hardening) $(VERSION) $(packages) $(test_packages))
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(BUILD)/flags:
	@mkdir -p $@

.PHONY: FORCE
FORCE:

.SECONDARY: $(objects)
-include $(objects:.o=.d) $(BUILD)/themes.d

include tests/check.mk
include bench/bench.mk
include tests/fuzz/fuzz.mk

.PHONY: lint
lint: ## form, warnings as errors, static analysis
	clang-format --dry-run -Werror $(all_c) $(headers)
	cppcheck --quiet --error-exitcode=1 --inline-suppr --std=c11 \
		--enable=warning,performance,portability \
		--suppress=missingIncludeSystem -D_GNU_SOURCE -Isrc -Iui \
		$(library_c) $(program_c)
	@$(MAKE) -s BUILD=$(BUILD)/lint WERROR=1 all

.PHONY: keys
keys: $(BUILD)/tests/paint/test_manual ## writes the table of keys into the manual
	$< --print >$(BUILD)/keys.mdoc
	sed -e '/keys begin$$/r $(BUILD)/keys.mdoc' -e '/keys begin$$/,/keys end$$/{/keys begin$$/p;/keys end$$/p;d}' \
		man/diple.1 >$(BUILD)/diple.1 && cp $(BUILD)/diple.1 man/diple.1

.PHONY: format
format: ## lets clang-format rewrite the sources
	clang-format -i $(all_c) $(headers)

.PHONY: install
install: all ## installs under DESTDIR and PREFIX
	install -d '$(DESTDIR)$(BINDIR)'
	install -m 755 $(BUILD)/diple '$(DESTDIR)$(BINDIR)/diple'
	for page in $(pages); do \
		to='$(DESTDIR)$(MANDIR)'/man$${page##*.} && \
		install -d "$$to" && install -m 644 $$page "$$to" || exit 1; \
	done

.PHONY: uninstall
uninstall: ## removes what install put there
	rm -f '$(DESTDIR)$(BINDIR)/diple'
	for page in $(pages); do \
		rm -f '$(DESTDIR)$(MANDIR)'/man$${page##*.}/$${page##*/}; \
	done

.PHONY: dist
dist: ## packs the committed sources
	@mkdir -p $(BUILD)
	git archive --prefix=diple-$(VERSION)/ -o $(BUILD)/diple-$(VERSION).tar.gz HEAD

.PHONY: clean
clean: ## removes all products
	rm -rf $(BUILD)

.PHONY: help
help: ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "%-17s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## installs what building needs; `make deps check`: testing, too
endif
