#include "segment_lexicon.h"

#include <string.h>

struct abbreviation {
	const char *word; /* without its last full stop */
	enum stop stop;
};

/* clang-format off */
static const struct abbreviation abbreviations[] = {
	/* English: titles */
	{ "Mr", STOP_NEVER }, { "Mrs", STOP_NEVER }, { "Ms", STOP_NEVER },
	{ "Mx", STOP_NEVER }, { "Messrs", STOP_NEVER }, { "Dr", STOP_NEVER },
	{ "Prof", STOP_NEVER }, { "Sen", STOP_NEVER }, { "Sens", STOP_NEVER },
	{ "Rep", STOP_NEVER }, { "Reps", STOP_NEVER }, { "Gov", STOP_NEVER },
	{ "Gen", STOP_NEVER }, { "Lt", STOP_NEVER }, { "Col", STOP_NEVER },
	{ "Capt", STOP_NEVER }, { "Cmdr", STOP_NEVER }, { "Adm", STOP_NEVER },
	{ "Maj", STOP_NEVER }, { "Sgt", STOP_NEVER }, { "Rev", STOP_NEVER },
	{ "Hon", STOP_NEVER }, { "Pres", STOP_NEVER }, { "Supt", STOP_NEVER },
	{ "St", STOP_NEVER }, { "Mt", STOP_NEVER }, { "Ft", STOP_NEVER },
	{ "Jr", STOP_MAYBE }, { "Sr", STOP_MAYBE }, { "Esq", STOP_MAYBE },
	/* English: months and days */
	{ "Jan", STOP_NEVER }, { "Feb", STOP_NEVER }, { "Mar", STOP_NEVER },
	{ "Apr", STOP_NEVER }, { "Jun", STOP_NEVER }, { "Jul", STOP_NEVER },
	{ "Aug", STOP_NEVER }, { "Sep", STOP_NEVER }, { "Sept", STOP_NEVER },
	{ "Oct", STOP_NEVER }, { "Nov", STOP_NEVER }, { "Dec", STOP_NEVER },
	{ "Mon", STOP_MAYBE }, { "Tue", STOP_MAYBE }, { "Wed", STOP_MAYBE },
	{ "Thu", STOP_MAYBE }, { "Fri", STOP_MAYBE },
	/* English: the rest */
	{ "No", STOP_BEFORE_NUMBER }, { "Nos", STOP_BEFORE_NUMBER },
	{ "no", STOP_BEFORE_NUMBER }, { "p", STOP_BEFORE_NUMBER },
	{ "pp", STOP_BEFORE_NUMBER }, { "vol", STOP_BEFORE_NUMBER },
	{ "Vol", STOP_BEFORE_NUMBER }, { "Fig", STOP_BEFORE_NUMBER },
	{ "fig", STOP_BEFORE_NUMBER }, { "Sec", STOP_BEFORE_NUMBER },
	{ "vs", STOP_NEVER }, { "v", STOP_NEVER }, { "cf", STOP_NEVER },
	{ "ca", STOP_NEVER }, { "approx", STOP_NEVER }, { "e.g", STOP_NEVER },
	{ "i.e", STOP_NEVER }, { "etc", STOP_MAYBE }, { "al", STOP_MAYBE },
	{ "a.m", STOP_MAYBE }, { "p.m", STOP_MAYBE }, { "A.M", STOP_MAYBE },
	{ "P.M", STOP_MAYBE }, { "Inc", STOP_MAYBE }, { "Ltd", STOP_MAYBE },
	{ "Co", STOP_MAYBE }, { "Corp", STOP_MAYBE }, { "Bros", STOP_MAYBE },
	{ "Ave", STOP_MAYBE }, { "Blvd", STOP_MAYBE }, { "Dept", STOP_MAYBE },
	{ "Univ", STOP_MAYBE }, { "U.S", STOP_MAYBE }, { "U.K", STOP_MAYBE },
	{ "U.N", STOP_MAYBE }, { "E.U", STOP_MAYBE }, { "D.C", STOP_MAYBE },
	{ "U.S.A", STOP_MAYBE }, { "Ph.D", STOP_MAYBE },
	/* German */
	{ "Hr", STOP_NEVER }, { "Fr", STOP_NEVER }, { "bzw", STOP_NEVER },
	{ "vgl", STOP_NEVER }, { "Nr", STOP_BEFORE_NUMBER },
	{ "Abs", STOP_BEFORE_NUMBER }, { "Art", STOP_BEFORE_NUMBER },
	{ "Str", STOP_MAYBE }, { "usw", STOP_MAYBE }, { "z.B", STOP_NEVER },
	{ "d.h", STOP_NEVER }, { "u.a", STOP_NEVER }, { "o.g", STOP_NEVER },
	{ "Jh", STOP_MAYBE }, { "Mio", STOP_NEVER }, { "Mrd", STOP_NEVER },
	{ "sog", STOP_NEVER }, { "ehem", STOP_NEVER }, { "dt", STOP_NEVER },
	/* French */
	{ "MM", STOP_NEVER }, { "Mme", STOP_NEVER }, { "Mlle", STOP_NEVER },
	{ "Me", STOP_NEVER }, { "av", STOP_NEVER }, { "env", STOP_NEVER },
	{ "janv", STOP_NEVER }, { "f\xC3\xA9vr", STOP_NEVER }, { "juill", STOP_NEVER },
	/* Spanish */
	{ "Sra", STOP_NEVER }, { "Sres", STOP_NEVER }, { "Dra", STOP_NEVER },
	{ "Ud", STOP_NEVER }, { "Uds", STOP_NEVER }, { "EE.UU", STOP_MAYBE },
	{ "EE", STOP_NEVER }, { "UU", STOP_MAYBE }, { "Gral", STOP_NEVER },
};

