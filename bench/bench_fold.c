/*
 * How fast folding is, in what memory, and whether any text makes it slow.
 *
 *	usage: bench_fold DIPLE FOLDER
 *	       bench_fold --stage NAME FILE
 *
 * Writes texts of its own into FOLDER and takes them away again. In the environment:
 *
 *	BENCH_MAX_MB	the largest text, 1000; those beyond a quarter of the memory are left
 *out BENCH_ROUNDS	of so many runs the best counts, 3 BENCH_BIG	if set, the hostile
 *texts of one paragraph have 1 GiB
 */
#include "hostile.h"
#include "measure.h"
#include "stages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define MB ((size_t)1000000)

/* The text that all is compared by. */
#define MAIN_MB 100

enum { PATH = 4096 };

struct bench {
	const char *self, *diple;
	struct news *news;
	char news_path[PATH], hostile_path[PATH];
	size_t max, main; /* bytes */
	unsigned rounds;
	bool big;
	size_t paragraphs; /* of the text written last */
	struct {
		size_t size;
		double seconds; /* for each byte */
	} honest[4];
	size_t sizes;
};

static bool trouble(const char *path)
{
	perror(path);
	return false;
}

/* A text of about `size` bytes; of honest news if `hostile` is NULL. */
static bool write_text(struct bench *bench, const struct hostile *hostile, size_t size)
{
	const char *path = hostile ? bench->hostile_path : bench->news_path;
	FILE *file = fopen(path, "wb");
	struct buf line = BUF_EMPTY;
	size_t done = 0, n = 0;
	bool failed;

	if (!file)
		return trouble(path);
	for (; done < size && !(n && hostile && hostile->whole); n++) {
		buf_clear(&line);
		if (hostile)
			hostile->line(bench->news, n, size, &line);
		else
			news_paragraph(bench->news, n, &line);
		buf_add_char(&line, '\n');
		if (fwrite(line.at, 1, line.len, file) < line.len)
			break;
		done += line.len;
	}
	buf_release(&line);
	bench->paragraphs = n;
	failed = ferror(file);
	return fclose(file) == 0 && !failed ? true : trouble(path);
}

static size_t size_of(const char *path)
{
	FILE *file = fopen(path, "rb");
	long size = 0;

	if (file && fseek(file, 0, SEEK_END) == 0)
		size = ftell(file);
	if (file)
		fclose(file);
	return size > 0 ? (size_t)size : 0;
}

/* A text, what is known of it and the same as much again should find room. */
static bool has_room(const struct bench *bench, size_t size)
{
	const size_t memory =
		(size_t)sysconf(_SC_PHYS_PAGES) * (size_t)sysconf(_SC_PAGESIZE) / 4;
	char folder[PATH];
	struct statvfs disk;

	snprintf(folder, sizeof folder, "%s", bench->news_path);
	*strrchr(folder, '/') = '\0';
	return size <= bench->max && size <= memory && statvfs(folder, &disk) == 0 &&
	       disk.f_bavail * disk.f_frsize / 2 > size;
}

static void say_speed(const char *title, const struct measured *it, size_t size, double base)
{
	printf("  %-34s", title);
	if (it->seconds > 0)
		printf("%9.3f s %8.1f MB/s", it->seconds, (double)size / 1e6 / it->seconds);
	if (it->seconds > 0 && base > 0)
		printf("  x %.2f", base / it->seconds);
	putchar('\n');
}

static void say_memory(const char *title, const struct measured *it,
		       const struct measured *text, size_t paragraphs)
{
	size_t above = it->peak > text->peak ? it->peak - text->peak : 0;

	printf("  %-34s%9zu bytes a paragraph\n", title, above / paragraphs);
}

/* Speed against what everybody has, and memory, on the main text. */
static bool compare(struct bench *bench)
{
	enum { MAWK, WC, SPLIT, EXACT, STAGES, ALL, COUNT };
	static const char *const titles[COUNT] = {
		"mawk '!seen[$0]++'",	     "wc -w",
		"paragraphs found, no more", "exact stage alone",
		"all stages, unprinted",     "all stages: diple fold"
	};
	const char *self = bench->self, *path = bench->news_path;
	struct measured all[COUNT] = {
		[MAWK] = { .argv = { "mawk", "!seen[$0]++", path } },
		[WC] = { .argv = { "wc", "-w", path } },
		[SPLIT] = { .argv = { self, "--stage", "split", path } },
		[EXACT] = { .argv = { self, "--stage", "exact", path } },
		[STAGES] = { .argv = { self, "--stage", "fold", path } },
		[ALL] = { .argv = { bench->diple, "fold", path } },
	};
	bool done = measure(all, COUNT, bench->rounds);
	const size_t size = size_of(path);

	printf("speed, processor time; x: times the speed of mawk\n");
	for (size_t i = 0; i < COUNT; i++)
		say_speed(titles[i], &all[i], size, all[MAWK].seconds);
	printf("memory at its peak, above that of finding the paragraphs\n");
	say_memory("exact stage alone", &all[EXACT], &all[SPLIT], bench->paragraphs);
	say_memory("all stages: diple fold", &all[ALL], &all[SPLIT], bench->paragraphs);
	return done;
}

