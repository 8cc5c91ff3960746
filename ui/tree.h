/*
 * Finding articles in a directory and all below it.
 */
#ifndef TREE_H
#define TREE_H

#include "compiler.h"
#include "err.h"

/* Called for each article in turn; false ends the walk. */
typedef bool tree_visit(void *to, const char *path);

/* Asked for each file that is no sidecar: true if it is to be visited. */
typedef bool tree_wanted(void *to, const char *path);

/* Called for a directory that can't be read; the walk goes on. */
typedef void tree_trouble(void *to, const struct err *err);

struct tree {
	void *to;
	tree_visit *visit;
	tree_wanted *wanted;
	tree_trouble *trouble;
	bool marked; /* an article is wanted if it has a sidecar, also if it is gone itself */
};

/*
 * Visits every such article below `top` in the byte order of their paths. These begin with
 * `top`, but for ".", which is left out. Directories whose names begin with a dot, and symbolic
 * links below `top`, are not entered.
 */
void tree_walk(const struct tree *tree, const char *top);

#endif
