import { beforeEach, expect, it } from 'vitest';
import { isRegistered } from '$lib/goals/measure.ts';
import { sayingOf } from './saying.ts';
import { openFile, type Db } from '$lib/server/core/database.ts';
import { enter } from '$lib/server/goals/figures.ts';
import * as initiatives from '$lib/server/goals/initiatives.ts';
import * as marks from '$lib/server/goals/marks.ts';
import { choose } from '$lib/server/goals/shown.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { publicRows } from './rows.ts';

const plan = plans.find('vejen')!;
const today = '2026-05-20';
const by = { by: null, today };
const words = { heard: 'Ventetiden er lang', does: 'Vi ringer først', why: null, owner: null };
const written = { ...words, due: null, next: null, isPublic: true };

let db: Db;
beforeEach(() => {
	db = openFile(':memory:');
	choose(db, 'all');
});
const rows = async (day = today) => publicRows(db, plan, { say: await sayingOf('da'), today: day });

it('says so when a figure comes, an initiative begins or says something else, another goal is shown, or a day begins', async () => {
	const found = plan.goals.flatMap((goal) =>
		goal.measures
			.filter(isRegistered)
			.map((measure) => ({ goal: goal.id, measure: measure.id, every: measure.every }))
	);
	const first = found.find(({ every }) => every === 'month')!;
	const figure = { goal: first.goal, measure: first.measure, period: '2026-03', value: 77.5 };
	const from = { source: 'Jobindsats', retrievedOn: today, delivered: '77,5' };
	enter(db, plan, [{ ...figure, ...from }], { way: 'typed', ...by });
	const rowOf = async () =>
		(await rows()).headings.flatMap(({ goals }) => goals).find(({ id }) => id === first.goal);
	expect((await rowOf())?.figures[0]?.now).toContain('77,5');

	const wayOn = async (day: string) =>
		(await rows(day)).headings.flatMap(({ goals }) => goals).find(({ id }) => id === first.goal)
			?.way;
	expect(await wayOn('2026-05-21')).toContainEqual(expect.stringContaining('Næste tal ventes'));
	expect(await wayOn('2027-05-21')).toContainEqual(
		expect.stringContaining('Næste tal skulle være kommet')
	);

	const begun = initiatives.begin(db, { kind: 'theme' }, written, by);
	if (!begun.ok) throw new Error(begun.reason);
	expect((await rows()).others.map(({ does }) => does)).toEqual(['Vi ringer først']);
	initiatives.write(db, plan, begun.id, { ...written, does: 'Vi skriver også' }, by);
	expect((await rows()).others.map(({ does }) => does)).toEqual(['Vi skriver også']);
	initiatives.write(db, plan, begun.id, { ...written, isPublic: false }, by);
	expect((await rows()).others).toEqual([]);

	choose(db, [first.goal]);
	expect((await rows()).headings.flatMap(({ goals }) => goals)).toHaveLength(1);
});

it('tells a figure from what it is held against', async () => {
	const own = plan.goals.find(({ aims }) => aims.some(({ kind }) => kind === 'value'))!;
	const aim = own.aims.find((each) => each.kind === 'value')!;
	const measure = own.measures.filter(isRegistered).find(({ id }) => id === aim.measure)!;
	const period = { month: '2026-03', quarter: '2026-Q1', 'half-year': '2025-H2', year: '2025' };
	const value = aim.value - 0.04;
	const of = { goal: own.id, measure: measure.id, period: period[measure.every], value };
	const from = { delivered: '', source: 'Jobindsats', retrievedOn: today, national: value + 0.01 };
	expect(enter(db, plan, [{ ...of, ...from }], { way: 'typed', ...by }).ok).toBe(true);
	const row = (await rows()).headings
		.flatMap(({ goals }) => goals)
		.find(({ id }) => id === own.id)!;
	const said = (n: number) => String(Math.round(n * 100) / 100).replace('.', ',');
	expect(row.figures[0]?.now).toContain(said(value));
	expect(row.way.join()).toContain(`Hele landet: ${said(value + 0.01)}`);
});

it('draws no line over a break', async () => {
	const [goal, measure] = ['sick-leave-weeks', 'figure'];
	const entries = [10, 11, 30, 31].map((value, at) => {
		const of = { goal, measure, period: `2026-0${at + 1}`, value, delivered: String(value) };
		return { ...of, source: 'Jobindsats', retrievedOn: today };
	});
	expect(enter(db, plan, entries, { way: 'typed', ...by }).ok).toBe(true);
	const drawn = async () =>
		(await rows()).headings.flatMap(({ goals }) => goals).find(({ id }) => id === goal)?.drawings[0]
			?.values;
	expect(await drawn()).toEqual([10, 11, 30, 31]);
	marks.make(db, plan, { goal, measure, from: '2026-03', kind: 'break', why: 'Ny definition' }, by);
	expect(await drawn()).toEqual([30, 31]);
});

it('shows nobody outside what staff noted when an initiative moved on', async () => {
	const begun = initiatives.begin(db, { kind: 'theme' }, written, by);
	if (!begun.ok) throw new Error(begun.reason);
	const note = 'Nævnt for formanden i går';
	initiatives.move(db, plan, begun.id, { to: 'doing', note, ...by });
	expect((await rows()).others[0]?.state).toBe('doing');
	expect(JSON.stringify(await rows())).not.toContain(note);
});
