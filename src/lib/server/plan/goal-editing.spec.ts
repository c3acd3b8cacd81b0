import { beforeEach, describe, expect, it } from 'vitest';
import { Editor, shipped, wrongIn } from '../../../../tests/support/editor.ts';
import { goal, headings, type TypedGoal } from './forms/goal.ts';
import * as plans from './plans.ts';
import * as planVersions from './versions.ts';

let karen: Editor;
beforeEach(async () => {
	karen = await Editor.sitDown();
});
const why = { reason: 'Ministeren har fået nye mål' };
const vejen = shipped('vejen');
const now = (id: string) => karen.now(vejen).goals.find((each) => each.id === id);
const BLANK_TABLE = { id: '', column: '', expected: '', hierarchies: '' };
const NO_BASELINE = { value: '', about: '', period: '', n: '', national: '', wording: {} };
const registered = {
	kind: 'registered',
	id: '',
	name: {},
	item: '',
	statistic: '',
	wording: {},
	period: '',
	unit: 'per-cent',
	every: 'quarter',
	better: 'higher',
	runningTotal: '',
	baseline: NO_BASELINE,
	table: BLANK_TABLE
};
const aim = {
	kind: 'value',
	measure: 'figure',
	value: '45',
	about: '',
	atLeast: '',
	amount: '',
	unit: '',
	each: '',
	side: '',
	when: { kind: 'undated', periods: '', day: '' }
};
const blank = (): TypedGoal => ({
	...goal('').typed(vejen),
	heading: 'active',
	name: { da: 'Flere i job', let: 'Flere i job', en: 'More in work' },
	source: { ...goal('').typed(vejen).source, kind: 'ours', why: 'Udvalget vil følge det' },
	measures: [registered],
	aims: [aim]
});
const add = (more: Partial<TypedGoal>) =>
	karen.save(vejen, goal(''), { ...blank(), ...more }, { why });

