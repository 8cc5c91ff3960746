/*
 * Stops are not stored: each step looks through the offers or the placed marks from the
 * focus on. Border steps are in walk_border.c.
 */
#include "walk.h"

/* Of a text longer than the window, how far one key looks for the next stop. */
#define LOOK_MAX ((size_t)4 << 20)

/* Where a stop stands among others: by start, the longer first, then `tie`. */
struct order {
	struct span span;
	uint32_t tie;
};

static int compare(struct order a, struct order b)
{
	int order = span_compare(a.span, b.span);

	if (order)
		return order;
	return a.tie < b.tie ? -1 : a.tie > b.tie;
}

static bool visible(const struct article *article, struct span span)
{
	struct hidden hidden;

	return !article_hidden(article, span.start, &hidden);
}

/* True if an earlier visible mention of the name, from the walk's beginning round the
 * text's end, is the stop instead. */
static bool named_before(const struct article *article, size_t origin, size_t n)
{
	const struct offers *offers = &article->offers;
	const struct suggestion *here = &offers->items[n].suggestion;
	bool wrapped = here->span.start < origin;

	for (size_t other = 0; other < offers->count; other++) {
		const struct suggestion *there = &offers->items[other].suggestion;
		bool beyond = there->span.start >= origin;

		if (there->name != here->name || other == n)
			continue;
		if ((wrapped ? beyond || other < n : beyond && other < n) &&
		    visible(article, there->span))
			return true;
	}
	return false;
}

static bool is_stop(const struct article *article, const struct walk *walk, size_t n)
{
	const struct offer *offer = &article->offers.items[n];
	const struct suggestion *suggestion = &offer->suggestion;

	if (offer->hidden || walk->shown != SHOW_ALL ||
	    (walk->kind == WALK_KIND && suggestion->kind != walk->of) ||
	    !visible(article, suggestion->span))
		return false;
	return !suggestion->name || (!offer->taken && !named_before(article, walk->origin, n));
}

/* True if the focus is one of the walk's own stops, so that "behind it" means in their order.
 */
static bool within(const struct walk *walk, const struct focus *focus)
{
	switch (walk->kind) {
	case WALK_KIND:
		return focus->what == FOCUS_SUGGESTION && focus->kind == walk->of;
	case WALK_ALL:
		return focus->what == FOCUS_SUGGESTION;
	case WALK_MARKS:
		return focus->what == FOCUS_MARK;
	case WALK_NONE:
		break;
	}
	return false;
}

static struct order order_of_focus(const struct focus *focus)
{
	if (focus->what == FOCUS_MARK)
		return (struct order){ focus->span, focus->record };
	return (struct order){ focus->born, focus->kind };
}

/* True if a stop there comes after the focus, or the place. */
static bool behind(const struct walk *walk, const struct focus *focus, size_t place,
		   struct order stop)
{
	if (focus->what == FOCUS_NONE)
		return stop.span.start >= place;
	if (within(walk, focus))
		return compare(stop, order_of_focus(focus)) > 0;
	return stop.span.end > focus->span.start;
}

static bool before(const struct walk *walk, const struct focus *focus, size_t place,
		   struct order stop)
{
	if (focus->what == FOCUS_NONE)
		return stop.span.start < place;
	if (within(walk, focus))
		return compare(stop, order_of_focus(focus)) < 0;
	return stop.span.start < focus->span.start;
}

static struct focus focus_on_offer(const struct offer *offer)
{
	const struct suggestion *suggestion = &offer->suggestion;

	return (struct focus){ .what = FOCUS_SUGGESTION,
			       .span = suggestion->span,
			       .born = suggestion->span,
			       .kind = suggestion->kind,
			       .type = suggestion->type,
			       .score = suggestion->score,
			       .speaker = suggestion->speaker };
}

static struct order order_of_offer(const struct offer *offer)
{
	return (struct order){ offer->suggestion.span, offer->suggestion.kind };
}

/* One window's stops. */
static bool next_offer(const struct article *article, const struct walk *walk,
		       const struct focus *focus, size_t place, struct focus *next)
{
	const struct offers *offers = &article->offers;

	for (size_t n = 0; n < offers->count; n++) {
		const struct offer *offer = &offers->items[n];

		if (!behind(walk, focus, place, order_of_offer(offer)) ||
		    !is_stop(article, walk, n))
			continue;
		*next = focus_on_offer(offer);
		return true;
	}
	return false;
}

