import * as audit from '$lib/server/core/audit.ts';
import * as compliance from '$lib/server/rounds/compliance.ts';
import { environment, today } from '$lib/server/core/environment.ts';
import { textOf, textsOf, wrongFields } from '$lib/server/core/form-data.ts';
import * as meetings from '$lib/server/rounds/meetings.ts';
import { prefixesElsewhere } from '$lib/server/municipality.ts';
import * as proposal from '$lib/server/rounds/proposal.ts';
import { areTeamSizesOurs, threshold } from '$lib/server/core/settings.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import { BreakdownName } from '$lib/survey/round.ts';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	return {
		questionnaires: plan.questionnaires
			.filter(({ retired }) => !retired)
			.map(({ id, name, items }) => ({
				id,
				name: name.da,
				items: items.map(({ text }) => text.da)
			})),
		teams: plan.teams.map(({ id, name, caseworkers }) => ({ id, name: name.da, caseworkers })),
		limits: {
			days: rounds.ROUND_MIN_DAYS,
			n: rounds.ROUND_MIN_INVITATIONS,
			months: proposal.ROUND_MAX_MONTHS,
			k: threshold(db)
		},
		mustEnterFirst:
			!environment().DEMO &&
			(!compliance.read(db)
				? ('compliance-missing' as const)
				: !compliance.contacts(db, plan)[0]?.telephone && ('telephone-missing' as const)),
		mustSizeFirst: !environment().DEMO && !areTeamSizesOurs(db)
	};
};

export const actions: Actions = {
	preview: async (event) => {
		const { db, plan } = authorise(event, 'preview');
		const { given, proposed } = await read(event);
		if (!proposed.success) return fail(400, { given, wrong: wrongFields(proposed.error) });
		const round = proposal.roundOf(db, plan, proposed.data);
		const reason = proposal.refusalOf(db, plan, proposed.data, on());
		if (reason || !round) return fail(400, { given, reason: reason ?? 'unknown-questionnaire' });
		return {
			given,
			units: rounds.unitsOf(round),
			cautions: proposal.cautionsOf(db, plan, proposed.data)
		};
	},

	open: async (event) => {
		const { db, keysFolder, plan, staff } = authorise(event, 'open');
		const { given, proposed } = await read(event);
		if (!proposed.success) return fail(400, { given, wrong: wrongFields(proposed.error) });
		const opened = proposal.open(db, keysFolder, plan, proposed.data, {
			...on(),
			prefixesElsewhere: prefixesElsewhere(plan.municipality).map(({ prefix }) => prefix)
		});
		if (!opened.ok) return fail(400, { given, reason: opened.reason });
		audit.log(db, {
			who: staff.id,
			what: 'round-opened',
			about: opened.round.id,
			...audit.moment(new Date())
		});
		redirect(303, `/${plan.municipality}/intern/maalinger/${opened.round.id}?aabnet`);
	}
};

const on = () => ({ today: today(), demo: environment().DEMO });

async function read({ request }: RequestEvent) {
	const data = await request.formData();
	const breakdowns = Object.fromEntries(
		BreakdownName.options.map((name) => [name, textOf(data, `by-${name}`)])
	);
	const given = {
		name: textOf(data, 'name'),
		questionnaire: textOf(data, 'questionnaire'),
		teams: textsOf(data, 'teams'),
		channels: textsOf(data, 'channels'),
		opensOn: textOf(data, 'opensOn'),
		closesOn: textOf(data, 'closesOn'),
		expected: textOf(data, 'expected'),
		breakdowns
	};
	const proposed = proposal.Proposal.safeParse({
		...given,
		expected: meetings.heldFrom(given.expected),
		breakdowns: Object.fromEntries(Object.entries(breakdowns).filter(([, unit]) => unit !== 'none'))
	});
	return { given, proposed };
}
