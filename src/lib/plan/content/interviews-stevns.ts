import type { Interviews } from '../../interviews/kind.ts';
import { alarms, consent } from './interviews-every-plan.ts';

const plan = 'stevns-2024-2026.txt';
type Question = Interviews['kinds'][number]['questions'][number];

const derived = (line: number, passage: string): Question['source'] => ({
	kind: 'derived',
	plan,
	lines: [line],
	passage
});

const interviewing =
	'To gange årligt interviewer Udvalgsformand og Arbejdsmarkedscenterchef en håndfuld tilfældigt borgere, som har haft et sagsforløb længere en 6 måneder i Arbejdsmarked, med henblik på at få information om hvad der fungerer og hvad der kunne blive bedre ud fra et borgerperspektiv.';
const asking =
	'Gennem rundspørgeinterview vil vi 4-6 gange årligt høre borgere, der har været til samtale i Arbejdsmarked om deres oplevelser. Tanken er, at vi med åbne spørgsmål, vil kunne få et endnu bedre blik for, hvordan vi kan højne den oplevede kvalitet i samtalerne og forbedre selve sagsbehandlingen.';

const anythingElse: Question = {
	id: 'else',
	text: {
		da: 'Er der noget, vi ikke har spurgt om, som du gerne vil sige?',
		let: 'Vil du sige noget mere?',
		en: 'Is there anything we have not asked about that you would like to say?'
	},
	source: { kind: 'ours', why: 'det, vi ikke selv kommer i tanke om' }
};

/** One open question for each of the six promises, then what the plan itself wants to know. */
const interview: Question[] = [
	{
		id: 'eye-level',
		text: {
			da: 'Fortæl om en gang, hvor du følte dig mødt i øjenhøjde her – eller hvor du ikke gjorde.',
			let: 'Fortæl om en gang, hvor I talte sammen som lige gode mennesker – eller en gang, hvor I ikke gjorde.',
			en: 'Tell us about a time when you felt met at eye level here – or when you did not.'
		},
		promise: 'eye-level',
		source: derived(126, 'Vi er i øjenhøjde')
	},
	{
		id: 'listen',
		text: {
			da: 'Hvordan har der været tid til at lytte til dig?',
			let: 'Var der tid til at høre på dig? Hvordan?',
			en: 'How has there been time to listen to you?'
		},
		promise: 'listen',
		source: derived(128, 'Vi giver os tid til at lytte')
	},
	{
		id: 'clear',
		text: {
			da: 'Hvad har været klart for dig, og hvad har du måttet gætte dig til?',
			let: 'Hvad var let at forstå? Hvad måtte du gætte?',
			en: 'What has been clear to you, and what have you had to guess?'
		},
		promise: 'clear',
		source: derived(129, 'Vi er tydelige')
	},
	{
		id: 'law',
		text: {
			da: 'Hvordan er reglerne blevet forklaret for dig?',
			let: 'Hvordan har vi forklaret reglerne for dig?',
			en: 'How have the rules been explained to you?'
		},
		promise: 'law',
		source: derived(130, 'Vi forklarer de lovgivningsmæssige rammer i et relevant sprog')
	},
	{
		id: 'reflect',
		text: {
			da: 'Hvornår har I tænkt jer om sammen om, hvad der er bedst for dig? Hvad kom der ud af det?',
			let: 'Har I fundet ud af noget sammen? Hvad?',
			en: 'When did you think together about what is best for you? What came of it?'
		},
		promise: 'reflect',
		source: derived(131, 'Vi reflekterer sammen med borgeren')
	},
	{
		id: 'best-solution',
		text: {
			da: 'Hvordan blev det bestemt, hvad der nu skal ske i dit forløb?',
			let: 'Hvem bestemte, hvad der skal ske nu? Hvordan?',
			en: 'How was it decided what is to happen now?'
		},
		promise: 'best-solution',
		source: derived(132, 'Vi arbejder sammen med borgeren mod den bedste løsning')
	},
	{
		id: 'works',
		text: { da: 'Hvad fungerer?', let: 'Hvad går godt?', en: 'What works?' },
		source: derived(147, 'hvad der fungerer')
	},
	{
		id: 'better',
		text: {
			da: 'Hvad kunne blive bedre?',
			let: 'Hvad kan vi gøre bedre?',
			en: 'What could be better?'
		},
		source: derived(147, 'hvad der kunne blive bedre ud fra et borgerperspektiv')
	},
	anythingElse
];

const quick: Question[] = [
	{
		id: 'talk',
		text: {
			da: 'Hvordan oplevede du samtalen?',
			let: 'Hvordan var samtalen?',
			en: 'How did you experience the conversation?'
		},
		source: derived(
			151,
			'høre borgere, der har været til samtale i Arbejdsmarked om deres oplevelser'
		)
	},
	{
		id: 'eye-level',
		text: {
			da: 'Hvordan blev du mødt?',
			let: 'Hvordan tog vi imod dig?',
			en: 'How were you met?'
		},
		promise: 'eye-level',
		source: derived(126, 'Vi er i øjenhøjde')
	},
	{
		id: 'law',
		text: {
			da: 'Hvad blev forklaret godt, og hvad er du stadig i tvivl om?',
			let: 'Hvad forstod du? Hvad forstod du ikke?',
			en: 'What was explained well, and what are you still unsure of?'
		},
		promise: 'law',
		source: derived(130, 'Vi forklarer de lovgivningsmæssige rammer i et relevant sprog')
	},
	{
		id: 'better',
		text: {
			da: 'Hvad kunne have gjort samtalen bedre?',
			let: 'Hvad kunne vi gøre bedre?',
			en: 'What could have made the conversation better?'
		},
		source: derived(151, 'hvordan vi kan højne den oplevede kvalitet i samtalerne')
	},
	anythingElse
];

/** The plan says how often and with whom; months, weeks and how many a handful is are ours. */
export const stevnsInterviews: Interviews = {
	kinds: [
		{
			id: 'borgerinterview',
			name: { da: 'Borgerinterview', let: 'Interview', en: 'Citizen interviews' },
			source: derived(147, interviewing),
			interviewers: ['chair', 'leader'],
			citizens: 5,
			due: [4, 10],
			eligibility: { rule: 'course-months', months: 6 },
			questions: interview,
			consent
		},
		{
			id: 'rundspoerge',
			name: { da: 'Rundspørge', let: 'Rundspørge', en: 'Quick round of questions' },
			source: derived(151, asking),
			interviewers: ['leader'],
			citizens: 10,
			due: [2, 4, 6, 9, 11],
			eligibility: { rule: 'talk-weeks', weeks: 4 },
			questions: quick,
			consent
		}
	],
	alarms: alarms('Stevns Kommune', 'https://www.stevns.dk')
};
