/*
 * Colours by number: what a terminal has nearest to an RGB value, and how well
 * one can be read on another.
 */
#include "theme.h"

#include <limits.h>
#include <math.h>

enum { BASIC = 16, CUBE_END = 232, PALETTE = 256, TRUE_COLOUR = 1 << 24 };

static const uint32_t basic[BASIC] = {
	0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
	0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
};

static uint32_t red(uint32_t rgb)
{
	return rgb >> 16 & 0xff;
}

static uint32_t green(uint32_t rgb)
{
	return rgb >> 8 & 0xff;
}

static uint32_t blue(uint32_t rgb)
{
	return rgb & 0xff;
}

/* Behind the basic colours stand a cube with 6 levels of red, green and blue, and 24 greys. */
uint32_t theme_rgb(int colour)
{
	static const uint32_t levels[] = { 0, 0x5f, 0x87, 0xaf, 0xd7, 0xff };
	uint32_t place = (uint32_t)(colour - BASIC);

	if (colour < BASIC)
		return basic[colour];
	if (colour >= CUBE_END)
		return (8 + 10 * (uint32_t)(colour - CUBE_END)) * 0x010101;
	return levels[place / 36] << 16 | levels[place / 6 % 6] << 8 | levels[place % 6];
}

static int square(uint32_t a, uint32_t b)
{
	int difference = (int)a - (int)b;

	return difference * difference;
}

/* The eye tells shades of green apart best, of red worst. */
static int distance(uint32_t a, uint32_t b)
{
	return 2 * square(red(a), red(b)) + 4 * square(green(a), green(b)) +
	       3 * square(blue(a), blue(b));
}

static int nearest_of(uint32_t rgb, int from, int to)
{
	int best = from, least = INT_MAX;

	for (int i = from; i < to; i++) {
		int d = distance(rgb, theme_rgb(i));

		if (d < least) {
			least = d;
			best = i;
		}
	}
	return best;
}

int theme_nearest(uint32_t rgb, int colours)
{
	int nearest;

	if (rgb == THEME_NO_COLOUR || colours < 8)
		return -1;
	if (colours >= TRUE_COLOUR)
		return (int)rgb;
	nearest = nearest_of(rgb, 0, colours < BASIC ? 8 : BASIC);
	if (colours < PALETTE || theme_rgb(nearest) == rgb)
		return nearest;
	return nearest_of(rgb, BASIC, PALETTE);
}

/* From the definition of relative luminance in WCAG 2. */
static double linear(uint32_t part)
{
	double share = part / 255.0;

	return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t rgb)
{
	return 0.2126 * linear(red(rgb)) + 0.7152 * linear(green(rgb)) +
	       0.0722 * linear(blue(rgb));
}

double theme_contrast(uint32_t a, uint32_t b)
{
	double one = luminance(a), other = luminance(b);

	return (fmax(one, other) + 0.05) / (fmin(one, other) + 0.05);
}
