/*
 * Paragraphs of an article for tests of the command line.
 */
#ifndef ISLAND_H
#define ISLAND_H

/* clang-format off */
#define BOAT \
	"The last boat left the harbour of Ostravik at six on Tuesday evening, although " \
	"the wind had turned to the north and nobody on board had looked at the sky."
#define KEEPER \
	"Its keeper, Marta Lund, had painted the hull green only a week before, and the " \
	"paint, which her brother mixed in a bucket behind the smithy, was not yet dry."
#define WIND \
	"Towards noon the people of the island heard a bell far out on the water, and " \
	"those who had boats of their own went down to the quay to look for a light."
/* clang-format on */

#endif
