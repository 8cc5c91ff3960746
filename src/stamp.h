/*
 * Names and times for new records.
 */
#ifndef STAMP_H
#define STAMP_H

#include "compiler.h"
#include "err.h"

#define STAMP_TIME 21 /* "2026-11-23T17:12:00Z" and a NUL */
#define STAMP_ID   46 /* "urn:uuid:" and 36 characters and a NUL */
#define STAMP_STEP 17 /* 16 hexadecimal digits and a NUL */

/* Now, in UTC. */
void stamp_time(char out[STAMP_TIME]);

/*
 * A random (version 4) UUID as an IRI: a time-ordered one would tell the hour and
 * lie with the clock. Fails where the system gives no random bytes.
 */
MUST_USE bool stamp_id(char out[STAMP_ID], struct err *err);

/* One id for each thing the user did. */
MUST_USE bool stamp_step(char out[STAMP_STEP], struct err *err);

#endif
