#include "loop_signals.h"

#include "screen.h"

/* Which signals came: a handler can tell in no other way. */
static volatile sig_atomic_t came[NSIG];

static const int handled[] = { SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT };
static const int deadly[] = { SIGSEGV, SIGABRT, SIGFPE, SIGILL };

static void note(int number)
{
	came[number] = 1;
}

/* Nothing after this: the terminal is put right, then the signal does what it does. */
static void die(int number)
{
	screen_rescue();
	signal(number, SIG_DFL);
	raise(number);
}

void loop_signals(void)
{
	struct sigaction action = { .sa_handler = note };
	sigset_t blocked;

	sigemptyset(&blocked);
	for (size_t n = 0; n < sizeof handled / sizeof *handled; n++)
		sigaddset(&blocked, handled[n]);
	sigprocmask(SIG_BLOCK, &blocked, NULL);
	for (size_t n = 0; n < sizeof handled / sizeof *handled; n++)
		sigaction(handled[n], &action, NULL);
	action.sa_handler = die;
	for (size_t n = 0; n < sizeof deadly / sizeof *deadly; n++)
		sigaction(deadly[n], &action, NULL);
}

void loop_open_mask(sigset_t *open)
{
	sigprocmask(SIG_SETMASK, NULL, open);
	for (size_t n = 0; n < sizeof handled / sizeof *handled; n++)
		sigdelset(open, handled[n]);
}

bool loop_came(int number)
{
	return came[number];
}

bool loop_took(int number)
{
	bool there = came[number];

	came[number] = 0;
	return there;
}

void loop_stop(void)
{
	struct sigaction stop = { .sa_handler = SIG_DFL }, mine;
	sigset_t only, old;

	sigaction(SIGTSTP, &stop, &mine);
	kill(0, SIGTSTP);
	sigemptyset(&only);
	sigaddset(&only, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &only, &old); /* it stops here, until SIGCONT */
	sigprocmask(SIG_SETMASK, &old, NULL);
	sigaction(SIGTSTP, &mine, NULL);
	came[SIGTSTP] = came[SIGCONT] = 0;
}
