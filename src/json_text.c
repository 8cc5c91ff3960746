#include "json.h"
#include "plain.h"
#include "utf8.h"

/* Bytes at the start that are printable ASCII without an escape: nearly all of them. */
static size_t plain_run(const char *bytes, size_t len, const char *special)
{
	size_t n = 0;

	while (n < len && bytes[n] >= ' ' && bytes[n] <= '~' && bytes[n] != special[0] &&
	       bytes[n] != special[1])
		n++;
	return n;
}

static void add_escape(struct buf *out, uint32_t point)
{
	if (point < 0x10000) {
		buf_printf(out, "\\u%04x", point);
		return;
	}
	point -= 0x10000;
	buf_printf(out, "\\u%04x\\u%04x", 0xd800 + (point >> 10), 0xdc00 + (point & 0x3ff));
}

static void add_point(struct buf *out, const char *bytes, const struct utf8 *point)
{
	static const char short_escapes[][2] = {
		{ '"', '"' }, { '\\', '\\' }, { '\n', 'n' }, { '\t', 't' }, { '\r', 'r' }
	};

	for (size_t n = 0; n < sizeof short_escapes / sizeof *short_escapes; n++) {
		if (point->point == (unsigned char)short_escapes[n][0]) {
			buf_add_char(out, '\\');
			buf_add_char(out, short_escapes[n][1]);
			return;
		}
	}
	if (!point->valid)
		buf_add_string(out, "\xef\xbf\xbd");
	else if (plain_hidden(point->point))
		add_escape(out, point->point);
	else
		buf_add(out, bytes, point->len);
}

/* What is still to be added. */
struct rest {
	const char *bytes;
	size_t len;
};

/* Adds what may stand as it is; false at the end, else takes the point behind it. */
static bool add_run(struct buf *out, struct rest *rest, const char *special, struct utf8 *point)
{
	size_t run = plain_run(rest->bytes, rest->len, special);

	buf_add(out, rest->bytes, run);
	rest->bytes += run;
	rest->len -= run;
	if (!rest->len)
		return false;
	*point = utf8_decode(rest->bytes, rest->len);
	rest->bytes += point->len;
	rest->len -= point->len;
	return true;
}

void json_add_string(struct buf *out, const char *bytes, size_t len)
{
	struct rest rest = { bytes, len };
	struct utf8 point;

	buf_add_char(out, '"');
	while (add_run(out, &rest, "\"\\", &point))
		add_point(out, rest.bytes - point.len, &point);
	buf_add_char(out, '"');
}

void json_add_shown(struct buf *out, const char *json, size_t len)
{
	struct rest rest = { json, len };
	struct utf8 point;

	while (add_run(out, &rest, "\x7f\x7f", &point)) {
		if (point.point < ' ') /* between members: strings can't hold them raw */
			buf_add_char(out, ' ');
		else
			add_point(out, rest.bytes - point.len, &point);
	}
}
