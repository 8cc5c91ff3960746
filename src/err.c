#include "err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void fill(struct err *err, enum err_kind kind, int number)
{
	err->kind = kind;
	err->number = number;
}

bool err_set(struct err *err, enum err_kind kind, const char *format, ...)
{
	va_list args;

	fill(err, kind, 0);
	va_start(args, format);
	vsnprintf(err->text, sizeof err->text, format, args);
	va_end(args);
	return false;
}

/* Room is kept for the reason: of a sentence that is too long, the end goes. */
bool err_system(struct err *err, int number, const char *format, ...)
{
	char scratch[128];
	const char *reason = strerror_r(number, scratch, sizeof scratch);
	const size_t room = sizeof err->text - strlen(": ") - strnlen(reason, sizeof scratch);
	va_list args;
	size_t len;

	fill(err, ERR_SYSTEM, number);
	va_start(args, format);
	vsnprintf(err->text, room, format, args);
	va_end(args);
	len = strlen(err->text);
	snprintf(err->text + len, sizeof err->text - len, ": %s", reason);
	return false;
}

bool err_memory(struct err *err)
{
	return err_set(err, ERR_MEMORY, "out of memory");
}

void err_clear(struct err *err)
{
	err->kind = ERR_NONE;
	err->number = 0;
	err->text[0] = '\0';
}
