#include "suggest_finder.h"

#include "array.h"
#include "segment.h"

bool suggest_add(const struct passage *passage, struct suggestion suggestion, struct err *err)
{
	struct span *span = &suggestion.span;

	span->start = grapheme_floor(passage->bytes, passage->span, span->start);
	span->end = grapheme_ceiling(passage->bytes, passage->span, span->end);
	if (!ARRAY_RESERVE(passage->out, 1, err))
		return false;
	passage->out->items[passage->out->count++] = suggestion;
	return true;
}