describe('a goal in the editor', () => {
	it('of every plan is the same when nothing is typed', () => {
		for (const plan of plans.all()) {
			for (const { id } of plan.goals) {
				const form = goal(id);
				expect([id, karen.save(plan, form, form.typed(plan), { why })]).toEqual([
					id,
					{ ok: false, reason: 'nothing-new' }
				]);
			}
		}
	});

	it('is not changed without saying why, and the version keeps it with the committee’s date and item', () => {
		const form = goal('sick-leave-weeks');
		const typed = karen.changed(vejen, form, (all) => (all.aims[0]!.value = '27,5'));
		expect(wrongIn(karen.save(vejen, form, typed))).toEqual({ reason: 'empty' });
		const decided = { ...why, decidedOn: '2026-05-12', item: '4' };
		expect(karen.save(vejen, form, typed, { why: decided }).ok).toBe(true);
		expect(now('sick-leave-weeks')?.aims[0]).toMatchObject({ value: 27.5, about: true });
		expect(planVersions.list(karen.db)[0]).toMatchObject({ part: 'goals', ...decided });
	});

	it('is added, and gets an id of its own', () => {
		expect(add({}).ok).toBe(true);
		expect(now('flere-i-job')).toMatchObject({
			heading: 'active',
			measures: [{ kind: 'registered', id: 'figure', unit: 'per-cent' }],
			aims: [{ kind: 'value', value: 45 }]
		});
		expect(add({}).ok).toBe(true);
		expect(now('flere-i-job-2')).toBeDefined();
	});

	it('is ended with a day and a reason, and stays', () => {
		const form = goal('partly-well');
		const end = (ended: TypedGoal['ended']) =>
			karen.save(
				vejen,
				form,
				karen.changed(vejen, form, (all) => (all.ended = ended)),
				{ why }
			);
		expect(wrongIn(end({ on: '2026-05-20', why: '' }))).toEqual({ 'ended.why': 'empty' });
		expect(wrongIn(end({ on: 'i maj', why: 'Loven er ændret' }))).toEqual({ 'ended.on': 'date' });
		expect(end({ on: '2026-05-20', why: 'Loven er ændret' }).ok).toBe(true);
		expect(now('partly-well')?.ended).toEqual({ on: '2026-05-20', why: 'Loven er ændret' });
		expect(karen.now(vejen).goals).toHaveLength(11);
	});

	it.each<[string, Partial<TypedGoal>, object]>([
		[
			'a change in all',
			{ aims: [{ ...aim, kind: 'change', amount: '30', unit: 'per-cent', each: 'in-all' }] },
			{ kind: 'change', amount: 30 }
		],
		[
			'better than the national average',
			{ aims: [{ ...aim, kind: 'national', side: 'below' }] },
			{ kind: 'national', side: 'below' }
		],
		[
			'a direction that nothing measures',
			{ measures: [], aims: [{ ...aim, kind: 'direction', measure: '' }] },
			{ kind: 'direction' }
		],
		[
			'a key figure to follow',
			{ measures: [{ ...registered, better: 'neither' }], aims: [{ ...aim, kind: 'follow' }] },
			{ kind: 'follow' }
		],
		[
			'done by a day',
			{
				measures: [],
				aims: [{ ...aim, kind: 'done', when: { kind: 'by', periods: '', day: '2026-06-30' } }]
			},
			{ kind: 'done', when: { kind: 'by', day: '2026-06-30' } }
		],
		[
			'the same for several years',
			{
				measures: [{ ...registered, every: 'year' }],
				aims: [{ ...aim, when: { kind: 'for', periods: '2026, 2027', day: '' } }]
			},
			{ when: { kind: 'for', periods: ['2026', '2027'] } }
		],
		['at least', { aims: [{ ...aim, atLeast: 'on' }] }, { atLeast: true }]
	])('may be %s', (_, more, expected) => {
		expect(wrongIn(add(more))).toMatchObject({ ok: true });
		expect(now('flere-i-job')?.aims[0]).toMatchObject(expected);
	});

	it('may be a mean of a statement', () => {
		const survey = {
			...registered,
			kind: 'survey',
			item: 'overall',
			statistic: 'mean',
			wording: { da: 'tilfredse', let: 'tilfredse', en: 'satisfied' },
			period: 'year'
		};
		expect(wrongIn(add({ measures: [survey], aims: [{ ...aim, value: '3,88' }] }))).toMatchObject({
			ok: true
		});
		expect(now('flere-i-job')).toMatchObject({
			measures: [{ kind: 'survey', statistic: 'mean', period: 'year' }],
			aims: [{ value: 3.88 }]
		});
	});

	it('keeps where a figure is fetched from, as it was typed', () => {
		const table = {
			id: 'y60j01',
			column: 'Andel',
			expected: '',
			hierarchies: '_ygrpi09=syge; _x=1'
		};
		expect(add({ measures: [{ ...registered, table }] }).ok).toBe(true);
		expect(now('flere-i-job')?.measures[0]).toMatchObject({
			table: { id: 'y60j01', column: 'Andel', hierarchies: { _ygrpi09: 'syge', _x: '1' } }
		});
		expect(goal('flere-i-job').typed(karen.now(vejen)).measures[0]?.table).toEqual(table);
	});

	it.each<[string, Partial<TypedGoal>, object]>([
		['no name', { name: {} }, { 'name.da': 'empty' }],
		['a heading that is not there', { heading: 'x' }, { heading: 'choose' }],
		['nothing to reach', { aims: [] }, { aims: 'too-few' }],
		['a value that is none', { aims: [{ ...aim, value: 'mange' }] }, { 'aims.0.value': 'decimal' }],
		['no value', { aims: [{ ...aim, value: '' }] }, { 'aims.0.value': 'decimal' }],
		[
			'a day that is none',
			{ aims: [{ ...aim, when: { kind: 'by', periods: '', day: 'juni' } }] },
			{ 'aims.0.when.day': 'date' }
		],
		[
			'a period that is none',
			{ aims: [{ ...aim, when: { kind: 'for', periods: '2026, Q2', day: '' } }] },
			{ 'aims.0.when.periods': 'period' }
		],
		[
			'a period that no figure comes for',
			{ aims: [{ ...aim, when: { kind: 'for', periods: '2026-05', day: '' } }] },
			{ 'aims.0.when': 'own-period' }
		],
		[
			'a baseline without a period',
			{ measures: [{ ...registered, baseline: { ...NO_BASELINE, value: '40' } }] },
			{ 'measures.0.baseline.period': 'period' }
		],
		[
			'a baseline that is no number',
			{ measures: [{ ...registered, baseline: { ...NO_BASELINE, value: 'x', period: '2023' } }] },
			{ 'measures.0.baseline.value': 'decimal' }
		],
		[
			'a figure that is not among the goal’s',
			{ aims: [{ ...aim, measure: 'other' }] },
			{ 'aims.0.measure': 'measure' }
		],
		[
			'a share over 100 %',
			{
				measures: [
					{
						...registered,
						kind: 'survey',
						item: 'overall',
						statistic: 'share',
						wording: { da: 'tilfredse' },
						period: 'round'
					}
				],
				aims: [{ ...aim, value: '101' }]
			},
			{ 'aims.0.value': 'decimal' }
		]
	])('says what is to be mended: %s', (_, more, wrong) => {
		expect(wrongIn(add(more))).toEqual(wrong);
		expect(karen.now(vejen).goals).toHaveLength(11);
	});
});

it('a heading that goals stand under is not taken away', () => {
	const typed = karen.changed(vejen, headings, (all) => all.headings.splice(0, 1));
	const saved = karen.save(vejen, headings, typed, { why });
	expect(saved).toMatchObject({ ok: false, reason: 'flaws' });
	expect(wrongIn(saved)).toEqual({ 'goals.0.heading': 'choose' });
});
