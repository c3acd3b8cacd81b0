import type { Day } from '../../calendar.ts';
import { LICENCE } from '../../reports/licence.ts';
import { decimalsIn } from '../../rounding.ts';
import { pressWords } from '../../reports/files/about.ts';
import { sheetOf } from '../../reports/files/sheets.ts';
import type { ReportWords } from '../../reports/words.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Sheet } from '../../spreadsheet/workbook.ts';
import { remembered, type Db } from '../core/database.ts';
import { board } from '../goals/board.ts';
import { all as allSeries, goalOf, keyOf } from '../goals/series.ts';
import { shown } from '../goals/shown.ts';
import { figureFile, type RoundFile } from '../results/figure-file.ts';
import { seen } from '../results/goal-figures.ts';
import { goalTable } from './parts.ts';
import { stampOfGoals } from './stamp.ts';

/** What is told with every public figure: when it came, when the next one comes, and whom to ask. */
export type Use = {
	publishedOn: Day | null;
	nextOn: Day | null;
	press: string | null;
	licence: typeof LICENCE;
};

export function useOfResults(db: Db, plan: Plan, today: Day): Use {
	const dayOf = (sql: string) => db.prepare<[Day], Day | null>(sql).pluck().get(today) ?? null;
	return {
		publishedOn: dayOf('select max(released_on) from unit where released_on <= ?'),
		nextOn: dayOf("select min(publishes_on) from unit where state = 'open' and publishes_on > ?"),
		...terms(plan)
	};
}

/** Of the goals that everybody may see: when the last figure of theirs came here, and when a source is to bring the next. */
export function useOfGoals(db: Db, plan: Plan, today: Day): Use {
	return {
		...remembered(db, 'days of goals', stampOfGoals(db, plan, today), () =>
			daysOfGoals(db, shown(db, plan), today)
		),
		...terms(plan)
	};
}

function daysOfGoals(db: Db, isShown: Set<string>, today: Day) {
	const seen = [...allSeries(db)].flatMap(([key, series]) =>
		isShown.has(goalOf(key)) ? [series] : []
	);
	const entered = seen.flatMap(({ history }) => history.map(({ enteredOn }) => enteredOn));
	const expected = seen.flatMap(({ nextExpected }) => nextExpected ?? []);
	return {
		publishedOn:
			entered
				.filter((day) => day <= today)
				.sort()
				.at(-1) ?? null,
		nextOn: expected.filter((day) => day > today).sort()[0] ?? null
	};
}

const terms = ({ press }: Plan): Pick<Use, 'press' | 'licence'> => ({
	press: press ? pressWords(press) : null,
	licence: LICENCE
});

/** Every released figure as one long table, as the pages show them. */
export function resultSheets(db: Db, plan: Plan, words: ReportWords): Sheet[] {
	const { t } = words;
	const { rounds } = figureFile(db, plan);
	const text = (name: string) => ({ name, isNumber: false });
	const count = (name: string) => ({ name, isNumber: true });
	const share = (name: string) => ({ name, isNumber: true, decimals: 1 });
	const o = t.open;
	return [
		{
			name: o.results(),
			title: `${plan.name}: ${o.resultsTitle()}`,
			about: [o.notes()],
			columns: [
				...[o.round, o.period, o.breakdown, o.group, o.how, o.statement].map((each) =>
					text(each())
				),
				count(o.n()),
				...[o.share, o.low, o.high].map((each) => share(each())),
				{ name: o.mean(), isNumber: true, decimals: 2 },
				...[1, 2, 3, 4, 5].map((n) => count(o.point({ n }))),
				...[t.figures.na, t.figures.unclear, t.figures.skipped].map((each) => count(each())),
				...[o.answered, o.offered].map((each) => count(each())),
				share(o.rate()),
				text(o.without())
			],
			rows: rounds.flatMap((round) => roundRows(round, plan, words))
		}
	];
}

