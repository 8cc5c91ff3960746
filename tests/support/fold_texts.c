#include "fold_texts.h"

#include <string.h>

struct choices {
	const uint8_t *at;
	size_t left;
};

/* 0 when all were made. */
static unsigned choose(struct choices *choices, size_t below)
{
	if (!choices->left)
		return 0;
	choices->left--;
	return *choices->at++ % (unsigned)below;
}

#define COUNT(table)	       (sizeof(table) / sizeof *(table))
#define CHOOSE(choices, table) (table)[choose(choices, COUNT(table))]

/* Each is parted by ". " into sentences that can stand alone. */
static const char *const prose[] = {
	"The ferry left the mole of Skarvik at noon although the storm had not yet passed, and "
	"none of those who were on board had been told of it.",
	"Nobody at the harbour office would say on Monday who had signed the order, or why the "
	"guard had been sent home an hour before.",
	"It had been a quiet winter. The boats lay under the snow. Only the smith had work, "
	"and "
	"even he closed his door before the lamps were lit.",
	"“We were never asked,” said Tora Nes, who owns the last smokehouse on the island, "
	"“and "
	"we will not pay 1,200 crowns for a pier that nobody wants.”",
	"The council will vote on 14 March 2024 on whether 3.5% of the fees may go to the "
	"school, "
	"which has had no roof since the fire.",
	"A second report, read aloud by the mayor, names two firms and a bank in the capital; "
	"all "
	"three have said that they know nothing of the matter.",
	"港口在冬天关闭。渔民说他们会等到春天再出海，市议会星期二晚上作出了这个决定。",
	"Гавань будет закрыта до весны, решил городской совет во вторник вечером, и рыбаки "
	"останутся на берегу до первого тепла.",
	"قال رئيس البلدية إن الميناء سيبقى مغلقا حتى الربيع، وإن الصيادين سيحصلون على تعويض عن "
	"كل يوم لا يبحرون فيه.",
	"ท่าเรือจะปิดจนกว่าน้ำแข็งจะละลาย สภาเมืองตัดสินใจเมื่อเย็นวันอังคาร",
	"Die Fähre ist 48 Meter lang, fährt seit 1987 zwischen den Inseln und soll nun nach "
	"Süden "
	"verkauft werden, wie der Rat am Freitag beschloss.",
	"Whoever enters the harbour of another without leave of its master shall pay a fine of "
	"ten days, or of twenty if it was dark.",
};

static const char *const lines[] = {
	"Yes.",
	"No.",
	"What do the people of the island say?",
	"The attempt is punished.",
	"Oh, the ice, the ice",
	"Tora Nes:",
	"Harbour of Skarvik stays shut",
	"By Tora Nes",
	"3-1",
	"Lunch: rice, beans, apples, tea",
	"***",
	"12 March 2024",
	"3 hours ago",
	"SPORT",
	"- the pier",
	"Related",
	"Read more",
	"You may also like",
	"相关新闻",
	"ADVERTISEMENT",
	"Sign up for our newsletter",
	"© 2024 The Skarvik Post. All rights reserved.",
	"Read more: Ten piers that changed a coast",
	">> Who owns the ice",
	"Ten bridges to see before summer",
	"Why the herring stayed away this year",
	"Gardeners of Ostby grow melons under glass",
	"Choir from Halden wins at festival in Prague",
	"Boats froze.",
	"The town had sold its only breaker in the spring to pay for a new school.",
	"﷽",
	"e\xCC\x81\xCC\x81\xCC\x81 \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
	"\xFF\xFE\xED\xA0\x80 \xE2\x82",
	"&amp;amp; &nbsp;&#8217;&#x110000;",
	"\xEF\xBB\xBF",
};

static const char *const words[] = { "15",    "not", "Friday", "Lund", "reportedly", "-5",
				     "“old”", "and", "2025",   "é",    "warned" };

