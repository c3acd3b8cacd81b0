import { randomBytes } from 'node:crypto';
import { Agent, get } from 'node:http';
import { addDays } from '../../src/lib/calendar.ts';
import * as box from '../../src/lib/server/rounds/box.ts';
import * as codes from '../../src/lib/server/rounds/codes.ts';
import { Counts, increment, layout } from '../../src/lib/server/rounds/counters.ts';
import type { Db } from '../../src/lib/server/core/database.ts';
import { moving } from '../../src/lib/server/core/moving-keys/moving.ts';
import { release } from '../../src/lib/server/results/release.ts';
import { LATE_DAYS, months } from '../../src/lib/survey/round.ts';
import { open, type Site } from '../support/site.ts';
import { quantile, type Figure } from './measure.ts';
import { answer, bench, MUNICIPALITY, type Bench } from './municipality.ts';

const REQUESTS = 200;
const WARM_UP = 300;
const P95_MILLISECONDS = 30;
const GROWTH_MAX = 1.2;
/** In each of 36 months: a thousand in all, and a million. */
const PER_MONTH = { few: 28, many: 28 * 992 };
/** Rendered by the same server, from nothing: what the machine can do at this moment. */
export const WITHOUT_FIGURES = 'dit-svar';
const PAGES = {
	'Results page': 'resultater',
	'A breakdown’s page': 'resultater/bench/situation/2025-k2'
};

/**
 * Public pages of a round of 36 months and 7 statements with one breakdown, asked for one at a time from the built
 * server. What the server remembers is forgotten before each: another process writes to the file.
 */
export async function pages(): Promise<Figure[]> {
	const few = place(PER_MONTH.few);
	const many = place(PER_MONTH.many);
	const day = addDays(few.kept.round.closesOn, LATE_DAYS + 2);
	const sites = {
		few: await open({ ...few.variables, TODAY: day }),
		many: await open({ ...many.variables, TODAY: day })
	};
	try {
		const figures: Figure[] = [];
		const address = ({ url }: Site) => `${url}/${MUNICIPALITY}`;
		for (const [name, path] of Object.entries(PAGES)) {
			const times: Times = { few: [], many: [], without: [] };
			for (let n = -WARM_UP; n < REQUESTS; n++) {
				const each = {
					few: await time(few.db, `${address(sites.few)}/${path}`),
					many: await time(many.db, `${address(sites.many)}/${path}`),
					without: await time(many.db, `${address(sites.many)}/${WITHOUT_FIGURES}`)
				};
				// The first ones warm the servers up: until some three hundred, their code is still being compiled beside the requests.
				if (n < 0) continue;
				times.few.push(each.few);
				times.many.push(each.many);
				times.without.push(each.without);
			}
			figures.push(...compared(name, times));
		}
		return figures;
	} finally {
		await sites.few.clear();
		await sites.many.clear();
		few.remove();
		many.remove();
	}
}

type Times = { few: number[]; many: number[]; without: number[] };

function compared(name: string, { few, many, without }: Times): Figure[] {
	const [p50, p95] = [quantile(many, 0.5), quantile(many, 0.95)];
	const written = (times: number[]) =>
		`p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;
	return [
		{
			name: `${name}, a million answers`,
			ours: written(many),
			reference: `${written(without)} a page without figures; the limit is p95 ${P95_MILLISECONDS} ms`,
			wanted: { ratio: p95 / P95_MILLISECONDS, atMost: 1 }
		},
		{
			name: `${name}, a million answers against a thousand`,
			ours: written(many),
			reference: `${written(few)} at a thousand`,
			wanted: { ratio: p50 / quantile(few, 0.5), atMost: GROWTH_MAX }
		}
	];
}

/** Three years of counters, released by the real release, and a receipt for each answer. */
export function place(perMonth: number): Bench {
	const made = bench('2023-07-01', '2026-06-30', 'situation');
	const { db, kept, keysFolder } = made;
	const samples = Array.from({ length: PER_MONTH.few }, (_, index) => answer(made, index));
	moving(db, () => {
		for (const month of months(kept.round)) {
			const counts = new Counts(layout(kept, 'month'));
			for (const sample of samples) increment(counts, sample, kept);
			counts.numbers.forEach((n, index, all) => (all[index] = n * (perMonth / samples.length)));
			box.write(db, { keysFolder, ...kept, unit: month, kind: 'month' }, counts);
			codes.handOutPaper(db, { round: kept.round.id, month, count: perMonth * 3 });
		}
		addReceipts(db, perMonth * months(kept.round).length);
	});
	release(db, keysFolder, addDays(kept.round.closesOn, LATE_DAYS + 2));
	db.pragma('wal_checkpoint(TRUNCATE)');
	return made;
}

function addReceipts(db: Db, n: number): void {
	const add = db.prepare("insert into receipt (id, round) values (?, 'bench')");
	// In order of id: a million at random places would take minutes.
	for (let high = 0; high < n; high++) {
		const id = randomBytes(16);
		id.writeUInt32BE(Math.floor((high / n) * 2 ** 32));
		id.writeUInt32BE(high, 4);
		add.run(id);
	}
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
let writes = 0;

/** Milliseconds until the last byte of a page, compressed as browsers ask for it. */
export function time(db: Db, url: string): Promise<number> {
	db.prepare("insert or replace into setting (name, value) values ('bench', ?)").run(`${writes++}`);
	const started = performance.now();
	return new Promise((done, fail) => {
		get(url, { agent, headers: { 'Accept-Encoding': 'br' } }, (reply) => {
			reply.resume();
			reply.on('end', () => {
				if (reply.statusCode === 200) done(performance.now() - started);
				else fail(new Error(`${url}: ${reply.statusCode}`));
			});
		}).on('error', fail);
	});
}
