import { quarterBefore, type Day } from '../../calendar.ts';
import { isRemarkable } from '../../goals/remark.ts';
import { remarkWords } from '../../goals/words.ts';
import { isOverdue, type Initiative } from '../../goals/initiative.ts';
import type { Plan } from '../../plan/plan.ts';
import {
	RULES_NOW,
	SECTIONS,
	type Block,
	type Front,
	type Report,
	type SectionId,
	type WrittenId
} from '../../reports/document.ts';
import { AGENDA } from '../../reports/agenda.ts';
import { front, type Facts } from '../../reports/front.ts';
import type { ReportWords } from '../../reports/words.ts';
import type { Db } from '../core/database.ts';
import { threshold } from '../core/settings.ts';
import { board, type Board } from '../goals/board.ts';
import { seen } from '../results/goal-figures.ts';
import { quarterFigures, type QuarterOfRound } from '../results/quarter-figures.ts';
import * as voices from '../results/voices.ts';
import * as committee from '../staff/committee.ts';
import { dataOf } from './data.ts';
import { judgedOf } from './judged.ts';
import {
	frontQuotes,
	goalTable,
	initiativeTable,
	interviewBlocks,
	promiseBlocks,
	unmeasured
} from './parts.ts';
import { figureTables, headlineOf, missingBlocks } from './survey-part.ts';

/** What people have written of a report; all else is assembled. */
export type Prepared = {
	quarter: string;
	version: number;
	/** What each version from the second on corrects. */
	changes: { version: number; changed: string }[];
	meetingOn: Day | null;
	said: { [section in WrittenId]?: string };
};
/** The committee's copy has the summaries of interviews, and goals that are not chosen for everybody. */
type Audience = 'committee' | 'public';

/** A quarter's report as it stands on a day: the same inputs give the same report. */
export function assemble(
	db: Db,
	plan: Plan,
	words: ReportWords,
	{ prepared, asOf, audience }: { prepared: Prepared; asOf: Day; audience: Audience }
): Report {
	const { t, locale } = words;
	const { quarter, version, said, meetingOn } = prepared;
	const isPublic = audience === 'public';
	const surveys = quarterFigures(db, quarter);
	const whole = board(db, plan, {
		...seen(db, plan, asOf),
		until: { day: asOf, by: 'known' },
		audience: isPublic ? 'public' : 'staff'
	});
	const initiatives = publicOf(whole);
	const heard = voices.gather(db, plan, asOf).voices;
	const blocks: { [section in SectionId]: Block[] } = {
		front: [],
		missing: orWords(
			surveys.flatMap((survey) => missingBlocks(words, survey)),
			t.missing.none()
		),
		figures: orWords(
			surveys.flatMap((survey) => figureTables(words, survey, quarter)),
			t.figures.none()
		),
		promises: promiseBlocks(words, plan, { surveys, voices: heard, initiatives }),
		goals: filled(goalTable(words, whole, asOf), t.goals.none()),
		initiatives: filled(initiativeTable(words, initiatives, asOf), t.initiatives.none()),
		interviews: isPublic
			? [{ kind: 'text', words: t.interviews.forCommittee() }]
			: interviewBlocks(words, db, quarter),
		method: method(words, { surveys, k: threshold(db), changes: prepared.changes })
	};
	return {
		oejenhoejde: 'report',
		shape: 1,
		municipality: plan.municipality,
		name: plan.name,
		plan: plan.title,
		quarter,
		title: t.title({ quarter: locale.unit(quarter) }),
		version,
		changed: prepared.changes.find((each) => each.version === version)?.changed ?? '',
		asOf,
		committee: committee.on(db, meetingOn ?? asOf)?.name ?? plan.committee,
		meetingOn,
		front: {
			...frontOf(words, plan, { surveys, whole, quarter, initiatives, asOf }),
			quotes: frontQuotes(words, plan, heard)
		},
		sections: SECTIONS.map((id) => ({
			id,
			title: t.sections[id](),
			said: said[id] ?? '',
			blocks: blocks[id]
		})),
		agenda: {
			headings: plan.agenda ?? AGENDA,
			recommendation: said.recommendation ?? '',
			economy: said.economy ?? ''
		},
		...(plan.press ? { press: plan.press } : {}),
		data: { ...dataOf(db, surveys, quarter), goals: judgedOf(words, whole), rules: RULES_NOW }
	};
}

