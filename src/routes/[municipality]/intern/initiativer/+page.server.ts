import { InitiativeState, isOpenState } from '$lib/goals/initiative.ts';
import { isRegistered } from '$lib/goals/measure.ts';
import { keyOfLine } from '$lib/goals/sheet/read.ts';
import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as initiatives from '$lib/server/goals/initiatives.ts';
import * as results from '$lib/server/results/results.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import type { Municipality } from '$lib/server/municipality.ts';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import { authorise } from '../authorise.ts';
import { answersFrom } from './about.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

const OWNER_MAX = 120;

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	const day = today();
	const all = initiatives.inOrder(initiatives.all(db, plan), day);
	return {
		today: day,
		open: all.filter(({ state }) => isOpenState(state)),
		ended: all.filter(({ state }) => !isOpenState(state)),
		about: [
			...plan.promises.map(({ id, text }) => ({ value: `promise:${id}`, label: text.da })),
			...figuresOf({ db }).map(({ round, item, text }) => ({
				value: `figure:${round}:${item}`,
				label: text
			})),
			...plan.goals.map(({ id, name }) => ({ value: `goal:${id}`, label: name.da }))
		],
		measures: plan.goals.flatMap((goal) =>
			goal.measures.filter(isRegistered).map(({ id, name }) => ({
				value: keyOfLine({ goal: goal.id, measure: id }),
				label: name ? `${goal.name.da}: ${name.da}` : goal.name.da
			}))
		),
		mayDo: may(signedOf(session), event.route.id, 'begin')
	};
};

export const actions: Actions = {
	/** From where something was heard: its words, for an idea to be written about them. Nothing is kept yet. */
	take: async (event) => {
		authorise(event, 'take');
		const data = await event.request.formData();
		return { written: { ...blank, heard: textOf(data, 'heard'), about: textOf(data, 'about') } };
	},

	begin: async (event) => {
		const { db, plan, staff, data, note } = await asked(event, 'begin');
		const written = writtenIn(data);
		const begun = initiatives.begin(
			db,
			answersFrom(written.about, plan, figuresOf({ db })),
			wordsOf(written),
			{ by: staff.id, today: today() }
		);
		if (!begun.ok) return fail(400, { written, refused: begun.reason });
		note('initiative-begun', begun.id);
		return { done: 'begun' as const };
	},

	write: async (event) => {
		const { db, plan, staff, data, note } = await asked(event, 'write');
		const written = writtenIn(data);
		const id = textOf(data, 'initiative');
		const there = initiatives.find(db, plan, id);
		if (!there) error(404);
		const words = { ...wordsOf(written), why: textOf(data, 'why') || there.why };
		const kept = initiatives.write(db, plan, id, words, { by: staff.id, today: today() });
		if (!kept.ok) return fail(400, { changing: { id, ...written }, notWritten: kept.reason });
		note('initiative-written', kept.id);
		return { done: 'written' as const };
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
		note('initiative-moved', to.data);
		return { done: 'moved' as const };
	}
};

const blank = { heard: '', does: '', about: '', owner: '', due: '', next: '', isPublic: false };
type Typed = typeof blank;

const writtenIn = (data: FormData): Typed => ({
	heard: textOf(data, 'heard'),
	does: textOf(data, 'does'),
	about: textOf(data, 'about'),
	owner: textOf(data, 'owner').slice(0, OWNER_MAX),
	due: textOf(data, 'due'),
	next: textOf(data, 'next'),
	isPublic: data.has('public')
});

function wordsOf({ heard, does, owner, due, next, isPublic }: Typed): initiatives.Written {
	const day = z.iso.date().safeParse(due);
	const [goal, measure] = next.split('/');
	return {
		heard,
		does,
		why: null,
		owner,
		due: day.success ? day.data : null,
		next: goal && measure ? { goal, measure } : null,
		isPublic
	};
}

/** The statements of the newest round that has figures. */
function figuresOf({ db }: Pick<Municipality, 'db'>) {
	const kept = results.newest(db);
	return (kept?.questionnaire.items ?? []).map(({ id, text }) => ({
		round: kept?.round.id ?? '',
		item: id,
		text: text.da
	}));
}

async function asked(event: RequestEvent<RouteParams>, action: string) {
	const authorised = authorise(event, action);
	const { db, staff } = authorised;
	const note = (what: audit.Deed, about: string): void =>
		audit.log(db, { who: staff.id, what, about, ...audit.moment(new Date()) });
	return { ...authorised, data: await event.request.formData(), note };
}
