import type { Plan } from '../plan.ts';
import { goals, headings, initiatives } from './goals/slagelse.ts';
import {
	beside,
	contactsOutside,
	leader,
	leaderNote,
	meetingForms,
	situations
} from './every-plan.ts';

const plan = 'slagelse-2021-2022.txt';
const meaningful =
	'Det skal ske via en værdig sagsbehandling, hvor målet fortsat er at give en modtagelse og indsats, som er meningsfuld og tilrettelagt efter de behov, den enkelte har.';
const believe =
	'Generelt set vægter byrådet, at der bygges videre på borgernes ressourcer og udvises en tro på, at borgeren kan lykkes.';
const positive = 'Det er afgørende at have positive forventninger til borgerne.';
const sharedGoals =
	'Fælles formulering af overskuelige og opnåelige delmål med indsatsen, som der skal følges op på og drages læring af sammen med borgeren.';
const concreteGoals =
	'Fælles formulering af konkrete og forpligtende delmål med indsatsen, som der skal følges op på og drages læring af sammen med borgeren.';
const passedOn =
	'Det kommunale organisationsprojekt skal derfor have fokus på at tilrettelægge og organisere indsatser, så borgere og virksomheder i mindre grad oplever at blive kastebold mellem forskellige medarbejdere og afdelinger.';
const changes =
	'Ligesom det vægtes at organisere indsatsen, så antallet af sagsbehandlerskift over tid begrænses og der dermed skabes bedre vilkår for det afgørende arbejde med relationer, tillid og håndholdte indsatser i virksomhederne.';

export default {
	municipality: 'slagelse',
	name: 'Slagelse Kommune',
	title: 'Beskæftigelsesplan 2021–2022',
	period: { from: 2021, to: 2022 },
	// The plan is the council's own and names no committee for employment.
	committee: 'Byrådet',
	languages: ['da', 'let', 'en'],
	terms: {
		municipality: { da: 'kommunen', let: 'kommunen', en: 'the municipality' },
		caseworker: { da: 'sagsbehandler', let: 'sagsbehandler', en: 'caseworker' },
		meeting: { da: 'møde', let: 'møde', en: 'meeting' }
	},
	question: {
		da: 'Blev du mødt på en værdig måde?',
		let: 'Blev du behandlet ordentligt?',
		en: 'Were you met in a dignified way?'
	},
	promises: [
		{
			id: 'meaningful',
			text: {
				da: 'Hjælpen skal give mening og passe til det, du har brug for',
				let: 'Hjælpen skal være rigtig for dig',
				en: 'The help should make sense and fit what you need'
			},
			source: { kind: 'derived', plan, lines: [64], passage: meaningful }
		},
		{
			id: 'positive',
			text: {
				da: 'Det er afgørende at have positive forventninger til borgerne',
				let: 'Vi tror på, at du kan',
				en: 'It is crucial to expect good things of citizens'
			},
			source: { kind: 'verbatim', plan, lines: [352], passage: positive }
		},
		{
			id: 'shared-goals',
			text: {
				da: 'Vi finder delmål sammen – konkrete, til at overskue og til at nå',
				let: 'Vi finder små mål sammen. Du skal kunne nå dem',
				en: 'We find milestones together: concrete, manageable and within reach'
			},
			source: { kind: 'derived', plan, lines: [201, 352], passage: `${concreteGoals} … ${goals}` }
		},
		{
			id: 'same-person',
			text: {
				da: 'Du skal skifte sagsbehandler så få gange som muligt',
				let: 'Du skal have den samme sagsbehandler så længe som muligt',
				en: 'You should change caseworker as seldom as possible'
			},
			source: { kind: 'derived', plan, lines: [334], passage: changes }
		},
		{
			id: 'not-passed-on',
			text: {
				da: 'Du skal ikke være kastebold mellem medarbejdere og afdelinger',
				let: 'Du skal ikke sendes rundt mellem mange mennesker',
				en: 'You should not be passed on from one employee and department to another'
			},
			source: { kind: 'derived', plan, lines: [93], passage: passedOn }
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
					source: { kind: 'derived', plan, lines: [64], passage: meaningful },
					promises: []
				},
				{
					id: 'makes-sense',
					text: {
						da: 'Det, jeg er i gang med, giver mening for mig',
						let: 'Det, jeg er i gang med, er rigtigt for mig',
						en: 'What I am doing makes sense to me'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [64], passage: meaningful },
					promises: ['meaningful']
				},
				{
					id: 'fits-needs',
					text: {
						da: 'Hjælpen passer til det, jeg har brug for',
						let: 'Jeg får den hjælp, jeg har brug for',
						en: 'The help fits what I need'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [64], passage: meaningful },
					promises: ['meaningful']
				},
				{
					id: 'believes',
					text: {
						da: 'Min sagsbehandler tror på, at jeg kan lykkes',
						let: 'Min sagsbehandler tror på mig',
						en: 'My caseworker believes that I can succeed'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [334, 352], passage: `${believe} … ${positive}` },
					promises: ['positive']
				},
				{
					id: 'next-step',
					text: {
						da: 'Vi fandt det næste skridt sammen',
						let: 'Vi fandt sammen ud af, hvad der nu skal ske',
						en: 'We found the next step together'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [352], passage: sharedGoals },
					promises: ['shared-goals']
				},
				{
					id: 'manageable',
					text: {
						da: 'Jeg kan overskue det, vi har aftalt',
						let: 'Det, vi har aftalt, er ikke for meget for mig',
						en: 'I can manage what we have agreed'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [352], passage: sharedGoals },
					promises: ['shared-goals']
				},
				{
					id: 'whom-to-talk-to',
					text: {
						da: 'Jeg ved, hvem jeg skal tale med',
						let: 'Jeg ved, hvem jeg skal tale med',
						en: 'I know whom to talk to'
					},
					scale: 'agreement',
					source: { kind: 'derived', plan, lines: [93, 334], passage: `${passedOn} … ${changes}` },
					promises: ['same-person', 'not-passed-on']
				}
			]
		}
	],
	// The plan prints no teams. These are demo content, which the municipality replaces with its own.
	teams: [
		{ id: 'job', name: { da: 'Job', let: 'Job', en: 'Jobs' }, caseworkers: 15 },
		{ id: 'sickness', name: { da: 'Sygemeldte', let: 'Syge', en: 'Sick leave' }, caseworkers: 17 },
		{ id: 'youth', name: { da: 'Unge', let: 'Unge', en: 'Young people' }, caseworkers: 13 },
		{ id: 'flex', name: { da: 'Fleksjob', let: 'Fleksjob', en: 'Flex jobs' }, caseworkers: 10 },
		{
			id: 'integration',
			name: { da: 'Integration og Netværk', let: 'Ny i Danmark', en: 'Integration and Network' },
			caseworkers: 5
		},
		{
			id: 'disability',
			name: { da: 'Job og handicap', let: 'Job og handicap', en: 'Work and disability' },
			caseworkers: 2,
			mergedInto: 'flex'
		}
	],
	situations,
	meetingForms,
	headings,
	goals,
	initiatives,
	beside,
	press: { name: 'Slagelse Kommune, presse', url: 'https://www.slagelse.dk' },
	contacts: [{ name: leader, note: leaderNote, url: 'https://www.slagelse.dk' }, ...contactsOutside]
} satisfies Plan;