/** Public ones, in both copies: an idea that is not told yet is no report's to tell. */
function publicOf({ headings, others }: Board): Initiative[] {
	const all = [
		...headings.flatMap(({ initiatives, goals }) => [
			...initiatives.map(({ initiative }) => initiative),
			...goals.flatMap((goal) => goal.initiatives)
		]),
		...others
	];
	return [...new Map(all.map((each) => [each.id, each])).values()].filter((each) => each.isPublic);
}

function frontOf(
	words: ReportWords,
	plan: Plan,
	of: {
		surveys: readonly QuarterOfRound[];
		whole: Board;
		quarter: string;
		initiatives: readonly Initiative[];
		asOf: Day;
	}
): Omit<Front, 'quotes'> {
	const { t, locale, say } = words;
	const { surveys, whole, quarter } = of;
	const before = locale.unit(quarterBefore(quarter));
	const newest = surveys.at(-1);
	const head = newest
		? headlineOf(words, newest, quarter)
		: { headline: t.front.none(), estimate: null, about: [] };
	const goals = whole.headings.flatMap((each) => each.goals);
	const response = newest?.missing.response;
	const compared = surveys.flatMap(({ statements }) =>
		statements.flatMap(({ items: [item], figure, earlier }) =>
			item && earlier && figure.state === 'shown' && earlier.figure.state === 'shown'
				? [{ item, now: figure.share, was: earlier.figure.share, change: earlier.change }]
				: []
		)
	);
	const facts: Facts = {
		changed: compared.flatMap(({ item, now, was, change }) =>
			change === 'better' || change === 'worse'
				? [
						{
							text: locale.text(item.text),
							change,
							sentence: t.front.statement[change]({
								text: locale.text(item.text),
								quarter: before,
								now: locale.percent(now),
								before: locale.percent(was)
							})
						}
					]
				: []
		),
		unchanged: compared.filter(({ change }) => change === 'no-clear-change').length,
		before,
		goals: goals.map(({ goal, status }) => ({ name: locale.text(goal.name), status })),
		remarkable: goals.flatMap(({ goal, measures }) =>
			measures.flatMap(({ remark }) =>
				remark && isRemarkable(remark)
					? [t.front.remark({ goal: locale.text(goal.name), remark: remarkWords(say, remark) })]
					: []
			)
		),
		unmeasured: unmeasured(plan, surveys),
		late: of.initiatives.filter((each) => isOverdue(each, of.asOf)).map(({ does }) => does),
		silent:
			newest && response?.rate
				? { n: newest.missing.silent + newest.missing.declined, asked: response.rate.n }
				: null,
		count: locale.count,
		isMeasured: newest !== undefined
	};
	return { question: locale.text(plan.question), ...head, ...front(facts, t.front) };
}

function method(
	{ t, locale }: ReportWords,
	of: {
		surveys: readonly QuarterOfRound[];
		k: number;
		changes: Prepared['changes'];
	}
): Block[] {
	const without = of.surveys
		.filter(({ period }) => period.without.length > 0)
		.map(({ kept, period }) =>
			t.method.without({
				round: locale.text(kept.round.name),
				months: locale.quarters(period.without)
			})
		);
	return [
		{
			kind: 'list',
			items: [
				t.method.released(),
				t.method.interval(),
				t.method.change(),
				t.method.hidden({ k: of.k }),
				...without,
				t.method.corrections(),
				...of.changes.map(({ version, changed }) => t.method.changed({ version, changed }))
			]
		}
	];
}

const orWords = (blocks: Block[], words: string): Block[] =>
	blocks.length > 0 ? blocks : [{ kind: 'text', words }];

const filled = (table: Extract<Block, { kind: 'table' }>, words: string): Block[] =>
	orWords(table.rows.length > 0 ? [table] : [], words);
