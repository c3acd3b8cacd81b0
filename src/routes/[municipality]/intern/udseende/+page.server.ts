import { accentFrom, contrastInWords, readable } from '$lib/look/accent.ts';
import * as audit from '$lib/server/core/audit.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as look from '$lib/server/look/look.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

const WHITE = '#ffffff';

export const load: PageServerLoad = (event) => {
	const { db } = authorise(event);
	const { accent, logo } = look.read(db);
	return { accent, logo, ratio: contrastInWords(accent, WHITE), logoMax: look.LOGO_MAX_BYTES };
};

export const actions: Actions = {
	accent: async (event) => {
		const { db, note } = asked(event, 'accent');
		const typed = textOf(await event.request.formData(), 'accent');
		const accent = accentFrom(typed);
		if (!accent) return fail(400, { given: typed, wrong: 'notColour' as const });
		if (!look.chooseAccent(db, accent)) {
			const ratio = contrastInWords(accent, WHITE);
			return fail(400, { given: readable(accent), wrong: 'tooLight' as const, ratio });
		}
		note(accent);
		return { done: 'accent' as const };
	},

	logo: async (event) => {
		const { db, note } = asked(event, 'logo');
		const file = (await event.request.formData()).get('logo');
		if (!(file instanceof File) || file.size === 0)
			return fail(400, { refusal: 'no-file' as const });
		const kept = look.putLogo(db, new Uint8Array(await file.arrayBuffer()));
		if (!kept.ok) return fail(400, { refusal: kept.reason });
		note(`logo, ${kept.type}`);
		return { done: 'logo' as const };
	},

	removeLogo: (event) => {
		const { db, note } = asked(event, 'removeLogo');
		look.removeLogo(db);
		note('intet logo');
		return { done: 'removed' as const };
	}
};

function asked(event: RequestEvent, action: string) {
	const authorised = authorise(event, action);
	const note = (about: string) =>
		audit.log(authorised.db, {
			who: authorised.staff.id,
			what: 'look-changed',
			about,
			...audit.moment(new Date())
		});
	return { ...authorised, note };
}
