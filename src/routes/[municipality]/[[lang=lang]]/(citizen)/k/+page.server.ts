import { today } from '$lib/server/core/environment.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import { checkCode } from '$lib/survey/check.ts';
import { parse } from '$lib/survey/code.ts';
import { codeOf } from '$lib/survey/link.ts';
import { error, fail, redirect } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ params, request }) => {
		const found = municipality.find(params.municipality);
		if (!found) error(404);
		const form = await request.formData();
		const code = form.get('code');
		const given = typeof code === 'string' ? code.slice(0, 1000) : '';
		// The page in another language, with what was typed: nothing is asked about it yet.
		if (form.has('language')) return { typed: given, isRefused: false, elsewhere: undefined };
		const typed = codeOf(given);
		const asked = rounds.list(found.db).map(({ round }) => round);
		const check = checkCode(typed, asked, today());
		// The address may be a mangled link's.
		const home = `/${params.municipality}${params.lang ? `/${params.lang}` : ''}`;
		// What there is to say of a round that is not open stands on its own page.
		if (!check.ok && 'round' in check) redirect(303, `${home}/svar/${check.round.id}`);
		if (!check.ok) {
			const start = parse(typed);
			const elsewhere =
				start.ok &&
				municipality
					.prefixesElsewhere(params.municipality)
					.find(({ prefix }) => prefix === start.prefix);
			return fail(400, {
				typed,
				isRefused: true,
				elsewhere: elsewhere
					? { municipality: elsewhere.municipality, name: elsewhere.name }
					: undefined
			});
		}
		// 307: the browser posts the code once more, so that it is never part of an address.
		redirect(307, `${home}/svar/${check.round.id}?/begin`);
	}
};
