import type { Goal, Heading } from '../../../goals/goal.ts';
import type { PlannedInitiative } from '../../../goals/initiative.ts';
import { figure, quoting, surveyShare, table, towards } from './making.ts';

const quoted = quoting('stevns-2024-2026.txt');
const ANNEX = {
	da: 'Planens tal står i et bilag, som ikke er med i planens tekst. Derfor står der ikke et tal at nå her, før kommunen har skrevet det ind.',
	let: 'Planens tal står et andet sted end i planen. Derfor står der ikke et tal her endnu.',
	en: 'The plan’s figures are in an annex that is not part of its text. So no figure to reach stands here until the municipality has entered it.'
};

// The words that citizens agree with: the plan's four statements.
const year = { period: 'year' } as const;
const A = {
	da: 'Min sagsbehandler er god til at se muligheder for mig',
	let: 'Min sagsbehandler kan se muligheder for mig',
	en: 'My caseworker is good at seeing possibilities for me'
};
const B = {
	da: 'Jeg har fået mulighed for at fortælle om ting, der er vigtige for mig',
	let: 'Jeg kunne fortælle om det, der er vigtigt for mig',
	en: 'I had the chance to talk about things that are important to me'
};
const C = {
	da: 'Jeg har fået svar på mine spørgsmål',
	let: 'Jeg fik svar på det, jeg spurgte om',
	en: 'I have had answers to my questions'
};
const D = {
	da: 'Samtalen har haft fokus på at afdække og hjælpe mig med mine jobperspektiver',
	let: 'Vi talte om, hvordan jeg kan komme i job',
	en: 'The conversation focused on finding out about my job prospects and helping me with them'
};

export const headings: Heading[] = [
	{
		id: 'ministers-goals',
		text: {
			da: 'Ministermål – sådan arbejder vi med dem',
			let: 'Ministerens mål',
			en: 'The minister’s goals – how we work with them'
		}
	},
	{
		id: 'work-on',
		text: { da: 'Vi vil arbejde på', let: 'Det vil vi arbejde på', en: 'We will work on' }
	},
	{
		id: 'measured-by',
		text: { da: 'Vi vil måles på', let: 'Det vil vi måles på', en: 'We will be measured by' }
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
		source: quoted([116, 122], 'Alle ledige skal have en værdig sagsbehandling'),
		measures: [
			surveyShare('statement-a', 'a', A, year),
			surveyShare('statement-b', 'b', B, year),
			surveyShare('statement-c', 'c', C, year),
			surveyShare('statement-d', 'd', D, year)
		],
		aims: ['a', 'b', 'c', 'd'].map((item) => towards(`statement-${item}`))
	},
	{
		id: 'upskilling',
		heading: 'work-on',
		name: {
			da: 'Flere ledige skal opkvalificeres',
			let: 'Flere ledige skal lære nyt',
			en: 'More jobseekers are to gain new skills'
		},
		source: quoted([117, 153], 'Vi vil arbejde på: At flere ledige skal opkvalificeres'),
		measures: [
			figure('number', 'quarter', 'higher', {
				name: {
					da: 'Ledige, der er begyndt på opkvalificering',
					let: 'Ledige, der er begyndt at lære nyt',
					en: 'Jobseekers who have begun upskilling'
				},
				table: table('y60c02')
			})
		],
		aims: [towards('figure')],
		reading: ANNEX
	},
	{
		id: 'self-supporting',
		heading: 'measured-by',
		name: {
			da: 'Flere flygtninge og familiesammenførte skal være selvforsørgende',
			let: 'Flere flygtninge og deres familier skal klare sig selv',
			en: 'More refugees and their families are to support themselves'
		},
		source: quoted(
			[118, 163, 165],
			'Vi vil måles på: At flere flygtninge og familiesammenførte skal være selvforsørgende',
			'Godt hjulpet på vej af gunstige konjunkturer er beskæftigelsesgraden løbende steget. Det er Arbejdsmarkedets klare ambition at fastholde denne udvikling.'
		),
		measures: [
			figure('per-cent', 'quarter', 'higher', {
				name: {
					da: 'Beskæftigelsesgraden',
					let: 'Hvor mange der er i job',
					en: 'Share in work'
				}
			})
		],
		aims: [towards('figure')],
		reading: ANNEX
	},
	{
		id: 'disability',
		heading: 'measured-by',
		name: {
			da: 'Flere personer med handicap skal i beskæftigelse',
			let: 'Flere personer med handicap skal i job',
			en: 'More people with disabilities are to be in work'
		},
		source: quoted(
			[119, 167],
			'Vi vil måles på: At Flere personer med handicap skal i beskæftigelse'
		),
		measures: [
			figure('number', 'quarter', 'higher', {
				name: {
					da: 'Personer med handicap i beskæftigelse',
					let: 'Personer med handicap i job',
					en: 'People with disabilities in work'
				}
			})
		],
		aims: [towards('figure')],
		reading: ANNEX
	},
	{
		id: 'companies',
		heading: 'measured-by',
		name: {
			da: 'Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft',
			let: 'Firmaerne skal kunne få de folk, de har brug for',
			en: 'Companies are to have the qualified staff they need'
		},
		source: quoted(
			[120, 171, 173],
			'Vi vil måles på: Virksomhederne skal sikres den nødvendige og kvalificerede arbejdskraft',
			'at have øje for at både erhvervsfrekvensen og beskæftigelsesfrekvensen i Stevns Kommune forbliver høj'
		),
		measures: [
			figure('per-cent', 'year', 'higher', {
				id: 'participation',
				name: {
					da: 'Erhvervsfrekvensen',
					let: 'Hvor mange der arbejder eller søger arbejde',
					en: 'Participation rate'
				}
			}),
			figure('per-cent', 'year', 'higher', {
				id: 'employment',
				name: {
					da: 'Beskæftigelsesfrekvensen',
					let: 'Hvor mange der har arbejde',
					en: 'Employment rate'
				}
			})
		],
		aims: [towards('participation'), towards('employment')],
		reading: ANNEX
	}
];

/** The plan stars nothing as an initiative of its own. */
export const initiatives: PlannedInitiative[] = [];
