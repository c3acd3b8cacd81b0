import type { Plan } from '../plan.ts';
import { goals, headings, initiatives } from './goals/glostrup.ts';
import {
	beside,
	contactsOutside,
	leader,
	leaderNote,
	meetingForms,
	situations
} from './every-plan.ts';
import { population } from './glostrup-population.ts';

const plan = 'glostrup-2023-2025.txt';
const respect = 'Det er vores klare udgangspunkt, at alle borgere skal mødes med respekt.';
const seriously =
	'Som borger skal man opleve at blive mødt af seriøsitet og respekt, uanset årsagen til kontakten med Center for Borger og Arbejdsmarked, og sagsbehandlingen skal være effektiv, rettidig og baseret på værdighed.';
const meaningful =
	'De indsats, vi tilrettelægger, skal være meningsfulde og individuelt tilrettelagt ud fra den enkelte borgers aktuelle situation og behov.';
const knowsBest = 'Forventninger til, at den enkelte selv ved, hvad der giver bedst mening.';
const possibilities =
	'Vi er tydelige omkring de muligheder, der er inden for rammerne af lovgivningen.';
const expectations =
	'Samtidig er vi tydelige i de forventninger og krav, der er forbundet med at være ledig og sygemeldt i Glostrup Kommune.';
const reachable =
	'Vi sørger for at være tilgængelige for borgerne både ved personligt fremmøde, på telefon samt på digitale platforme, og vi arbejder for at undgå unødigt ventetid og for at sikre hurtig og fleksibel borgerbetjening.';

