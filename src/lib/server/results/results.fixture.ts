import { cell, publish } from '../../../../tests/support/published.ts';
import { Plan } from '../../plan/plan.ts';
import type { Questionnaire } from '../../survey/questionnaire.ts';
import type { Round } from '../../survey/round.ts';
import { openFile, type Db } from '../core/database.ts';

const ours = { kind: 'ours', why: 'a test' } as const;
export const questionnaire: Questionnaire = {
	id: 'meeting',
	name: { da: 'Samtalen' },
	items: [
		{
			id: 'overall',
			text: { da: 'Hvor tilfreds er du alt i alt?' },
			scale: 'satisfaction',
			key: true,
			source: ours,
			promises: ['involved']
		},
		{
			id: 'planned',
			text: { da: 'Jeg var med til at planlægge' },
			scale: 'agreement',
			source: ours,
			promises: []
		}
	]
};
export const plan = Plan.parse({
	municipality: 'prove',
	name: 'Prøve Kommune',
	title: 'Beskæftigelsesplan 2026',
	period: { from: 2026, to: 2026 },
	committee: 'Udvalget',
	languages: ['da'],
	terms: {
		municipality: { da: 'kommunen' },
		caseworker: { da: 'jobrådgiver' },
		meeting: { da: 'samtale' }
	},
	question: { da: 'Hvordan var din samtale?' },
	promises: [
		{ id: 'involved', text: { da: 'Du er med' }, source: ours },
		{ id: 'eye-level', text: { da: 'Vi er i øjenhøjde' }, source: ours }
	],
	questionnaires: [questionnaire],
	teams: [
		{ id: 'nord', name: { da: 'Nord' }, caseworkers: 6 },
		{ id: 'syd', name: { da: 'Syd' }, caseworkers: 5 },
		{ id: 'oe', name: { da: 'Øen' }, caseworkers: 2, mergedInto: 'syd' }
	],
	situations: [
		{ id: 'jobseeker', text: { da: 'Jeg søger job' } },
		{ id: 'sick', text: { da: 'Jeg er sygemeldt' } }
	],
	meetingForms: [
		{ id: 'in-person', text: { da: 'Vi mødtes' } },
		{ id: 'telephone', text: { da: 'Telefon' } }
	],
	headings: [{ id: 'all', text: { da: 'Alle' } }],
	goals: [
		{
			id: 'satisfied',
			heading: 'all',
			name: { da: 'Tilfredse' },
			source: ours,
			measures: [
				{
					kind: 'survey',
					id: 'figure',
					item: 'overall',
					statistic: 'share',
					wording: { da: '80 % er tilfredse' },
					period: 'round',
					baseline: {
						value: 75,
						period: '2023',
						n: null,
						wording: { da: 'tilfredse med samtaler' }
					}
				}
			],
			aims: [{ kind: 'value', measure: 'figure', value: 80, when: { kind: 'undated' } }]
		}
	],
	initiatives: [],
	contacts: [{ name: { da: 'Borgerrådgiveren' } }],
	population: {
		unit: { da: 'fuldtidspersoner' },
		on: { da: '1. kvartal 2022' },
		source: ours,
		groups: [
			{ name: { da: 'A-dagpenge' }, n: 300, invited: true, situation: 'jobseeker' },
			{ name: { da: 'Sygedagpenge' }, n: 100, invited: true, situation: 'sick' }
		]
	}
});
export const round: Round = {
	id: '2026-foraar',
	prefix: 'AA',
	name: { da: 'Foråret 2026' },
	questionnaire: 'hash',
	opensOn: '2026-02-01',
	closesOn: '2026-06-30',
	channels: ['code', 'tablet', 'open'],
	breakdowns: [
		{
			name: 'team',
			unit: 'quarter',
			categories: ['nord', 'syd', 'unknown'],
			merged: { oe: 'syd' }
		},
		{ name: 'situation', unit: 'quarter', categories: ['jobseeker', 'sick', 'unknown'] }
	]
};
export const TODAY = '2026-06-20';

/** A round of which one quarter is out, with months of it, groups in two breakdowns, and a month of open answers. */
export function published(): Db {
	const db = openFile(':memory:');
	publish(db, round, questionnaire, [
		['2026-02', 'month', 'carried'],
		['2026-03', 'month', 'released'],
		['2026-Q1', 'quarter', 'released'],
		['2026-04', 'month', 'released'],
		['2026-05', 'month', 'released'],
		['2026-06', 'month', 'open', '2026-07-31'],
		['2026-Q2', 'quarter', 'open', '2026-07-31']
	]);
	const outcomes = { 'code:answered': 30, 'tablet:answered': 20, 'code:declined': 2 };
	const more = { 'tablet:declined': 5, 'tablet:later': 3, 'not-offered:no-time': 7 };
	for (const month of ['2026-03', '2026-04', '2026-05']) {
		const answers = { 5: 20, 4: 18, 3: 4, 2: 3, 1: 2, na: 1, unclear: 1, skipped: 1 };
		const planned = { ...answers, 5: 10, 4: 8, 1: 22 };
		cell(
			db,
			round.id,
			month,
			{},
			{ answered: 50, any: 48, ...outcomes, ...more },
			{ overall: answers, ...(month !== '2026-05' && { planned }) }
		);
	}
	cell(db, round.id, '2026-Q1', {}, { 'offered:code': 100, 'offered:tablet': 28 });
	const open = { answered: 12, any: 12, declined: 0 };
	cell(db, round.id, '2026-02', { series: 'open' }, open, { overall: { 5: 12, 4: 0, 3: 0 } });
	for (const [category, answered] of [
		['nord', 20],
		['syd', 18]
	] as const) {
		const of = { breakdown: 'team', category };
		const outcomes = { answered, any: answered, declined: 3, offered: 50 };
		cell(db, round.id, '2026-Q1', of, outcomes, { overall: { 5: 9, 4: 5, 3: 1, 2: 1, 1: 1 } });
	}
	for (const [category, answered] of [
		['jobseeker', 30],
		['sick', 20]
	] as const) {
		cell(db, round.id, '2026-Q1', { breakdown: 'situation', category }, { answered });
	}
	return db;
}
