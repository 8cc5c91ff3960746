/*
 * The words that suggestions go by. A word may stand in several lists.
 */
#include "suggest_finder.h"

#include <string.h>

/* clang-format off */
static const char *const lists[LISTS] = {
	[LIST_FUNCTION] =
		" a about above according across after again against ago all almost along already also"
		" although always amid among an and another any anyone are around as asked at away"
		" back be because been before behind being below besides between beyond both but by"
		" can could despite did do does during each earlier either else even eventually ever"
		" every everyone everything except few finally first five following for four from"
		" further given had has have having he hence her here hers herself him himself his how"
		" however i if in including indeed inside instead into is it its itself just last later"
		" less let like likewise many may maybe me meanwhile might mine more moreover most much"
		" must my near nearly neither never nevertheless next no nobody none nonetheless nor"
		" not nothing now of off often on once one only or other others otherwise our ours out"
		" outside over own perhaps please previously rather second several shall she should"
		" since six so some somebody someone something sometimes soon still such than that the"
		" their theirs them themselves then there therefore these they third this those though"
		" three through throughout thus to today together tomorrow too toward towards two under"
		" unless unlike until up upon us very was we well were what whatever when whenever where"
		" whereas whether which while who whoever whom whose why will with within without would"
		" yes yesterday yet you your yours ",
	[LIST_JOINER] = " al ben bin da de del della der des di do dos du el ibn la le of the van von y & ",
	[LIST_TITLE] =
		" admiral baroness bishop capt captain cardinal chancellor chairman col colonel"
		" congressman councillor dame deputy dr gen general gov governor inspector judge"
		" justice king lady lieutenant lord lt madam major mayor minister miss mr mrs ms"
		" mx pope president prime prince princess prof professor queen rep representative rev"
		" reverend secretary sen senator sergeant sgt sheikh sir ",
	[LIST_OFFICE] =
		" activist actor actress adviser ambassador analyst artist attorney author boss ceo"
		" chairman chairwoman chancellor chief coach commander commissioner councillor critic"
		" director economist editor envoy founder general governor head historian journalist"
		" judge king lawmaker lawyer leader manager mayor minister mp officer officials owner"
		" player premier president prince princess professor queen reporter researcher"
		" scientist secretary senator singer spokesman spokesperson spokeswoman teacher"
		" writer ",
	[LIST_ORGANISATION] =
		" administration agency airlines alliance army assembly association authority bank"
		" board brothers bureau cabinet club co coalition college commission committee company"
		" congress corp corporation council court department federation force forces"
		" foundation fund group guard hospital inc institute international league ltd"
		" ministry movement museum news office organisation organization parliament party"
		" plc police post press school senate service society times trust union university ",
	[LIST_PLACE] =
		" airport avenue bay beach bridge cape city coast county desert district forest gulf"
		" harbour hill hills island islands lake mount mountain mountains ocean park peninsula"
		" plateau port prefecture province region republic river road sea square state states"
		" strait street territory town valley village ",
	[LIST_LOCATIVE] = " across around at from in inside near outside throughout toward towards ",
	[LIST_DATE] =
		" january february march april may june july august september october november"
		" december monday tuesday wednesday thursday friday saturday sunday ",
	[LIST_ABBREVIATION] =
		" capt col dr gen gov hon inc jr lt ltd maj messrs mr mrs ms mt no prof rep rev sen"
		" sgt sr st vs ",
	[LIST_NUMBER] =
		" two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
		" sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty"
		" ninety hundred hundreds thousand thousands million millions billion billions trillion"
		" trillions dozen dozens half halved third thirds quarter quarters fifth fifths tenth"
		" tenths twice double doubled triple tripled quadrupled majority ",
	[LIST_MEASURE] =
		" percent per cent percentage million millions billion billions trillion trillions"
		" dollars dollar euros euro pounds yen yuan rubles roubles tonnes tons kilometres"
		" kilometers miles metres meters degrees times ",
	[LIST_REPORT] =
		" according accused added announced argued claimed confirmed denied estimated estimates"
		" found insisted reported reports said say says showed shows stated told warned ",
};
/* clang-format on */

bool suggest_listed(enum suggest_list list, const char *word, size_t len)
{
	char wanted[24] = " ";

	if (!len || len + 3 > sizeof wanted || memchr(word, '\0', len))
		return false;
	memcpy(wanted + 1, word, len);
	memcpy(wanted + 1 + len, " ", 2);
	return strstr(lists[list], wanted) != NULL;
}
