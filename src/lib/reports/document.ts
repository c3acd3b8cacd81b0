import * as z from 'zod/mini';
import { AgendaHeading } from './agenda.ts';

/** The report's parts, in its order. A leader may write a short text to each. */
export const SECTIONS = [
	'front',
	'missing',
	'figures',
	'promises',
	'goals',
	'initiatives',
	'interviews',
	'method'
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** What else is written to a report: what its agenda item proposes, and what it costs. */
const ITEM_TEXTS = ['recommendation', 'economy'] as const;
export const WRITTEN = [...SECTIONS, ...ITEM_TEXTS] as const;
export type WrittenId = (typeof WRITTEN)[number];

const Words = z.string();
const Quote = z.strictObject({ text: Words, from: Words });
export type Quote = z.infer<typeof Quote>;

/** A share or the end of an interval, in per cent: whole on the screen and on paper, with one decimal in files. Each rounded once. */
const PerCent = z.strictObject({ whole: z.int(), one: z.number() });
export type PerCent = z.infer<typeof PerCent>;
const Estimate = z.strictObject({
	share: PerCent,
	/** None where anyone can stuff it. */
	low: z.nullable(PerCent),
	high: z.nullable(PerCent),
	n: z.int()
});
export type Estimate = z.infer<typeof Estimate>;

const Column = z.strictObject({ name: Words, as: z.enum(['text', 'count', 'per-cent']) });
export type Column = z.infer<typeof Column>;
const Cell = z.union([z.string(), z.number(), PerCent, z.null()]);
export type Cell = z.infer<typeof Cell>;
export const Table = z.strictObject({
	kind: z.literal('table'),
	id: z.string(),
	title: Words,
	columns: z.array(Column),
	rows: z.array(z.array(Cell)),
	/** What has to be said with its figures (METHOD §5). */
	caption: z.array(Words)
});
export type Table = z.infer<typeof Table>;

const Block = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('text'), words: Words }),
	z.strictObject({ kind: z.literal('heading'), words: Words }),
	z.strictObject({ kind: z.literal('list'), items: z.array(Words) }),
	z.strictObject({ kind: z.literal('quotes'), quotes: z.array(Quote) }),
	Table
]);
export type Block = z.infer<typeof Block>;

const Section = z.strictObject({
	id: z.enum(SECTIONS),
	title: Words,
	/** The leader's own words; '' where none are written. */
	said: Words,
	blocks: z.array(Block)
});
type Section = z.infer<typeof Section>;

/** What the chair sees first, and what is printed first. */
const Front = z.strictObject({
	question: Words,
	headline: Words,
	estimate: z.nullable(Estimate),
	/** The interval, the change by its rule, and how many were asked and answered. */
	about: z.array(Words),
	known: z.array(Words),
	unknown: z.array(Words),
	quotes: z.array(Quote),
	questions: z.array(Words)
});
export type Front = z.infer<typeof Front>;

/** What a figure is reckoned from, so that anyone can do it again: rows of `data.rows`, found by their columns. */
const Reckoned = z.strictObject({
	id: z.string(),
	round: z.string(),
	/** The months whose rows are added up. */
	units: z.array(z.string()),
	items: z.array(z.string()),
	/** Of the answers 1–5, those that are 4 or 5. */
	k: z.int(),
	answers: z.int(),
	/** What the interval is reckoned with: one statement's answers, or the citizens behind several. */
	n: z.int(),
	/** In per cent with one decimal, as its ends are. */
	share: z.number(),
	low: z.nullable(z.number()),
	high: z.nullable(z.number())
});
export type Reckoned = z.infer<typeof Reckoned>;
/** Newcombe's interval of the difference, in percentage points with one decimal, and what it lets us say. */
const Compared = z.strictObject({
	now: z.string(),
	before: z.string(),
	low: z.number(),
	high: z.number(),
	change: z.enum(['better', 'worse', 'no-clear-change'])
});
export type Compared = z.infer<typeof Compared>;

/** What a goal's status is said of: enough to say it again by its rule. In the order of the goals' table. */
const Judged = z.strictObject({
	/** Of the goal, and which of its aims. */
	id: z.string(),
	status: z.string(),
	/** As it stands in the table. */
	word: Words,
	rule: z.string(),
	value: z.nullable(z.number()),
	target: z.nullable(z.number()),
	/** How a value has to lie to its target; `none` where the plan wants neither. */
	wants: z.enum(['at-least', 'at-most', 'above', 'below', 'none']),
	/** "ca.": the value is rounded to as many first. */
	decimals: z.nullable(z.int()),
	/** Since the last marked change, oldest first: what the limits are reckoned from. */
	points: z.array(z.number()),
	/** Of a survey: answers that agree, answers, and what the interval goes by; and the same of before. */
	survey: z.nullable(z.strictObject({ k: z.int(), answers: z.int(), n: z.int() })),
	before: z.nullable(z.strictObject({ share: z.number(), n: z.nullable(z.int()) }))
});
export type Judged = z.infer<typeof Judged>;

/** The way of reckoning that statuses and intervals of a new report come from; what the file to recount with knows of each. */
export const RULES_NOW = 2;
export const ROW_COLUMNS = ['round', 'unit', 'item', 'answer', 'n'] as const;
const Row = z.tuple([z.string(), z.string(), z.string(), z.string(), z.int()]);
export type Row = z.infer<typeof Row>;

/** Whom the press turns to. */
export const Press = z.strictObject({
	name: z.string().check(z.minLength(1)),
	telephone: z.optional(z.string()),
	email: z.optional(z.email()),
	url: z.optional(z.url({ protocol: /^https?$/ }))
});
export type Press = z.infer<typeof Press>;

/** One quarter's report, whole: what is read and the rows that it is reckoned from. Version 1 of its shape. */
export const Report = z.strictObject({
	oejenhoejde: z.literal('report'),
	shape: z.literal(1),
	municipality: z.string(),
	name: Words,
	plan: Words,
	quarter: z.string().check(z.regex(/^\d{4}-Q[1-4]$/)),
	title: Words,
	version: z.int().check(z.positive()),
	/** What this version corrects; '' in the first. */
	changed: Words,
	/** The day that it was assembled: goals, initiatives and texts stand as they did then. */
	asOf: z.iso.date(),
	committee: Words,
	meetingOn: z.nullable(z.iso.date()),
	front: Front,
	sections: z.array(Section),
	/** The committee's own headings in its order, and what is written for its agenda alone. */
	agenda: z.optional(
		z.strictObject({
			headings: z.array(AgendaHeading),
			/** One proposal a line; '' where none is written. */
			recommendation: Words,
			economy: Words
		})
	),
	press: z.optional(Press),
	data: z.strictObject({
		columns: z.array(z.string()),
		rows: z.array(Row),
		figures: z.array(Reckoned),
		changes: z.array(Compared),
		goals: z.optional(z.array(Judged)),
		/** Which way of reckoning it was made by, so that it is recounted by the same; the first where none stands. */
		rules: z.optional(z.int())
	})
});
export type Report = z.infer<typeof Report>;

export const tablesOf = ({ sections }: Pick<Report, 'sections'>): Table[] =>
	sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