static const char *const ends[] = {
	"\n",	  "\n",	      "\n",	  "\n", "\r\n", "\n\n",	    "\n \t\n",
	"\r\r\n", "\n\f\v\n", "\r\n\r\n", "\r", " ",	"\n\n\n\n", "",
};

static const char *const cuts[] = { "…", "...", "... Read more", " [&hellip;]", "" };

/* The place behind the first `count` blanks. */
static size_t behind_words(const char *from, size_t count)
{
	size_t at = 0;

	while (from[at] && count)
		count -= from[at++] == ' ';
	return at;
}

/* One word gives way to another, or stands before it. */
static void add_changed(struct choices *choices, const char *from, struct buf *out)
{
	size_t at = behind_words(from, choose(choices, 30));

	buf_add(out, from, at);
	buf_add_string(out, CHOOSE(choices, words));
	if (choose(choices, 2))
		buf_add_char(out, ' ');
	else
		at += strcspn(from + at, " ");
	buf_add_string(out, from + at);
}

/* The same words in other characters. */
static void add_retyped(struct choices *choices, const char *from, struct buf *out)
{
	const unsigned way = choose(choices, 4);

	for (; *from; from++) {
		if (way == 0 && *from >= 'a' && *from <= 'z')
			buf_add_char(out, (char)(*from - 'a' + 'A'));
		else if (way == 1 && *from == ' ')
			buf_add_string(out, "\xC2\xA0 ");
		else if (way == 2 && *from == 'i')
			buf_add_string(out, "i\xC2\xAD");
		else if (way == 3 && *from == ',')
			buf_add_string(out, " –");
		else
			buf_add_char(out, *from);
	}
}

/* Hard-wrapped: some blanks are line ends. */
static void add_wrapped(struct choices *choices, const char *from, struct buf *out)
{
	const size_t width = 20 + choose(choices, 60);
	size_t column = 0;

	for (; *from; from++, column++) {
		const bool breaks = *from == ' ' && column >= width;

		buf_add_char(out, breaks ? '\n' : *from);
		column = breaks ? 0 : column;
	}
}

static void add_sentence(struct choices *choices, const char *from, struct buf *out)
{
	const char *stop;

	for (unsigned skip = choose(choices, 3); skip && (stop = strstr(from, ". ")); skip--)
		from = stop + 2;
	stop = strstr(from, ". ");
	buf_add(out, from, stop ? (size_t)(stop - from) + 1 : strlen(from));
}

static void add_raw(struct choices *choices, struct buf *out)
{
	size_t len = choose(choices, 32);

	len = len < choices->left ? len : choices->left;
	buf_add(out, choices->at, len);
	choices->at += len;
	choices->left -= len;
}

static void add_cut(struct choices *choices, const char *from, struct buf *out)
{
	buf_add(out, from, behind_words(from, 4 + choose(choices, 16)));
	buf_add_string(out, CHOOSE(choices, cuts));
}

static void add_paragraph(struct choices *choices, struct buf *out)
{
	const unsigned kind = choose(choices, 16);
	const char *from = CHOOSE(choices, prose);

	switch (kind) {
	case 0:
		add_changed(choices, from, out);
		return;
	case 1:
		add_retyped(choices, from, out);
		return;
	case 2:
		add_wrapped(choices, from, out);
		return;
	case 3:
		add_cut(choices, from, out);
		return;
	case 4:
		add_sentence(choices, from, out);
		return;
	case 5:
		buf_add_string(out, from);
		buf_add_char(out, ' ');
		buf_add_string(out, CHOOSE(choices, prose));
		return;
	case 6:
		add_raw(choices, out);
		return;
	default:
		buf_add_string(out, kind < 11 ? CHOOSE(choices, lines) : from);
	}
}

void fold_texts_make(const uint8_t *bytes, size_t len, struct buf *out)
{
	struct choices choices = { bytes, len };

	while (choices.left) {
		add_paragraph(&choices, out);
		buf_add_string(out, CHOOSE(&choices, ends));
	}
}