static double per_byte(struct bench *bench, const char *path, bool *done)
{
	struct measured fold = { .argv = { bench->diple, "fold", path } };

	*done &= measure(&fold, 1, bench->rounds);
	return fold.seconds / (double)size_of(path);
}

static bool grow(struct bench *bench)
{
	static const size_t sizes[] = { 1, 10, 100, 1000 };
	bool done = true;

	printf("growth of diple fold\n");
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		const size_t size = sizes[i] * MB;

		if (!has_room(bench, size)) {
			printf("  %6zu MB  left out: no room, or BENCH_MAX_MB\n", sizes[i]);
			continue;
		}
		if (!write_text(bench, NULL, size))
			return false;
		bench->honest[bench->sizes].size = size;
		bench->honest[bench->sizes].seconds = per_byte(bench, bench->news_path, &done);
		printf("  %6zu MB %9.2f ns a byte  x %.2f\n", sizes[i],
		       bench->honest[bench->sizes].seconds * 1e9,
		       bench->honest[bench->sizes].seconds / bench->honest[0].seconds);
		bench->sizes++;
		fflush(stdout);
	}
	unlink(bench->news_path);
	return done;
}

/* What honest text of that size or the next smaller one costs. */
static double honest_cost(const struct bench *bench, size_t size)
{
	double seconds = bench->honest[0].seconds;

	for (size_t i = 0; i < bench->sizes && bench->honest[i].size <= size; i++)
		seconds = bench->honest[i].seconds;
	return seconds;
}

static bool attack(struct bench *bench)
{
	bool done = bench->sizes > 0;

	printf("hostile texts; x: times the cost of honest ones of the same size\n");
	for (const struct hostile *it = hostile_texts; done && it->title; it++) {
		const bool big = it->whole && bench->big;
		double cost;
		size_t size;

		if (!write_text(bench, it, big ? (size_t)1 << 30 : bench->main))
			return false;
		size = size_of(bench->hostile_path);
		cost = per_byte(bench, bench->hostile_path, &done);
		printf("  %-34s%6zu MB %9.2f ns a byte  x %.2f\n", it->title,
		       (size + MB / 2) / MB, cost * 1e9, cost / honest_cost(bench, size));
		fflush(stdout);
	}
	unlink(bench->hostile_path);
	return done;
}

static bool run_all(struct bench *bench)
{
	bool done;

	if (!write_text(bench, NULL, bench->main))
		return false;
	printf("%zu MB of invented news, %zu paragraphs; best of %u\n", bench->main / MB,
	       bench->paragraphs, bench->rounds);
	fflush(stdout);
	done = compare(bench);
	fflush(stdout);
	done &= grow(bench);
	return attack(bench) && done;
}

static size_t number_in(const char *name, size_t otherwise)
{
	const char *value = getenv(name);
	long number = value ? atol(value) : 0;

	return number > 0 ? (size_t)number : otherwise;
}

int main(int argc, char **argv)
{
	struct bench bench = { .self = argv[0] };
	bool done;

	if (argc == 4 && strcmp(argv[1], "--stage") == 0)
		return stages_run(argv[2], argv[3]);
	if (argc != 3) {
		fprintf(stderr, "usage: bench_fold DIPLE FOLDER\n");
		return 2;
	}
	bench.diple = argv[1];
	snprintf(bench.news_path, PATH, "%s/news.txt", argv[2]);
	snprintf(bench.hostile_path, PATH, "%s/hostile.txt", argv[2]);
	bench.max = number_in("BENCH_MAX_MB", 1000) * MB;
	bench.main = bench.max < MAIN_MB * MB ? bench.max : MAIN_MB * MB;
	bench.rounds = (unsigned)number_in("BENCH_ROUNDS", 3);
	bench.big = getenv("BENCH_BIG") != NULL;
	bench.news = news_new();
	setenv("LC_ALL", "C.UTF-8", 1);
	done = bench.news && run_all(&bench);
	news_free(bench.news);
	return done ? 0 : 1;
}
