import type { Plan } from '../plan.ts';
import { goals, headings, initiatives } from './goals/stevns.ts';
import {
	beside,
	contactsOutside,
	leader,
	leaderNote,
	meetingForms,
	situations
} from './every-plan.ts';
import { stevnsInterviews } from './interviews-stevns.ts';
import { stevnsJourney } from './journey/stevns.ts';

const plan = 'stevns-2024-2026.txt';

// The plan's four statements. It prints no answer scale (ours), and no overall statement: so there is no key item.
const items: Plan['questionnaires'][number]['items'] = [
	{
		id: 'a',
		text: {
			da: 'Min sagsbehandler er god til at se muligheder for mig',
			let: 'Min sagsbehandler kan se muligheder for mig',
			en: 'My caseworker is good at seeing possibilities for me'
		},
		scale: 'agreement',
		source: {
			kind: 'verbatim',
			plan,
			lines: [140],
			passage: 'Min sagsbehandler er god til at se muligheder for mig'
		},
		promises: ['best-solution']
	},
	{
		id: 'b',
		text: {
			da: 'Jeg har fået mulighed for at fortælle om ting, der er vigtige for mig',
			let: 'Jeg kunne fortælle om det, der er vigtigt for mig',
			en: 'I had the chance to talk about things that are important to me'
		},
		scale: 'agreement',
		source: {
			kind: 'verbatim',
			plan,
			lines: [141],
			passage: 'Jeg har fået mulighed for at fortælle om ting der vigtige for mig',
			correction: 'Jeg har fået mulighed for at fortælle om ting, der [er] vigtige for mig'
		},
		promises: ['listen']
	},
	{
		id: 'c',
		text: {
			da: 'Jeg har fået svar på mine spørgsmål',
			let: 'Jeg fik svar på det, jeg spurgte om',
			en: 'I have had answers to my questions'
		},
		scale: 'agreement',
		source: {
			kind: 'verbatim',
			plan,
			lines: [142],
			passage: 'Jeg har fået svar på mine spørgsmål'
		},
		promises: ['clear']
	},
	{
		id: 'd',
		text: {
			da: 'Samtalen har haft fokus på at afdække og hjælpe mig med mine jobperspektiver',
			let: 'Vi talte om, hvordan jeg kan komme i job',
			en: 'The conversation focused on finding out about my job prospects and helping me with them'
		},
		scale: 'agreement',
		source: {
			kind: 'verbatim',
			plan,
			lines: [143],
			passage: 'Samtalen har haft fokus på at afdække og hjælpe mig med mine jobperspektiver'
		},
		promises: ['best-solution']
	}
];

// For a municipality that wants all six promises measured: the three that the plan's own statements leave out.
const more: typeof items = [
	{
		id: 'eye-level',
		text: {
			da: 'Jeg blev mødt i øjenhøjde',
			let: 'Vi talte sammen som to lige gode mennesker',
			en: 'I was met at eye level'
		},
		scale: 'agreement',
		source: { kind: 'derived', plan, lines: [126], passage: 'Vi er i øjenhøjde' },
		promises: ['eye-level']
	},
	{
		id: 'law',
		text: {
			da: 'Jeg fik reglerne forklaret, så jeg kunne forstå dem',
			let: 'Min sagsbehandler forklarede reglerne, så jeg forstod dem',
			en: 'The rules were explained so that I could understand them'
		},
		scale: 'agreement',
		source: {
			kind: 'derived',
			plan,
			lines: [130],
			passage: 'Vi forklarer de lovgivningsmæssige rammer i et relevant sprog'
		},
		promises: ['law']
	},
	{
		id: 'reflect',
		text: {
			da: 'Vi tænkte sammen over, hvad der er bedst for mig',
			let: 'Vi fandt sammen ud af, hvad der er godt for mig',
			en: 'We thought together about what is best for me'
		},
		scale: 'agreement',
		source: { kind: 'derived', plan, lines: [131], passage: 'Vi reflekterer sammen med borgeren' },
		promises: ['reflect']
	}
];

