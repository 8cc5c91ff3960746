#include "digest.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char scheme[] = "ni:///sha-256;";

void digest_init(struct digest *digest)
{
	*digest = (struct digest){ .done = 0 };
	SHA256Init(&digest->context);
}

/* RFC 4648, section 5, without padding: 32 bytes are 43 characters. */
static void put_base64url(const uint8_t *bytes, size_t len, char *out)
{
	static const char letters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
	uint32_t bits = 0;
	unsigned held = 0;

	for (size_t n = 0; n < len; n++) {
		bits = bits << 8 | bytes[n];
		for (held += 8; held >= 6; held -= 6)
			*out++ = letters[bits >> (held - 6) & 63];
	}
	if (held)
		*out++ = letters[bits << (6 - held) & 63];
	*out = '\0';
}

bool digest_work(struct digest *digest, const struct text *text, size_t most)
{
	const uint8_t *file = (const uint8_t *)text->bytes - text->bom;
	size_t size = text->len + text->bom;
	size_t slice = size - digest->done < most ? size - digest->done : most;
	uint8_t sum[SHA256_DIGEST_LENGTH];

	if (digest->complete)
		return true;
	SHA256Update(&digest->context, file + digest->done, slice);
	digest->done += slice;
	if (digest->done < size)
		return false;
	SHA256Final(sum, &digest->context);
	memcpy(digest->name, scheme, sizeof scheme);
	put_base64url(sum, sizeof sum, digest->name + sizeof scheme - 1);
	digest->complete = true;
	return true;
}

void digest_hex(const char *bytes, size_t len, char out[65])
{
	uint8_t sum[SHA256_DIGEST_LENGTH];
	SHA2_CTX context;

	SHA256Init(&context);
	SHA256Update(&context, (const uint8_t *)bytes, len);
	SHA256Final(sum, &context);
	for (size_t n = 0; n < sizeof sum; n++)
		snprintf(out + 2 * n, 3, "%02x", sum[n]);
}
