import { compare, type Comparable } from '$lib/reports/comparison.ts';
import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as settings from '$lib/server/core/settings.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as compared from '$lib/server/reports/compared.ts';
import { registeredBeside } from '$lib/server/reports/registered-beside.ts';
import { figureFile } from '$lib/server/results/figure-file.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import { fail } from '@sveltejs/kit';
import { authorise } from '../../authorise.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	const files = compared.list(db);
	// Of this server: those of the group whose figures everybody may see. Another's can be read from a file.
	const members = (plan.beside?.members ?? [])
		.filter((id) => id !== plan.municipality)
		.flatMap((id) => municipality.findServing(id) ?? []);
	const open = members.filter((each) => settings.isPublic(each.db));
	const isHere = new Set(open.map((each) => each.plan.municipality));
	const others: Comparable[] = [
		...open.map((each) => figureFile(each.db, each.plan)),
		...files.map(({ file }) => file).filter((file) => !isHere.has(file.municipality))
	];
	const mayDo = (action: string) => may(signedOf(session), event.route.id, action);
	return {
		group: plan.beside ?? null,
		closed: members.filter((each) => !open.includes(each)).map((each) => each.plan.name),
		statements: compare(figureFile(db, plan), others),
		registered: registeredBeside({ db, plan }, open),
		files: files.map(({ file, readOn }) => ({
			municipality: file.municipality,
			name: file.name,
			readOn
		})),
		mayChange: mayDo('add') && mayDo('remove')
	};
};

export const actions: Actions = {
	add: async (event) => {
		const { db, staff, plan } = authorise(event, 'add');
		const file = (await event.request.formData()).get('file');
		const text = file instanceof File ? await file.text() : '';
		const by = { user: staff.id, today: today(), own: plan.municipality };
		const outcome = compared.add(db, text, by);
		if (!outcome.ok) return fail(400, { refusal: outcome.reason });
		const deed = { who: staff.id, what: 'compared-added' as const, about: outcome.name };
		audit.log(db, { ...deed, ...audit.moment(new Date()) });
		return { done: 'added' as const };
	},

	remove: async (event) => {
		const { db, staff } = authorise(event, 'remove');
		const id = textOf(await event.request.formData(), 'municipality');
		if (!compared.remove(db, id)) return { done: 'removed' as const };
		const deed = { who: staff.id, what: 'compared-removed' as const, about: id };
		audit.log(db, { ...deed, ...audit.moment(new Date()) });
		return { done: 'removed' as const };
	}
};
