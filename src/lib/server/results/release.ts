import { quarterOf, unitOf, type Day, type Month } from '../../calendar.ts';
import { disclose } from '../../results/disclosure.ts';
import type { Released } from '../../results/tally.ts';
import { categoryOf, months, type Breakdown } from '../../survey/round.ts';
import * as box from '../rounds/box.ts';
import * as comments from '../intake/comments.ts';
import {
	blocksOf,
	nameOf,
	NOT_OFFERED,
	TABLET_OFFERED,
	type Block,
	type Counter,
	type Counts,
	type NamedCount
} from '../rounds/counters.ts';
import type { Db } from '../core/database.ts';
import { moving } from '../core/moving-keys/moving.ts';
import * as rounds from '../rounds/rounds.ts';
import type { KeptRound, Unit } from '../rounds/rounds.ts';
import * as offers from './offers.ts';
import { threshold } from '../core/settings.ts';

export type Release = { round: string; unit: string; state: Unit['state'] };

/**
 * Publishes every unit whose announced day has come, in order (METHOD §4): showable cells become rows of `released`, too
 * small months are carried into the next, and the rest is destroyed. Each month is one transaction with its spans, and
 * what is due is asked inside it: another process may have been here first. A unit whose box cannot be opened is lost.
 */
export function release(db: Db, keysFolder: string, today: Day): Release[] {
	const done: Release[] = [];
	for (const { round } of rounds.list(db)) {
		let next: Release[];
		do {
			next = moving(db, () => releaseNext(db, keysFolder, round.id, today));
			done.push(...next);
		} while (next.length > 0);
	}
	return done;
}

/** The oldest month that is due, with the spans that end with it. */
function releaseNext(db: Db, keysFolder: string, id: string, today: Day): Release[] {
	const kept = rounds.find(db, id);
	if (!kept) return [];
	const open = rounds.units(db, id).filter(({ state }) => state === 'open');
	const month = open.find(({ kind, publishesOn }) => kind === 'month' && publishesOn <= today);
	if (!month) return [];
	const transaction = new ReleaseTransaction(db, keysFolder, kept, today);
	const ending = open.filter(
		(unit) => unit.kind !== 'month' && rounds.monthsOf(kept.round, unit).at(-1) === month.unit
	);
	const done = [
		transaction.releaseMonth(month.unit),
		...ending.map((span) => transaction.releaseSpan(span))
	];
	transaction.writeBoxes();
	return done;
}

type Unnamed = Pick<Unit, 'unit' | 'kind'>;
type Cell = Pick<Counter, 'series' | 'breakdown' | 'category'> & Pick<Released, 'counts'>;

/** The work on one round, all or nothing: the boxes that it opened, until they are sealed again. */
class ReleaseTransaction {
	readonly #opened = new Map<string, { unit: Unnamed; counts: Counts | undefined }>();
	/** What the unit under way shows, by cell: written as it closes. */
	readonly #shown = new Map<string, Cell>();
	readonly #threshold: number;

	constructor(
		readonly db: Db,
		readonly keysFolder: string,
		readonly kept: KeptRound,
		readonly today: Day
	) {
		this.#threshold = threshold(db);
	}

	releaseMonth(month: Month): Release {
		const counts = this.#open({ unit: month, kind: 'month' });
		if (!counts) return this.#close({ unit: month, kind: 'month' }, 'lost');
		const into = this.#heirOf(month);
		let state: Unit['state'] = into ? 'carried' : 'hidden';
		const shown = new Set<string>();
		for (const block of blocksOf(counts)) {
			// What is said of some outcomes goes with, or after, how many answered.
			if (block.n >= this.#threshold && (block.outcome === '' || shown.has(block.series))) {
				if (block.item === '') shown.add(block.series);
				if (block.series === 'asked' && block.item === '') state = 'released';
				this.#show(block.counters.filter(({ breakdown }) => breakdown === ''));
				for (const counter of block.counters) this.#accumulate(month, counter);
			} else {
				for (const { name, n } of block.counters) into?.add(name, n);
			}
		}
		return this.#close({ unit: month, kind: 'month' }, state);
	}

	releaseSpan(span: Unit): Release {
		const { round } = this.kept;
		const counts = this.#open(span);
		if (span.kind === 'quarter') this.#releaseOffersAndComments(span);
		if (!counts) return this.#close(span, 'lost');
		let shown = 0;
		for (const breakdown of round.breakdowns.filter(({ unit }) => unit === span.kind)) {
			shown += this.#releaseBreakdown(span, breakdown, counts);
		}
		return this.#close(span, shown > 0 ? 'released' : 'hidden');
	}

	/** Seals what was added to, and throws nothing away that still waits. */
	writeBoxes(): void {
		for (const { unit, counts } of this.#opened.values()) {
			if (counts) box.write(this.db, this.#box(unit), counts);
		}
	}

	/** The box of the next month, which too small a month is counted into; none after the last. */
	#heirOf(month: Month): Counts | undefined {
		const later = rounds.openMonths(this.db, this.kept.round.id).filter((each) => each > month);
		for (const unit of later) {
			const counts = this.#open({ unit, kind: 'month' });
			if (counts) return counts;
		}
		return undefined;
	}

