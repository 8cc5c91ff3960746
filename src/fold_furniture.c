/*
 * Lines of a page that are no part of any article. How rows are written: fold_phrases.h. All
 * but notices count as whole lines only. None of them says who wrote, photographed or corrected
 * something, or when it was published: that is evidence.
 */
#include "fold_phrases.h"

#define FURNITURE PHRASE_FURNITURE
#define NOTICE	  PHRASE_NOTICE

/* clang-format off */
#define NETWORKS "facebook twitter instagram youtube linkedin telegram tiktok reddit " \
	"pinterest whatsapp threads x messenger flipboard email "

const struct fold_phrase fold_furniture[] = {
	/* Advertisement */
	{ FURNITURE, "advertisement | advertisements | advertorial | advert | ad", "continue reading below scroll to story article continues" },
	{ FURNITURE, "anzeige | werbung | publicité | publicite | publicidad | publicidade | pubblicità | annonce", NULL },
	{ FURNITURE, "reklama | reklam | iklan | реклама | advertentie | mainos | hirdetés | διαφήμιση | إعلان | 広告 | 广告 | 廣告 | 광고", NULL },
	{ FURNITURE, "story continues | article continues | content continues", "below after this advertisement ad" },
	{ FURNITURE, "la suite après cette publicité | lire la suite après cette publicité | la suite après la publicité", NULL },
	{ FURNITURE, "scroll to continue * | scroll down to continue *", NULL },
	/* Sharing */
	{ FURNITURE, "share | tweet | pin | email | e-mail | print | save | bookmark | like | flipboard | whatsapp | facebook | twitter | linkedin | reddit | pinterest | telegram | messenger | copy link | click to share | click to email | click to print",
	  "share tweet pin save print like this it the on via with to article story page post link by a friend friends and opens in new window " NETWORKS },
	{ FURNITURE, "click here to share | click here to print | click here to email", "this the article story page on " NETWORKS },
	{ FURNITURE, "share all sharing options * | share this on _ | share via _ | share on _ | sharing is caring", NULL },
	{ FURNITURE, "partager | partagez", "cet article sur " NETWORKS },
	{ FURNITURE, "teilen | artikel teilen | auf _ teilen | compartir | compartilhar | condividi | delen | dela | del | jaa", "en no su sur på på artikkeli artikeln " NETWORKS },
	{ FURNITURE, "поделиться | paylaş | udostępnij | sdílet | megosztás | 分享 | 共有 | 공유", NULL },
	/* Accounts and letters */
	{ FURNITURE, "sign up | subscribe | register | log in | login | sign in | click here to subscribe | please subscribe | please log in | click here to sign up | please sign in | please register",
	  "now here today or to for with our the a an free daily weekly morning newsletter newsletters update updates alert alerts briefing unlimited access inbox your in get and post comment comments register subscribe log read this article full story continue reading digital account email breaking news it day's top stories more all every delivered straight best channel youtube on sign up" },
	{ FURNITURE, "already a subscriber * | already a member * | create an account | create account | my account", NULL },
	{ FURNITURE, "abonnez vous * | s'abonnez vous * | inscrivez vous * | suscríbete * | suscribase * | suscríbase * | assine * | iscriviti * | abonneer * | abone ol *", NULL },
	{ FURNITURE, "s'abonner | s'inscrire | se connecter | anmelden | abonnieren | jetzt abonnieren | registrieren | newsletter abonnieren", NULL },
	{ FURNITURE, "newsletter | newsletters", "sign up signup abonnieren" },
	/* Following */
	{ FURNITURE, "follow us | follow us on | like us on | find us on | join us on | visit us on | follow me on | follow him on | follow her on | follow them on | like us at | follow on | follow _ on",
	  "google news social media and or " NETWORKS },
	{ FURNITURE, "suivez nous * | folgen sie uns * | síguenos * | siga nos * | seguici su * | volg ons * | bizi takip edin *", NULL },
	{ FURNITURE, "facebook twitter * | twitter facebook * | whatsapp facebook *", NULL },
	/* Comments */
	{ FURNITURE, "leave | post | add | write | view | show | load | read | see | join", "a all more the your comment comments reply replies conversation discussion" },
	{ FURNITURE, "comments | comment | # comments | # comment | comments # | no comments | no comments yet | comments comments", NULL },
	{ FURNITURE, "comments are closed * | comments off * | comments have been disabled *", NULL },
	{ FURNITURE, "commentaires | commentaire | kommentare | kommentar | comentarios | comentários | commenti | reacties | komentarze | комментарии", NULL },
	{ FURNITURE, "log in or register to post comments", NULL },
	/* Moving about */
	{ FURNITURE, "skip to | jump to | back to | return to | scroll to", "main content top navigation the home homepage search footer" },
	{ FURNITURE, "home | menu | search | close | next | previous | prev | back | more | show more | load more | view all | see all | see more | view more | loading | loading content", NULL },
	{ FURNITURE, "read more | read full story | read full article | read the full story | continue reading | learn more | get started", NULL },
	{ FURNITURE, "contact | contact us | about | about us | faq | faqs | help | careers | sitemap | site map | rss | rss feed | advertise | advertise with us", NULL },
	{ FURNITURE, "click here *", NULL },
	{ FURNITURE, "toggle _ | expand | collapse | play | play video | gallery | expand image | open image", NULL },
	{ FURNITURE, "back to gallery | view gallery | view the gallery | see gallery | open gallery | launch gallery | view slideshow | view photos | open the gallery | see the gallery", NULL },
	{ FURNITURE, "view author archive | no stats registered | story saved | hide caption | toggle caption", NULL },
	/* Reading time, tags */
	{ FURNITURE, "# min read | # mins read | # minute read | # minutes read | # min de lecture | # minutes de lecture | # min de lectura | # min lesezeit | # minuten lesezeit", NULL },
	{ FURNITURE, "reading time * | estimated reading time * | tempo de leitura *", NULL },
	{ FURNITURE, "tag : * | tags : * | filed under * | topics : * | topic : * | mots clés : * | schlagwörter : * | posted in * | category : * | categories : * | etiquetas : * | теги : *", NULL },
	{ FURNITURE, "tags", NULL },
	/* Rights and terms */
	{ FURNITURE, "copyright # * | copyright © # * | copyright © _ # * | copyright _ # * | c # * | this document is subject to copyright *", NULL },
	{ FURNITURE, "terms | privacy | cookie | cookies | legal", "of and & use service policy conditions notice settings statement preferences center centre terms privacy cookie cookies" },
	{ FURNITURE, "do not sell my info | do not sell my information | do not sell my personal information | do not sell my personal info | accessibility", NULL },
	{ FURNITURE, "mentions légales | impressum | datenschutz | datenschutzerklärung | aviso legal | kontakt | agb", NULL },
	{ FURNITURE, "manage cookies | manage preferences | accept cookies | accept all cookies | accept all | reject all", NULL },
	/* Asking for something */
	{ FURNITURE, "download our app * | download the app * | get our app * | get the app * | download our free app * | download our mobile app *", NULL },
	{ FURNITURE, "support | donate | contribute | please support | please donate", "us now today to our independent quality journalism work newsroom the donate subscribe give here" },
	{ FURNITURE, "have a tip * | have a news tip * | got a story * | have a story * | submit a tip * | submit a correction * | report a typo * | report an error * | report a correction *", NULL },
	{ FURNITURE, "this slideshow requires javascript | this page requires javascript | this site requires javascript", NULL },
	/* Anywhere in a line */
	{ NOTICE, "© # | © _ # | © _ _ # | copyright © # | copyright c #", NULL },
	{ NOTICE, "all rights reserved | tous droits réservés | alle rechte vorbehalten | todos los derechos reservados | todos os direitos reservados | tutti i diritti riservati | все права защищены | tüm hakları saklıdır | alle rechten voorbehouden | wszelkie prawa zastrzeżone", NULL },
	{ NOTICE, "may not be published | may not be reproduced | may not be broadcast | may not be copied", NULL },
	{ NOTICE, "we use cookies | site uses cookies | site use cookies | website uses cookies | our cookie | our use of cookies | accept cookies | accept the use of cookies", NULL },
	{ NOTICE, "protected by recaptcha | enable javascript | javascript is disabled | javascript to be enabled", NULL },
	{ NOTICE, "story continues below | article continues below | la suite après cette publicité | advertisement continue reading", NULL },
	{ NOTICE, "promoted by taboola | powered by taboola | recommended by taboola | sponsored links by taboola | promoted links by taboola | promoted by outbrain | powered by outbrain | recommended by outbrain", NULL },
	{ NOTICE, "in your inbox | our newsletter | our daily newsletter | our weekly newsletter | our free newsletter", NULL },
	{ .kind = 0 },
};
