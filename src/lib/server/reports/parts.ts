import type { Day } from '../../calendar.ts';
import { aimWords, rulingWords, whenWords, whichWords } from '../../goals/words.ts';
import type { Initiative } from '../../goals/initiative.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Block, Quote, Table } from '../../reports/document.ts';
import type { ReportWords } from '../../reports/words.ts';
import type { Db } from '../core/database.ts';
import type { Board } from '../goals/board.ts';
import { inOrder } from '../goals/initiatives.ts';
import * as courses from '../interviews/courses.ts';
import * as interviews from '../interviews/interviews.ts';
import * as material from '../interviews/material.ts';
import * as review from '../interviews/review.ts';
import * as summaries from '../interviews/summaries.ts';
import type { QuarterOfRound } from '../results/quarter-figures.ts';
import type { Voice } from '../results/voices.ts';

const QUOTES_OF_A_PROMISE = 3;
/** A longer one is read in its place, not on the front page. */
const FRONT_QUOTE_MAX = 180;
const FRONT_QUOTES = 2;

/** Every promise with its figures, what citizens say in words that may be used, and what is done; or that nothing measures it. */
export function promiseBlocks(
	{ t, locale, say }: ReportWords,
	plan: Plan,
	of: {
		surveys: readonly QuarterOfRound[];
		voices: readonly Voice[];
		initiatives: readonly Initiative[];
	}
): Block[] {
	return plan.promises.flatMap(({ id, text }): Block[] => {
		const figures = statementsOn(of.surveys, id).map(({ items: [item], figure }) => {
			if (figure.state === 'hidden' || !figure.interval || !item) return t.promises.hidden();
			return t.promises.figure({
				text: locale.text(item.text),
				share: locale.percent(figure.share),
				low: locale.bare(figure.interval.low),
				high: locale.bare(figure.interval.high),
				n: locale.count(figure.n)
			});
		});
		const quotes = quotesOf(t, of.voices, id).slice(0, QUOTES_OF_A_PROMISE);
		const done = of.initiatives
			.filter(({ answers }) => answers.kind === 'promise' && answers.id === id)
			.map(({ does, heard, state }) =>
				t.promises.done({ text: does || heard, state: say.g.state[state]() })
			);
		return [
			{ kind: 'heading', words: locale.text(text) },
			figures.length > 0
				? { kind: 'list', items: figures }
				: { kind: 'text', words: t.promises.unmeasured() },
			...(quotes.length > 0 ? [{ kind: 'quotes', quotes } as const] : []),
			...(done.length > 0 ? [{ kind: 'list', items: done } as const] : [])
		];
	});
}

const statementsOn = (surveys: readonly QuarterOfRound[], promise: string) =>
	surveys
		.flatMap(({ statements }) => statements)
		.filter(({ items }) => items.some(({ promises }) => promises.includes(promise)));

/** Promises that no statement of the quarter measures: those of which the report says so where they stand. */
export const unmeasured = (plan: Plan, surveys: readonly QuarterOfRound[]): string[] =>
	plan.promises
		.filter(({ id }) => statementsOn(surveys, id).length === 0)
		.map(({ text }) => text.da);

/** One of each promise, in the plan's order: only what a citizen said in these words and let us use. */
export function frontQuotes({ t }: ReportWords, plan: Plan, voices: readonly Voice[]): Quote[] {
	return plan.promises
		.flatMap(
			({ id }) => quotesOf(t, voices, id).find(({ text }) => text.length <= FRONT_QUOTE_MAX) ?? []
		)
		.slice(0, FRONT_QUOTES);
}

function quotesOf(t: ReportWords['t'], voices: readonly Voice[], promise: string): Quote[] {
	const voice = voices.find((each) => each.promise === promise);
	if (!voice?.shown) return [];
	return voice.quotes
		.filter(({ isQuote }) => isQuote)
		.map(({ text, from }) => ({ text, from: t.promises.quoteOf[from]() }));
}

/** Every goal as it stood, with the rule that its status comes from. */
export function goalTable({ t, locale, say }: ReportWords, board: Board, asOf: Day): Table {
	return {
		kind: 'table',
		id: 'goals',
		title: t.goals.table({ day: locale.day(asOf) }),
		columns: [t.goals.heading, t.goals.goal, t.goals.aim, t.goals.status, t.goals.because].map(
			(name) => ({ name: name(), as: 'text' })
		),
		rows: board.headings.flatMap(({ heading, goals }) =>
			goals.flatMap(({ goal, aims, status }) =>
				(aims.length > 0 ? aims : [null]).map((each) => [
					locale.text(heading.text),
					[locale.text(goal.name), whichWords(say, goal, each?.measure)].filter(Boolean).join(': '),
					each ? `${aimWords(say, goal, each.aim)}, ${whenWords(say, each.aim.when)}` : '',
					say.g.status[each?.ruling.status ?? status](),
					each ? rulingWords(say, goal, each.aim, each.ruling) : ''
				])
			)
		),
		caption: [t.goals.rule()]
	};
}

export function initiativeTable(
	{ t, locale, say }: ReportWords,
	all: readonly Initiative[],
	asOf: Day
): Table {
	const names = t.initiatives;
	return {
		kind: 'table',
		id: 'initiatives',
		title: names.table({ day: locale.day(asOf) }),
		columns: [names.heard, names.does, names.owner, names.due, names.state, names.why].map(
			(name) => ({ name: name(), as: 'text' })
		),
		rows: inOrder(all, asOf).map(({ heard, does, owner, due, state, why }) => [
			heard,
			does,
			owner ?? '',
			due ? locale.day(due) : '',
			say.g.state[state](),
			why ?? ''
		]),
		caption: []
	};
}

/** The seen summaries of the quarter's material, each with who has seen it. */
export function interviewBlocks({ t, locale }: ReportWords, db: Db, quarter: string): Block[] {
	const all = material.of(db, quarter);
	if (all.length === 0) return [{ kind: 'text', words: t.interviews.none() }];
	return [
		...all.flatMap(({ summary }): Block[] => {
			const name = courses.find(db, summary.course)?.name ?? '';
			const number = interviews
				.list(db, summary.course)
				.find(({ id }) => id === summary.interview)?.number;
			const text = summaries.latest(db, summary.id)?.text ?? '';
			return [
				{
					kind: 'heading',
					words: number === undefined ? name : t.interviews.numbered({ name, number })
				},
				...text
					.split(/\n\s*\n/)
					.filter((part) => part.trim() !== '')
					.map((words) => ({ kind: 'text', words: words.trim() }) as const),
				...review.signatures(db, summary.id).map(
					(step) =>
						({
							kind: 'text',
							words: t.interviews.seen({ name: step.name, day: locale.day(step.day) })
						}) as const
				)
			];
		}),
		{ kind: 'text', words: t.interviews.few() }
	];
}
