/*
 * Gathers what curses writes, and sends it with one write.
 *
 * Curses writes to a descriptor, about once a line, and asks the same descriptor
 * for size and modes; so it can't be given a file. Instead it gets a duplicate of the
 * terminal, over whose number a file in memory is put while curses writes a frame.
 */
#ifndef SCREEN_FRAME_H
#define SCREEN_FRAME_H

#include "buf.h"
#include "err.h"

struct frame {
	int terminal; /* borrowed */
	int curses;   /* what curses takes for its terminal, borrowed */
	int memory;   /* owned */
	bool terse;   /* the terminal has our character set already: it needn't be sent again */
	struct buf bytes;
};

/* `curses` must be a duplicate of `terminal`. Signals stay blocked between begin and end. */
MUST_USE bool frame_init(struct frame *frame, int terminal, int curses, struct err *err);
void frame_release(struct frame *frame);

/*
 * Between these two, what curses writes is kept for the frame. Curses finds no terminal in
 * between: it can neither ask for its size nor change its modes.
 */
void frame_begin(const struct frame *frame);
void frame_end(const struct frame *frame);

/* Adds a sequence that curses doesn't know. */
void frame_add(const struct frame *frame, const char *sequence);

/*
 * Sends what was kept with one write, a larger frame as a synchronized update (CSI ?2026);
 * nothing where there is nothing.
 * Waits for a terminal that is slow. ERR_SYSTEM where it is gone.
 */
MUST_USE bool frame_send(struct frame *frame, struct err *err);

#endif