function roundRows(round: RoundFile, plan: Plan, { t, locale }: ReportWords): Sheet['rows'] {
	const o = t.open;
	const names = new Map(
		[...plan.teams, ...plan.situations, ...plan.meetingForms].map((each) => [
			each.id,
			locale.text('name' in each ? each.name : each.text)
		])
	);
	const { unknown, da, other } = locale.m.breakdown;
	for (const [id, name] of Object.entries({ unknown, da, other })) names.set(id, name());
	const statements = new Map(round.items.map(({ id, text }) => [id, locale.text(text)]));
	const breakdowns: { [name: string]: () => string } = {
		team: locale.m.breakdown.team,
		situation: locale.m.breakdown.situation,
		'meeting-form': locale.m.breakdown['meeting-form'],
		language: locale.m.breakdown.language
	};
	return round.figures.map((f) => [
		locale.text(round.name),
		f.period,
		f.breakdown === '' ? null : (breakdowns[f.breakdown]?.() ?? f.breakdown),
		f.breakdown === '' ? o.everybody() : (names.get(f.category) ?? f.category),
		f.series === 'open' ? o.open() : o.asked(),
		f.item === null ? t.figures.pooled() : (statements.get(f.item) ?? f.item),
		f.n,
		f.share,
		f.low,
		f.high,
		f.mean,
		...f.points,
		f.na,
		f.unclear,
		f.skipped,
		f.answered,
		f.offered,
		f.responseRate,
		f.without.length > 0 ? f.without.join(', ') : null
	]);
}

/** The goals that everybody may see, as they stand, and the registered figures behind them. */
export function goalSheets(db: Db, plan: Plan, words: ReportWords, today: Day): Sheet[] {
	const { t, locale } = words;
	const o = t.open;
	const seeing = { ...seen(db, plan, today), audience: 'public' as const };
	const from = o.from({ name: plan.name });
	const isShown = shown(db, plan);
	const series = allSeries(db);
	const rows = plan.goals
		.filter(({ id }) => isShown.has(id))
		.flatMap((goal) =>
			goal.measures.flatMap((measure): Sheet['rows'] => {
				const found = series.get(keyOf({ goal: goal.id, measure: measure.id }));
				return (found?.points ?? []).map(({ period, value, national }) => {
					const row = found?.history.find((each) => each.period === period);
					return [
						locale.text(goal.name),
						'name' in measure && measure.name ? locale.text(measure.name) : null,
						period,
						value,
						national,
						row ? [row.source, row.table?.id].filter(Boolean).join(' ') : null,
						row?.retrievedOn ?? null
					];
				});
			})
		);
	const text = (name: string) => ({ name, isNumber: false });
	// 79.96 beside a goal of 80 is not to be read as 80.
	const given = rows.flatMap((row) => row.filter((cell) => typeof cell === 'number'));
	const decimals = Math.max(1, ...given.map(decimalsIn));
	const number = (name: string) => ({ name, isNumber: true, decimals });
	return [
		sheetOf(goalTable(words, board(db, plan, seeing), today), o.goals(), from),
		{
			name: o.series(),
			title: `${plan.name}: ${o.seriesTitle()}`,
			about: [from],
			columns: [
				...[o.goal, o.measure, o.period].map((each) => text(each())),
				...[o.value, o.national].map((each) => number(each())),
				...[o.source, o.retrieved].map((each) => text(each()))
			],
			rows
		}
	];
}

/** Contents, terms and contact first, and then the tables. */
export const withContents = (
	sheets: Sheet[],
	{ t, locale }: ReportWords,
	{ name, title, use, today }: { name: string; title: string; use: Use; today: Day }
): Sheet[] => [
	{
		name: t.open.contents(),
		title: `${name}: ${title}`,
		about: [
			...(use.publishedOn ? [locale.m.use.out({ day: locale.day(use.publishedOn) })] : []),
			...(use.nextOn ? [locale.m.use.next({ day: locale.day(use.nextOn) })] : []),
			t.files.licence(use.licence),
			t.files.citeHow({
				cite: t.open.cite({ name, year: today.slice(0, 4), title, day: locale.day(today) })
			}),
			...(use.press ? [t.files.press({ contact: use.press })] : [])
		],
		columns: [
			{ name: t.open.sheet(), isNumber: false },
			{ name: t.open.content(), isNumber: false }
		],
		rows: sheets.map((sheet) => [sheet.name, sheet.title])
	},
	...sheets
];