	#releaseBreakdown(span: Unit, breakdown: Breakdown, counts: Counts): number {
		const cells = blocksOf(counts, breakdown.name);
		const of = (item: string, outcome = '') =>
			cells.filter((cell) => cell.item === item && cell.outcome === outcome);
		const table = (item: string, outcome = '') =>
			new Map(of(item, outcome).map(({ category, n }) => [category, n]));
		const offered = new Map(
			breakdown.categories.map((category) => [
				category,
				this.#offeredTo(span, breakdown, category, counts)
			])
		);
		const items = this.kept.questionnaire.items.map(({ id }) => id);
		const isTeam = breakdown.name === 'team';
		const shown = disclose(
			{
				answered: table(''),
				any: table('', 'any'),
				items: new Map(items.map((item) => [item, table(item)])),
				reasons: new Map(NOT_OFFERED.map((reason) => [reason, table('', reason)])),
				...(isTeam && { offered })
			},
			this.#threshold
		);
		const show = (blocks: Block[], categories: ReadonlySet<string> | undefined) => {
			for (const { category, counters } of blocks)
				if (categories?.has(category)) this.#show(counters);
		};
		for (const { category, counters } of of('')) {
			if (!shown.answered.has(category)) continue;
			// Who declined, or would rather answer later, is said of the whole municipality: in a team they are a few.
			this.#show(counters.filter(({ answer }) => answer === 'answered'));
			if (!isTeam) continue;
			const n = offered.get(category) ?? 0;
			const whose = { series: 'asked', breakdown: 'team', category, item: '' } as const;
			this.#show([{ ...whose, answer: 'offered', n }]);
		}
		show(of('', 'any'), shown.any);
		for (const [reason, categories] of shown.reasons) show(of('', reason), categories);
		for (const [item, categories] of shown.items) show(of(item), categories);
		return shown.answered.size;
	}

	/** Codes sent, paper handed out and tablets held out to a team. Only a team's offers are known. */
	#offeredTo(span: Unit, breakdown: Breakdown, category: string, counts: Counts): number {
		if (breakdown.name !== 'team') return 0;
		const ofTeam = { series: 'asked', breakdown: 'team', category } as const;
		const tablet: Counter = { ...ofTeam, item: '', answer: TABLET_OFFERED };
		return offers
			.invited(this.db, this.kept, span)
			.filter(({ team }) => categoryOf(breakdown, team) === category)
			.reduce((sum, { n }) => sum + n, counts.get(nameOf(tablet)) ?? 0);
	}

	#releaseOffersAndComments(quarter: Unit): void {
		const { round } = this.kept;
		const { offers: made, answered } = offers.ofQuarter(this.db, this.kept, quarter);
		const whole = { series: 'asked', breakdown: '', category: '', item: '' } as const;
		this.#show(Object.entries(made).map(([answer, n]) => ({ ...whole, answer, n })));
		const last = rounds.monthsOf(round, quarter).at(-1) ?? '';
		const next = months(round).find((month) => month > last);
		const sealed = (unit: string): comments.Sealed => {
			const key = this.#open({ unit, kind: 'quarter' })?.commentKey;
			return { round: round.id, quarter: unit, key };
		};
		const heir = next ? sealed(quarterOf(next)) : undefined;
		const enough = { answers: answered, threshold: this.#threshold };
		comments.release(this.db, sealed(quarter.unit), heir, enough);
	}

	/** A breakdown's counters wait, sealed, for the quarter, half-year or round that they are released in. */
	#accumulate(month: Month, counter: NamedCount): void {
		const breakdown = this.kept.round.breakdowns.find(({ name }) => name === counter.breakdown);
		if (!breakdown) return;
		const into = this.#open({ unit: unitOf(breakdown.unit, month), kind: breakdown.unit });
		into?.add(counter.name, counter.n);
	}

	#show(rows: (Counter & { n: number })[]): void {
		for (const { series, breakdown, category, item, answer, n } of rows) {
			const name = [series, breakdown, category].join('/');
			const cell = this.#shown.get(name) ?? { series, breakdown, category, counts: {} };
			(cell.counts[item] ??= {})[answer] = n;
			this.#shown.set(name, cell);
		}
	}

	#box(unit: Unnamed): box.BoxName {
		return { keysFolder: this.keysFolder, ...this.kept, unit: unit.unit, kind: unit.kind };
	}

	/** Undefined for a box that cannot be opened. */
	#open(unit: Unnamed): Counts | undefined {
		const known = this.#opened.get(unit.unit);
		if (known) return known.counts;
		const counts = box.readIf(this.db, this.#box(unit));
		this.#opened.set(unit.unit, { unit, counts });
		return counts;
	}

	#close({ unit, kind }: Unnamed, state: Unit['state']): Release {
		const add = this.db.prepare(
			`insert into released_cell (round, unit, series, breakdown, category, counts, released_on)
			 values (?, ?, ?, ?, ?, ?, ?)`
		);
		for (const { series, breakdown, category, counts } of this.#shown.values()) {
			const content = JSON.stringify(counts);
			add.run(this.kept.round.id, unit, series, breakdown, category, content, this.today);
		}
		this.#shown.clear();
		this.#opened.delete(unit);
		box.remove(this.db, this.#box({ unit, kind }));
		this.db
			.prepare('update unit set state = ?, released_on = ? where round = ? and unit = ?')
			.run(state, this.today, this.kept.round.id, unit);
		return { round: this.kept.round.id, unit, state };
	}
}
