/*
 * `fold --fingerprints`: what other programs need to find paragraphs that files share.
 */
#ifndef FINGERPRINTS_H
#define FINGERPRINTS_H

#include "file_list.h"

/*
 * Prints an object for each paragraph that has words: "fingerprint" (fold_prints.h), "file"
 * and "n", the line it begins on. Errors are said.
 */
void fingerprints_print(struct program *program, const struct listed *file);

#endif
