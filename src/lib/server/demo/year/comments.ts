import { chance, pick, type Random } from '../random.ts';

const PLEASED = [
	'Jeg blev mødt med et smil, og hun havde læst min sag på forhånd.',
	'For første gang var der nogen, der spurgte, hvad jeg selv gerne ville.',
	'God samtale. Vi fandt ud af, hvad næste skridt er.',
	'Min sagsbehandler lyttede, og jeg gik derfra med en plan, jeg tror på.',
	'Rart at møde den samme person to gange i træk.',
	'Det var trygt. Jeg turde sige, at jeg er bange for at fejle.',
	'Hun forklarede reglerne, så jeg forstod dem.',
	'Tak for en ordentlig samtale. Jeg følte mig som et menneske og ikke et nummer.',
	'Dejligt at min mand måtte være med.',
	'Han ringede tilbage, da han havde lovet det. Det betyder meget.'
] as const;

const MIXED = [
	'Samtalen var god nok, men der gik fire måneder siden sidst.',
	'Der var lidt travlt, så vi nåede ikke det hele.',
	'Jeg fik svar på det meste, men ikke på det med praktikken.',
	'Sagsbehandleren var flink. Det er systemet, der er svært.',
	'Det ville hjælpe at få brevet på et sprog, man kan forstå.',
	'Jeg ved stadig ikke helt, hvem jeg skal ringe til.'
] as const;

const UPSET = [
	'Det er tredje sagsbehandler på et år. Jeg måtte fortælle det hele forfra igen.',
	'Jeg blev afbrudt hele tiden.',
	'Der blev set mere på skærmen end på mig.',
	'Jeg følte, at det hele var bestemt på forhånd.',
	'Jeg er syg og blev spurgt, hvorfor jeg ikke bare tager mig sammen.',
	'Samtalen handlede om, hvad jeg ikke kan.',
	'Jeg forstod ikke, hvad jeg skrev under på.'
] as const;

const IN_ENGLISH = [
	'My caseworker was kind and spoke slowly so I could follow.',
	'I did not get an interpreter, so I only understood half of it.',
	'Good meeting, but the letter before it was only in Danish.',
	'I would like to know what happens after the internship.'
] as const;

/** What people write in a language that the demo's editor has read with an interpreter. */
const IN_OTHERS: { [language: string]: readonly [string, ...string[]] } = {
	uk: ['Зі мною говорили спокійно, і я все зрозуміла.', 'Не було перекладача.'],
	ar: ['استمعت إليّ الموظفة وشرحت لي كل شيء.', 'لم يكن هناك مترجم.']
};

/** What people write although they are asked not to: it must be gone before anyone reads it. All invented. */
const TRACES = [
	'Mit CPR-nummer er 010180-0000, hvis I skal finde min sag.',
	'Ring til mig på 12 34 56 78.',
	'I kan svare på borger@example.dk.',
	'0101800000 er mit nummer. Jeg har ventet på svar siden maj.',
	'Ring gerne på +45 87654321 efter kl. 12.'
] as const;

/** A comment that fits the answers: `mood` is what the citizen felt, around 0. */
export function comment(from: Random, mood: number, language: string): string {
	if (language === 'en') return pick(from, IN_ENGLISH);
	const others = IN_OTHERS[language];
	if (others) return pick(from, others);
	const words = pick(from, mood > 0.6 ? PLEASED : mood > -0.4 ? MIXED : UPSET);
	return chance(from, 0.05) ? `${words} ${pick(from, TRACES)}` : words;
}
