#include "visit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "files.h"

struct session *visit(const char *home)
{
	return visit_sized(home, 80, 24);
}

struct session *visit_sized(const char *home, int columns, int rows)
{
	return session_start(&(struct session_options){ .arguments = { "a.txt" },
							.environment = { "DIPLE_USER=ada" },
							.home = home,
							.columns = columns,
							.rows = rows });
}

struct session *visit_as(const char *home, const char *who)
{
	return session_start(&(struct session_options){ .arguments = { "--as", who, "a.txt" },
							.home = home });
}

struct session *visit_shell(const char *home, const char *script)
{
	return session_start(&(struct session_options){ .program = "sh",
							.arguments = { "-c", script },
							.environment = { "DIPLE_USER=ada" },
							.home = home });
}

void visit_end(struct session *s)
{
	session_type(s, "q");
	assert_int_equal(session_await_exit(s), 0);
	assert_true(session_restored(s));
	session_free(s);
}

void visit_put_sample(const char *home)
{
	char *text = files_get("share", "sample.txt", NULL);

	files_put_text(home, "a.txt", text);
	free(text);
}

struct session *visit_sample(const char *home)
{
	visit_put_sample(home);
	return visit(home);
}

void visit_shell_end(struct session *s)
{
	session_type(s, "q");
	session_await(s, "status 0");
	assert_true(session_restored(s));
	session_free(s);
}
