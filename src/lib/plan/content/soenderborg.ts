import type { Plan } from '../plan.ts';
import { goals, headings, initiatives } from './goals/soenderborg.ts';
import {
	beside,
	contactsOutside,
	leader,
	leaderNote,
	meetingForms,
	situations
} from './every-plan.ts';

const plan = 'soenderborg-2016-2018.txt';
const appreciative =
	'Møde borgerne anerkendende og inkluderende og fokuserer på borgerens ressourcer med henblik på at understøtte at borgerne hurtigt kommer i job eller uddannelse';
const early =
	'Den enkelte borgers indsats starter så tidligt som muligt med udgangspunkt i borgerens ressourcer og kompetencer frem for begrænsninger.';
const individual =
	'Borgerne sikres en kompetent indsats med udgangspunkt i en individuel plan, som retter sig mod en virksomheds- eller uddannelsesvendt indsats.';

export default {
	municipality: 'soenderborg',
	name: 'Sønderborg Kommune',
	title: 'Beskæftigelsesstrategi 2016–2018',
	period: { from: 2016, to: 2018 },
	committee: 'Arbejdsmarkedsudvalget',
	languages: ['da', 'let', 'en'],
	terms: {
		municipality: { da: 'kommunen', let: 'kommunen', en: 'the municipality' },
		caseworker: { da: 'sagsbehandler', let: 'sagsbehandler', en: 'caseworker' },
		meeting: { da: 'samtale', let: 'samtale', en: 'conversation' }
	},
	question: {
		da: 'Hvordan blev du mødt?',
		let: 'Hvordan blev du behandlet?',
		en: 'How were you met?'
	},
	promises: [
		{
			id: 'appreciated',
			text: {
				da: 'Vi møder dig med anerkendelse',
				let: 'Vi tager dig alvorligt',
				en: 'We meet you with recognition'
			},
			source: { kind: 'derived', plan, lines: [56], passage: appreciative }
		},
		{
			id: 'included',
			text: {
				da: 'Vi gør dig til en del af samarbejdet',
				let: 'Du er med i arbejdet sammen med os',
				en: 'We make you part of the cooperation'
			},
			source: { kind: 'derived', plan, lines: [56], passage: appreciative }
		},
		{
			id: 'strengths',
			text: {
				da: 'Vi ser på det, du kan, før det, du ikke kan',
				let: 'Vi ser på det, du er god til',
				en: 'We look at what you can do before what you cannot'
			},
			source: { kind: 'derived', plan, lines: [56, 78], passage: `${appreciative} … ${early}` }
		},
		{
			id: 'early',
			text: {
				da: 'Hjælpen begynder så tidligt som muligt',
				let: 'Du får hjælp så tidligt som muligt',
				en: 'The help starts as early as possible'
			},
			source: { kind: 'derived', plan, lines: [78], passage: early }
		},
		{
			id: 'own-plan',
			text: {
				da: 'Du får din egen plan, og den peger mod job eller uddannelse',
				let: 'Du får din egen plan. Den handler om job eller uddannelse',
				en: 'You get a plan of your own, and it points towards a job or an education'
			},
			source: { kind: 'derived', plan, lines: [79], passage: individual }
		}
	],
	questionnaires: [
		{
			id: 'samtale',
			name: { da: 'Efter samtalen', let: 'Efter samtalen', en: 'After the conversation' },
			items: [
				{
					id: 'overall',
					text: {
						da: 'Hvor tilfreds er du alt i alt med samtalen?',
						let: 'Hvor tilfreds er du med samtalen?',
						en: 'All in all, how satisfied are you with the conversation?'
					},
					scale: 'satisfaction',
					key: true,
					source: {
						kind: 'ours',
						why: 'Strategien beskriver ingen måling blandt borgerne. Spørgsmålet giver ét samlet tal for samtalen.'
					},
					promises: []
				},
				{
					id: 'appreciated',
					text: {
						da: 'Jeg blev mødt med anerkendelse',
						let: 'Jeg blev taget alvorligt',
						en: 'I was met with recognition'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [56], passage: appreciative },
					promises: ['appreciated']
				},
				{
					id: 'included',
					text: {
						da: 'Jeg følte mig som en del af samarbejdet',
						let: 'Jeg var med i samarbejdet',
						en: 'I felt part of the cooperation'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [56], passage: appreciative },
					promises: ['included']
				},
				{
					id: 'strengths',
					text: {
						da: 'Vi talte om det, jeg er god til',
						let: 'Vi talte om det, jeg er god til',
						en: 'We talked about what I am good at'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [56, 78], passage: `${appreciative} … ${early}` },
					promises: ['strengths']
				},
				{
					id: 'own-plan',
					text: {
						da: 'Jeg har en plan, der er lavet til mig',
						let: 'Jeg har en plan, der passer til mig',
						en: 'I have a plan that is made for me'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [79], passage: individual },
					promises: ['own-plan']
				},
				{
					id: 'towards-work',
					text: {
						da: 'Min plan peger mod job eller uddannelse',
						let: 'Min plan handler om job eller uddannelse',
						en: 'My plan points towards a job or an education'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [79], passage: individual },
					promises: ['own-plan']
				},
				{
					id: 'early-enough',
					text: {
						da: 'Jeg fik hjælp tidligt nok',
						let: 'Jeg fik hjælp tidligt nok',
						en: 'I got help early enough'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [78], passage: early },
					promises: ['early']
				}
			]
		}
	],
	// The strategy prints no teams. These are demo content, which the municipality replaces with its own.
	teams: [
		{ id: 'job', name: { da: 'Job', let: 'Job', en: 'Jobs' }, caseworkers: 14 },
		{ id: 'sickness', name: { da: 'Sygemeldte', let: 'Syge', en: 'Sick leave' }, caseworkers: 18 },
		{ id: 'youth', name: { da: 'Unge', let: 'Unge', en: 'Young people' }, caseworkers: 12 },
		{ id: 'course', name: { da: 'Forløb', let: 'Forløb', en: 'Courses' }, caseworkers: 9 },
		{ id: 'flex', name: { da: 'Fleksjob', let: 'Fleksjob', en: 'Flex jobs' }, caseworkers: 8 },
		{
			id: 'integration',
			name: { da: 'Integration', let: 'Ny i Danmark', en: 'Integration' },
			caseworkers: 6
		}
	],
	situations,
	meetingForms,
	headings,
	goals,
	initiatives,
	reporting: [
		{
			what: 'Årlig opfølgning',
			to: 'Arbejdsmarkedsudvalget',
			every: 'year',
			source: {
				kind: 'derived',
				plan,
				lines: [162],
				passage: 'Der følges op på beskæftigelsesstrategien en gang årligt'
			}
		}
	],
	beside,
	press: { name: 'Sønderborg Kommune, presse', url: 'https://sonderborgkommune.dk' },
	contacts: [
		{ name: leader, note: leaderNote, url: 'https://sonderborgkommune.dk' },
		...contactsOutside
	]
} satisfies Plan;
