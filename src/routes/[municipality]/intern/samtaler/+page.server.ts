import { addMonths, monthOf } from '$lib/calendar.ts';
import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as meetings from '$lib/server/rounds/meetings.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

const MONTHS_SHOWN = 6;

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	const months = monthsShown();
	return {
		teams: plan.teams.map(({ id, name }) => ({ id, name: name.da })),
		months,
		held: Object.fromEntries(
			meetings
				.list(db, months.at(-1) ?? '', months[0] ?? '')
				.map(({ team, month, held }) => [fieldOf(team, month), held])
		)
	};
};

export const actions: Actions = {
	write: async (event) => {
		const { db, plan, staff } = authorise(event, 'write');
		const data = await event.request.formData();
		const given: { [field: string]: string } = {};
		const rows: meetings.Held[] = [];
		const wrong: string[] = [];
		for (const month of monthsShown()) {
			for (const { id } of plan.teams) {
				const typed = textOf(data, fieldOf(id, month));
				given[fieldOf(id, month)] = typed;
				if (typed.trim() === '') continue;
				const held = meetings.heldFrom(typed);
				if (held === undefined) wrong.push(fieldOf(id, month));
				else rows.push({ team: id, month, held });
			}
		}
		if (wrong.length > 0) return fail(400, { given, wrong });
		meetings.write(db, rows, today());
		note(staff.id, db, rows.length);
		return { saved: true };
	},

	read: async (event) => {
		const { db, plan, staff } = authorise(event, 'read');
		const data = await event.request.formData();
		const file = data.get('file');
		const pasted = textOf(data, 'lines');
		const given =
			file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : pasted;
		const reading = meetings.readCsv(given, { teams: plan.teams, today: today() });
		if (!reading.ok) {
			return 'problems' in reading
				? fail(400, { problems: reading.problems, pasted })
				: fail(400, { unread: { reason: reading.reason, line: reading.line ?? 0 }, pasted });
		}
		if (reading.rows.length === 0)
			return fail(400, { unread: { reason: 'empty' as const, line: 0 }, pasted });
		meetings.write(db, reading.rows, today());
		note(staff.id, db, reading.rows.length);
		return { imported: reading.rows.length };
	}
};

/** Newest first: the month that was last is the one to write. */
const monthsShown = (): string[] =>
	Array.from({ length: MONTHS_SHOWN }, (_, back) => addMonths(monthOf(today()), -back));

const fieldOf = (team: string, month: string): string => `${team} ${month}`;

function note(who: string, db: Parameters<typeof audit.log>[0], n: number): void {
	audit.log(db, { who, what: 'meetings-entered', about: String(n), ...audit.moment(new Date()) });
}
