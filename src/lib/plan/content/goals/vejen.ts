import type { Aim, Goal, Heading } from '../../../goals/goal.ts';
import type { PlannedInitiative } from '../../../goals/initiative.ts';
import { during, figure, quoting, table, undated } from './making.ts';

/** Chapter 9 of the plan. It prints no deadline for most of them; the plan is for 2024. */
const quoted = quoting('vejen-2024.txt');
const in2024 = during('2024');
const inSecondQuarter = during('2024-Q2');
const aboveNational: Aim = {
	kind: 'national',
	measure: 'figure',
	side: 'above',
	when: undated
} as const;
const OVER = 'Vi arbejder for en placering over landsgennemsnit';

export const headings: Heading[] = [
	{
		id: 'companies',
		text: {
			da: 'Samarbejdet med virksomhederne',
			let: 'Samarbejde med firmaer',
			en: 'Working with companies'
		}
	},
	{
		id: 'upskilling',
		text: {
			da: 'Ledige skal opkvalificeres',
			let: 'Ledige skal lære nyt',
			en: 'Jobseekers are to gain new skills'
		}
	},
	{ id: 'sick-leave', text: { da: 'Sygemeldte', let: 'Sygemeldte', en: 'People on sick leave' } },
	{ id: 'active', text: { da: 'Aktiv indsats', let: 'Hjælp til job', en: 'Active help' } },
	{
		id: 'room-for-all',
		text: {
			da: 'Det rummelige arbejdsmarked',
			let: 'Plads til alle på arbejde',
			en: 'A labour market with room for all'
		}
	},
	{ id: 'integration', text: { da: 'Integration', let: 'Ny i Danmark', en: 'Integration' } },
	{ id: 'cooperation', text: { da: 'Samarbejde', let: 'Samarbejde', en: 'Cooperation' } }
];

