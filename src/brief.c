#include "brief.h"

#include "utf8.h"

#include <string.h>

#define BEGINNING 60
#define ENDING	  (BRIEF_MOST - BEGINNING - 3) /* "…" takes three */

void brief_name(struct buf *out, const char *name)
{
	const size_t len = strlen(name);
	size_t end;

	if (len <= BRIEF_MOST) {
		buf_add(out, name, len);
		return;
	}
	/* utf8_start() looks back three bytes at most. */
	end = utf8_start(name, len, len - ENDING + 3);
	buf_add(out, name, utf8_start(name, len, BEGINNING));
	buf_add_string(out, "…");
	buf_add(out, name + end, len - end);
}
