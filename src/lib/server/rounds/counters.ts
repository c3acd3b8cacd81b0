import { createHash } from 'node:crypto';
import {
	categoryOf,
	seriesOf,
	type Breakdown,
	type Channel,
	type Round
} from '../../survey/round.ts';
import type { UnitKind } from '../../calendar.ts';
import type { Questionnaire } from '../../survey/questionnaire.ts';
import { NotOfferedReason, type Submission } from '../../survey/submission.ts';

/** What one number counts. The same five words name a counter in a box and a figure in `released`; '' is "all". */
export type Counter = {
	series: 'asked' | 'open';
	breakdown: string;
	category: string;
	item: string;
	answer: string;
};

/** The numbers of one box, in its layout's order. */
export class Counts {
	constructor(
		readonly layout: Layout,
		readonly numbers: Uint32Array = new Uint32Array(layout.names.length),
		/** What comments are sealed with, in a quarter's box. */
		public commentKey?: Buffer
	) {}

	/** @throws when the layout has no counter of this name: a bug, as the categories are fixed. */
	add(name: string, n: number): void {
		const position = this.layout.positions.get(name);
		if (position === undefined) throw new Error(`no counter ${name}`);
		this.numbers[position] = (this.numbers[position] ?? 0) + n;
	}

	get(name: string): number | undefined {
		return this.numbers[this.layout.positions.get(name) ?? -1];
	}

	*[Symbol.iterator](): IterableIterator<[string, number]> {
		for (const [name, position] of this.layout.positions) yield [name, this.numbers[position] ?? 0];
	}
}

export const nameOf = (c: Counter): string =>
	`${c.series}|${c.breakdown}|${c.category}|${c.item}|${c.answer}`;

export function counterOf(name: string): Counter {
	const [series, breakdown = '', category = '', item = '', answer = ''] = name.split('|');
	return { series: series === 'open' ? 'open' : 'asked', breakdown, category, item, answer };
}

/** Answers of an item that count in its n. */
const SCALE = ['1', '2', '3', '4', '5'];
const ITEM_ANSWERS = [...SCALE, 'na', 'unclear', 'skipped'];
/** Where an answer as it is sent has its place among them. */
const PLACES = new Map<unknown, number>(
	ITEM_ANSWERS.map((answer, place) => [SCALE.includes(answer) ? Number(answer) : answer, place])
);

const ASKED: Channel[] = ['code', 'tablet', 'paper'];
export const NOT_OFFERED = NotOfferedReason.options.map((reason) => `not-offered:${reason}`);
const TOTAL_OUTCOMES = [
	'answered',
	'any',
	...ASKED.flatMap((channel) => [`${channel}:answered`, `${channel}:declined`]),
	'tablet:later',
	...NOT_OFFERED
];
const CELL_OUTCOMES = ['answered', 'any', 'declined', 'later', ...NOT_OFFERED];
/** Of a team's cell only: tablets held out to someone, which with codes and paper forms make the offers. */
export const TABLET_OFFERED = 'tablet-offered';

/**
 * Every counter that a box of this kind of unit holds, in a fixed order: the categories are fixed when the round opens, so
 * that the length of a box tells nothing. A month holds everything; a span of months only the breakdowns released in it.
 */
export function layout({ round, questionnaire }: Asked, kind: UnitKind): Layout {
	const known = layouts.get(round) ?? new Map<UnitKind, Layout>();
	layouts.set(round, known);
	const found = known.get(kind) ?? layOut(namesOf(round, questionnaire, kind));
	known.set(kind, found);
	return found;
}

/** A round with the questionnaire that it asks. */
export type Asked = { round: Round; questionnaire: Questionnaire };
/** `cells` lead from `series|breakdown|category` to the place of each outcome, and of the first item's first answer. */
export type Layout = {
	names: string[];
	hash: string;
	positions: Map<string, number>;
	cells: Map<string, { outcomes: Map<string, number>; items: number }>;
};

// A round's categories never change, so neither does what follows from them.
const layouts = new WeakMap<Round, Map<UnitKind, Layout>>();

function layOut(names: string[]): Layout {
	const cells: Layout['cells'] = new Map();
	names.forEach((name, position) => {
		const { series, breakdown, category, item, answer } = counterOf(name);
		const key = cellName(series, breakdown, category);
		const cell = cells.get(key) ?? { outcomes: new Map<string, number>(), items: 0 };
		cells.set(key, cell);
		if (item === '') cell.outcomes.set(answer, position);
		if (item === '') cell.items = position + 1;
	});
	return {
		names,
		hash: createHash('sha256').update(names.join('\n')).digest('hex'),
		positions: new Map(names.map((name, position) => [name, position])),
		cells
	};
}

const cellName = (series: string, breakdown: string, category: string): string =>
	`${series}|${breakdown}|${category}`;

