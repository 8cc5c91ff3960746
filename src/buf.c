#include "buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void buf_release(struct buf *buf)
{
	if (buf->capacity)
		free(buf->at);
	*buf = (struct buf)BUF_EMPTY;
}

void buf_clear(struct buf *buf)
{
	buf->failed = false;
	buf_cut(buf, 0);
}

void buf_cut(struct buf *buf, size_t len)
{
	if (len >= buf->len)
		return;
	buf->len = len;
	buf->at[len] = '\0';
}

bool buf_ok(const struct buf *buf, struct err *err)
{
	return buf->failed ? err_memory(err) : true;
}

static bool reserve(struct buf *buf, size_t len)
{
	size_t need, capacity = buf->capacity ? buf->capacity : 64;
	char *at;

	if (buf->failed || __builtin_add_overflow(buf->len, len, &need) ||
	    need >= SIZE_MAX / 2) {
		buf->failed = true;
		return false;
	}
	if (need < buf->capacity)
		return true;
	while (capacity <= need)
		capacity *= 2;
	at = realloc(buf->capacity ? buf->at : NULL, capacity);
	if (!at) {
		buf->failed = true;
		return false;
	}
	buf->at = at;
	buf->capacity = capacity;
	buf->at[buf->len] = '\0';
	return true;
}

void buf_add(struct buf *buf, const void *bytes, size_t len)
{
	if (!len || !reserve(buf, len))
		return;
	memcpy(buf->at + buf->len, bytes, len);
	buf_grew(buf, len);
}

void buf_add_string(struct buf *buf, const char *string)
{
	buf_add(buf, string, strlen(string));
}

void buf_add_char(struct buf *buf, char c)
{
	buf_add(buf, &c, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list args;
	int len;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len < 0 || !reserve(buf, (size_t)len + 1)) {
		buf->failed = true;
		return;
	}
	va_start(args, format);
	vsnprintf(buf->at + buf->len, (size_t)len + 1, format, args);
	va_end(args);
	buf->len += (size_t)len;
}

char *buf_room(struct buf *buf, size_t len)
{
	return reserve(buf, len) ? buf->at + buf->len : NULL;
}

void buf_grew(struct buf *buf, size_t len)
{
	buf->len += len;
	buf->at[buf->len] = '\0';
}