export default {
	municipality: 'glostrup',
	name: 'Glostrup Kommune',
	title: 'Beskæftigelsesplan 2023–2025',
	period: { from: 2023, to: 2025 },
	committee: 'Erhvervs- og Arbejdsmarkedsudvalget',
	languages: ['da', 'let', 'en'],
	terms: {
		municipality: { da: 'kommunen', let: 'kommunen', en: 'the municipality' },
		caseworker: { da: 'sagsbehandler', let: 'sagsbehandler', en: 'caseworker' },
		meeting: { da: 'møde', let: 'møde', en: 'meeting' }
	},
	question: {
		da: 'Blev du mødt med værdighed?',
		let: 'Blev du behandlet ordentligt?',
		en: 'Were you met with dignity?'
	},
	promises: [
		{
			id: 'respect',
			text: {
				da: 'Det er vores klare udgangspunkt, at alle borgere skal mødes med respekt',
				let: 'Vi behandler dig med respekt',
				en: 'It is our clear starting point that every citizen is met with respect'
			},
			source: { kind: 'verbatim', plan, lines: [112], passage: respect }
		},
		{
			id: 'meaningful',
			text: {
				da: 'Hjælpen skal give mening og passe til din situation',
				let: 'Hjælpen skal være rigtig for dig og dit liv nu',
				en: 'The help should make sense and fit your situation'
			},
			source: { kind: 'derived', plan, lines: [112], passage: meaningful }
		},
		{
			id: 'own-judgement',
			text: {
				da: 'Vi regner med, at du selv ved, hvad der giver bedst mening',
				let: 'Du ved selv bedst, hvad der er rigtigt for dig',
				en: 'We trust that you know best what makes sense'
			},
			source: { kind: 'derived', plan, lines: [116], passage: knowsBest }
		},
		{
			id: 'possibilities',
			text: {
				da: 'Vi er tydelige omkring de muligheder, der er inden for rammerne af lovgivningen',
				let: 'Vi siger klart, hvad du kan vælge efter loven',
				en: 'We are clear about the possibilities that the law gives'
			},
			source: { kind: 'verbatim', plan, lines: [112], passage: possibilities }
		},
		{
			id: 'expectations',
			text: {
				da: 'Vi er tydelige om, hvad vi forventer og kræver af dig',
				let: 'Vi siger klart, hvad du skal gøre',
				en: 'We are clear about what we expect and require of you'
			},
			source: { kind: 'derived', plan, lines: [112], passage: expectations }
		},
		{
			id: 'reachable',
			text: {
				da: 'Du kan få fat i os, når du møder op, ringer eller bruger nettet',
				let: 'Det er let at få fat i os',
				en: 'You can reach us in person, by telephone and online'
			},
			source: { kind: 'derived', plan, lines: [177], passage: reachable }
		}
	],
	questionnaires: [
		{
			id: 'moede',
			name: { da: 'Efter mødet', let: 'Efter mødet', en: 'After the meeting' },
			items: [
				{
					id: 'overall',
					text: {
						da: 'Hvor tilfreds er du alt i alt med mødet med kommunen?',
						let: 'Hvor tilfreds er du med mødet med kommunen?',
						en: 'All in all, how satisfied are you with the meeting with the municipality?'
					},
					scale: 'satisfaction',
					key: true,
					source: {
						kind: 'derived',
						plan,
						lines: [177],
						passage:
							'Princippet om venlig og værdig borgerkontakt er grundlæggende for alt, hvad vi foretager os i Center for Borger og Arbejdsmarked.'
					},
					promises: []
				},
				{
					id: 'respect',
					text: {
						da: 'Jeg blev mødt med respekt',
						let: 'Jeg blev behandlet med respekt',
						en: 'I was met with respect'
					},
					scale: 'agreement',
					source: {
						kind: 'derived',
						plan,
						lines: [112, 175],
						passage: `${respect} … ${seriously}`
					},
					promises: ['respect']
				},
				{
					id: 'fits-situation',
					text: {
						da: 'Hjælpen passer til min situation',
						let: 'Hjælpen passer til mit liv nu',
						en: 'The help fits my situation'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [112], passage: meaningful },
					promises: ['meaningful']
				},
				{
					id: 'makes-sense',
					text: {
						da: 'Det, vi aftalte, giver mening for mig',
						let: 'Det, vi aftalte, er rigtigt for mig',
						en: 'What we agreed makes sense to me'
					},
					scale: 'agreement',
					source: {
						kind: 'derived',
						plan,
						lines: [112, 116],
						passage: `${meaningful} … ${knowsBest}`
					},
					promises: ['meaningful', 'own-judgement']
				},
				{
					id: 'possibilities',
					text: {
						da: 'Jeg ved, hvilke muligheder jeg har',
						let: 'Jeg ved, hvad jeg kan vælge',
						en: 'I know what possibilities I have'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [112], passage: possibilities },
					promises: ['possibilities']
				},
				{
					id: 'expectations',
					text: {
						da: 'Jeg ved, hvad der forventes af mig',
						let: 'Jeg ved, hvad jeg skal gøre',
						en: 'I know what is expected of me'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [112], passage: expectations },
					promises: ['expectations']
				},
				{
					id: 'reachable',
					text: {
						da: 'Det er let at få kontakt til kommunen',
						let: 'Det er let at få fat i kommunen',
						en: 'It is easy to get in touch with the municipality'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [177], passage: reachable },
					promises: ['reachable']
				}
			]
		}
	],
	// The plan prints no list of teams. These are demo content, which the municipality replaces with its own.
	teams: [
		{ id: 'job', name: { da: 'Job', let: 'Job', en: 'Jobs' }, caseworkers: 9 },
		{ id: 'sickness', name: { da: 'Sygemeldte', let: 'Syge', en: 'Sick leave' }, caseworkers: 11 },
		{ id: 'youth', name: { da: 'Unge', let: 'Unge', en: 'Young people' }, caseworkers: 7 },
		{ id: 'flex', name: { da: 'Fleksjob', let: 'Fleksjob', en: 'Flex jobs' }, caseworkers: 5 }
	],
	situations,
	meetingForms,
	headings,
	goals,
	initiatives,
	reporting: [
		{
			what: 'Måltal for hvert område',
			to: 'Ledergruppen',
			every: 'month',
			source: {
				kind: 'derived',
				plan,
				lines: [187],
				passage:
					'Der opstilles måltal for hvert område, som på månedsbasis følges og drøftes i ledergruppen.'
			}
		},
		{
			what: 'Kvartalsrapport',
			to: 'Erhvervs- og Arbejdsmarkedsudvalget',
			every: 'quarter',
			source: {
				kind: 'derived',
				plan,
				lines: [187],
				passage:
					'Derudover udarbejdes der kvartalsvist en opgørelse over måltal til Erhvervs- og Arbejdsmarkedsudvalget'
			}
		}
	],
	beside,
	press: { name: 'Glostrup Kommune, presse', url: 'https://www.glostrup.dk' },
	contacts: [
		{ name: leader, note: leaderNote, url: 'https://www.glostrup.dk' },
		{
			name: { da: 'Borgerrådgiveren', let: 'Borgerrådgiveren', en: 'The citizen adviser' },
			note: {
				da: 'Hjælper dig, når du er utilfreds med den måde, du er blevet behandlet på.',
				let: 'Hjælper dig, hvis kommunen ikke har behandlet dig godt.',
				en: 'Helps you when you are unhappy with the way you have been treated.'
			},
			url: 'https://www.glostrup.dk'
		},
		...contactsOutside
	],
	population
} satisfies Plan;