static const char *const openers[] = {
	"A", "After", "Although", "An", "And", "As", "At", "Before", "But", "By",
	"For", "From", "He", "Her", "His", "However", "I", "If", "In", "It", "Its",
	"Later", "Many", "Meanwhile", "Most", "No", "Not", "On", "One", "Other", "Our",
	"She", "Since", "So", "Some", "That", "The", "Their", "Then", "There", "These",
	"They", "This", "Those", "Three", "Though", "To", "Two", "Under", "We",
	"What", "When", "Where", "While", "Who", "With", "You",
	"Das", "Der", "Die", "Doch", "Ein", "Eine", "Er", "Es", "Sie", "Wir",
	"Elle", "Elles", "Il", "Ils", "Le", "Les", "Une", "El", "La", "Los",
};

static const char *const before_ordinals[] = {
	"der", "die", "das", "den", "dem", "des", "im", "vom", "zum", "beim", "bis",
};
static const char *const months[] = {
	"Januar", "Februar", "M\xC3\xA4rz", "April", "Mai", "Juni", "Juli", "August",
	"September", "Oktober", "November", "Dezember", "Jahrhundert",
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static bool equals(const char *bytes, struct span span, const char *word)
{
	size_t len = strlen(word);

	return span_length(span) == len && !memcmp(bytes + span.start, word, len);
}

static bool in_table(const char *bytes, struct span span, const char *const *table,
		     size_t count)
{
	for (size_t n = 0; n < count; n++)
		if (equals(bytes, span, table[n]))
			return true;
	return false;
}

enum stop lexicon_stop(const char *bytes, struct span span)
{
	for (size_t n = 0; n < COUNT(abbreviations); n++)
		if (equals(bytes, span, abbreviations[n].word))
			return abbreviations[n].stop;
	return STOP_ENDS;
}

bool lexicon_opens(const char *bytes, struct span span)
{
	return in_table(bytes, span, openers, COUNT(openers));
}

bool lexicon_before_ordinal(const char *bytes, struct span span)
{
	return in_table(bytes, span, before_ordinals, COUNT(before_ordinals));
}

bool lexicon_is_month(const char *bytes, struct span span)
{
	return in_table(bytes, span, months, COUNT(months));
}
