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

/* What a step is looked for by. */
struct step {
	const struct walk *walk;
	const struct focus *focus;
	size_t place;
	int direction;
};

/* True if a stop there comes after the focus, or the place. */
static bool behind(const struct step *step, struct order stop)
{
	const struct focus *focus = step->focus;

	if (focus->what == FOCUS_NONE)
		return stop.span.start >= step->place;
	if (within(step->walk, focus))
		return compare(stop, order_of_focus(focus)) > 0;
	return stop.span.end > focus->span.start;
}

static bool before(const struct step *step, struct order stop)
{
	const struct focus *focus = step->focus;

	if (focus->what == FOCUS_NONE)
		return stop.span.start < step->place;
	if (within(step->walk, focus))
		return compare(stop, order_of_focus(focus)) < 0;
	return stop.span.start < focus->span.start;
}

static bool is_ahead(const struct step *step, struct order stop)
{
	return step->direction > 0 ? behind(step, stop) : before(step, stop);
}

/* The nth of `count` in the step's direction. */
static size_t nth(const struct step *step, size_t n, size_t count)
{
	return step->direction > 0 ? n : count - 1 - n;
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
static bool find_offer(const struct article *article, const struct step *step,
		       struct focus *found)
{
	const struct offers *offers = &article->offers;

	for (size_t i = 0; i < offers->count; i++) {
		size_t n = nth(step, i, offers->count);
		const struct offer *offer = &offers->items[n];

		if (!is_ahead(step, order_of_offer(offer)) || !is_stop(article, step->walk, n))
			continue;
		*found = focus_on_offer(offer);
		return true;
	}
	return false;
}

/* Where the window at hand is left; false at the text's end, or after LOOK_MAX. */
static bool leave_window(const struct article *article, const struct step *step, size_t from,
			 size_t *around)
{
	const struct span window = article->offers.window;

	if (step->direction > 0) {
		*around = window.end;
		return window.end < article->text.len && window.end - from <= LOOK_MAX;
	}
	*around = window.start;
	return window.start && from - window.start <= LOOK_MAX;
}

static bool find_suggestion(struct article *article, const struct step *step,
			    struct focus *found)
{
	size_t from = step->focus->what == FOCUS_NONE ? step->place : step->focus->span.start;
	size_t around = from;

	do {
		article_offers(article, around);
		if (find_offer(article, step, found))
			return true;
	} while (leave_window(article, step, from, &around));
	return false;
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

static bool find_mark(const struct article *article, const struct step *step,
		      struct focus *found)
{
	const struct placed_list *list = &article->placed;

	for (size_t i = 0; i < list->count; i++) {
		const struct placed *placed = &list->items[nth(step, i, list->count)];
		struct order order = { placed->span, placed->record };

		if (!is_ahead(step, order) || !is_mark_stop(article, step->walk, placed))
			continue;
		*found = focus_on(article, placed->record);
		return true;
	}
	return false;
}

static bool find_stop(struct article *article, const struct step *step, struct focus *found)
{
	return step->walk->kind == WALK_MARKS ? find_mark(article, step, found)
					      : find_suggestion(article, step, found);
}

bool walk_next(struct article *article, const struct walk *walk, const struct focus *focus,
	       size_t place, struct focus *next)
{
	return find_stop(article, &(struct step){ walk, focus, place, +1 }, next);
}

bool walk_previous(struct article *article, const struct walk *walk, const struct focus *focus,
		   size_t place, struct focus *previous)
{
	return find_stop(article, &(struct step){ walk, focus, place, -1 }, previous);
}
