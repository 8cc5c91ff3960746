#include "rescue.h"

#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

/*
 * A signal handler is handed nothing of ours, so this one variable of the program has
 * the whole file for its scope. The signal is raised by the very instruction that reads,
 * so it never interrupts a change of it.
 */
static volatile struct {
	struct {
		void *base;
		size_t size; /* bytes; 0: free */
	} watched[RESCUE_MAX];
	uintptr_t page; /* bytes of one */
	sig_atomic_t hit;
} rescue;

static bool is_watched(uintptr_t at)
{
	for (size_t i = 0; i < RESCUE_MAX; i++) {
		const uintptr_t base = (uintptr_t)rescue.watched[i].base;

		if (at >= base && at - base < rescue.watched[i].size)
			return true;
	}
	return false;
}

/* On return the instruction that failed is tried again, and reads zeros. */
static void on_lost_page(int number, siginfo_t *info, void *context)
{
	char *at = info->si_addr;
	char *page = at - ((uintptr_t)at & (rescue.page - 1));
	const int how = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;

	(void)context;
	if (is_watched((uintptr_t)at) &&
	    mmap(page, rescue.page, PROT_READ, how, -1, 0) != MAP_FAILED)
		rescue.hit = 1;
	else
		signal(number, SIG_DFL);
}

void rescue_arm(void)
{
	struct sigaction action = { .sa_sigaction = on_lost_page, .sa_flags = SA_SIGINFO };

	rescue.page = (uintptr_t)sysconf(_SC_PAGESIZE);
	sigemptyset(&action.sa_mask);
	sigaction(SIGBUS, &action, NULL);
}

bool rescue_watch(void *base, size_t size)
{
	for (size_t i = 0; i < RESCUE_MAX; i++) {
		if (!rescue.watched[i].size) {
			rescue.watched[i].base = base;
			rescue.watched[i].size = size;
			return true;
		}
	}
	return false;
}

void rescue_forget(const void *base)
{
	for (size_t i = 0; i < RESCUE_MAX; i++) {
		if (rescue.watched[i].base == base)
			rescue.watched[i].size = 0;
	}
}

bool rescue_hit(void)
{
	const bool hit = rescue.hit;

	rescue.hit = 0;
	return hit;
}
