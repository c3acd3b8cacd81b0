import { expect, it } from 'vitest';
import type { InitiativeState } from '../../goals/initiative.ts';
import type { Plan } from '../../plan/plan.ts';
import { openFile } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
import { board, goalView, type Seeing } from './board.ts';
import * as initiatives from './initiatives.ts';
import { choose } from './shown.ts';

const ours = { kind: 'ours' as const, why: 'prøve' };
const task = {
	heading: 'all',
	source: ours,
	measures: [],
	aims: [{ kind: 'done' as const, when: { kind: 'by' as const, day: '2026-06-30' } }]
};
const plan: Plan = {
	...plans.find('vejen')!,
	headings: [{ id: 'all', text: { da: 'Alle' } }],
	goals: [
		{ ...task, id: 'action-plan', name: { da: 'Handleplanen er skrevet' } },
		{ ...task, id: 'again', name: { da: 'Og den er skrevet' }, sameAs: 'action-plan' }
	],
	initiatives: []
};

it.each<[InitiativeState, string, string]>([
	['done', '2026-06-01', 'done-in-time'],
	['done', '2026-07-05', 'done-late'],
	['cannot', '2026-06-01', 'given-up'],
	['doing', '2026-06-01', 'not-done-overdue']
])(
	'a goal that is %s on %s stands alike to everybody, also where what is done about it is not public',
	(to, today, rule) => {
		const db = openFile(':memory:');
		choose(db, 'all');
		const by = { by: null, today };
		const moved = initiatives.move(db, plan, 'task:action-plan', { to, note: 'Loven', ...by });
		expect(moved.ok).toBe(true);
		for (const until of [undefined, { day: '2026-08-01', by: 'known' as const }]) {
			const of = (audience: Seeing['audience']) => {
				const seeing = { today: '2026-08-01', surveyedBy: () => null, audience };
				const at = until ? { ...seeing, until } : seeing;
				return [
					...board(db, plan, at).headings.flatMap(({ goals }) => goals),
					...['action-plan', 'again'].flatMap((id) => goalView(db, plan, id, at) ?? [])
				].map(({ status, aims, ...view }) => ({
					said: [status, ...aims.map(({ ruling }) => ruling.rule)],
					initiatives: view.initiatives.length
				}));
			};
			const told = of('staff').map(({ said }) => said);
			expect(told).toHaveLength(4);
			expect(new Set(told.map(([, own]) => own))).toEqual(new Set([rule]));
			expect(of('public').map(({ said }) => said)).toEqual(told);
			// What is written about it stays with staff.
			expect(of('public').every(({ initiatives: seen }) => seen === 0)).toBe(true);
			expect(of('staff').some(({ initiatives: seen }) => seen === 1)).toBe(true);
		}
	}
);
