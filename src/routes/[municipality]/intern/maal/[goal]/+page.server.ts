import { InitiativeState } from '$lib/goals/initiative.ts';
import { readNumber, unitIn } from '$lib/goals/number.ts';
import { periodFrom } from '$lib/goals/sheet/period.ts';
import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import { goalView } from '$lib/server/goals/board.ts';
import * as figures from '$lib/server/goals/figures.ts';
import * as initiatives from '$lib/server/goals/initiatives.ts';
import { seen } from '$lib/server/results/goal-figures.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import { authorise } from '../../authorise.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const OWNER_MAX = 120;

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	const day = today();
	const seeing = { ...seen(db, plan, day), audience: 'staff' as const };
	const view = goalView(db, plan, event.params.goal, seeing);
	if (!view) error(404);
	const can = (action: string): boolean => may(signedOf(session), event.route.id, action);
	return { today: day, view, mayEnter: can('enter'), mayDo: can('begin') };
};

export const actions: Actions = {
	enter: async (event) => {
		const { db, plan, staff, data, note } = await asked(event, 'enter');
		const given = Object.fromEntries(
			['measure', 'period', 'value', 'national', 'source', 'note', 'reason', 'provisional'].map(
				(name) => [name, textOf(data, name).trim()]
			)
		);
		const { measure = '', value = '', national = '', source = '' } = given;
		const period = periodFrom(given.period ?? '');
		const read = readNumber(value);
		const beside = readNumber(national);
		const unit = figures.registeredMeasure(plan, event.params.goal, measure)?.unit;
		const isOther = [value, national].some((each) => (unitIn(each) ?? unit) !== unit);
		if (!period || !read.ok || value === '' || !beside.ok || isOther || source === '') {
			const wrong = !period
				? 'period'
				: !read.ok || value === ''
					? 'value'
					: !beside.ok
						? 'national'
						: isOther
							? 'unit'
							: 'source';
			return fail(400, { given, wrong, there: null });
		}
		const entry = {
			goal: event.params.goal,
			measure,
			period,
			value: read.value,
			// An empty field says nothing of what stands there.
			national: national === '' ? undefined : beside.value,
			isProvisional: data.has('provisional'),
			delivered: value,
			source,
			retrievedOn: today(),
			note: given.note || null,
			reason: given.reason || null
		};
		const entered = figures.enter(db, plan, [entry], {
			way: 'typed',
			by: staff.id,
			today: today()
		});
		if (!entered.ok) {
			const [problem] = entered.problems;
			return fail(400, { given, wrong: problem?.reason ?? 'value', there: problem?.there ?? null });
		}
		note('figure-entered', `${event.params.goal} ${period}`);
		const done = entered.added ? 'entered' : entered.corrected ? 'corrected' : 'same';
		return { done: done as 'entered' | 'corrected' | 'same' };
	},

	begin: async (event) => {
		const { db, staff, data, note } = await asked(event, 'begin');
		const written = {
			heard: textOf(data, 'heard'),
			does: textOf(data, 'does'),
			owner: textOf(data, 'owner').slice(0, OWNER_MAX),
			due: textOf(data, 'due')
		};
		const due = z.iso.date().safeParse(written.due);
		const begun = initiatives.begin(
			db,
			{ kind: 'goal', id: event.params.goal },
			{
				...written,
				why: null,
				due: due.success ? due.data : null,
				next: null,
				isPublic: data.has('public')
			},
			{ by: staff.id, today: today() }
		);
		if (!begun.ok) return fail(400, { written, refused: begun.reason });
		note('initiative-begun', event.params.goal);
		return { done: 'begun' as const };
	},

	move: async (event) => {
		const { db, plan, staff, data, note } = await asked(event, 'move');
		const to = InitiativeState.safeParse(textOf(data, 'to'));
		if (!to.success) error(400);
		const moved = initiatives.move(db, plan, textOf(data, 'initiative'), {
			to: to.data,
			note: textOf(data, 'why') || null,
			by: staff.id,
			today: today()
		});
		if (!moved.ok) return fail(400, { notMoved: moved.reason });
		note('initiative-moved', `${event.params.goal} ${to.data}`);
		return { done: 'moved' as const };
	}
};

async function asked(event: RequestEvent<RouteParams>, action: string) {
	const authorised = authorise(event, action);
	const { db, plan, staff } = authorised;
	if (!plan.goals.some(({ id }) => id === event.params.goal)) error(404);
	const note = (what: audit.Deed, about: string): void =>
		audit.log(db, { who: staff.id, what, about, ...audit.moment(new Date()) });
	return { ...authorised, data: await event.request.formData(), note };
}
