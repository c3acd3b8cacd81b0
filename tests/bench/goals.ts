import { get } from 'node:http';
import { monthsBetween } from '../../src/lib/calendar.ts';
import type { Goal } from '../../src/lib/goals/goal.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { enter } from '../../src/lib/server/goals/figures.ts';
import { choose } from '../../src/lib/server/goals/shown.ts';
import * as versions from '../../src/lib/server/plan/versions.ts';
import * as users from '../../src/lib/server/staff/users.ts';
import { open } from '../support/site.ts';
import { quantile, type Figure } from './measure.ts';
import { bench, MUNICIPALITY, type Bench } from './municipality.ts';
import { time, WITHOUT_FIGURES } from './pages.ts';

const GOALS = 50;
const [FIRST, LAST] = ['2021-07-01', '2026-06-30'];
const TODAY = '2026-08-15';
const REQUESTS = 200;
const WARM_UP = 300;
const ELEMENTS_MAX = 1500;
const TIMES_MAX = 2;

/** The public page of 50 goals with 60 months each, against a page without figures from the same server. */
export async function goals(): Promise<Figure[]> {
	const made = place();
	const site = await open({ ...made.variables, TODAY });
	try {
		const address = `${site.url}/${MUNICIPALITY}`;
		const times: { ours: number[]; without: number[] } = { ours: [], without: [] };
		for (let n = -WARM_UP; n < REQUESTS; n++) {
			const ours = await time(made.db, `${address}/maal`);
			const without = await time(made.db, `${address}/${WITHOUT_FIGURES}`);
			if (n < 0) continue;
			times.ours.push(ours);
			times.without.push(without);
		}
		const elements = (await textOf(`${address}/maal`)).match(/<[a-z][^>]*>/g)?.length ?? 0;
		const [ours, without] = [quantile(times.ours, 0.95), quantile(times.without, 0.95)];
		return [
			{
				name: `${GOALS} goals of 60 months`,
				ours: written(times.ours),
				reference: `${written(times.without)} a page without figures`,
				wanted: { ratio: ours / without, atMost: TIMES_MAX }
			},
			{
				name: `${GOALS} goals of 60 months, elements`,
				ours: String(elements),
				reference: `${ELEMENTS_MAX} at most`,
				wanted: { ratio: elements / ELEMENTS_MAX, atMost: 1 }
			}
		];
	} finally {
		await site.clear();
		made.remove();
	}
}

const written = (times: number[]): string =>
	`p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;

function place(): Bench {
	const made = bench('2025-07-01', '2026-06-30');
	const { db } = made;
	const plan: Plan = {
		...made.plan,
		headings: [{ id: 'all', text: { da: 'Alle mål' } }],
		goals: Array.from({ length: GOALS }, (_, n) => goalOf(n)),
		initiatives: []
	};
	const added = users.add(db, {
		name: 'Sara',
		email: 'sara@vejen.example',
		roles: ['administrator'],
		today: TODAY
	});
	if (!added.ok) throw new Error(added.reason);
	const writer = { by: added.user.id, today: TODAY };
	const edition = { part: 'goals', edited: plan, base: 1 } as const;
	const written = versions.write(db, made.plan, { ...edition, ...writer });
	if (!written.ok) throw new Error('the plan was not kept');
	const entries = plan.goals.flatMap(({ id }, n) =>
		monthsBetween(FIRST, LAST).map((period, month) => ({
			goal: id,
			measure: 'figure',
			period,
			value: 40 + (n % 7) + ((month * 7 + n * 3) % 11) / 2,
			national: 41,
			delivered: '40',
			source: 'Jobindsats',
			retrievedOn: TODAY
		}))
	);
	const entered = enter(db, plan, entries, { way: 'file', by: null, today: TODAY });
	if (!entered.ok) throw new Error('the figures were not taken');
	choose(db, 'all');
	db.pragma('wal_checkpoint(TRUNCATE)');
	return made;
}

const goalOf = (n: number): Goal => ({
	id: `goal-${n}`,
	heading: 'all',
	name: { da: `Mål nummer ${n}` },
	source: { kind: 'ours', why: 'a bench' },
	measures: [
		{
			kind: 'registered',
			id: 'figure',
			unit: 'per-cent',
			every: 'month',
			better: 'higher',
			baseline: { value: 40, period: '2021-07', n: null, national: 41 }
		}
	],
	aims: [
		{ kind: 'value', measure: 'figure', value: 45, when: { kind: 'for', periods: ['2026'] } },
		{ kind: 'national', measure: 'figure', side: 'above', when: { kind: 'undated' } }
	]
});

const textOf = (url: string): Promise<string> =>
	new Promise((done, fail) => {
		get(url, (reply) => {
			let text = '';
			reply.setEncoding('utf8').on('data', (part: string) => (text += part));
			reply.on('end', () => done(text));
		}).on('error', fail);
	});
