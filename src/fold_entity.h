/*
 * What scraping leaves of HTML: character references that nobody decoded, or that were
 * escaped twice ("&amp;nbsp;").
 */
#ifndef FOLD_ENTITY_H
#define FOLD_ENTITY_H

#include "utf8.h"

/*
 * True if a character reference such as "&nbsp;" or "&#39;", perhaps escaped twice, stands at
 * bytes[0], a '&'; `u` then is what it means, with the bytes that it takes.
 */
bool fold_entity(const char *bytes, size_t len, struct utf8 *u);

#endif
