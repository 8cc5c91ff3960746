#include "stamp.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

void stamp_time(char out[STAMP_TIME])
{
	time_t now = time(NULL);
	struct tm utc;

	/* A clock beyond the year 9999 is wrong, and order never rests on clocks. */
	if (!gmtime_r(&now, &utc) ||
	    strftime(out, STAMP_TIME, "%Y-%m-%dT%H:%M:%SZ", &utc) != STAMP_TIME - 1)
		memcpy(out, "1970-01-01T00:00:00Z", STAMP_TIME);
}

static bool random_bytes(uint8_t *bytes, size_t len, struct err *err)
{
	ssize_t got;

	/* Up to 256 bytes come whole or not at all: getrandom(2). */
	do
		got = getrandom(bytes, len, 0);
	while (got < 0 && errno == EINTR);
	if (got != (ssize_t)len)
		return err_system(err, errno, "no random bytes for a new id");
	return true;
}

static void put_hex(char *out, const uint8_t *bytes, size_t len)
{
	for (size_t n = 0; n < len; n++)
		snprintf(out + 2 * n, 3, "%02x", bytes[n]);
}

bool stamp_id(char out[STAMP_ID], struct err *err)
{
	static const uint8_t groups[] = { 4, 2, 2, 2, 6 };
	uint8_t bytes[16], *from = bytes;
	char *to = out + sizeof "urn:uuid:" - 1;

	if (!random_bytes(bytes, sizeof bytes, err))
		return false;
	bytes[6] = (uint8_t)((bytes[6] & 0x0f) | 0x40); /* version 4 */
	bytes[8] = (uint8_t)((bytes[8] & 0x3f) | 0x80); /* variant of RFC 9562 */
	memcpy(out, "urn:uuid:", sizeof "urn:uuid:");
	for (size_t n = 0; n < sizeof groups; n++) {
		if (n)
			*to++ = '-';
		put_hex(to, from, groups[n]);
		from += groups[n];
		to += 2 * groups[n];
	}
	return true;
}

bool stamp_step(char out[STAMP_STEP], struct err *err)
{
	uint8_t bytes[(STAMP_STEP - 1) / 2];

	if (!random_bytes(bytes, sizeof bytes, err))
		return false;
	put_hex(out, bytes, sizeof bytes);
	return true;
}
