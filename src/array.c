#include "array.h"

#include <stdint.h>
#include <stdlib.h>

bool array_grow(void **items, size_t *capacity, struct array_need need, struct err *err)
{
	size_t wanted, room = *capacity ? *capacity : 8;
	void *grown;

	if (__builtin_add_overflow(need.count, need.more, &wanted) ||
	    wanted > SIZE_MAX / 2 / need.item_size)
		return err_memory(err);
	if (wanted <= *capacity)
		return true;
	while (room < wanted)
		room *= 2;
	grown = reallocarray(*items, room, need.item_size);
	if (!grown)
		return err_memory(err);
	*items = grown;
	*capacity = room;
	return true;
}