export default {
	municipality: 'stevns',
	name: 'Stevns Kommune',
	title: 'Beskæftigelsesplan 2024–2026',
	period: { from: 2024, to: 2026 },
	committee: 'Udvalget for Arbejdsmarked, Erhverv, Kultur & Turisme',
	languages: ['da', 'let', 'en'],
	terms: {
		municipality: { da: 'kommunen', let: 'kommunen', en: 'the municipality' },
		caseworker: { da: 'sagsbehandler', let: 'sagsbehandler', en: 'caseworker' },
		meeting: { da: 'samtale', let: 'samtale', en: 'conversation' }
	},
	question: {
		da: 'Hvordan var din samtale?',
		let: 'Hvordan var din samtale?',
		en: 'How was your conversation?'
	},
	promises: [
		{
			id: 'eye-level',
			text: {
				da: 'Vi er i øjenhøjde',
				let: 'Vi taler sammen som lige gode mennesker',
				en: 'We meet you at eye level'
			},
			source: { kind: 'verbatim', plan, lines: [126], passage: 'Vi er i øjenhøjde' }
		},
		{
			id: 'listen',
			text: {
				da: 'Vi giver os tid til at lytte',
				let: 'Vi har tid til at høre på dig',
				en: 'We take the time to listen'
			},
			source: { kind: 'verbatim', plan, lines: [128], passage: 'Vi giver os tid til at lytte' }
		},
		{
			id: 'clear',
			text: { da: 'Vi er tydelige', let: 'Vi siger tingene klart', en: 'We are clear' },
			source: { kind: 'verbatim', plan, lines: [129], passage: 'Vi er tydelige' }
		},
		{
			id: 'law',
			text: {
				da: 'Vi forklarer de lovgivningsmæssige rammer i et relevant sprog',
				let: 'Vi forklarer reglerne, så du forstår dem',
				en: 'We explain what the law says in words that fit'
			},
			source: {
				kind: 'verbatim',
				plan,
				lines: [130],
				passage: 'Vi forklarer de lovgivningsmæssige rammer i et relevant sprog'
			}
		},
		{
			id: 'reflect',
			text: {
				da: 'Vi reflekterer sammen med borgeren',
				let: 'Vi tænker os om sammen med dig',
				en: 'We reflect together with you'
			},
			source: {
				kind: 'verbatim',
				plan,
				lines: [131],
				passage: 'Vi reflekterer sammen med borgeren'
			}
		},
		{
			id: 'best-solution',
			text: {
				da: 'Vi arbejder sammen med borgeren mod den bedste løsning',
				let: 'Vi finder den bedste løsning sammen med dig',
				en: 'We work with you towards the best solution'
			},
			source: {
				kind: 'verbatim',
				plan,
				lines: [132],
				passage: 'Vi arbejder sammen med borgeren mod den bedste løsning'
			}
		}
	],
	questionnaires: [
		{
			id: 'samtale',
			name: { da: 'Efter samtalen', let: 'Efter samtalen', en: 'After the conversation' },
			items
		},
		{
			id: 'udvidet',
			name: {
				da: 'Efter samtalen – alle seks løfter',
				let: 'Efter samtalen – om alle vores løfter',
				en: 'After the conversation – all six promises'
			},
			items: [...items, ...more]
		}
	],
	// The plan prints no teams. These are demo content, which the municipality replaces with its own.
	teams: [
		{ id: 'job', name: { da: 'Job', let: 'Job', en: 'Jobs' }, caseworkers: 7 },
		{ id: 'sickness', name: { da: 'Sygemeldte', let: 'Syge', en: 'Sick leave' }, caseworkers: 6 },
		{ id: 'youth', name: { da: 'Unge', let: 'Unge', en: 'Young people' }, caseworkers: 5 },
		{ id: 'flex', name: { da: 'Fleksjob', let: 'Fleksjob', en: 'Flex jobs' }, caseworkers: 4 },
		{
			id: 'integration',
			name: { da: 'Integration', let: 'Ny i Danmark', en: 'Integration' },
			caseworkers: 2,
			mergedInto: 'job'
		}
	],
	situations,
	meetingForms,
	headings,
	goals,
	initiatives,
	reporting: [
		{
			what: 'Kvartalsrapport',
			to: 'Udvalget for Arbejdsmarked, Erhverv, Kultur & Turisme',
			every: 'quarter',
			source: {
				kind: 'derived',
				plan,
				lines: [35],
				passage:
					'Der vil ligeledes blive afrapporteret til udvalget for Arbejdsmarked, Erhverv, Kultur & Turisme, hvert kvartal.'
			}
		}
	],
	beside,
	press: { name: 'Stevns Kommune, presse', url: 'https://www.stevns.dk' },
	contacts: [{ name: leader, note: leaderNote, url: 'https://www.stevns.dk' }, ...contactsOutside],
	journey: stevnsJourney,
	interviews: stevnsInterviews
} satisfies Plan;
