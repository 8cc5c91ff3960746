/*
 * Undo and redo. Each person has two stacks of steps, kept as lists through the
 * steps themselves, so that a step leaves the middle of one in constant time: a
 * file that undoes a hundred thousand steps in the worst order still loads in
 * linear time, and no key ever waits for a walk over all steps.
 */
#include "array.h"
#include "marks_parts.h"

#include <stdlib.h>
#include <string.h>

static uint64_t hash_string(const struct map *map, const char *string)
{
	return hash_bytes(string, strlen(string), map->seed);
}

static uint64_t step_hash(const struct marks *marks, const char *id, const char *creator)
{
	return hash_bytes(creator, strlen(creator), hash_string(&marks->step_ids, id));
}

static uint32_t find_step(const struct marks *marks, const char *id, const char *creator)
{
	size_t cursor = 0;
	uint32_t n;

	while (map_next(&marks->step_ids, step_hash(marks, id, creator), &cursor, &n)) {
		const struct mark_step *step = &marks->steps.items[n];

		if (!strcmp(step->id, id) && !strcmp(step->creator, creator))
			return n;
	}
	return MARKS_NO_STEP;
}

static struct mark_person *find_person(const struct marks *marks, const char *name)
{
	size_t cursor = 0;
	uint32_t n;

	while (map_next(&marks->names, hash_string(&marks->names, name), &cursor, &n)) {
		if (!strcmp(marks->people.items[n].name, name))
			return &marks->people.items[n];
	}
	return NULL;
}

static struct mark_person *make_person(struct marks *marks, const char *name, struct err *err)
{
	struct mark_person *person = find_person(marks, name);
	char *copy;

	if (person)
		return person;
	copy = arena_string(&marks->arena, name);
	if (!copy) {
		err_memory(err);
		return NULL;
	}
	if (!ARRAY_RESERVE(&marks->people, 1, err) ||
	    !map_add(&marks->names, hash_string(&marks->names, name),
		     (uint32_t)marks->people.count, err))
		return NULL;
	person = &marks->people.items[marks->people.count++];
	*person = (struct mark_person){ copy, { MARKS_NO_STEP, MARKS_NO_STEP } };
	return person;
}

static void leave_stack(struct marks *marks, uint32_t n)
{
	struct mark_step *steps = marks->steps.items, *step = &steps[n];

	if (step->above != MARKS_NO_STEP)
		steps[step->above].below = step->below;
	else
		marks->people.items[step->person].top[step->stack] = step->below;
	if (step->below != MARKS_NO_STEP)
		steps[step->below].above = step->above;
	step->stack = STACK_NONE;
	step->below = step->above = MARKS_NO_STEP;
}

static void push(struct marks *marks, uint32_t n, enum mark_stack stack)
{
	struct mark_step *steps = marks->steps.items, *step = &steps[n];
	uint32_t *top = &marks->people.items[step->person].top[stack];

	step->stack = stack;
	step->below = *top;
	if (*top != MARKS_NO_STEP)
		steps[*top].above = n;
	*top = n;
}

/*
 * What a new step does to its person's stacks. One that reverses a step that can be
 * undone is what redo reverses next, and the other way round; one that reverses a step
 * which nobody knows (compacted away) can't be reversed itself.
 */
static void place_step(struct marks *marks, uint32_t n)
{
	const struct mark_step *step = &marks->steps.items[n];
	const uint32_t *redo = &marks->people.items[step->person].top[STACK_REDO];
	enum mark_stack stack;
	uint32_t reversed;

	if (!*step->undoes) {
		while (*redo != MARKS_NO_STEP)
			leave_stack(marks, *redo);
		push(marks, n, STACK_UNDO);
		return;
	}
	reversed = find_step(marks, step->undoes, step->creator);
	if (reversed == MARKS_NO_STEP || marks->steps.items[reversed].stack == STACK_NONE)
		return;
	stack = marks->steps.items[reversed].stack;
	leave_stack(marks, reversed);
	push(marks, n, stack == STACK_UNDO ? STACK_REDO : STACK_UNDO);
}

static bool add_step(struct marks *marks, const struct mark_step *step, const char *creator,
		     struct err *err)
{
	const struct mark_person *person = make_person(marks, creator, err);
	uint32_t n = (uint32_t)marks->steps.count;
	struct mark_step *added;

