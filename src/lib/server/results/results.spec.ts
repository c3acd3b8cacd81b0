import { beforeEach, describe, expect, it } from 'vitest';
import { cell, publish } from '../../../../tests/support/published.ts';
import { Plan } from '../../plan/plan.ts';
import type { Questionnaire } from '../../survey/questionnaire.ts';
import type { Round } from '../../survey/round.ts';
import { breakdownFigures } from './breakdown-figures.ts';
import { openFile, type Db } from '../core/database.ts';
import { figureFile } from './figure-file.ts';
import * as results from './results.ts';
import { otherRounds, promiseFigures, roundFigures, statementFigures } from './round-figures.ts';

const ours = { kind: 'ours', why: 'a test' } as const;
const questionnaire: Questionnaire = {
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
const plan = Plan.parse({
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
const round: Round = {
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
const TODAY = '2026-06-20';

let db: Db;
beforeEach(() => {
	db = openFile(':memory:');
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
});

const whole = () => roundFigures(db, plan, { round, questionnaire }, TODAY);

describe('a round’s figures', () => {
	it('are sums of the months that are shown', () => {
		const { headline, items } = whole();
		expect(headline.item?.id).toBe('overall');
		expect(headline.figure).toMatchObject({
			n: 141,
			share: { k: 3 * 38, n: 141 },
			distribution: { points: [6, 9, 12, 54, 60], na: 3, unclear: 3, skipped: 3 }
		});
		expect(items[1]?.figure).toMatchObject({ n: 2 * (10 + 8 + 4 + 3 + 22) });
	});

	it('rate only the quarters whose offers are settled', () => {
		const { missing } = whole();
		expect(missing.quarters).toEqual(['2026-Q1']);
		expect(missing.response).toEqual({ answered: 50, offered: 128, rate: { k: 50, n: 128 } });
		expect(missing).toMatchObject({ declined: 7, later: 3, silent: 128 - 50 - 7, answered: 150 });
		expect(missing.notOffered).toEqual([{ reason: 'no-time', n: 21 }]);
	});

	it('have no rate where answers exceed what was offered', () => {
		cell(db, round.id, '2026-Q2', {}, { 'offered:code': 10 });
		cell(db, round.id, '2026-06', {}, { answered: 500, 'code:answered': 500 });
		db.prepare("update unit set state = 'released' where unit in ('2026-06', '2026-Q2')").run();
		expect(whole().missing.response).toMatchObject({ answered: 650, offered: 138, rate: null });
	});

	it('wait with the verdict until the target’s own period is over', () => {
		expect(whole().headline.outcome).toMatchObject({ verdict: 'not-over' });
		db.prepare("update unit set state = 'hidden' where unit = '2026-06'").run();
		expect(whole().headline.outcome).toMatchObject({
			goal: 0.8,
			verdict: 'undecided',
			change: 'baseline-unknown'
		});
	});

	it('are not held against a target of another wording', () => {
		const asked = {
			...questionnaire,
			items: questionnaire.items.map((item) => ({ ...item, text: { da: 'Andre ord' } }))
		};
		expect(
			roundFigures(db, plan, { round, questionnaire: asked }, TODAY).headline.outcome
		).toBeNull();
	});

	it('keep posters apart, without an interval', () => {
		const { open } = whole();
		expect(open?.answered).toBe(12);
		expect(open?.items[0]?.figure).toMatchObject({ n: 12, interval: null, mean: null });
		expect(open?.items[1]?.figure).toEqual({ state: 'hidden' });
	});

	it('show in the trend why a month has no figure', () => {
		expect(whole().trend.map(({ month, state }) => `${month} ${state}`)).toEqual([
			'2026-02 carried',
			'2026-03 shown',
			'2026-04 shown',
			'2026-05 shown',
			'2026-06 open'
		]);
	});

	it('compare situations only among those that are shown', () => {
		expect(whole().representation).toMatchObject({
			unit: '2026-Q1',
			groups: [
				{
					id: 'jobseeker',
					answered: 30,
					share: { k: 30, n: 50 },
					populationShare: { k: 300, n: 400 }
				},
				{ id: 'sick', answered: 20, share: { k: 20, n: 50 }, populationShare: { k: 100, n: 400 } }
			]
		});
	});

	it('say what is announced, and nothing of the open month but its rounded count', () => {
		db.prepare("insert into fieldwork values (?, '', '', 'answered', 35, '2026-06-20')").run(
			round.id
		);
		const { dates, fieldwork } = whole();
		expect(dates).toEqual([{ unit: '2026-06', publishesOn: '2026-07-31' }]);
		expect(fieldwork).toEqual({ answered: 35, day: '2026-06-20', byTeam: [], byChannel: [] });
	});
});

describe('all items pooled, where there is no key item', () => {
	const items = questionnaire.items.map((item) => ({ ...item, key: undefined }));
	it('use citizens as n, and not answers', () => {
		const pooled = roundFigures(
			db,
			plan,
			{ round, questionnaire: { ...questionnaire, items } },
			TODAY
		);
		expect(pooled.headline).toMatchObject({ item: null, figure: { n: 144, mean: null } });
		expect(pooled.headline.figure).toMatchObject({ share: { k: 3 * 38 + 2 * 18, n: 141 + 94 } });
	});
});

it('a statement that the round does not ask has no figures', () => {
	expect(
		statementFigures(db, plan, { round, questionnaire }, 'overall', TODAY)?.trend
	).toHaveLength(5);
	expect(statementFigures(db, plan, { round, questionnaire }, 'other', TODAY)).toBeUndefined();
});

it('a promise that nothing measures is there, without figures', () => {
	const { promises } = promiseFigures(db, plan, { round, questionnaire }, TODAY);
	expect(promises.map(({ promise, items }) => [promise.id, items.length])).toEqual([
		['involved', 1],
		['eye-level', 0]
	]);
});

describe('a breakdown', () => {
	const of = (name: string, unit: string) =>
		breakdownFigures(db, plan, { round, questionnaire }, name, unit, TODAY);

	it('keeps the plan’s order, and hidden looks like empty', () => {
		const team = of('team', '2026-Q1');
		expect(team?.state).toBe('shown');
		expect(team?.categories.map(({ id, response }) => [id, response])).toEqual([
			['nord', { answered: 20, offered: 50, rate: { k: 20, n: 50 } }],
			['syd', { answered: 18, offered: 50, rate: { k: 18, n: 50 } }],
			['unknown', null]
		]);
		expect(team?.items[0]?.cells.map((cell) => cell.state)).toEqual(['shown', 'shown', 'hidden']);
		expect(team?.items[0]?.cells[2]).toEqual({ state: 'hidden' });
		expect(team?.merged).toEqual([{ team: { da: 'Øen' }, into: { da: 'Syd' } }]);
	});

	it('is awaited until its unit is released, and too few where nothing is shown', () => {
		expect(of('team', '2026-Q2')).toMatchObject({ state: 'awaited', publishesOn: '2026-07-31' });
		db.prepare("update unit set state = 'hidden' where unit = '2026-Q2'").run();
		expect(of('team', '2026-Q2')?.state).toBe('too-few');
	});

	it('is unknown where the round has no such breakdown or unit', () => {
		expect(of('language', '2026-Q1')).toBeUndefined();
		expect(of('team', '2026-04')).toBeUndefined();
		expect(of('team', '2031-Q1')).toBeUndefined();
	});
});

describe('the newest round', () => {
	const later: Round = { ...round, id: '2026-efteraar', prefix: 'BB', opensOn: '2026-08-01' };
	it('is the newest with released figures', () => {
		publish(db, later, questionnaire, [['2026-08', 'month', 'open']]);
		expect(results.newest(db)?.round.id).toBe(round.id);
		expect(otherRounds(db, round.id, TODAY)).toEqual([]);
		expect(otherRounds(db, later.id, TODAY).map(({ id }) => id)).toEqual([round.id]);
	});
	it('is the same when the file of all rounds, the newest first, has been read', () => {
		const newestFirst = () => figureFile(db, plan).rounds.map(({ id }) => id);
		const once = newestFirst();
		expect(once.at(-1)).toBe(round.id);
		expect(newestFirst()).toEqual(once);
		expect(results.newest(db)?.round.id).toBe(round.id);
	});
	it('is the newest at all before there are any', () => {
		db = openFile(':memory:');
		expect(results.newest(db)).toBeUndefined();
		publish(db, later, questionnaire, [['2026-08', 'month', 'open']]);
		expect(results.newest(db)?.round.id).toBe(later.id);
		expect(roundFigures(db, plan, { round: later, questionnaire }, TODAY)).toMatchObject({
			headline: { figure: { state: 'hidden' } },
			missing: { response: null, answered: 0 }
		});
	});
});

describe('the file of figures', () => {
	it('has every released row, and the figures computed from them', () => {
		const [file] = figureFile(db, plan).rounds;
		const n = db.prepare('select count(*) as n from released').get();
		expect(n).toEqual({ n: file?.released.rows.length });
		const find = (kind: string, period: string, item: string | null, category = '') =>
			file?.figures.find(
				(figure) =>
					figure.kind === kind &&
					figure.period === period &&
					figure.item === item &&
					figure.category === category
			);
		expect(find('round', 'round', 'overall')).toMatchObject({
			n: 141,
			share: 80.9,
			low: 73.6,
			high: 86.5
		});
		expect(find('year', '2026', 'overall')).toMatchObject({ n: 141, responseRate: 39.1 });
		expect(find('quarter', '2026-Q1', 'overall')).toMatchObject({
			n: 47,
			offered: 128,
			responseRate: 39.1
		});
		expect(find('quarter', '2026-Q1', 'overall', 'nord')).toMatchObject({
			n: 17,
			offered: 50,
			responseRate: 40
		});
		expect(find('month', '2026-02', 'overall')).toMatchObject({ series: 'open', n: 12, low: null });
		expect(find('month', '2026-06', 'overall')).toBeUndefined();
		expect(find('quarter', '2026-Q1', null)).toMatchObject({ n: 48, mean: null });
	});
});
