/*
 * What reading and appending share. Only the sidecar*.c files include this.
 */
#ifndef SIDECAR_PARTS_H
#define SIDECAR_PARTS_H

#include "sidecar.h"

/* Opens what stands under the name, if anything does, in place of what was open. */
MUST_USE bool sidecar_reopen(struct sidecar *car, struct err *err);

/* True if the name still leads to the open file; false too where nothing stands there. */
bool sidecar_is_current(const struct sidecar *car);

/* Takes `fd` as the file from now on; closes the one before. -1 for none. */
void sidecar_adopt(struct sidecar *car, int fd, const struct stat *stat);

/* "NAME: what", and what the system says. Returns false. */
bool sidecar_trouble(const struct sidecar *car, int number, const char *what, struct err *err);

#endif
