import type { Goal, Heading } from '../../../goals/goal.ts';
import type { PlannedInitiative } from '../../../goals/initiative.ts';
import type { Text } from '../../../i18n/text.ts';
import { figure, quoting, surveyShare, table, towards, undated } from './making.ts';

const quoted = quoting('glostrup-2023-2025.txt');

/** Figures for every area are followed each month by the management (line 187), but the plan prints none and names none. */
const OURS: Text = {
	da: 'Planen skriver ikke, hvilket tal der følges. Det her har vi valgt ud fra planens ord. Kommunen kan vælge et andet.',
	let: 'Planen siger ikke, hvilket tal vi skal følge. Derfor har vi selv valgt et.',
	en: 'The plan does not say which figure is followed. We chose this one from the plan’s words; the municipality may choose another.'
};

export const headings: Heading[] = [
	{
		id: 'ministers-goals',
		text: { da: 'De fem ministermål', let: 'Ministerens fem mål', en: 'The minister’s five goals' }
	},
	{
		id: 'local',
		text: {
			da: 'De fire lokale beskæftigelsesstrategiske målsætninger',
			let: 'Kommunens fire mål',
			en: 'The municipality’s own four goals'
		}
	}
];

export const goals: Goal[] = [
	{
		id: 'dignity',
		heading: 'ministers-goals',
		name: {
			da: 'Alle ledige skal have en værdig sagsbehandling',
			let: 'Alle ledige skal mødes med værdighed',
			en: 'All jobseekers are to be treated with dignity'
		},
		source: quoted(
			[91, 110, 112],
			'Ministermål 1: Alle ledige skal have en værdig sagsbehandling',
			'Det er vores klare udgangspunkt, at alle borgere skal mødes med respekt.'
		),
		measures: [
			surveyShare('figure', 'overall', {
				da: 'tilfredse med mødet med kommunen',
				let: 'tilfredse med mødet med kommunen',
				en: 'satisfied with the meeting with the municipality'
			}),
			surveyShare('respect', 'respect', {
				da: 'mødt med respekt',
				let: 'mødt med respekt',
				en: 'met with respect'
			})
		],
		aims: [towards('figure'), towards('respect')]
	},
	{
		id: 'upskilling',
		heading: 'ministers-goals',
		name: {
			da: 'Flere ledige skal opkvalificeres',
			let: 'Flere ledige skal lære nyt',
			en: 'More jobseekers are to gain new skills'
		},
		source: quoted(
			[92, 119, 125],
			'Ministermål 2: Flere ledige skal opkvalificeres',
			'årene frem styrke opkvalificeringsområdet, så flere ledige får relevant opkvalificering og derigennem kommer i arbejde.'
		),
		measures: [
			figure('number', 'month', 'higher', {
				name: {
					da: 'Ledige, der er begyndt på opkvalificering',
					let: 'Ledige, der er begyndt at lære nyt',
					en: 'Jobseekers who have begun upskilling'
				},
				table: table('y60c02')
			})
		],
		aims: [towards('figure')],
		reading: OURS
	},
	{
		id: 'self-supporting',
		heading: 'ministers-goals',
		name: {
			da: 'Flere flygtninge og familiesammenførte skal være selvforsørgende',
			let: 'Flere flygtninge og deres familier skal klare sig selv',
			en: 'More refugees and their families are to support themselves'
		},
		source: quoted(
			[93, 127, 131],
			'Ministermål 3: Flere flygtninge og familiesammenførte skal være selvforsørgende',
			'Center for Borger og Arbejdsmarked vil prioritere at fastholde den gode udvikling'
		),
		measures: [
			figure('per-cent', 'month', 'higher', {
				name: { da: 'Andel i beskæftigelse', let: 'Hvor mange der er i job', en: 'Share in work' }
			})
		],
		aims: [towards('figure')],
		reading: OURS
	},
	{
		id: 'disability',
		heading: 'ministers-goals',
		name: {
			da: 'Flere personer med handicap skal i beskæftigelse',
			let: 'Flere personer med handicap skal i job',
			en: 'More people with disabilities are to be in work'
		},
		source: quoted(
			[94, 133, 139],
			'Ministermål 4: Flere personer med handicap skal i beskæftigelse',
			'På fleksjobområdet er hensigten at nedbringe ledigheden yderligere'
		),
		measures: [
			figure('number', 'month', 'lower', {
				name: {
					da: 'Fuldtidspersoner på ledighedsydelse',
					let: 'Folk, der venter på et fleksjob',
					en: 'Full-time persons waiting for a flex job'
				},
				table: table('ptv_a02')
			})
		],
		aims: [towards('figure')],
		reading: OURS
	},
	{
		id: 'companies',
		heading: 'ministers-goals',
		name: {
			da: 'Virksomheder skal have den nødvendige og kvalificerede arbejdskraft',
			let: 'Firmaerne skal kunne få de folk, de har brug for',
			en: 'Companies are to have the qualified staff they need'
		},
		source: quoted(
			[95, 141, 147],
			'Ministermål 5: Virksomheder skal have den nødvendige og kvalificerede arbejdskraft',
			'vi skal tilstræbe at matche alle de indkomne jobordrer med ledige'
		),
		measures: [
			figure('per-cent', 'month', 'higher', {
				name: {
					da: 'Jobordrer, der er matchet med en ledig',
					let: 'Job, som vi har fundet en ledig til',
					en: 'Vacancies matched with a jobseeker'
				}
			})
		],
		aims: [towards('figure')],
		reading: OURS
	},
	{
		id: 'work-or-education',
		heading: 'local',
		name: {
			da: 'Flere skal i job eller uddannelse',
			let: 'Flere skal i job eller uddannelse',
			en: 'More are to be in work or education'
		},
		source: quoted(
			[103, 151, 153],
			'Lokal målsætning: Flere skal i job eller uddannelse',
			'flere borgere tager aktivt del i samfundet via job eller ordinær uddannelse'
		),
		measures: [
			figure('number', 'month', 'lower', {
				id: 'supported',
				name: {
					da: 'Fuldtidspersoner på offentlig forsørgelse',
					let: 'Folk, der får penge fra kommunen',
					en: 'Full-time persons on benefits'
				},
				table: table('ptv_a02')
			}),
			figure('per-cent', 'year', 'lower', {
				id: 'share',
				name: {
					da: 'Offentlig forsørgelse i procent, ved siden af det forventede',
					let: 'Hvor stor en del der får penge fra kommunen',
					en: 'Share on benefits, beside what is expected'
				},
				table: table('y30r21')
			})
		],
		aims: [towards('supported'), towards('share')],
		reading: OURS
	},
	{
		id: 'business',
		heading: 'local',
		name: {
			da: 'Erhvervsindsatsen skal styrkes',
			let: 'Hjælpen til firmaer skal være bedre',
			en: 'The work with businesses is to be strengthened'
		},
		source: quoted(
			[104, 159, 161],
			'Lokal målsætning: Erhvervsindsatsen skal styrkes',
			'arbejde målrettet med en opprioriteret erhvervsindsats baseret på en ny tværfaglig erhvervsstrategi'
		),
		measures: [],
		aims: [{ kind: 'direction', when: undated }]
	},
	{
		id: 'coordinated',
		heading: 'local',
		name: {
			da: 'Koordineret indsats',
			let: 'Hjælpen skal hænge sammen',
			en: 'Coordinated help'
		},
		source: quoted(
			[105, 165, 167],
			'Lokal målsætning: Koordineret indsats',
			'udsatte borgere med komplekse problemstillinger tilbydes en fælles indsats på tværs af myndighedsområder'
		),
		measures: [],
		aims: [{ kind: 'direction', when: undated }]
	},
	{
		id: 'friendly-contact',
		heading: 'local',
		name: {
			da: 'Effektiv og venlig borgerkontakt',
			let: 'Det skal være let og rart at tale med kommunen',
			en: 'Efficient and friendly contact with citizens'
		},
		source: quoted(
			[106, 173, 175],
			'Lokal målsætning: Effektiv og venlig borgerkontakt',
			'Kontakten til borgerne skal være både venlig, imødekommende og effektiv.'
		),
		measures: [
			surveyShare('reachable', 'reachable', {
				da: 'let at få kontakt til kommunen',
				let: 'let at få kontakt til kommunen',
				en: 'easy to reach the municipality'
			})
		],
		aims: [towards('reachable')],
		reading: OURS
	}
];

/** The plan stars nothing as an initiative of its own. */
export const initiatives: PlannedInitiative[] = [];
