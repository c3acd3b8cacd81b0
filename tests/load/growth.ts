import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { immediately } from '../../src/lib/server/core/database.ts';
import * as intake from '../../src/lib/server/intake/intake.ts';
import { inThousands, perSecond, quantile } from '../bench/measure.ts';
import { answers, bench, someDay } from '../bench/municipality.ts';

const MEASURED = 1000;
const BATCH = 50;

/**
 * Counting into one municipality's file that has so many counted answers in it already: each leaves a random number behind, and a
 * code. What the file keeps of them is laid in as it stands.
 *
 * @param upTo the last and largest number; a tenth and a hundredth of it come before
 */
export async function growth(upTo: number): Promise<string[]> {
	const site = bench('2026-01-01', '2026-06-30');
	const today = someDay(site);
	const lines: string[] = [];
	let held = 0;
	try {
		for (const size of [0, upTo / 100, upTo / 10, upTo].map(Math.round)) {
			fill(site.db, size - held);
			held = size;
			const submissions = answers(site, MEASURED);
			const times: number[] = [];
			const began = performance.now();
			for (let from = 0; from < MEASURED; from += BATCH) {
				const started = performance.now();
				const group = submissions.slice(from, from + BATCH);
				const replies = await intake.count(site.db, site.keysFolder, group, today);
				if (replies.some((reply) => reply?.outcome !== 'counted')) throw new Error('not counted');
				times.push(performance.now() - started);
			}
			const rate = perSecond(MEASURED, performance.now() - began);
			held += MEASURED;
			const megabytes = statSync(`${site.dataFolder}/vejen.sqlite`).size / 1e6;
			lines.push(
				`${size.toLocaleString('en-GB').padStart(11)} counted before: ${inThousands(rate)}, ${BATCH} take ${quantile(times, 0.5).toFixed(0)} ms (p95 ${quantile(times, 0.95).toFixed(0)}), file ${megabytes.toFixed(0)} MB`
			);
		}
		return lines;
	} finally {
		site.remove();
	}
}

function fill(db: ReturnType<typeof bench>['db'], count: number): void {
	const receipt = db.prepare("insert into receipt (id, round) values (?, 'bench')");
	const code = db.prepare(
		"insert into code (hmac, round, team, batch, used) values (?, 'bench', null, 1, 1)"
	);
	for (let left = count; left > 0; left -= 50_000) {
		immediately(db, () => {
			for (let n = 0; n < Math.min(left, 50_000); n++) {
				receipt.run(randomBytes(16));
				code.run(randomBytes(32));
			}
		});
	}
}
