import { categoryOf, seriesOf, type Breakdown, type Channel, type Round } from '../survey/round.ts';
import type { UnitKind } from '../calendar.ts';
import type { Questionnaire } from '../survey/questionnaire.ts';
import { NotOfferedReason, type Submission } from '../survey/submission.ts';

/** What one number counts. The same five words name a counter in a box and a figure in `released`; '' is "all". */
export type Counter = {
	series: 'asked' | 'open';
	breakdown: string;
	category: string;
	item: string;
	answer: string;
};

/** Counters by name. A block is what is shown or hidden together: the outcomes (item '') or one item of one series. */
export type Counts = Map<string, number>;

export const nameOf = (c: Counter): string =>
	`${c.series}|${c.breakdown}|${c.category}|${c.item}|${c.answer}`;

export function counterOf(name: string): Counter {
	const [series, breakdown = '', category = '', item = '', answer = ''] = name.split('|');
	return { series: series === 'open' ? 'open' : 'asked', breakdown, category, item, answer };
}

/** Answers of an item that count in its n. */
export const SCALE = ['1', '2', '3', '4', '5'];
export const ITEM_ANSWERS = [...SCALE, 'na', 'unclear', 'skipped'];

const ASKED: Channel[] = ['code', 'tablet', 'paper'];
const notOffered = NotOfferedReason.options.map((reason) => `not-offered:${reason}`);
const TOTAL_OUTCOMES = [
	'answered',
	'any',
	...ASKED.flatMap((channel) => [`${channel}:answered`, `${channel}:declined`]),
	'tablet:later',
	...notOffered
];
const CELL_OUTCOMES = ['answered', 'any', 'declined', 'later', ...notOffered];
/** Of a team's cell only: tablets held out to someone, which with codes and paper forms make the offers. */
export const TABLET_OFFERED = 'tablet-offered';

/**
 * Every counter that a box of this kind of unit holds, in a fixed order: the categories are fixed when the round opens, so
 * that the length of a box tells nothing. A month holds everything; a span of months only the breakdowns released in it.
 */
export function layout(round: Round, questionnaire: Questionnaire, kind: UnitKind): string[] {
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

/** The names of the counters that one submission adds one to. */
export function increments(
	submission: Submission,
	round: Round,
	questionnaire: Questionnaire
): string[] {
	const series = seriesOf(submission.channel);
	const answered = submission.outcome === 'answered';
	const scaled = Object.values(submission.answers).some((answer) => typeof answer === 'number');
	const names: string[] = [];
	const add = (breakdown: string, category: string, outcomes: string[]) => {
		for (const answer of outcomes)
			names.push(nameOf({ series, breakdown, category, item: '', answer }));
		if (!answered) return;
		for (const { id } of questionnaire.items) {
			const answer = String(submission.answers[id] ?? 'skipped');
			names.push(nameOf({ series, breakdown, category, item: id, answer }));
		}
	};
	const shared = answered ? (scaled ? ['answered', 'any'] : ['answered']) : [];
	if (series === 'open') {
		add('', '', answered ? shared : ['declined']);
		return names;
	}
	const reason = `not-offered:${submission.reason}`;
	const { channel, outcome } = submission;
	add('', '', [...shared, outcome === 'not-offered' ? reason : `${channel}:${outcome}`]);
	for (const breakdown of round.breakdowns) {
		const outcomes = answered ? [...shared] : [outcome === 'not-offered' ? reason : outcome];
		if (breakdown.name === 'team' && channel === 'tablet' && outcome !== 'not-offered') {
			outcomes.push(TABLET_OFFERED);
		}
		add(breakdown.name, categoryOf(breakdown, saidOf(submission, breakdown)), outcomes);
	}
	return names;
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
	n: number;
	counters: NamedCount[];
};

/**
 * What is shown, carried or hidden together. Of a month (no `breakdown` named) a block is the outcomes or one item of a
 * series with its breakdowns, and its n is the whole municipality's; of a breakdown it is one category's cell.
 */
export function blocksOf(counts: Counts, breakdown?: string): Block[] {
	const blocks = new Map<string, Block>();
	for (const [name, n] of counts) {
		const counter = counterOf(name);
		if (breakdown !== undefined && counter.breakdown !== breakdown) continue;
		const category = breakdown === undefined ? '' : counter.category;
		const { series, item } = counter;
		const key = `${series}|${category}|${item}`;
		const block = blocks.get(key) ?? { series, category, item, n: 0, counters: [] };
		blocks.set(key, block);
		block.counters.push({ ...counter, name, n });
		const counted = item === '' ? counter.answer === 'answered' : SCALE.includes(counter.answer);
		if (counted && counter.category === category) block.n += n;
	}
	return [...blocks.values()];
}
