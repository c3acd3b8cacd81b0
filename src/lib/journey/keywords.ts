import { charactersOf } from '../survey/code.ts';

/**
 * Short Danish words without æ, ø and å, so that any keyboard can type them, and no two of them one letter apart.
 * 512 words are 9 bits each: six of them are 54 bits, and every guess costs a slow derivation (`ITERATIONS`), which the
 * server's own guesser would pay too. The words die with the share, after 14 days at most.
 */
const WORDS: readonly string[] = `
abe abrikos aften agurk akvarium albatros ambulance ananas anker antenne arkitekt arm artiskok
asfalt ask astronaut atlas avis bager bakke balkon bambus banan bane basar bassin batteri beton
bibliotek bil billet birk bjerg blad blink blok blomst blues blyant boks bold bolle bolsje bonde
brand brev brik brise bro broche brosten brunch brus buket bund bunke bur busk butik bygge cello
cement cirkel cirkus citron cykel dagbog dal dans delfin diamant digt dirigent disk drage
drivhus drys due duft dyne dyr egern ekko elefant elev elg eliksir engel entre etage eventyr
fabel fabrik fad fakkel falk familie fart fasan feber felt ferie festival figen figur film
finger fink firben fjer fjord flag flamingo flamme flaske flet flis flod flue fodbold fodspor
forel form frakke fransk fregat frost frugt fugl gaffel gang garn gartner gave ged gejser genbo
giraf glas glimt gnist gods gongong gople gran greb gris grotte grund gryde guitar guld gulerod
gummi hage haj hals harmoni harpe havfrue havre hegn hejre held hest hestesko himmel hind hjelm
hjort hjul hof holm honning horn hotel humle hummer hus hval hvalros hvede hvile hylde hytte
ibis ilt insekt isbjerg istap jagt jasmin jern jet jubel judo julemand jungle juni kaffe kakao
kalender kam kamel kamin kande kano kappe kaptajn karse kartoffel kastanje kegle kerne ketcher
kilde kiosk kirke kiste kjole klang klap klippe klit klo klods klokke klub klump kniv knop knude
kobber kode kofte kokos kolbe kompas konvolut koral kork kost krabbe krans krave kreds kridt
krog krokodille krone krukke krydder kuffert kuglepen kunst kurv kylling labyrint lakrids laks
lampe land landsby lasso last lav lavendel leg legat legeplads lejr leopard lilje lime limonade
linse loft lokomotiv lomme lord lotus luftskib luge lunte lyd lygte lykke lyng lysthus magnet
makrel maleri malt mammut mandarin mango marcipan mark marmor marsvin maske mejse mel melodi
melon metal midt mikrofon mimose minde mod mole molekyle morgen motor muffe muldvarp musik mynte
myre nabo nat natur navle navn nektar nerve nikkel nisse note nudel nymfe oase odder olie oliven
onkel opal opera orgel orkan ovn padde palme panda papir paraply parfume pause pels pen penge
pensel perle perron pilot pingvin pirat plade plan plante pleje plov polka poppel port pose
potte prins prop pude pumpe pung punkt radio radise ramme ranke raps regnbue reje rensdyr reol
ribs ridder ring robot rosin ruder rug rulle rune rust rype sadel saft salat sandslot seddel
sennep sild silke skab ske skema skilt skind skole skovl skovsti skrin skrue skygge slange slik
slips slot sluse smed smil smykke snare snegl snemand snor sofa sok solsikke sommer spade spand
spejl spindel spire spurv stald stang start stav sten sti stige stjerne stof strand streg strik
strop struds stub sukker suppe surf svale svamp svar sving syren tablet tag takt talje tank
tante taxa teater tegl tekande tempel tennis terning tiger tjener toast tomat top torden torsk
torv trappe tromme tulipan tun tunge tunnel tusch tvilling ugle ulv union urt vable vade valmue
verden vers vifte villa vin vinge vinter viol violin visir vogn vogter vugge yak ynde yoga zebra
zone
`
	.trim()
	.split(/\s+/);

/** How many words open a share. */
export const WORDS_DRAWN = 6;

/** Six words, each as likely as any other. */
export const drawWords = (): string[] =>
	Array.from(
		crypto.getRandomValues(new Uint16Array(WORDS_DRAWN)),
		// 65,536 is a multiple of 512.
		(number) => WORDS[number % WORDS.length] ?? ''
	);

export type ReadWords =
	| { ok: true; words: string[] }
	| { ok: false; reason: 'count' }
	| { ok: false; reason: 'unknown'; word: string };

/** Words as somebody typed them: in any case, parted by anything that is not a letter. */
export function readWords(typed: string): ReadWords {
	// A soft hyphen, or a mark of direction, is no end of a word.
	const text = typed
		.normalize('NFKC')
		.replaceAll(/\p{Cf}/gu, '')
		.toLowerCase();
	const written = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
	const words = written.map(plain);
	const unknown = written[words.findIndex((word) => !WORDS.includes(word))];
	if (unknown !== undefined) return { ok: false, reason: 'unknown', word: unknown };
	if (words.length !== WORDS_DRAWN) return { ok: false, reason: 'count' };
	return { ok: true, words };
}

/** In the letters of our words: another keyboard's that look like them, without its dots and accents. */
const plain = (word: string): string =>
	charactersOf(word.normalize('NFKD').replaceAll(/\p{M}/gu, '')).toLowerCase();

/** For the test that holds the list to what is promised above. */
export const listed = (): readonly string[] => WORDS;
