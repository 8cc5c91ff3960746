/*
 * Runs a fuzz target where the compiler brings no fuzzer: it changes the files it is given and
 * whatever it made of them, at random, without looking at coverage. Obeys these options of
 * libFuzzer, and passes over the others:
 *
 *	-runs=N	-max_total_time=SECONDS	-max_len=BYTES	-seed=N
 *
 * Other operands are files and folders of examples.
 */
#include "array.h"
#include "support/random.h"

#include <dirent.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LENGTH_MAX = 1 << 16, EXAMPLES_MAX = 4096 };

struct example {
	uint8_t *bytes; /* owned */
	size_t len;
};

struct driver {
	struct {
		struct example *items;
		size_t count, capacity;
	} examples;
	struct dice dice;
	unsigned long runs, seconds;
	size_t longest;
};

/* What was tried when it all ended. */
static struct example at_hand;

static void keep_at_hand(int number)
{
	FILE *file = fopen("crash", "wb");

	if (file) {
		fwrite(at_hand.bytes, 1, at_hand.len, file);
		fclose(file);
		fputs("what was tried is kept in the file crash\n", stderr);
	}
	signal(number, SIG_DFL);
	raise(number);
}

static void add_example(struct driver *driver, const uint8_t *bytes, size_t len)
{
	struct example example = { malloc(len + 1), len };
	struct err err;

	if (!example.bytes || driver->examples.count == EXAMPLES_MAX ||
	    !ARRAY_RESERVE(&driver->examples, 1, &err)) {
		free(example.bytes);
		return;
	}
	memcpy(example.bytes, bytes, len);
	driver->examples.items[driver->examples.count++] = example;
}

static void add_file(struct driver *driver, const char *path)
{
	static uint8_t bytes[LENGTH_MAX];
	FILE *file = fopen(path, "rb");

	if (!file)
		return;
	add_example(driver, bytes, fread(bytes, 1, driver->longest, file));
	fclose(file);
}

static void add_all(struct driver *driver, const char *path)
{
	DIR *folder = opendir(path);
	const struct dirent *entry;
	char name[PATH_MAX];

	if (!folder) {
		add_file(driver, path);
		return;
	}
	while ((entry = readdir(folder))) {
		snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
		if (*entry->d_name != '.')
			add_file(driver, name);
	}
	closedir(folder);
}

static size_t change_once(struct driver *driver, uint8_t *bytes, size_t len)
{
	struct dice *dice = &driver->dice;
	const size_t at = dice_below(dice, len + 1);
	const struct example *other =
		&driver->examples.items[dice_below(dice, driver->examples.count)];
	size_t much = dice_below(dice, 16);

	switch (dice_below(dice, 4)) {
	case 0: /* another byte */
		if (at < len)
			bytes[at] = (uint8_t)dice_roll(dice);
		return len;
	case 1: /* less */
		much = much < len - at ? much : len - at;
		memmove(bytes + at, bytes + at + much, len - at - much);
		return len - much;
	case 2: /* the same again */
		much = much < len - at ? much : len - at;
		much = much < driver->longest - len ? much : driver->longest - len;
		memmove(bytes + at + much, bytes + at, len - at);
		return len + much;
	default: /* the end of another one */
		if (other->len <= at)
			return len;
		memcpy(bytes + at, other->bytes + at, other->len - at);
		return other->len;
	}
}

static void try_one(struct driver *driver)
{
	static uint8_t bytes[LENGTH_MAX];
	const struct example from =
		driver->examples.items[dice_below(&driver->dice, driver->examples.count)];
	size_t len = from.len;

	memcpy(bytes, from.bytes, len);
	for (size_t times = 1 + dice_below(&driver->dice, 8); times; times--)
		len = change_once(driver, bytes, len);
	at_hand = (struct example){ bytes, len };
	LLVMFuzzerTestOneInput(bytes, len);
	if (dice_below(&driver->dice, 8) == 0)
		add_example(driver, bytes, len);
}

static unsigned long value_of(const char *option, const char *name, unsigned long otherwise)
{
	const size_t len = strlen(name);

	return strncmp(option, name, len) == 0 ? strtoul(option + len, NULL, 10) : otherwise;
}

static void read_options(struct driver *driver, char **argv)
{
	for (; *argv; argv++) {
		driver->runs = value_of(*argv, "-runs=", driver->runs);
		driver->seconds = value_of(*argv, "-max_total_time=", driver->seconds);
		driver->longest = value_of(*argv, "-max_len=", driver->longest);
		driver->dice.state = value_of(*argv, "-seed=", driver->dice.state);
	}
	if (driver->longest > LENGTH_MAX)
		driver->longest = LENGTH_MAX;
}

int main(int argc, char **argv)
{
	struct driver driver = {
		.dice = { 1 }, .runs = ULONG_MAX, .seconds = ULONG_MAX, .longest = 4096
	};
	const time_t start = time(NULL);
	unsigned long done = 0;

	(void)argc;
	signal(SIGABRT, keep_at_hand);
	read_options(&driver, argv + 1);
	for (argv++; *argv; argv++)
		if (**argv != '-')
			add_all(&driver, *argv);
	add_example(&driver, (const uint8_t *)"", 0);
	for (; done < driver.runs && (unsigned long)(time(NULL) - start) < driver.seconds;
	     done++)
		try_one(&driver);
	printf("done: %lu runs\n", done);
	for (size_t i = 0; i < driver.examples.count; i++)
		free(driver.examples.items[i].bytes);
	free(driver.examples.items);
	return 0;
}