static bool previous_offer(const struct article *article, const struct walk *walk,
			   const struct focus *focus, size_t place, struct focus *previous)
{
	const struct offers *offers = &article->offers;

	for (size_t n = offers->count; n-- > 0;) {
		const struct offer *offer = &offers->items[n];

		if (!before(walk, focus, place, order_of_offer(offer)) ||
		    !is_stop(article, walk, n))
			continue;
		*previous = focus_on_offer(offer);
		return true;
	}
	return false;
}

static bool next_suggestion(struct article *article, const struct walk *walk,
			    const struct focus *focus, size_t place, struct focus *next)
{
	size_t from = focus->what == FOCUS_NONE ? place : focus->span.start, around = from;

	for (;;) {
		const struct offers *offers = article_offers(article, around);

		if (next_offer(article, walk, focus, place, next))
			return true;
		if (offers->window.end >= article->text.len ||
		    offers->window.end - from > LOOK_MAX)
			return false;
		around = offers->window.end;
	}
}

static bool previous_suggestion(struct article *article, const struct walk *walk,
				const struct focus *focus, size_t place, struct focus *previous)
{
	size_t from = focus->what == FOCUS_NONE ? place : focus->span.start, around = from;

	for (;;) {
		const struct offers *offers = article_offers(article, around);

		if (previous_offer(article, walk, focus, place, previous))
			return true;
		if (!offers->window.start || from - offers->window.start > LOOK_MAX)
			return false;
		around = offers->window.start;
	}
}

bool walk_sees_all(const struct article *article, const struct walk *walk, size_t from,
		   int direction)
{
	size_t ahead = direction > 0 ? article->text.len - from : from;

	return walk->kind == WALK_MARKS || ahead <= LOOK_MAX;
}

struct focus focus_on(const struct article *article, uint32_t record)
{
	const struct placed *placed = article_placed(article, record);
	const struct mark *mark = &article->marks.records.items[record].mark;

	if (!placed || span_empty(placed->span))
		return (struct focus){ .what = FOCUS_NONE };
	return (struct focus){ .what = FOCUS_MARK,
			       .span = placed->span,
			       .born = placed->span,
			       .kind = mark->kind,
			       .type = mark->type,
			       .record = record };
}

static bool is_mark_stop(const struct article *article, const struct walk *walk,
			 const struct placed *placed)
{
	const struct mark *mark = &article->marks.records.items[placed->record].mark;

	return mark->kind != MARK_DISMISSED && !span_empty(placed->span) &&
	       (placed->own || walk->shown != SHOW_OWN) && visible(article, placed->span);
}

static bool next_mark(const struct article *article, const struct walk *walk,
		      const struct focus *focus, size_t place, struct focus *next)
{
	const struct placed_list *list = &article->placed;

	for (size_t n = 0; n < list->count; n++) {
		struct order order = { list->items[n].span, list->items[n].record };

		if (!behind(walk, focus, place, order) ||
		    !is_mark_stop(article, walk, &list->items[n]))
			continue;
		*next = focus_on(article, list->items[n].record);
		return true;
	}
	return false;
}

static bool previous_mark(const struct article *article, const struct walk *walk,
			  const struct focus *focus, size_t place, struct focus *previous)
{
	const struct placed_list *list = &article->placed;

	for (size_t n = list->count; n-- > 0;) {
		struct order order = { list->items[n].span, list->items[n].record };

		if (!before(walk, focus, place, order) ||
		    !is_mark_stop(article, walk, &list->items[n]))
			continue;
		*previous = focus_on(article, list->items[n].record);
		return true;
	}
	return false;
}

bool walk_next(struct article *article, const struct walk *walk, const struct focus *focus,
	       size_t place, struct focus *next)
{
	return walk->kind == WALK_MARKS ? next_mark(article, walk, focus, place, next)
					: next_suggestion(article, walk, focus, place, next);
}

bool walk_previous(struct article *article, const struct walk *walk, const struct focus *focus,
		   size_t place, struct focus *previous)
{
	return walk->kind == WALK_MARKS
		       ? previous_mark(article, walk, focus, place, previous)
		       : previous_suggestion(article, walk, focus, place, previous);
}
