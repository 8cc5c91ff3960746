/*
 * The actions that keys lead to, by subject: one file each. What the argument means stands
 * with each. All say so where their object is missing. What else the viewer reaches is with
 * its subject.
 */
#ifndef ACTS_H
#define ACTS_H

#include "bindings.h"

/* act_read.c: where the reader is. */
void act_line(struct viewer *viewer, struct press press); /* argument +1 or -1 */
void act_page(struct viewer *viewer, struct press press); /* +1 or -1 */
void act_half(struct viewer *viewer, struct press press); /* +1 or -1 */
void act_begin(struct viewer *viewer, struct press press);
void act_end(struct viewer *viewer, struct press press);
void act_percent(struct viewer *viewer, struct press press);
void act_letter(struct viewer *viewer, struct press press); /* 'm' or '\'' */
void act_where(struct viewer *viewer, struct press press);
void act_repaint(struct viewer *viewer, struct press press);
void act_enter(struct viewer *viewer, struct press press);

/* act_fold.c: folds and what is shown. */
void act_fold(struct viewer *viewer, struct press press);
void act_fold_all(struct viewer *viewer, struct press press);
void act_why(struct viewer *viewer, struct press press);
void act_show(struct viewer *viewer, struct press press);

/* act_find.c: searching. */
void act_find(struct viewer *viewer, struct press press);  /* +1 or -1 */
void act_again(struct viewer *viewer, struct press press); /* +1 or -1 */

/* A slice of looking for the next hit. */
void find_slice(struct viewer *viewer);

/* act_walk.c: the focus. */
void act_step(struct viewer *viewer, struct press press); /* +1 or -1 */
void act_mark(struct viewer *viewer, struct press press); /* +1 or -1: walk over marks */
void act_drop(struct viewer *viewer, struct press press); /* Esc */

/* act_mark.c, act_note.c, act_undo.c: writing. */
void act_kind(struct viewer *viewer, struct press press); /* enum mark_kind */
void act_type(struct viewer *viewer, struct press press); /* enum mark_type */
void act_no(struct viewer *viewer, struct press press);	  /* x */
void act_note(struct viewer *viewer, struct press press);
void act_undo(struct viewer *viewer, struct press press);   /* -1 undo, +1 redo */
void act_border(struct viewer *viewer, struct press press); /* see BORDER_… below */

enum { BORDER_START_LEFT, BORDER_START_RIGHT, BORDER_END_LEFT, BORDER_END_RIGHT };

/* act_select.c, act_pick.c: a selection's end, and pick. */
enum { BY_CHARACTER, BY_ROW, BY_SENTENCE, BY_PARAGRAPH };
void act_extend(struct viewer *viewer, struct press press); /* ±(BY_… + 1) */
void act_pick(struct viewer *viewer, struct press press);

/* Keys while words are picked; true if the key was one of its letters or leaves it. */
bool pick_key(struct viewer *viewer, int key);

/* act_rest.c: panes, files, leaving. */
void act_help(struct viewer *viewer, struct press press);
void act_card(struct viewer *viewer, struct press press);
void act_pane(struct viewer *viewer, struct press press); /* lines; 0 closes */
void act_command(struct viewer *viewer, struct press press);
void act_quit(struct viewer *viewer, struct press press);
void act_swallow(struct viewer *viewer, struct press press);
void act_later(struct viewer *viewer, struct press press);
void act_inapt(struct viewer *viewer, struct press press);

#endif
