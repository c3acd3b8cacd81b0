import type { Plan } from '../plan.ts';
import { goals, headings, initiatives } from './goals/vejen.ts';
import { beside, contactsOutside, leaderNote, meetingForms, situations } from './every-plan.ts';

const plan = 'vejen-2024.txt';
const involved =
	'Borgerne skal opleve sig inddraget i samarbejdet - der gennemføres brugerundersøgelse 2 gange årlig via skema, der udleveres efter samtale';
const helm = 'Vi ønsker at sætte borgeren ved roret.';
const meaningful =
	'Vi vil sammen med borgeren få tilrettelagt en sammenhængende og meningsfuld indsats, der sætter fokus på, hvordan den enkelte kan blive en del af arbejdsmarkedet.';
const needs =
	'Vi har tillid til borgerens evne til at styre eget liv, og vi ønsker at tage udgangspunkt i den enkeltes behov med princippet om, at den der kan selv, selv skal bidrage efter evne.';
const planned =
	'Sammen med borgeren vil vi planlægge forløb, der kan bidrage til at skabe udvikling og progression.';

export default {
	municipality: 'vejen',
	name: 'Vejen Kommune',
	title: 'Den dynamiske beskæftigelsesplan 2024',
	period: { from: 2024, to: 2024 },
	committee: 'Udvalget for arbejdsmarked og integration',
	languages: ['da', 'let', 'en'],
	terms: {
		municipality: { da: 'kommunen', let: 'kommunen', en: 'the municipality' },
		caseworker: { da: 'jobrådgiver', let: 'jobrådgiver', en: 'job adviser' },
		meeting: { da: 'samtale', let: 'samtale', en: 'conversation' }
	},
	question: {
		da: 'Var du selv ved roret?',
		let: 'Var du med til at bestemme?',
		en: 'Were you at the helm?'
	},
	promises: [
		{
			id: 'helm',
			text: {
				da: 'Vi ønsker at sætte borgeren ved roret',
				let: 'Du skal være med til at bestemme',
				en: 'We want to put you at the helm'
			},
			source: { kind: 'verbatim', plan, lines: [68], passage: helm }
		},
		{
			id: 'involved',
			text: {
				da: 'Du skal opleve, at du er inddraget i samarbejdet',
				let: 'Du skal være med, når vi arbejder sammen',
				en: 'You should feel involved in the cooperation'
			},
			source: { kind: 'derived', plan, lines: [198], passage: involved }
		},
		{
			id: 'needs',
			text: {
				da: 'Vi tager udgangspunkt i det, du har brug for',
				let: 'Vi begynder med det, du har brug for',
				en: 'We start from what you need'
			},
			source: { kind: 'derived', plan, lines: [115], passage: needs }
		},
		{
			id: 'meaningful',
			text: {
				da: 'Hjælpen skal hænge sammen og give mening for dig',
				let: 'Hjælpen skal passe sammen og være rigtig for dig',
				en: 'The help should hang together and make sense to you'
			},
			source: { kind: 'derived', plan, lines: [68], passage: meaningful }
		},
		{
			id: 'planned',
			text: {
				da: 'Sammen med borgeren vil vi planlægge forløb, der kan bidrage til at skabe udvikling og progression',
				let: 'Vi lægger en plan sammen med dig, så du kan komme videre',
				en: 'Together with you we plan courses that can help you develop and move on'
			},
			source: { kind: 'verbatim', plan, lines: [143], passage: planned }
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
						da: 'Hvor tilfreds er du alt i alt med samtalen med din jobrådgiver?',
						let: 'Hvor tilfreds er du med samtalen med din jobrådgiver?',
						en: 'All in all, how satisfied are you with the conversation with your job adviser?'
					},
					scale: 'satisfaction',
					key: true,
					source: {
						kind: 'derived',
						plan,
						lines: [198],
						passage:
							'75% af borgerne er tilfredse med samtaler med jobrådgiver (tilfredshedsmåling 2023)'
					},
					promises: []
				},
				{
					id: 'involved',
					text: {
						da: 'Jeg føler mig inddraget i samarbejdet',
						let: 'Jeg er med i samarbejdet',
						en: 'I feel involved in the cooperation'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [198], passage: involved },
					promises: ['involved']
				},
				{
					id: 'planned',
					text: {
						da: 'Jeg var med til at planlægge, hvad der nu skal ske',
						let: 'Jeg var med til at lave planen for, hvad der nu skal ske',
						en: 'I took part in planning what happens next'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [143], passage: planned },
					promises: ['planned']
				},
				{
					id: 'direction',
					text: {
						da: 'Jeg er med til at bestemme retningen',
						let: 'Jeg er med til at bestemme, hvor jeg skal hen',
						en: 'I have a say in the direction'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [68], passage: helm },
					promises: ['helm']
				},
				{
					id: 'needs',
					text: {
						da: 'Samtalen tog udgangspunkt i det, jeg har brug for',
						let: 'Samtalen handlede om det, jeg har brug for',
						en: 'The conversation started from what I need'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [115], passage: needs },
					promises: ['needs']
				},
				{
					id: 'makes-sense',
					text: {
						da: 'Det, vi aftalte, giver mening for mig',
						let: 'Det, vi aftalte, er rigtigt for mig',
						en: 'What we agreed makes sense to me'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [68], passage: meaningful },
					promises: ['meaningful']
				},
				{
					id: 'step-further',
					text: {
						da: 'Jeg er kommet et skridt videre',
						let: 'Jeg er kommet lidt videre',
						en: 'I have come a step further'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [143], passage: planned },
					promises: ['planned']
				}
			]
		}
	],
	// The plan prints no teams. These are demo content, which the municipality replaces with its own.
	// The integration team is small and stands alone: its answers are counted under "not said".
	teams: [
		{ id: 'job', name: { da: 'Jobteamet', let: 'Job', en: 'Jobs' }, caseworkers: 8 },
		{ id: 'sickness', name: { da: 'Sygeteamet', let: 'Syge', en: 'Sick leave' }, caseworkers: 9 },
		{ id: 'youth', name: { da: 'Ungeteamet', let: 'Unge', en: 'Young people' }, caseworkers: 6 },
		{ id: 'flex', name: { da: 'Fleksteamet', let: 'Fleksjob', en: 'Flex jobs' }, caseworkers: 5 },
		{
			id: 'integration',
			name: { da: 'Integrationsteamet', let: 'Ny i Danmark', en: 'Integration' },
			caseworkers: 3
		}
	],
	situations,
	meetingForms,
	headings,
	goals,
	initiatives,
	beside,
	press: { name: 'Vejen Kommune, presse', url: 'https://www.vejen.dk' },
	contacts: [
		{
			name: {
				da: 'Lederen for din jobrådgiver',
				let: 'Chefen for din jobrådgiver',
				en: "Your job adviser's manager"
			},
			note: leaderNote,
			url: 'https://www.vejen.dk'
		},
		...contactsOutside
	]
} satisfies Plan;
