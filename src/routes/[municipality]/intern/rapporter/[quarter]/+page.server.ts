import { SECTIONS, WRITTEN } from '$lib/reports/document.ts';
import { itemOf, itemText } from '$lib/reports/files/item.ts';
import { words } from '$lib/reports/words.ts';
import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as decisions from '$lib/server/reports/decisions.ts';
import * as reports from '$lib/server/reports/reports.ts';
import { isOut } from '$lib/server/results/quarter-figures.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import { askFirst } from '../../asking.ts';
import { authorise } from '../../authorise.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, plan, session } = authorise(event);
	const { quarter } = event.params;
	const day = today();
	if (!reports.quarters(db, day).includes(quarter)) error(404);
	const versions = reports.versions(db, quarter);
	const work = reports.inWork(db, quarter);
	const asked = Number(event.url.searchParams.get('version'));
	const version = versions.find((each) => each.version === asked) ?? work ?? versions.at(-1);
	if (!version) error(404);
	const signed = signedOf(session);
	const language = await words();
	const report = reports.read(db, plan, language, version, day);
	const mayDo = (action: string) => may(signed, event.route.id, action);
	return {
		quarter,
		version,
		versions,
		report,
		item: itemText(itemOf(report, language)),
		isInWork: version.releasedOn === null,
		hasWork: work !== undefined,
		isOut: isOut(db, quarter, day),
		today: day,
		sections: [...SECTIONS],
		said: reports.preparedOf(db, version).said,
		decisions: decisions.decisions(db, quarter),
		may: {
			write: mayDo('write'),
			release: mayDo('release'),
			correct: mayDo('correct'),
			publish: mayDo('publish'),
			decide: mayDo('decide')
		}
	};
};

const MeetingDay = z.union([z.literal(''), z.iso.date()]);

export const actions: Actions = {
	write: async (event) => {
		const { db, by, note, data, quarter } = await read(event, 'write');
		const given = Object.fromEntries(WRITTEN.map((id) => [id, textOf(data, id)]));
		const meetingOn = MeetingDay.safeParse(textOf(data, 'meetingOn'));
		if (!meetingOn.success) return fail(400, { given, refusal: 'no-day' as const });
		const written = { meetingOn: meetingOn.data || null, said: given };
		const outcome = reports.write(db, quarter, written, by);
		if (!outcome.ok) return fail(400, { given, refusal: outcome.reason });
		note('report-written');
		return { done: 'written' as const };
	},

	release: async (event) => {
		const { db, plan, by, note, data, quarter } = await read(event, 'release');
		const ask = askFirst(event, data, 'releaseReport');
		if (ask) return ask;
		const outcome = reports.release(db, plan, await words(), quarter, by);
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('report-released', outcome.sha256.slice(0, 12));
		return { done: 'released' as const };
	},

	correct: async (event) => {
		const { db, by, note, data, quarter } = await read(event, 'correct');
		const changed = textOf(data, 'changed');
		const outcome = reports.correct(db, quarter, changed, by);
		if (!outcome.ok) return fail(400, { changed, refusal: outcome.reason });
		note('report-corrected', `version ${outcome.version}`);
		return { done: 'corrected' as const };
	},

	publish: async (event) => {
		const { db, note, data, quarter, by } = await read(event, 'publish');
		const version = Number(textOf(data, 'version'));
		const outcome = reports.publish(db, quarter, version, by.today);
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('report-published', `version ${version}`);
		return { done: 'published' as const };
	},

	unpublish: async (event) => {
		const { db, note, data, quarter } = await read(event, 'unpublish');
		const version = Number(textOf(data, 'version'));
		const outcome = reports.publish(db, quarter, version, null);
		if (!outcome.ok) return fail(409, { refusal: outcome.reason });
		note('report-unpublished', `version ${version}`);
		return { done: 'unpublished' as const };
	},

	decide: async (event) => {
		const { db, by, note, data, quarter, staff } = await read(event, 'decide');
		const decided = {
			meetingOn: textOf(data, 'meetingOn'),
			item: textOf(data, 'item'),
			decision: textOf(data, 'decision')
		};
		const decision = decisions.Decision.safeParse(decided);
		if (!decision.success) return fail(400, { decided, refusal: 'not-whole' as const });
		const role = staff.roles.includes('chair') ? ('chair' as const) : ('secretary' as const);
		const outcome = decisions.decide(db, quarter, decision.data, { ...by, role });
		if (!outcome.ok) return fail(400, { decided, refusal: outcome.reason });
		note('report-decided', `${decided.meetingOn}, punkt ${decided.item}`);
		return { done: 'decided' as const };
	}
};

async function read(event: RequestEvent, action: string) {
	const authorised = authorise(event, action);
	const quarter = event.params.quarter ?? '';
	const day = today();
	if (!reports.quarters(authorised.db, day).includes(quarter)) error(404);
	const note = (what: audit.Deed, more = '') =>
		audit.log(authorised.db, {
			who: authorised.staff.id,
			what,
			about: more ? `${quarter}, ${more}` : quarter,
			...audit.moment(new Date())
		});
	const by = { user: authorised.staff.id, today: day };
	return { ...authorised, data: await event.request.formData(), quarter, by, note };
}
