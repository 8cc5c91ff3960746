/*
 * Lines that open a box of links to other articles, labels before such a link, and what stands
 * beside headlines. How rows are written: fold_phrases.h. A phrase counts only as a whole
 * line, so a sentence that begins with one is safe.
 */
#include "fold_phrases.h"

#define TRIGGER PHRASE_TRIGGER
#define WEAK	(PHRASE_TRIGGER | PHRASE_WEAK)
#define LABEL	PHRASE_LABEL
#define BOTH	(PHRASE_TRIGGER | PHRASE_LABEL)
#define STAMP	PHRASE_STAMP

/* clang-format off */
const struct fold_phrase fold_phrases[] = {
	/* English */
	{ TRIGGER, "you may like | you might like | you may also like | you might also like", "these" },
	{ TRIGGER, "you may enjoy | you might enjoy | you may also enjoy | you might also enjoy", NULL },
	{ TRIGGER, "you may be interested in | you may also be interested in", NULL },
	{ TRIGGER, "you might be interested in | you might also be interested in", NULL },
	{ TRIGGER, "you may have missed | you missed | have you read", NULL },
	{ TRIGGER, "more stories | more coverage | more headlines | more articles", "for you" },
	{ BOTH, "more news | more", NULL },
	{ TRIGGER, "more videos | more to read | more to explore | more like this", NULL },
	{ TRIGGER, "more in this section | more from this section | more from our partners", NULL },
	{ TRIGGER, "more from this topic | more from this author | more from our site", NULL },
	{ TRIGGER, "more on this topic | more about this topic | more in this topic", NULL },
	{ BOTH, "more on this | more on this story", NULL },
	{ TRIGGER, "also in this section | also on this topic | also from this author", NULL },
	{ WEAK, "more from _ | more from _ _ | more on _ | more on _ _", NULL },
	{ TRIGGER, "more great *", NULL },
	{ TRIGGER, "more top stories | more _ stories | more _ coverage | more _ _ stories", NULL },
	{ BOTH, "read more | read next | read also | also read | read on", NULL },
	{ TRIGGER, "read more stories | read this next | read these next | what to read next", NULL },
	{ TRIGGER, "people also read | readers also read | what others are reading | what to read", NULL },
	{ TRIGGER, "keep reading | continue reading", NULL },
	{ BOTH, "related | related story | related article | related stories | related news | related post", NULL },
	{ TRIGGER, "related", "articles content posts topics links coverage videos video reading" },
	{ BOTH, "recommended", "for you stories articles videos reading" },
	{ TRIGGER, "we recommend | suggested | picked for you", "for you articles reading" },
	{ BOTH, "see also", NULL },
	{ WEAK, "also on | also on the web | also like", NULL },
	{ TRIGGER, "most read | most popular | most viewed | most shared | most commented | most recent | most watched", "stories articles now today news videos posts this week in" },
	{ TRIGGER, "the most read | the most popular", "stories articles" },
	{ WEAK | LABEL, "trending", "now stories topics today" },
	{ WEAK, "popular", "now stories articles posts today this week" },
	{ WEAK, "popular on _ | popular on _ _ | popular in _ | popular in _ _", NULL },
	{ TRIGGER, "editor's picks | editors' picks | editor's pick | editor's choice", NULL },
	{ WEAK | LABEL, "don't miss", NULL },
	{ BOTH, "must read | must reads", NULL },
	{ WEAK, "what's hot | what's trending | what's next | up next", NULL },
	{ WEAK, "next article | next story | next post | previous article | previous story | previous post", NULL },
	{ WEAK, "in other news | in pictures | in case you missed it", NULL },
	{ TRIGGER, "around the web | from the web | from around the web | from our partners | from our advertisers", NULL },
	{ WEAK, "top | today's top", "stories news posts videos headlines" },
	{ WEAK, "top stories in _ | top stories in _ _ | top stories from _ | top stories from _ _", NULL },
	{ WEAK, "latest", "news stories articles headlines posts videos updates" },
	{ WEAK, "other | similar | further", "news stories articles posts reading" },
	{ WEAK, "featured | recent", "stories articles posts videos news" },
	{ TRIGGER, "paid post | paid content | paid partner content | follow more stories", NULL },
	{ TRIGGER, "sponsored | promoted", "stories links content" },
	{ TRIGGER, "sponsored by _ | promoted by _", NULL },
	{ WEAK, "stories for you | stories you may like | for you | hot topics", NULL },
	{ TRIGGER, "explore more | discover more", NULL },
	{ LABEL, "read | read this | watch | watch now | watch also | watch live | watch video", NULL },
	{ LABEL, "see more | more stories | also | plus | listen | in pictures | live updates | live update", NULL },
	{ LABEL, "opinion | explainer", NULL },
	/* French */
	{ BOTH, "à lire | à lire aussi | a lire aussi | lire aussi | voir aussi", NULL },
	{ TRIGGER, "à voir | à découvrir | à lire également | à lire ensuite | à voir aussi | à voir également", NULL },
	{ TRIGGER, "lire également | lire la suite | à ne pas manquer | nos autres articles", NULL },
	{ TRIGGER, "vous aimerez | vous pourriez aimer | vous aimeriez", "aussi également" },
	{ TRIGGER, "vous pourriez aussi aimer | nos recommandations | recommandé pour vous", NULL },
	{ TRIGGER, "article | articles | sujet | sujets | contenus", "liés lié similaires associés connexes" },
	{ TRIGGER, "les plus lus | plus lus | les articles les plus lus | les plus populaires | les plus partagés | les plus commentés", NULL },
	{ TRIGGER, "sur le même sujet | sur le même thème | dans la même rubrique", NULL },
	{ WEAK, "dernières | dernière", "nouvelles infos actualités" },
	{ LABEL, "lire", NULL },
	/* German */
	{ BOTH, "lesen sie auch | lesen sie mehr | mehr zum thema | siehe auch", NULL },
	{ TRIGGER, "das könnte sie interessieren | das könnte sie auch interessieren | das könnte dich auch interessieren", NULL },
	{ TRIGGER, "das könnte ihnen auch gefallen | das könnte dir auch gefallen", NULL },
	{ WEAK, "mehr artikel | mehr nachrichten | mehr aus _", NULL },
	{ TRIGGER, "meistgelesen | am meisten gelesen | meist gelesen | meistgeklickt | meistgelesene artikel", NULL },
	{ TRIGGER, "verwandte | ähnliche | weitere", "artikel themen nachrichten beiträge meldungen zum thema" },
	{ TRIGGER, "auch interessant | passend zum thema", NULL },
	{ WEAK, "empfohlen | neueste", "für sie artikel nachrichten" },
	/* Spanish */
	{ TRIGGER, "también te puede interesar | también le puede interesar | también te podría interesar", NULL },
	{ BOTH, "te puede interesar | lea también | lee también", NULL },
	{ TRIGGER, "te podría interesar | te recomendamos | quizás te interese | lea además | lea más | lee más | ver también", NULL },
	{ TRIGGER, "noticias relacionadas | noticias destacadas | artículos relacionados | contenido relacionado | temas relacionados", NULL },
	{ TRIGGER, "lo más leído | lo más visto | lo más popular | más leídas | más leídos", NULL },
	{ WEAK, "más noticias | más información | más sobre _ | lo último", NULL },
	/* Portuguese */
	{ BOTH, "leia também | leia mais | veja também | saiba mais", NULL },
	{ TRIGGER, "veja mais | mais lidas | as mais lidas | mais lidos | mais vistas | mais notícias", NULL },
	{ TRIGGER, "notícias relacionadas | matérias relacionadas | artigos relacionados", NULL },
	{ TRIGGER, "recomendado para você | você pode gostar | você também pode gostar | recomendados", NULL },
	/* Italian */
	{ BOTH, "leggi anche", NULL },
	{ TRIGGER, "leggi di più | vedi anche | altre notizie | consigliati per te", NULL },
	{ TRIGGER, "potrebbe interessarti | potrebbe interessarti anche | ti potrebbe interessare | ti potrebbe interessare anche | potrebbe anche interessarti", NULL },
	{ TRIGGER, "articoli correlati | notizie correlate | i più letti | le più lette", NULL },
	/* Dutch */
	{ BOTH, "lees ook", NULL },
	{ TRIGGER, "lees meer | lees verder | bekijk ook | meest gelezen | meer nieuws", NULL },
	{ TRIGGER, "gerelateerd | gerelateerde artikelen | misschien ook interessant | ook interessant | aanbevolen", NULL },
	/* Danish, Norwegian, Swedish, Finnish */
	{ BOTH, "læs også | les også | läs också | läs även | lue myös", NULL },
	{ TRIGGER, "läs mer | les mer | læs mere | mest læste | mest leste | mest lest | mest lästa | mest läst", NULL },
	{ TRIGGER, "relaterte saker | relaterede artikler | relaterade artiklar | luetuimmat", NULL },
	/* Polish, Czech, Romanian, Hungarian */
	{ BOTH, "czytaj także | czytaj też | zobacz także | zobacz też", NULL },
	{ TRIGGER, "czytaj również | czytaj więcej | zobacz również | zobacz więcej | przeczytaj także | przeczytaj też | sprawdź też | sprawdź także", NULL },
	{ TRIGGER, "najczęściej czytane | polecane artykuły | powiązane artykuły", NULL },
	{ WEAK, "polecane | powiązane | najnowsze", NULL },
	{ BOTH, "čtěte také | citește și | olvassa el ezt is", NULL },
	{ TRIGGER, "mohlo by vás zajímat | nejčtenější | související články", NULL },
	{ TRIGGER, "cele mai citite | ezt is olvassa el | legolvasottabb", NULL },
	/* Russian, Ukrainian */
	{ BOTH, "читайте также | смотрите также | читайте також", NULL },
	{ TRIGGER, "читайте еще | читайте ещё | читайте далее | читать также | смотрите ещё | дивіться також", NULL },
	{ TRIGGER, "самое читаемое | самое популярное | самое интересное | самые читаемые | самые популярные", NULL },
	{ TRIGGER, "вам может быть интересно | вам будет интересно | новости по теме | материалы по теме | также по теме", NULL },
	{ TRIGGER, "похожие новости | похожие статьи | похожие материалы | другие новости | другие статьи", NULL },
	{ WEAK, "популярное | главные новости | последние новости", NULL },
	/* Turkish, Greek */
	{ TRIGGER, "ilginizi çekebilir | bunlar da ilginizi çekebilir | ilgili haberler | ilgili içerikler | benzer haberler | diğer haberler", NULL },
	{ TRIGGER, "çok okunanlar | en çok okunanlar | en çok okunan | ayrıca okuyun | ayrıca bakınız | bunları da okuyun", NULL },
	{ WEAK, "önerilenler | önerilen | son haberler", NULL },
	{ LABEL, "ayrıca", NULL },
	{ BOTH, "διαβάστε επίσης | διαβάστε ακόμα | διαβάστε ακόμη | δείτε επίσης", NULL },
	/* Arabic, Persian, Hebrew, Hindi */
	{ BOTH, "اقرأ أيضا | اقرأ أيضاً | اقرأ أيضًا", NULL },
	{ TRIGGER, "اقرأ المزيد | مواضيع ذات صلة | الأكثر قراءة", NULL },
	{ BOTH, "بیشتر بخوانید | מאמרים נוספים | כתבות נוספות | यह भी पढ़ें | ये भी पढ़ें", NULL },
	{ TRIGGER, "مطالب مرتبط | עוד בנושא | קראו גם", NULL },
	/* Indonesian, Vietnamese */
	{ BOTH, "baca juga | đọc thêm | xem thêm", NULL },
	{ TRIGGER, "berita terkait | berita terpopuler | terpopuler | tin liên quan", NULL },
	/* Chinese, Japanese, Korean */
	{ TRIGGER, "相关新闻 | 相关阅读 | 相关文章 | 相关推荐 | 推荐阅读 | 延伸阅读 | 热门文章 | 热门新闻 | 猜你喜欢", NULL },
	{ TRIGGER, "相關新聞 | 延伸閱讀 | 推薦閱讀", NULL },
	{ TRIGGER, "関連記事 | 関連ニュース | あわせて読みたい | おすすめ | おすすめ記事 | 人気記事", NULL },
	{ TRIGGER, "관련기사 | 관련 기사 | 관련뉴스 | 많이 본 뉴스 | 추천 기사", NULL },
	/* What stands beside a headline. A date or a section's name is known by its shape. */
	{ STAMP, "# second ago | # seconds ago | # minute ago | # minutes ago | # min ago | # mins ago", NULL },
	{ STAMP, "# hour ago | # hours ago | # hr ago | # hrs ago | # day ago | # days ago | # week ago | # weeks ago", NULL },
	{ STAMP, "# month ago | # months ago | # year ago | # years ago | yesterday | today", NULL },
	{ STAMP, "il y a # _ | vor # _ | hace # _ | há # _ | # _ fa | # _ geleden | # _ temu | # _ назад | # _ önce", NULL },
	{ STAMP, "# comment | # comments", NULL },
	{ .kind = 0 },
};
/* clang-format on */