function namesOf(round: Round, questionnaire: Questionnaire, kind: UnitKind): string[] {
	const items = questionnaire.items.map((item) => item.id);
	const names: string[] = [];
	const add = (
		series: 'asked' | 'open',
		breakdown: string,
		category: string,
		outcomes: string[]
	) => {
		for (const answer of outcomes) {
			names.push(nameOf({ series, breakdown, category, item: '', answer }));
		}
		for (const item of items) {
			for (const answer of ITEM_ANSWERS) {
				names.push(nameOf({ series, breakdown, category, item, answer }));
			}
		}
	};
	if (kind === 'month') {
		add('asked', '', '', TOTAL_OUTCOMES);
		add('open', '', '', ['answered', 'any', 'declined']);
	}
	for (const breakdown of round.breakdowns) {
		if (kind !== 'month' && kind !== breakdown.unit) continue;
		const outcomes = breakdown.name === 'team' ? [...CELL_OUTCOMES, TABLET_OFFERED] : CELL_OUTCOMES;
		for (const category of breakdown.categories) add('asked', breakdown.name, category, outcomes);
	}
	return names;
}

/** Adds one submission to the counters of its month: the whole municipality's and those of its cell of each breakdown. */
export function increment(
	counts: Counts,
	submission: Submission,
	{ round, questionnaire }: Asked
): void {
	const series = seriesOf(submission.channel);
	const answered = submission.outcome === 'answered';
	const places = questionnaire.items.map(({ id }, item) => {
		const place = PLACES.get(submission.answers[id] ?? 'skipped');
		// A bug, which must not pass as an answer less.
		if (place === undefined) throw new Error('an answer that no counter counts');
		return item * ITEM_ANSWERS.length + place;
	});
	const scaled = Object.values(submission.answers).some((answer) => typeof answer === 'number');
	const shared = answered ? (scaled ? ['answered', 'any'] : ['answered']) : [];
	const { numbers } = counts;
	const addOne = (position = NaN) => (numbers[position] = (numbers[position] ?? 0) + 1);
	const add = (breakdown: string, category: string, outcomes: string[]) => {
		const cell = counts.layout.cells.get(cellName(series, breakdown, category));
		if (!cell) throw new Error(`no cell ${breakdown} ${category}`);
		for (const outcome of outcomes) addOne(cell.outcomes.get(outcome));
		if (answered) for (const place of places) addOne(cell.items + place);
	};
	if (series === 'open') return add('', '', answered ? shared : ['declined']);
	const { channel, outcome } = submission;
	const said = outcome === 'not-offered' ? `not-offered:${submission.reason}` : outcome;
	add('', '', [...shared, outcome === 'not-offered' ? said : `${channel}:${outcome}`]);
	for (const breakdown of round.breakdowns) {
		const outcomes = answered ? shared : [said];
		const offered = breakdown.name === 'team' && channel === 'tablet' && outcome !== 'not-offered';
		const category = categoryOf(breakdown, saidOf(submission, breakdown));
		add(breakdown.name, category, offered ? [...outcomes, TABLET_OFFERED] : outcomes);
	}
}

function saidOf(submission: Submission, breakdown: Breakdown): string | undefined {
	switch (breakdown.name) {
		case 'team':
			return submission.team;
		case 'situation':
			return submission.about.situation;
		case 'meeting-form':
			return submission.about.meetingForm;
		case 'language':
			return submission.language === 'da' || submission.language === 'let' ? 'da' : 'other';
	}
}

export type NamedCount = Counter & { name: string; n: number };
export type Block = {
	series: string;
	category: string;
	item: string;
	/** An outcome that is shown or hidden by itself; '' is those that belong together. */
	outcome: string;
	n: number;
	counters: NamedCount[];
};

/**
 * What is shown, carried or hidden together. Of a month (no `breakdown` named) a block is the outcomes, one reason not to
 * offer the survey, or one item of a series with its breakdowns, and its n is the whole municipality's; of a breakdown it is
 * one category's cell.
 */
export function blocksOf(counts: Counts, breakdown?: string): Block[] {
	const blocks = new Map<string, Block>();
	for (const [name, n] of counts) {
		const counter = counterOf(name);
		if (breakdown !== undefined && counter.breakdown !== breakdown) continue;
		const category = breakdown === undefined ? '' : counter.category;
		const { series, item, answer } = counter;
		const outcome = item === '' && isByItself(answer) ? answer : '';
		const key = `${series}|${category}|${item}|${outcome}`;
		const block = blocks.get(key) ?? { series, category, item, outcome, n: 0, counters: [] };
		blocks.set(key, block);
		block.counters.push({ ...counter, name, n });
		const counted = item === '' ? answer === (outcome || 'answered') : SCALE.includes(answer);
		if (counted && counter.category === category) block.n += n;
	}
	return [...blocks.values()];
}

const isByItself = (outcome: string): boolean => outcome === 'any' || NOT_OFFERED.includes(outcome);
