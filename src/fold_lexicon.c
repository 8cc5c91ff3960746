/*
 * Single words that tell what a change is about, or that every text has. How rows are written:
 * fold_phrases.h.
 */
#include "fold_phrases.h"

/* clang-format off */
const struct fold_phrase fold_lexicon[] = {
	{ PHRASE_ADVERT, "advertisement | advertisements | publicité | anzeige | werbung | publicidad | publicidade | pubblicità | reklama | реклама", NULL },
	{ PHRASE_CONTINUE, "more | read more | read more here | continue reading | read on | read full story | read the full story | keep reading", NULL },
	{ PHRASE_CONTINUE, "lire la suite | weiterlesen | mehr | leer más | leia mais | leggi tutto | lees meer | lees verder | czytaj więcej | читать далее | devamı", NULL },
	{ PHRASE_DATE, "january | february | march | april | may | june | july | august | september | october | november | december", NULL },
	{ PHRASE_DATE, "jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec", NULL },
	{ PHRASE_DATE, "monday | tuesday | wednesday | thursday | friday | saturday | sunday | today | yesterday | tomorrow", NULL },
	{ PHRASE_DATE, "janvier | février | mars | avril | mai | juin | juillet | août | septembre | octobre | novembre | décembre", NULL },
	{ PHRASE_DATE, "lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | hier | demain", NULL },
	{ PHRASE_DATE, "januar | februar | märz | juni | juli | oktober | dezember | montag | dienstag | mittwoch | donnerstag | freitag | samstag | sonntag | gestern | heute | morgen", NULL },
	{ PHRASE_DATE, "enero | febrero | marzo | abril | mayo | junio | julio | agosto | septiembre | octubre | noviembre | diciembre | lunes | martes | miércoles | jueves | viernes | sábado | domingo | ayer | hoy | mañana", NULL },
	{ PHRASE_NUMBER, "one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety", NULL },
	{ PHRASE_NUMBER, "hundred | hundreds | thousand | thousands | million | millions | billion | billions | trillion | trillions | dozen | dozens | half | quarter | twice | first | second | third | fourth | fifth", NULL },
	{ PHRASE_NUMBER, "zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn | elf | zwölf | zwanzig | hundert | tausend | millionen | milliarde | milliarden | hälfte", NULL },
	{ PHRASE_NUMBER, "deux | trois | quatre | cinq | sept | huit | dix | onze | douze | vingt | trente | mille | milliard | milliards | moitié", NULL },
	{ PHRASE_NUMBER, "dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez | doce | veinte | cien | mil | millón | millones | mitad | dois | duas | três | quatro | sete | oito | nove | dez | vinte | cem | milhão | milhões | bilhão | bilhões", NULL },
	{ PHRASE_NUMBER, "quattro | cinque | sette | otto | dieci | undici | dodici | venti | cento | mila | milione | milioni | miliardo | miliardi | metà | twee | drie | vijf | zes | zeven | negen | tien | twaalf | honderd | duizend | miljoen | miljard | helft", NULL },
	{ PHRASE_NUMBER, "två | fyra | fem | sju | åtta | nio | tio | hundra | tusen | miljon | miljoner | dwa | trzy | cztery | pięć | sześć | siedem | osiem | dziewięć | dziesięć | tysiąc | tysięcy | milion | milionów | miliardów", NULL },
	{ PHRASE_NUMBER, "два | две | три | четыре | пять | шесть | семь | восемь | девять | десять | сто | тысяча | тысяч | миллион | миллионов | миллиард | миллиардов | iki | üç | dört | beş | altı | yedi | sekiz | dokuz | yüz | milyon | milyar", NULL },
	{ PHRASE_NEGATION, "not | no | never | none | nobody | nothing | neither | nor | without | cannot | can't | don't | doesn't | didn't | isn't | wasn't | aren't | weren't | won't | wouldn't | couldn't | shouldn't | hasn't | haven't | hadn't", NULL },
	{ PHRASE_NEGATION, "ne | pas | n | aucun | aucune | jamais | sans | rien | nicht | kein | keine | keinen | nie | nichts | ohne", NULL },
	{ PHRASE_NEGATION, "sin | nunca | ningún | não | sem | nenhum | non | mai | senza | niet | geen | нет | не | нет | ни | inte | ikke | değil", NULL },
	{ PHRASE_REPORT, "said | says | told | tells | according | reported | reports | reportedly | allegedly | alleged | announced | claimed | claims | denied | denies | confirmed | confirms | stated | states | added | adds", NULL },
	{ PHRASE_REPORT, "selon | déclaré | affirmé | annoncé | confirmé | démenti | sagte | sagt | laut | erklärte | berichtete | bestätigte | dijo | según | afirmó | confirmó | disse | segundo | zei | volgens | сказал | сообщил", NULL },
	{ PHRASE_STOP, "about | after | also | been | before | being | could | does | from | have | into | just | like | more | most | only | other | over | said | some | than | that | their | them | then | there | these | they | this | those | very | were | what | when | which | will | with | would | your", NULL },
	{ PHRASE_STOP, "avec | cette | dans | elle | être | leur | mais | nous | pour | vous | été | sont | plus | auch | eine | einen | nach | über | oder | sich | sind | wird | para | como | pero | este | esta | della | sono | voor | niet | maar", NULL },
	{ .kind = 0 },
};
/* clang-format on */
