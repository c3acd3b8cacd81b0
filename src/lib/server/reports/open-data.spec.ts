import { beforeAll, expect, it } from 'vitest';
import { sheetsOfWorkbook } from '../../../../tests/support/read-back.ts';
import { house, plan, READ_ON } from '../../../../tests/support/reports.ts';
import { words as loadWords, type ReportWords } from '../../reports/words.ts';
import { workbook } from '../../spreadsheet/workbook.ts';
import { isRegistered } from '../../goals/measure.ts';
import * as figures from '../goals/figures.ts';
import * as initiatives from '../goals/initiatives.ts';
import * as shown from '../goals/shown.ts';
import { figureFile } from '../results/figure-file.ts';
import * as openData from './open-data.ts';
import { stampOfGoals } from './stamp.ts';

let words: ReportWords;
beforeAll(async () => {
	words = await loadWords();
});

it('gives every released figure in a row, with the words that the pages have', async () => {
	const { db } = house();
	const [sheet] = openData.resultSheets(db, plan, words);
	const all = figureFile(db, plan).rounds.flatMap((round) => round.figures);
	expect(sheet?.rows.length).toBe(all.length);
	expect(all.length).toBeGreaterThan(20);
	const at = (name: string) => sheet?.columns.findIndex((column) => column.name === name) ?? -1;
	expect(sheet?.rows.map((row) => [row[at('Periode')], row[at('Svar')]])).toEqual(
		all.map(({ period, n }) => [period, n])
	);
	const share = at('Enige eller tilfredse (%)');
	expect(sheet?.rows.map((row) => row[share])).toEqual(all.map((figure) => figure.share));

	const use = openData.useOfResults(db, plan, READ_ON);
	const about = { name: plan.name, title: 'Målingens tal', use, today: READ_ON };
	const book = await workbook(openData.withContents(sheet ? [sheet] : [], words, about));
	const read = sheetsOfWorkbook(book);
	expect([...read.keys()]).toEqual(['Indhold', 'Målingens tal']);
	expect(
		read
			.get('Målingens tal')
			?.slice(3)
			.map((row) => row[share])
	).toEqual(all.map((figure) => String(figure.share)));
	const contents = read.get('Indhold')?.flat().join('\n');
	expect(contents).toContain('CC BY 4.0');
	expect(contents).toContain('Sådan kan tallet citeres: Stevns Kommune (2026)');
	expect(contents).toContain('Pressekontakt: Stevns Kommune, presse');
});

it('says when figures came and when the next ones come', () => {
	const { db } = house();
	const add = db.prepare(
		'insert into unit (round, unit, kind, publishes_on, state, released_on) values (?, ?, ?, ?, ?, ?)'
	);
	add.run('2025-26', '2026-04', 'month', '2026-05-10', 'released', '2026-05-10');
	add.run('2025-26', '2026-05', 'month', '2026-06-15', 'open', null);
	add.run('2025-26', '2026-06', 'month', '2026-07-15', 'open', null);
	expect(openData.useOfResults(db, plan, READ_ON)).toMatchObject({
		publishedOn: '2026-05-10',
		nextOn: '2026-06-15'
	});
});

it('gives the goals that everybody may see, and no other, with the figures behind them', () => {
	const { db, cast } = house();
	const goal = plan.goals.find(({ measures }) => measures.some(isRegistered));
	const measure = goal?.measures.find(isRegistered);
	if (!goal || !measure) throw new Error('Stevns has a registered goal');
	const period = { month: '2026-03', quarter: '2026-Q1', 'half-year': '2025-H2', year: '2025' };
	const entry = {
		goal: goal.id,
		measure: measure.id,
		period: period[measure.every],
		value: -1.5,
		delivered: '-1,5',
		source: 'Jobindsats',
		retrievedOn: READ_ON
	};
	const entered = figures.enter(db, plan, [entry], {
		way: 'typed',
		by: cast.leader.user,
		today: READ_ON
	});
	expect(entered.ok).toBe(true);
	const before = stampOfGoals(db, plan, READ_ON);
	expect(openData.goalSheets(db, plan, words, READ_ON).map(({ rows }) => rows)).toEqual([[], []]);
	shown.choose(db, [goal.id]);
	expect(stampOfGoals(db, plan, READ_ON)).not.toBe(before);
	const [goals, series] = openData.goalSheets(db, plan, words, READ_ON);
	expect(new Set(goals?.rows.map((row) => row[1]))).toEqual(new Set([goal.name.da]));
	expect(series?.rows.map((row) => row.slice(2, 4))).toEqual([[entry.period, -1.5]]);
	const shownWith = () => openData.goalSheets(db, plan, words, READ_ON)[1]?.columns[3]?.decimals;
	expect(shownWith()).toBe(1);
	// A number that is given with more is not shown as a rounder one, which may be the goal.
	const finer = { ...entry, value: -1.46, delivered: '-1,46', reason: 'Tastefejl' };
	figures.enter(db, plan, [finer], { way: 'typed', by: cast.leader.user, today: READ_ON });
	expect(shownWith()).toBe(2);
});

it('is made anew when something is done about a goal, which may be what reaches it', () => {
	const { db, cast } = house();
	const before = stampOfGoals(db, plan, READ_ON);
	const words = { heard: 'Ventetiden', does: 'Vi ringer først', why: null, owner: null, due: null };
	const by = { by: cast.leader.user, today: READ_ON };
	const written = { ...words, next: null, isPublic: true };
	const begun = initiatives.begin(db, { kind: 'theme' }, written, by);
	if (!begun.ok) throw new Error(begun.reason);
	const then = stampOfGoals(db, plan, READ_ON);
	expect(then).not.toBe(before);
	initiatives.move(db, plan, begun.id, { to: 'done', note: null, ...by });
	expect(stampOfGoals(db, plan, READ_ON)).not.toBe(then);
});

it('tells of a goal that nobody may see neither when its figure came nor when the next one does', () => {
	const { db, cast } = house();
	const [goal] = plan.goals.filter(({ measures }) => measures.some(isRegistered));
	const measure = goal?.measures.find(isRegistered);
	if (!goal || !measure) throw new Error('Stevns has a registered goal');
	const period = { month: '2026-03', quarter: '2026-Q1', 'half-year': '2025-H2', year: '2025' };
	const entry = {
		...{ goal: goal.id, measure: measure.id, period: period[measure.every], value: 2 },
		...{ delivered: '2', source: 'Jobindsats', retrievedOn: READ_ON, nextExpected: '2026-09-01' }
	};
	figures.enter(db, plan, [entry], { way: 'typed', by: cast.leader.user, today: READ_ON });
	shown.choose(db, []);
	expect(openData.useOfGoals(db, plan, READ_ON)).toMatchObject({ publishedOn: null, nextOn: null });
	shown.choose(db, [goal.id]);
	expect(openData.useOfGoals(db, plan, READ_ON)).toMatchObject({
		publishedOn: READ_ON,
		nextOn: '2026-09-01'
	});
});