export const goals: Goal[] = [
	{
		id: 'filled-jobs',
		heading: 'companies',
		name: {
			da: 'Besættelsesgrad, når vi formidler job',
			let: 'Job, som vi finder folk til',
			en: 'Share of vacancies filled when we find candidates'
		},
		source: quoted(
			[190],
			'Vi arbejder for en høj besættelsesgrad i forbindelse med jobformidling *opgøres via jobindsats',
			'2. kvartal 2023 40 % (landsgennemsnit 34%)',
			`Mål = 45% ${OVER}`
		),
		measures: [
			figure('per-cent', 'quarter', 'higher', {
				baseline: { value: 40, period: '2023-Q2', n: null, national: 34 }
			})
		],
		aims: [{ kind: 'value', measure: 'figure', value: 45, when: undated }, aboveNational]
	},
	{
		id: 'upskilling',
		heading: 'upskilling',
		name: {
			da: 'Personer, der har påbegyndt et opkvalificeringsforløb',
			let: 'Personer, der er begyndt at lære nyt',
			en: 'People who have begun an upskilling course'
		},
		source: quoted(
			[191],
			'Antal personer som har påbegyndt et opkvalificeringsforløb – 2. kvartal 2023 = 79',
			'Mål = 90 personer 2. kvartal 2024'
		),
		measures: [
			figure('number', 'quarter', 'higher', {
				baseline: { value: 79, period: '2023-Q2', n: null },
				table: table('y60c02')
			})
		],
		aims: [{ kind: 'value', measure: 'figure', value: 90, when: inSecondQuarter }]
	},
	{
		id: 'sick-leave-weeks',
		heading: 'sick-leave',
		name: {
			da: 'Gennemsnitlig varighed af sygedagpengesager',
			let: 'Hvor længe folk får sygedagpenge',
			en: 'Average length of sickness benefit cases'
		},
		source: quoted(
			[192],
			'Vi styrker indsatsen på sygedagpengeområdet, og arbejder for en kortere gennemsnitlig varighed for sygedagpengesager',
			'Gennemsnitlig varighed august 2023 ca. 30 uger',
			'Mål 2024 ca. 28 uger'
		),
		measures: [
			figure('weeks', 'month', 'lower', {
				baseline: { value: 30, about: true, period: '2023-08', n: null },
				table: table('y07a07')
			})
		],
		aims: [{ kind: 'value', measure: 'figure', value: 28, about: true, when: in2024 }]
	},
	{
		id: 'partly-well',
		heading: 'sick-leave',
		name: {
			da: 'Delvis raskmelding',
			let: 'Folk, der arbejder lidt, mens de er syge',
			en: 'Part-time return from sick leave'
		},
		source: quoted(
			[192],
			'Vi arbejder med anvendelsen af delvis raskmelding som en del af fastholdelsesindsatsen',
			'1. kvartal 2023 14,5% (landsgennemsnit 12,6%)',
			`2.kvartal 2024 = 16% ${OVER}`
		),
		measures: [
			figure('per-cent', 'quarter', 'higher', {
				baseline: { value: 14.5, period: '2023-Q1', n: null, national: 12.6 }
			})
		],
		aims: [{ kind: 'value', measure: 'figure', value: 16, when: inSecondQuarter }, aboveNational]
	},
	{
		id: 'still-in-job',
		heading: 'active',
		name: {
			da: 'Jobparate borgere, der efter 3 måneder fortsat er i job',
			let: 'Folk, der stadig er i job efter 3 måneder',
			en: 'Jobseekers still in work after 3 months'
		},
		source: quoted(
			[193],
			'Andelen af jobparate borgere, der efter 3 måneder fortsat er i job 2. kvartal 2022 = 39,8% (landsgennemsnit 33,2%)',
			`Mål = 45% ${OVER}`
		),
		measures: [
			figure('per-cent', 'quarter', 'higher', {
				baseline: { value: 39.8, period: '2022-Q2', n: null, national: 33.2 },
				table: table('y25i08')
			})
		],
		aims: [{ kind: 'value', measure: 'figure', value: 45, when: undated }, aboveNational]
	},
	{
		id: 'paid-hours',
		heading: 'active',
		name: {
			da: 'Personer med ordinære løntimer',
			let: 'Folk, der får løn for nogle timer',
			en: 'People with hours of ordinary paid work'
		},
		source: quoted(
			[195],
			'Andel personer med ordinære løntimer øges:',
			'Ydelsesgrupper i alt 1. kvartal 2023 12,7% (landsgennemsnit 11,3))',
			'Mål: 15%',
			OVER
		),
		measures: [
			figure('per-cent', 'quarter', 'higher', {
				baseline: { value: 12.7, period: '2023-Q1', n: null, national: 11.3 },
				table: table('otij01')
			})
		],
		aims: [{ kind: 'value', measure: 'figure', value: 15, when: undated }, aboveNational]
	},
	{
		id: 'resource-courses',
		heading: 'room-for-all',
		name: {
			da: 'Borgere i ressourceforløb, der påbegynder praktik eller løntilskud',
			let: 'Folk i ressourceforløb, der kommer i praktik eller løntilskud',
			en: 'People in resource courses who begin a placement or a subsidised job'
		},
		source: quoted(
			[196],
			'Antal Borgere i ressourceforløb, der påbegynder enten praktik eller løntilskud 1. kvartal 2023 = 14',
			'Mål = 18'
		),
		measures: [
			figure('number', 'quarter', 'higher', {
				baseline: { value: 14, period: '2023-Q1', n: null },
				table: table('ptvc01')
			})
		],
		aims: [{ kind: 'value', measure: 'figure', value: 18, when: undated }]
	},
	{
		id: 'flex-waiting-weeks',
		heading: 'room-for-all',
		name: {
			da: 'Gennemsnitlig varighed af afsluttede forløb på ledighedsydelse',
			let: 'Hvor længe folk venter på et fleksjob',
			en: 'Average length of ended spells on flex-job unemployment benefit'
		},
		source: quoted(
			[196],
			'Borgere der er visiteret til fleksjob, skal være kortest mulig tid på ledighedsydelse',
			'Gennemsnitlig varighed af afsluttede forløb 1. kvartal 2023 = 18,1 uge (landsgennemsnit 41,1 uger)',
			'Mål= 15 uger',
			OVER
		),
		measures: [
			figure('weeks', 'quarter', 'lower', {
				baseline: { value: 18.1, period: '2023-Q1', n: null, national: 41.1 },
				table: table('y09a27')
			})
		],
		aims: [
			{ kind: 'value', measure: 'figure', value: 15, when: undated },
			{ kind: 'national', measure: 'figure', side: 'below', when: undated }
		],
		reading: {
			da: 'Planen skriver »placering over landsgennemsnit«. Her er færre uger bedre, så vi læser det som kortere tid end landsgennemsnittet.',
			let: 'I planen står der »over landsgennemsnit«. Her er færre uger bedre. Derfor læser vi det som kortere tid end i resten af landet.',
			en: 'The plan says “a place above the national average”. Fewer weeks are better here, so we read it as a shorter time than the national average.'
		}
	},
	{
		id: 'workplace-danish',
		heading: 'integration',
		name: {
			da: 'Forløb med arbejdspladsdansk',
			let: 'Forløb, hvor folk lærer dansk på arbejdet',
			en: 'Courses in Danish at the workplace'
		},
		source: quoted(
			[197],
			'Antal forløb med arbejdspladsdansk skal udvides',
			'August 2023 = 3',
			'Mål for 2024 = 10'
		),
		measures: [
			figure('number', 'month', 'higher', { baseline: { value: 3, period: '2023-08', n: null } })
		],
		aims: [{ kind: 'value', measure: 'figure', value: 10, when: in2024 }]
	},
	{
		id: 'refugees-in-work',
		heading: 'integration',
		name: {
			da: 'Flygtninge og familiesammenførte i beskæftigelse',
			let: 'Flygtninge og deres familier i job',
			en: 'Refugees and their families in work'
		},
		source: quoted(
			[197],
			'Andel af flygtninge og familiesammenførte i beskæftigelse skal fastholdes eller øges',
			'Andel maj måned 2023 = 57% (landsgennemsnit 53,3%)',
			'Mål = 58%',
			OVER
		),
		measures: [
			figure('per-cent', 'month', 'higher', {
				baseline: { value: 57, period: '2023-05', n: null, national: 53.3 }
			})
		],
		aims: [{ kind: 'value', measure: 'figure', value: 58, when: undated }, aboveNational]
	},
	{
		id: 'satisfied',
		heading: 'cooperation',
		name: {
			da: 'Borgere, der er tilfredse med samtalerne',
			let: 'Borgere, der er tilfredse med samtalerne',
			en: 'Citizens satisfied with the conversations'
		},
		source: quoted(
			[198],
			'75% af borgerne er tilfredse med samtaler med jobrådgiver (tilfredshedsmåling 2023)',
			'Mål: 80% af borgerne er tilfredse med samtalerne i jobcentret'
		),
		measures: [
			{
				kind: 'survey',
				id: 'figure',
				item: 'overall',
				statistic: 'share',
				wording: {
					da: 'tilfredse med samtalerne i jobcentret',
					let: 'tilfredse med samtalerne i jobcentret',
					en: 'satisfied with the conversations at the job centre'
				},
				// The survey is made twice a year, and no period is printed for the goal.
				period: 'round',
				// How many answered in 2023 is not printed, so no change from it is ever judged.
				baseline: {
					value: 75,
					period: '2023',
					n: null,
					wording: {
						da: 'tilfredse med samtaler med jobrådgiver',
						let: 'tilfredse med samtaler med jobrådgiver',
						en: 'satisfied with conversations with a job adviser'
					}
				}
			}
		],
		aims: [{ kind: 'value', measure: 'figure', value: 80, when: undated }]
	}
];

/** The plan stars nothing: what it will do stands in its strategies, without an owner or a day. */
export const initiatives: PlannedInitiative[] = [];
