#include <stdio.h>

int main(void)
{
	return puts("diple " DIPLE_VERSION) < 0;
}
