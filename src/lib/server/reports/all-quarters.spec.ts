import { beforeAll, expect, it } from 'vitest';
import {
	NONE,
	numbers,
	score,
	tables,
	viewOf,
	type Rule,
	type Table
} from '../../../../tests/support/attacker.ts';
import { staffed } from '../../../../tests/support/interviews.ts';
import { cell, publish } from '../../../../tests/support/published.ts';
import { ok, plan } from '../../../../tests/support/reports.ts';
import { lastDay, monthsOfQuarter } from '../../calendar.ts';
import { json } from '../../json.ts';
import { Report } from '../../reports/document.ts';
import { words as loadWords, type ReportWords } from '../../reports/words.ts';
import { THRESHOLD, showable } from '../../results/suppression.ts';
import type { Round } from '../../survey/round.ts';
import type { Db } from '../core/database.ts';
import { figureFile, type FigureFile } from '../results/figure-file.ts';
import * as reports from './reports.ts';
import { random } from '../../../../tests/support/draws.ts';

const QUARTERS = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
const HISTORIES = 200;
const BREAKDOWN = 'situation';
const rule: Rule = (table) => showable(table, THRESHOLD);

let words: ReportWords;
beforeAll(async () => {
	words = await loadWords();
});

const [questionnaire] = plan.questionnaires;
const [item] = questionnaire?.items ?? [];

/** A year of quarters, each with a table of how many answered in each group, as it is released: hidden groups have no row. */
function history(db: Db, draw: (below: number) => number): Map<string, Table> {
	if (!questionnaire || !item) throw new Error('Stevns asks something');
	const categories = Array.from({ length: 3 + draw(4) }, (_, at) => `c${at}`);
	const round: Round = {
		id: '2025',
		prefix: 'AA',
		name: { da: 'Målingen 2025' },
		questionnaire: 'hash',
		opensOn: '2025-01-01',
		closesOn: '2025-12-31',
		channels: ['code'],
		breakdowns: [{ name: BREAKDOWN, unit: 'quarter', categories }]
	};
	publish(db, round, questionnaire, [
		...QUARTERS.flatMap(monthsOfQuarter).map(
			(month) => [month, 'month', 'released'] as [string, 'month', string]
		),
		...QUARTERS.map((quarter) => [quarter, 'quarter', 'released'] as [string, 'quarter', string])
	]);
	const truth = new Map<string, Table>();
	for (const quarter of QUARTERS) {
		const table = new Map(categories.map((name) => [name, draw(draw(40) + 1)]));
		truth.set(quarter, table);
		const all = [...table.values()].reduce((sum, n) => sum + n, 0);
		// The months are the municipality's own, and add up to the quarter.
		for (const [at, month] of monthsOfQuarter(quarter).entries()) {
			const n = Math.floor((all + at) / 3);
			cell(db, round.id, month, {}, { answered: n, any: n }, { [item.id]: { 5: n } });
		}
		for (const name of rule(table)) {
			const n = table.get(name) ?? 0;
			const of = { breakdown: BREAKDOWN, category: name };
			cell(db, round.id, quarter, of, { answered: n, any: n }, { [item.id]: { 5: n } });
		}
	}
	return truth;
}

type Row = {
	unit: string;
	breakdown: string;
	category: string;
	item: string;
	answer: string;
	n: number;
};
const rowsOf = (file: FigureFile): Row[] =>
	file.rounds.flatMap(({ released }) =>
		released.rows.map(
			(row) => Object.fromEntries(released.columns.map((name, at) => [name, row[at]])) as Row
		)
	);
const monthsIn = (period: string): string[] =>
	/Q/.test(period) ? monthsOfQuarter(period) : [period];

/**
 * Unknowns are the groups' numbers in each quarter; an equation is anything published that has a group in it. Where no equation
 * has groups of two quarters in it, the program of all quarters falls apart into one for each, and each is solved by trying all
 * whole numbers that make its total.
 */
it(`no number under the threshold is found, nor left with fewer than four, over all quarters of ${HISTORIES} histories`, () => {
	const draw = random(18);
	let sum = NONE;
	for (let n = 0; n < HISTORIES; n++) {
		const { db } = staffed();
		const truth = history(db, draw);
		const file = figureFile(db, plan);
		const rows = rowsOf(file);
		const categories = file.rounds.length > 0 ? [...(truth.get('2025-Q1')?.keys() ?? [])] : [];
		// Every figure of a group is of one unit of its breakdown, and those have no month in common: no sum joins two quarters.
		const ofGroups = file.rounds.flatMap(({ figures }) =>
			figures.filter(({ breakdown }) => breakdown !== '')
		);
		const units = new Set(rows.filter(({ breakdown }) => breakdown !== '').map(({ unit }) => unit));
		expect(ofGroups.every(({ period }) => units.has(period))).toBe(true);
		const months = [...units].flatMap(monthsIn);
		expect(new Set(months).size).toBe(months.length);
		for (const quarter of QUARTERS) {
			const total = rows
				.filter(
					(row) =>
						row.breakdown === '' &&
						row.item === '' &&
						row.answer === 'answered' &&
						monthsOfQuarter(quarter).some((month) => month === row.unit)
				)
				.reduce((all, row) => all + row.n, 0);
			const shown = new Map(
				rows
					.filter((row) => row.unit === quarter && row.item === '' && row.answer === 'answered')
					.map((row) => [row.category, row.n])
			);
			const view = {
				shown,
				hidden: categories.filter((name) => !shown.has(name)),
				total: total - [...shown.values()].reduce((all, each) => all + each, 0)
			};
			expect(view).toEqual(viewOf(truth.get(quarter) ?? new Map(), new Set(shown.keys())));
			if (view.total === 0 || total < THRESHOLD) continue;
			const help = { areAlike: true };
			const found = numbers(tables(view, rule, help), view.hidden, { ...help, enough: 4 });
			sum = score(sum, view, found);
		}
	}
	console.log(
		`over all quarters: ${sum.tables} tables, ${sum.shown} cells shown, ${sum.hidden} hidden; found out ${sum.pinned}, but for two or three numbers ${sum.few}`
	);
	expect(sum).toMatchObject({ pinned: 0, few: 0 });
	expect(sum.hidden).toBeGreaterThan(500);
});

it('the reports add nothing to it: their rows are the municipality’s, and stand in the public file', () => {
	const { db, cast } = staffed();
	history(db, random(4));
	const published = new Set(
		rowsOf(figureFile(db, plan)).map((row) =>
			[row.unit, row.breakdown, row.item, row.answer, row.n].join('/')
		)
	);
	for (const quarter of QUARTERS) {
		const today = lastDay(monthsOfQuarter(quarter)[2]).replace('2025', '2026');
		ok(reports.release(db, plan, words, quarter, { user: cast.chair.user, today }));
		for (const audience of ['committee', 'public'] as const) {
			const report = Report.parse(json(reports.bytesOf(db, quarter, 1, audience) ?? ''));
			expect(report.data.rows.length).toBeGreaterThan(0);
			for (const [, unit, of, answer, n] of report.data.rows) {
				expect(published).toContain([unit, '', of, answer, n].join('/'));
			}
		}
	}
});
