import type { Plan } from '$lib/plan/plan.ts';
import { comparableSchema } from '$lib/reports/comparison.ts';
import { words as reportWords, type ReportWords } from '$lib/reports/words.ts';
import { remembered, type Db } from '$lib/server/core/database.ts';
import { today } from '$lib/server/core/environment.ts';
import * as openData from '$lib/server/reports/open-data.ts';
import { stampOfGoals } from '$lib/server/reports/stamp.ts';
import * as csv from '$lib/spreadsheet/csv.ts';
import { workbook, type Sheet } from '$lib/spreadsheet/workbook.ts';
import { error } from '@sveltejs/kit';
import { answer, OFFICE } from '../../../../report/files.ts';
import { readable } from '../../../../reading.ts';
import type { RequestHandler } from './$types';

type From = { db: Db; plan: Plan; words: ReportWords; day: string };
const OF_RESULTS = ({ db, plan, words }: From) => openData.resultSheets(db, plan, words);
const OF_GOALS = ({ db, plan, words, day }: From) => openData.goalSheets(db, plan, words, day);

/** By name: what is in it, and which of its tables a CSV has room for. */
const FILES: { [name: string]: { sheets: (from: From) => Sheet[]; use: UseOf; at: number } } = {
	noegletal: { sheets: OF_RESULTS, use: openData.useOfResults, at: 0 },
	maal: { sheets: OF_GOALS, use: openData.useOfGoals, at: 0 },
	registertal: { sheets: OF_GOALS, use: openData.useOfGoals, at: 1 }
};
type UseOf = typeof openData.useOfResults;

/** What the public pages show, as a spreadsheet reads it: one table as CSV, or all of them as a workbook with contents first. */
export const GET: RequestHandler = async (event) => {
	const { db, plan } = await readable(event);
	const { file } = event.params;
	if (file === 'noegletal.schema.json') {
		return answer(JSON.stringify(comparableSchema(), null, '\t'), 'application/schema+json', file);
	}
	const [, name = '', kind] = /^(\w+)\.(csv|xlsx)$/.exec(file) ?? [];
	const known = FILES[name];
	if (!known || !kind) error(404);
	const day = today();
	const from = { db, plan, words: await reportWords(), day };
	// Made once for all who ask, until something is out or the plan says something else.
	const stamp = stampOfGoals(db, plan, day);
	const sheets = remembered(db, `sheets of ${name}`, stamp, () => known.sheets(from));
	if (kind === 'csv') {
		const sheet = sheets[known.at];
		if (!sheet) error(404);
		const head = sheet.columns.map((column) => column.name);
		const rows = sheet.rows.map((row) => row.map((cell) => cell ?? ''));
		return answer(csv.file([head, ...rows]), 'text/csv', file);
	}
	const about = {
		name: plan.name,
		title: sheets[0]?.title ?? '',
		use: known.use(db, plan, day),
		today: day
	};
	const book = remembered(db, `workbook of ${name}`, stamp, () =>
		workbook(openData.withContents(sheets, from.words, about))
	);
	return answer(await book, `${OFFICE}.spreadsheetml.sheet`, file);
};
