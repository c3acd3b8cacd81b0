import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import * as startCodes from '$lib/server/tablet/start-codes.ts';
import * as tablets from '$lib/server/tablet/tablets.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { askFirst } from '../asking.ts';
import { authorise } from '../authorise.ts';
import { aboutOf, chosenFrom, givenIn } from './chosen.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, staff } = authorise(event);
	const roundNames = new Map(rounds.list(db).map(({ round }) => [round.id, round.name.da]));
	const teamNames = new Map(plan.teams.map(({ id, name }) => [id, name.da]));
	return {
		tablets: tablets.list(db).map((tablet) => ({
			...tablet,
			roundName: roundNames.get(tablet.round) ?? tablet.round,
			teamName: teamNames.get(tablet.team ?? '') ?? ''
		})),
		rounds: tablets.choices(db, plan, today()),
		minutes: startCodes.START_CODE_MINUTES,
		labelMax: tablets.LABEL_MAX,
		mayStart: staff.roles.includes('caseworker'),
		address: `${event.url.origin}/${plan.municipality}/tablet`
	};
};

export const actions: Actions = {
	code: async (event) => {
		const { db, keysFolder, plan, staff } = authorise(event, 'code');
		const data = await event.request.formData();
		const chosen = chosenFrom(data);
		const checked = tablets.check(db, plan, chosen, today());
		if (!checked.ok) return fail(400, { reason: checked.reason, given: givenIn(data) });
		const now = new Date();
		const code = startCodes.make(db, keysFolder, chosen, now);
		const about = aboutOf(chosen);
		audit.log(db, { who: staff.id, what: 'tablet-code-made', about, ...audit.moment(now) });
		return { code, starts: [checked.teamName, chosen.label].filter(Boolean).join(' · ') };
	},

	revoke: async (event) => {
		const { db, staff } = authorise(event, 'revoke');
		const data = await event.request.formData();
		const ask = askFirst(event, data, 'revokeTablet');
		if (ask) return ask;
		const revoked = tablets.revoke(db, textOf(data, 'tablet'));
		if (!revoked) return fail(409, { reason: 'already-revoked' as const });
		audit.log(db, {
			who: staff.id,
			what: 'tablet-revoked',
			about: aboutOf(revoked),
			...audit.moment(new Date())
		});
		return { isRevoked: true };
	}
};
