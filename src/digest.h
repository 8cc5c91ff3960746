/*
 * The name of a text by its bytes: "ni:///sha-256;…" (RFC 6920), base64url
 * without padding, of what `sha256sum` would hash, a byte order mark included.
 * A big text is hashed in slices, so that no key waits for it.
 */
#ifndef DIGEST_H
#define DIGEST_H

#include "compiler.h"
#include "text.h"

#include <sha2.h>

#define DIGEST_NAME 60 /* "ni:///sha-256;", 43 characters and a NUL, with room */

struct digest {
	SHA2_CTX context;
	size_t done; /* bytes hashed, of the file */
	bool complete;
	char name[DIGEST_NAME];
};

void digest_init(struct digest *digest);

/* Hashes up to `most` further bytes of the text. True once `name` is there. */
bool digest_work(struct digest *digest, const struct text *text, size_t most);

/* SHA-256 of a string in 64 hexadecimal digits, for file names. */
void digest_hex(const char *bytes, size_t len, char out[65]);

#endif
