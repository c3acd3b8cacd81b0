import type { Population } from '../plan.ts';

/** The plan's table of 15 benefit groups: full-time persons, so neither people nor meetings can be read from it. */
export const population: Population = {
	unit: { da: 'fuldtidspersoner', let: 'personer på fuld tid', en: 'full-time persons' },
	on: { da: '1. kvartal 2022', let: 'januar til marts 2022', en: 'first quarter of 2022' },
	source: {
		kind: 'verbatim',
		plan: 'glostrup-2023-2025.txt',
		lines: [48, 65],
		passage: 'Antal fuldtidspersoner i Glostrup … Kilde: Jobindsats'
	},
	groups: [
		{
			name: { da: 'A-dagpenge', let: 'Dagpenge', en: 'Unemployment benefit' },
			n: 334,
			invited: true,
			situation: 'unemployment'
		},
		{
			name: { da: 'Kontanthjælp', let: 'Kontanthjælp', en: 'Cash benefit' },
			n: 206,
			invited: true,
			situation: 'cash-benefit'
		},
		{
			name: { da: 'Uddannelseshjælp', let: 'Uddannelseshjælp', en: 'Education benefit' },
			n: 102,
			invited: true,
			situation: 'cash-benefit'
		},
		{
			name: {
				da: 'Selvforsørgelses- og hjemrejseydelse mv.',
				let: 'Selvforsørgelses- og hjemrejseydelse',
				en: 'Self-support and repatriation benefit, etc.'
			},
			n: 26,
			invited: true,
			situation: 'cash-benefit'
		},
		{
			name: { da: 'Sygedagpenge', let: 'Sygedagpenge', en: 'Sickness benefit' },
			n: 520,
			invited: true,
			situation: 'sick-leave'
		},
		{
			name: { da: 'Jobafklaringsforløb', let: 'Jobafklaring', en: 'Job clarification course' },
			n: 79,
			invited: true,
			situation: 'sick-leave'
		},
		{
			name: { da: 'Forrevalidering', let: 'Forrevalidering', en: 'Pre-rehabilitation' },
			n: null,
			invited: true,
			situation: 'rehabilitation'
		},
		{
			name: { da: 'Revalidering', let: 'Revalidering', en: 'Rehabilitation' },
			n: 7,
			invited: true,
			situation: 'rehabilitation'
		},
		{
			name: { da: 'Ressourceforløb', let: 'Ressourceforløb', en: 'Resource course' },
			n: 120,
			invited: true,
			situation: 'rehabilitation'
		},
		{
			name: { da: 'Ledighedsydelse', let: 'Ledighedsydelse', en: 'Flex-job unemployment benefit' },
			n: 72,
			invited: true,
			situation: 'flex-job'
		},
		{
			name: { da: 'Fleksjob', let: 'Fleksjob', en: 'Flex job' },
			n: 269,
			invited: true,
			situation: 'flex-job'
		},
		{
			name: { da: 'Førtidspension', let: 'Førtidspension', en: 'Disability pension' },
			n: 778,
			invited: false
		},
		{ name: { da: 'Efterløn', let: 'Efterløn', en: 'Early retirement' }, n: 148, invited: false },
		{
			name: { da: 'Seniorpension', let: 'Seniorpension', en: 'Senior pension' },
			n: 61,
			invited: false
		},
		{
			name: { da: 'Tidlig pension', let: 'Tidlig pension', en: 'Early pension' },
			n: 21,
			invited: false
		}
	]
};
