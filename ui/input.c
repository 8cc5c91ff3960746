#include "input.h"

#include "utf8.h"

#include <string.h>

/* How long after an escape a bracket still belongs to it: a slow line tears sequences. */
#define TORN_MS 1000

void input_init(struct input *input)
{
	*input = (struct input){ .pasted = BUF_EMPTY };
}

void input_release(struct input *input)
{
	buf_release(&input->pasted);
}

static void begin_paste(struct input *input)
{
	input->state = INPUT_PASTE;
	input->in_paste = true;
	buf_clear(&input->pasted);
}

static enum input_kind end_paste(struct input *input)
{
	input->state = INPUT_PLAIN;
	input->in_paste = false;
	return INPUT_PASTED;
}

static void add_pasted(struct input *input, int key)
{
	char out[UTF8_MAX];

	if (key <= 0 || key >= K_NAMED || input->pasted.len > INPUT_PASTE_MAX)
		return;
	buf_add(&input->pasted, out, utf8_encode((uint32_t)key, out));
}

static void begin_escape(struct input *input, const struct input_key *typed)
{
	input->state = INPUT_ESCAPED;
	input->since = typed->now;
	input->silent = typed->more;
}

static void back(struct input *input)
{
	input->state = input->in_paste ? INPUT_PASTE : INPUT_PLAIN;
}

/* The key behind an escape. */
static enum input_kind escaped(struct input *input, const struct input_key *typed, int *key)
{
	bool late = typed->now - input->since > TORN_MS;

	if (!late && typed->key == '[') {
		input->state = INPUT_SEQUENCE;
		input->len = 0;
		return INPUT_NOTHING;
	}
	if (!late && typed->key == 'O') {
		input->state = INPUT_SINGLE;
		return INPUT_NOTHING;
	}
	back(input);
	if (input->silent && !late)
		return INPUT_NOTHING;
	return input_take(input, typed, key);
}

static bool parameters_are(const struct input *input, const char *parameters)
{
	return input->len == strlen(parameters) &&
	       !memcmp(input->parameters, parameters, input->len);
}

/* Inside ESC [: digits and signs, up to a final byte of 40 to 7E (ECMA-48, section 5.4). */
static enum input_kind sequence(struct input *input, const struct input_key *typed)
{
	bool final = typed->key >= 0x40 && typed->key <= 0x7E;

	if (!final && typed->key >= 0x20 && typed->key < 0x40) {
		if (input->len < sizeof input->parameters)
			input->parameters[input->len++] = (char)typed->key;
		return INPUT_NOTHING;
	}
	back(input);
	if (typed->key == '~' && parameters_are(input, "200"))
		begin_paste(input);
	else if (typed->key == '~' && parameters_are(input, "201") && input->in_paste)
		return end_paste(input);
	return INPUT_NOTHING;
}

static enum input_kind pasting(struct input *input, const struct input_key *typed)
{
	if (typed->key == K_PASTE_END)
		return end_paste(input);
	if (typed->key == K_ESCAPE)
		begin_escape(input, typed);
	else
		add_pasted(input, typed->key);
	return INPUT_NOTHING;
}

static enum input_kind plain_key(struct input *input, const struct input_key *typed, int *key)
{
	*key = typed->key;
	if (typed->key == K_PASTE_BEGIN)
		begin_paste(input);
	else if (typed->key == K_ESCAPE)
		begin_escape(input, typed);
	if (typed->key == K_PASTE_BEGIN || typed->key == K_PASTE_END ||
	    typed->key == K_UNKNOWN || (typed->key == K_ESCAPE && typed->more))
		return INPUT_NOTHING;
	return INPUT_KEY;
}

/* True for what ends a sequence that isn't whole: time, or the beginning of another one. Or a
 * paste behind a torn sequence would run as keys. */
static bool gives_up(const struct input *input, const struct input_key *typed)
{
	bool begins = typed->key == K_ESCAPE || typed->key == K_PASTE_BEGIN ||
		      typed->key == K_PASTE_END;

	if (input->state == INPUT_PLAIN || input->state == INPUT_PASTE)
		return false;
	return begins || (input->state != INPUT_ESCAPED && typed->now - input->since > TORN_MS);
}

enum input_kind input_take(struct input *input, const struct input_key *typed, int *key)
{
	if (gives_up(input, typed))
		back(input);
	switch (input->state) {
	case INPUT_ESCAPED:
		return escaped(input, typed, key);
	case INPUT_SEQUENCE:
		return sequence(input, typed);
	case INPUT_SINGLE:
		back(input);
		return INPUT_NOTHING;
	case INPUT_PASTE:
		return pasting(input, typed);
	case INPUT_PLAIN:
		break;
	}
	return plain_key(input, typed, key);
}
