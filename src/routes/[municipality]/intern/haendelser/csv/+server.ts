import { load as loadMessages } from '$lib/i18n/messages.ts';
import * as audit from '$lib/server/core/audit.ts';
import * as csv from '$lib/spreadsheet/csv.ts';
import type { RequestHandler } from './$types';
import { authorise } from '../../authorise.ts';
import { searchOf } from '../search.ts';

const LINES_MAX = 100_000;

export const GET: RequestHandler = async (event) => {
	const { db, plan, staff } = authorise(event);
	const m = await loadMessages('da', 'staff');
	const { lines } = audit.search(db, searchOf(event.url), { limit: LINES_MAX, offset: 0 });
	const moment = audit.moment(new Date());
	audit.log(db, { who: staff.id, what: 'log-exported', ...moment });
	const head = [m.audit.when(), m.audit.who(), m.users.email(), m.audit.what(), m.audit.about()];
	const rows = lines.map((line) => [
		`${line.day} ${line.time}`.trim(),
		line.name || m.audit.nobody(),
		line.email,
		m.deeds[line.what](),
		line.about
	]);
	return new Response(csv.file([head, ...rows]), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="haendelser-${plan.municipality}-${moment.day}.csv"`
		}
	});
};
