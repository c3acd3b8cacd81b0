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
import { immediately, type Db } from '../core/database.ts';
import * as rounds from '../rounds/rounds.ts';
import type { KeptRound, Unit } from '../rounds/rounds.ts';
import { threshold } from '../core/settings.ts';

export type Release = { round: string; unit: string; state: Unit['state'] };

/**
 * Publishes every unit whose announced day has come, in order (METHOD §4): showable cells become rows of `released`, too
 * small months are carried into the next, and the rest is destroyed. Each month is one transaction with its spans.
 */
export function release(db: Db, keysFolder: string, today: Day): Release[] {
	const done: Release[] = [];
	for (const kept of rounds.list(db)) {
		const all = rounds.units(db, kept.round.id);
		const due = (unit: Unit) => unit.state === 'open' && unit.publishesOn <= today;
		for (const month of all.filter((unit) => unit.kind === 'month' && due(unit))) {
			immediately(db, () => {
				const transaction = new ReleaseTransaction(db, keysFolder, kept, today);
				done.push(transaction.releaseMonth(month.unit));
				const ending = all.filter(
					(unit) => unit.kind !== 'month' && rounds.monthsOf(kept.round, unit).at(-1) === month.unit
				);
				for (const span of ending) done.push(transaction.releaseSpan(span));
				transaction.writeBoxes();
			});
		}
	}
	return done;
}

type Cell = Pick<Counter, 'series' | 'breakdown' | 'category'> & Pick<Released, 'counts'>;

/** The work on one round, all or nothing: the boxes that it opened, until they are sealed again. */
class ReleaseTransaction {
	readonly #opened = new Map<string, { unit: Pick<Unit, 'unit' | 'kind'>; counts: Counts }>();
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
		const all = months(this.kept.round);
		const next = all[all.indexOf(month) + 1];
		const counts = this.#open({ unit: month, kind: 'month' });
		let state: Unit['state'] = next ? 'carried' : 'hidden';
		const shown = new Set<string>();
		for (const block of blocksOf(counts)) {
			// What is said of some outcomes goes with, or after, how many answered.
			if (block.n >= this.#threshold && (block.outcome === '' || shown.has(block.series))) {
				if (block.item === '') shown.add(block.series);
				if (block.series === 'asked' && block.item === '') state = 'released';
				this.#show(block.counters.filter(({ breakdown }) => breakdown === ''));
				for (const counter of block.counters) this.#accumulate(month, counter);
			} else if (next) {
				const into = this.#open({ unit: next, kind: 'month' });
				for (const { name, n } of block.counters) into.add(name, n);
			}
		}
		return this.#close(month, state);
	}

	releaseSpan(span: Unit): Release {
		const { round } = this.kept;
		const counts = this.#open(span);
		if (span.kind === 'quarter') this.#releaseOffersAndComments(span);
		let shown = 0;
		for (const breakdown of round.breakdowns.filter(({ unit }) => unit === span.kind)) {
			shown += this.#releaseBreakdown(span, breakdown, counts);
		}
		return this.#close(span.unit, shown > 0 ? 'released' : 'hidden');
	}

	/** Seals what was added to, and throws nothing away that still waits. */
	writeBoxes(): void {
		for (const { unit, counts } of this.#opened.values())
			box.write(this.db, this.#box(unit), counts);
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
		const tablet: Counter = {
			series: 'asked',
			breakdown: 'team',
			category,
			item: '',
			answer: TABLET_OFFERED
		};
		return this.#invited(span)
			.filter(({ team }) => categoryOf(breakdown, team) === category)
			.reduce((sum, { n }) => sum + n, counts.get(nameOf(tablet)) ?? 0);
	}

	#invited(span: Unit): { channel: string; team: string | null; n: number }[] {
		const spanned = rounds.monthsOf(this.kept.round, span);
		return this.db
			.prepare<[string, string, string], { channel: string; team: string | null; n: number }>(
				`select channel, team, sum(invited) as n from batch
				 where round = ? and month between ? and ? group by channel, team`
			)
			.all(this.kept.round.id, spanned[0] ?? '', spanned.at(-1) ?? '');
	}

	#releaseOffersAndComments(quarter: Unit): void {
		const { round } = this.kept;
		const spanned = rounds.monthsOf(round, quarter);
		const sum = (answers: string[]): number =>
			this.db
				.prepare<[string, string, string, string], { n: number | null }>(
					`select sum(n) as n from released where round = ? and series = 'asked' and breakdown = ''
					 and item = '' and unit between ? and ? and answer in (select value from json_each(?))`
				)
				.get(round.id, spanned[0] ?? '', spanned.at(-1) ?? '', JSON.stringify(answers))?.n ?? 0;
		const invited = (channel: string) =>
			this.#invited(quarter)
				.filter((batch) => batch.channel === channel)
				.reduce((total, { n }) => total + n, 0);
		const offers = {
			'offered:code': invited('code'),
			'offered:paper': invited('paper'),
			'offered:tablet': sum(['tablet:answered', 'tablet:declined', 'tablet:later'])
		};
		const whole = { series: 'asked', breakdown: '', category: '', item: '' } as const;
		this.#show(Object.entries(offers).map(([answer, n]) => ({ ...whole, answer, n })));
		const last = spanned.at(-1) ?? '';
		const next = months(round).find((month) => month > last);
		comments.release(this.db, this.keysFolder, round.id, quarter.unit, next && quarterOf(next), {
			answers: sum(['answered']),
			threshold: this.#threshold
		});
	}

	/** A breakdown's counters wait, sealed, for the quarter, half-year or round that they are released in. */
	#accumulate(month: Month, counter: NamedCount): void {
		const breakdown = this.kept.round.breakdowns.find(({ name }) => name === counter.breakdown);
		if (!breakdown) return;
		const into = this.#open({ unit: unitOf(breakdown.unit, month), kind: breakdown.unit });
		into.add(counter.name, counter.n);
	}

	#show(rows: (Counter & { n: number })[]): void {
		for (const { series, breakdown, category, item, answer, n } of rows) {
			const name = [series, breakdown, category].join('/');
			const cell = this.#shown.get(name) ?? { series, breakdown, category, counts: {} };
			(cell.counts[item] ??= {})[answer] = n;
			this.#shown.set(name, cell);
		}
	}

	#box(unit: Pick<Unit, 'unit' | 'kind'>): box.BoxName {
		return { keysFolder: this.keysFolder, ...this.kept, unit: unit.unit, kind: unit.kind };
	}

	#open(unit: Pick<Unit, 'unit' | 'kind'>): Counts {
		const known = this.#opened.get(unit.unit);
		if (known) return known.counts;
		const counts = box.read(this.db, this.#box(unit));
		this.#opened.set(unit.unit, { unit, counts });
		return counts;
	}

	#close(unit: string, state: Unit['state']): Release {
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
		box.remove(this.db, this.kept.round.id, unit);
		this.db
			.prepare('update unit set state = ?, released_on = ? where round = ? and unit = ?')
			.run(state, this.today, this.kept.round.id, unit);
		return { round: this.kept.round.id, unit, state };
	}
}
