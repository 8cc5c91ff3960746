/*
 * Signals. They are blocked but while waiting, so a handler sets a flag and nothing else, and
 * every flag is looked at where the program waits.
 */
#ifndef LOOP_SIGNALS_H
#define LOOP_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* Blocks the signals and sets their handlers: before screen_open(). */
void loop_signals(void);

/* The mask in which they are open: for ppoll(). */
void loop_open_mask(sigset_t *open);

/* True if a signal came since it was last taken; the second takes it. */
bool loop_came(int number);
bool loop_took(int number);

/*
 * Stops the program, and all of its process group, as Ctrl-Z would without us. Returns when it
 * goes on; SIGTSTP and SIGCONT are taken then.
 */
void loop_stop(void);

#endif
