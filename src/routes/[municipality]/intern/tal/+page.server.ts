import { keyOfLine, Line, LINES_MAX, readFigures } from '$lib/goals/sheet/read.ts';
import * as audit from '$lib/server/core/audit.ts';
import type { Db } from '$lib/server/core/database.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import { logError } from '$lib/server/core/log.ts';
import { knownIn, preview, save } from '$lib/server/goals/importing.ts';
import { accessOf } from '$lib/server/jobindsats/access.ts';
import { fetchAll, wantedOf } from '$lib/server/jobindsats/fetching.ts';
import * as runs from '$lib/server/jobindsats/runs.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import { error, fail } from '@sveltejs/kit';
import * as z from 'zod/mini';
import { authorise } from '../authorise.ts';
import type { Actions, PageServerLoad } from './$types';

const Lines = z.array(Line).check(z.maxLength(LINES_MAX));
const Way = z.enum(['file', 'pasted']);

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	return {
		measures: knownIn(plan).map((each) => ({
			value: keyOfLine(each),
			label: each.names[2] ?? each.names[0] ?? '',
			every: each.every
		})),
		run: runs.latest(db),
		hasKey: accessOf(plan) !== undefined,
		tables: wantedOf(plan).length,
		mayFetch: may(signedOf(session), event.route.id, 'fetch'),
		names: Object.fromEntries(plan.goals.map(({ id, name }) => [id, name.da])),
		units: Object.fromEntries(
			plan.goals.flatMap(({ id, measures }) =>
				measures.map((measure) => [keyOfLine({ goal: id, measure: measure.id }), measure])
			)
		)
	};
};

export const actions: Actions = {
	preview: async (event) => {
		const { db, plan } = authorise(event, 'preview');
		const data = await event.request.formData();
		const file = data.get('file');
		const isFile = file instanceof File && file.size > 0;
		const given = {
			pasted: textOf(data, 'lines'),
			about: textOf(data, 'about'),
			source: textOf(data, 'source')
		};
		const known = knownIn(plan);
		const reading = readFigures(isFile ? new Uint8Array(await file.arrayBuffer()) : given.pasted, {
			known,
			only: known.find((each) => keyOfLine(each) === given.about),
			source: given.source
		});
		if (!reading.ok) {
			return 'problems' in reading
				? fail(400, { given, problems: reading.problems })
				: fail(400, { given, unread: { reason: reading.reason, line: reading.line ?? 0 } });
		}
		if (reading.lines.length === 0) {
			return fail(400, { given, unread: { reason: 'empty' as const, line: 0 } });
		}
		return {
			given,
			foreseen: preview(db, plan, reading.lines, today()),
			skipped: reading.skipped,
			way: isFile ? ('file' as const) : ('pasted' as const),
			read: JSON.stringify(reading.lines)
		};
	},

	save: async (event) => {
		const { db, plan, staff } = authorise(event, 'save');
		const data = await event.request.formData();
		const way = Way.safeParse(data.get('way'));
		const lines = Lines.safeParse(jsonOf(textOf(data, 'read')));
		if (!way.success || !lines.success) error(400);
		const reason = textOf(data, 'reason').trim() || null;
		const saved = save(db, plan, lines.data, {
			way: way.data,
			by: staff.id,
			today: today(),
			reason
		});
		if (!saved.ok) {
			return fail(400, {
				foreseen: preview(db, plan, lines.data, today()),
				skipped: 0,
				way: way.data,
				read: textOf(data, 'read'),
				reason: textOf(data, 'reason'),
				isRefused: true
			});
		}
		note(db, staff.id, 'figures-imported', String(saved.added + saved.corrected));
		return { saved };
	},

	fetch: (event) => {
		const { db, plan, staff } = authorise(event, 'fetch');
		const begun = fetchAll({ db, plan }, { today: today(), by: staff.id });
		if (!begun.ok) return fail(409, { notBegun: begun.reason });
		begun.finished.catch((problem: unknown) =>
			logError('jobindsats', problem, { municipality: plan.municipality })
		);
		note(db, staff.id, 'figures-fetched', '');
		return { begun: true };
	},

	stop: (event) => {
		const { db } = authorise(event, 'stop');
		runs.stop(db);
		return { stopping: true };
	}
};

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const note = (db: Db, who: string, what: audit.Deed, about: string): void =>
	audit.log(db, { who, what, about, ...audit.moment(new Date()) });