	if (!person || !ARRAY_RESERVE(&marks->steps, 1, err))
		return false;
	added = &marks->steps.items[n];
	*added = *step;
	added->id = arena_string(&marks->arena, step->id);
	added->undoes = *step->undoes ? arena_string(&marks->arena, step->undoes) : "";
	if (!added->id || !added->undoes)
		return err_memory(err);
	added->creator = person->name;
	added->person = (uint32_t)(person - marks->people.items);
	if (!map_add(&marks->step_ids, step_hash(marks, step->id, creator), n, err))
		return false;
	marks->steps.count++;
	if (*step->id)
		place_step(marks, n);
	return true;
}

bool marks_step_of(struct marks *marks, const struct mark *mark, uint32_t *n, struct err *err)
{
	const char *creator = *mark->step ? mark->creator : "";
	const struct mark_step step = { .id = mark->step,
					.undoes = mark->undoes,
					.below = MARKS_NO_STEP,
					.above = MARKS_NO_STEP,
					.stack = STACK_NONE };

	*n = find_step(marks, mark->step, creator);
	if (*n != MARKS_NO_STEP)
		return true;
	*n = (uint32_t)marks->steps.count;
	return add_step(marks, &step, creator, err);
}

static size_t on_stack(const struct marks *marks, const char *creator, enum mark_stack stack,
		       size_t depth)
{
	const struct mark_person *person = find_person(marks, creator);
	uint32_t n = person ? person->top[stack] : MARKS_NO_STEP;

	while (n != MARKS_NO_STEP && depth--)
		n = marks->steps.items[n].below;
	return n == MARKS_NO_STEP ? MARKS_NONE : n;
}

size_t marks_undo(const struct marks *marks, const char *creator, size_t depth)
{
	return on_stack(marks, creator, STACK_UNDO, depth);
}

size_t marks_redo(const struct marks *marks, const char *creator)
{
	return on_stack(marks, creator, STACK_REDO, 0);
}

/* What a reversal is being made from: for each record its place in `out`, from 1. */
struct reversing {
	const struct marks *marks;
	size_t step;
	uint32_t *places;
	int32_t *lowest; /* rev in that step, of each place */
	struct mark_reversal *out;
	size_t count;
};

static void note_touched(struct reversing *r)
{
	for (size_t n = 0; n < r->marks->lines.count; n++) {
		const struct mark_line *line = &r->marks->lines.items[n];
		uint32_t *place = &r->places[line->record];

		if (line->step != r->step)
			continue;
		if (!*place) {
			r->out[r->count] = (struct mark_reversal){ line->record, MARKS_NONE };
			r->lowest[r->count] = line->rev;
			*place = (uint32_t)++r->count;
		} else if (line->rev < r->lowest[*place - 1]) {
			r->lowest[*place - 1] = line->rev;
		}
	}
}

static void find_before(struct reversing *r)
{
	for (size_t n = 0; n < r->marks->lines.count; n++) {
		const struct mark_line *line = &r->marks->lines.items[n];
		uint32_t place = r->places[line->record];
		size_t *best;

		if (!place || line->rev >= r->lowest[place - 1])
			continue;
		best = &r->out[place - 1].line;
		if (*best == MARKS_NONE || line->rev > r->marks->lines.items[*best].rev)
			*best = n;
	}
}

static size_t count_lines(const struct marks *marks, size_t step)
{
	size_t count = 0;

	for (size_t n = 0; n < marks->lines.count; n++)
		count += marks->lines.items[n].step == step;
	return count;
}

bool marks_reversals(const struct marks *marks, size_t step, struct mark_reversal **out,
		     size_t *count, struct err *err)
{
	size_t most = count_lines(marks, step) + 1;
	struct reversing r = {
		.marks = marks,
		.step = step,
		.places = calloc(marks->records.count + 1, sizeof *r.places),
		.lowest = calloc(most, sizeof *r.lowest),
		.out = calloc(most, sizeof *r.out),
	};
	bool done = r.places && r.lowest && r.out;

	if (done) {
		note_touched(&r);
		find_before(&r);
		*out = r.out;
		*count = r.count;
	} else {
		free(r.out);
		err_memory(err);
	}
	free(r.places);
	free(r.lowest);
	return done;
}
