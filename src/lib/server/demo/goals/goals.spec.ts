import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isOverdue } from '../../../goals/initiative.ts';
import type { Plan } from '../../../plan/plan.ts';
import { closeAll, open } from '../../core/database.ts';
import { board } from '../../goals/board.ts';
import { rows } from '../../goals/figures.ts';
import * as initiatives from '../../goals/initiatives.ts';
import * as plans from '../../plan/plans.ts';
import { measuredIn } from './figures.ts';
import { makeGoals } from './goals.ts';

const TODAY = '2026-11-29';

beforeEach(() => {
	vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'oejenhoejde-demo-')));
	vi.stubEnv('KEYS_DIR', mkdtempSync(join(tmpdir(), 'oejenhoejde-demo-')));
	vi.stubEnv('DEMO', '1');
});
afterEach(() => {
	closeAll();
	vi.unstubAllEnvs();
});

const look = (plan: Plan, today = TODAY) => {
	makeGoals(plan, today);
	const db = open(plan.municipality);
	const seeing = { today, surveyedBy: () => null, audience: 'public' as const };
	const views = board(db, plan, seeing).headings.flatMap(({ goals }) => goals);
	return { db, views, measures: views.flatMap(({ measures }) => measures) };
};

describe.each(plans.all().map((plan) => [plan.municipality, plan] as const))('%s', (_, plan) => {
	it('has two to three years of figures, all shown, with everything that a series can show', () => {
		const { db, views, measures } = look(plan);
		expect(views).toHaveLength(plan.goals.length);
		const series = measures.flatMap((each) => each.series ?? []);
		expect(series.some(({ points }) => points.length >= 12)).toBe(true);
		expect(series.some(({ marks }) => marks.length > 0)).toBe(true);
		expect(series.some(({ points }) => points.at(-1)?.isProvisional)).toBe(true);
		expect(rows(db).some(({ corrects }) => corrects !== null)).toBe(true);
		const remarkable = measures.flatMap(({ remark }) => remark?.rule ?? []);
		expect(remarkable).toContain('beyond-limit');
		expect(views.map(({ status }) => status)).toContain('no-figure');
		const first = rows(db)[0];
		expect(first).toMatchObject({ way: 'demo', note: 'Opdigtet tal til demoen.' });
	});

	it('has something of every state, and something late', () => {
		const { db } = look(plan);
		const all = initiatives.all(db, plan);
		expect(new Set(all.map(({ state }) => state))).toEqual(
			new Set(['idea', 'agreed', 'doing', 'done', 'cannot', 'dropped'])
		);
		expect(all.some((each) => isOverdue(each, TODAY))).toBe(true);
		const days = all.flatMap(({ history }) => history.map(({ on }) => on));
		expect(days.every((day) => day <= TODAY)).toBe(true);
		for (const { history } of all) {
			const own = history.map(({ on }) => on);
			expect(own).toEqual(own.toSorted());
		}
	});

	it.each(['2026-01-01', '2027-03-31', '2028-02-29'])('can be made on %s', (today) => {
		expect(look(plan, today).views).toHaveLength(plan.goals.length);
	});
});

it('prints the plan’s own baseline where the plan has one', () => {
	const vejen = plans.find('vejen');
	if (!vejen) throw new Error('Vejen has a plan');
	const { db } = look(vejen);
	expect(
		rows(db).find(({ goal, period }) => goal === 'sick-leave-weeks' && period === '2023-08')?.value
	).toBe(30);
});

it('has one past its deadline where a plan has deadlines', () => {
	const late = plans
		.all()
		.filter((plan) => measuredIn(plan, TODAY).some(({ quirk }) => quirk === 'late'));
	expect(late.map(({ municipality }) => municipality)).toEqual(
		expect.arrayContaining(['vejen', 'soenderborg'])
	);
	for (const plan of late) {
		expect(look(plan).views.map(({ status }) => status)).toContain('overdue');
	}
});
