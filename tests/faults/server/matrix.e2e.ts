import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { imported } from '../../support/modules.ts';
import { open, type Site } from '../../support/site.ts';
import { ask, Device, Others } from './asking.ts';
import { FAULTS, MOMENTS, type Ending } from './faults.ts';
import {
	again,
	ANSWERS_BEFORE,
	BROKEN,
	DUE,
	envelopes,
	foldersIn,
	lived,
	openDue,
	roundOf,
	type Life
} from './life.ts';

const ANSWERS = 40;
/** A server that is healthy is started, asked and stopped in a few of them. */
const HEALED_SECONDS = 20;

test.describe.configure({ mode: 'parallel' });

let life: Life;
test.beforeAll(async () => {
	life = await lived();
});
test.afterAll(() => life.clear());

for (const fault of FAULTS) {
	for (const moment of MOMENTS) {
		test(`${fault.name} × ${moment}`, async () => {
			const info = test.info();
			const ending = fault.ends[moment];
			test.skip(fault.impossible !== undefined, fault.impossible);
			const folder = again(life);
			const takeDown = fault.prepare?.(folder);
			const variables = { ...foldersIn(folder), TODAY: DUE, DEMO: '1' };
			let mend: (() => unknown) | undefined;
			let site: Site | undefined;
			try {
				if (moment === 'start') mend = fault.breaks(folder, variables);
				const running = (site = await open(variables));
				if (moment === 'turn') await openDue(running);
				const given = await given40(running);
				const device = new Device(() => running, BROKEN, moment === 'start' ? [] : given.its);
				const others = new Others(running, life.others, given.theirs);
				if (moment === 'answering') await device.send(10);
				mend ??= fault.breaks(folder, variables);
				if (moment === 'answering') await device.send();
				// A day's turn comes while it lasts, and a second one.
				for (let turn = 0; turn < 2; turn++) {
					if (moment !== 'start') process.kill(running.pid, 'SIGUSR2');
					await wait(1500);
					await device.send();
				}
				await ends(running, ending, device);
				await mend();
				mend = undefined;

				const began = performance.now();
				process.kill(running.pid, 'SIGUSR2');
				const isServing = async () => (await ask(running, BROKEN)).page.status;
				await expect.poll(isServing, { timeout: HEALED_SECONDS * 1000 }).toBe(200);
				const healed = (performance.now() - began) / 1000;
				// One that could not be sealed for while it was broken.
				const late =
					moment === 'start'
						? new Device(() => running, BROKEN, (await given40(running)).its)
						: device;
				await expect
					.poll(
						async () => {
							await late.send();
							return late.waiting;
						},
						{ timeout: HEALED_SECONDS * 1000 }
					)
					.toBe(0);
				const seen = await others.end();
				expect(seen.refused).toEqual([]);
				expect(
					[...new Set(late.replies.values())].filter((each) => each !== 'already-counted')
				).toEqual(['counted']);
				await expect.poll(() => undone(running), { timeout: HEALED_SECONDS * 1000 }).toEqual([]);
				expect(await running.stop()).toBe(0);
				const counted = await countedIn(folder);
				expect(counted).toBe(ANSWERS_BEFORE + ANSWERS);
				const words = [
					typeof ending === 'string' ? ending : `503 ${ending.away}`,
					`healed ${healed.toFixed(1)} s`,
					`others p95 ${seen.p95} ms of ${seen.asked}`
				];
				info.annotations.push(
					{ type: 'answers', description: `${ANSWERS} 0 0` },
					{ type: 'fault', description: JSON.stringify([fault.name, moment, words.join(', ')]) }
				);
			} finally {
				await mend?.();
				await site?.clear();
				takeDown?.();
				rmSync(folder, { recursive: true, force: true });
			}
		});
	}
}

/** Answers for the broken one, if it says what to seal them with, and a few for each of the others. */
async function given40(site: Site) {
	const day = '2026-03-05';
	const make = (slug: string, n: number) =>
		envelopes(site, slug, roundOf(life.rounds, slug), n, day);
	const { api } = await ask(site, BROKEN);
	const its = api.status === 200 ? await make(BROKEN, ANSWERS) : [];
	const theirs = new Map(
		await Promise.all(life.others.map(async (slug) => [slug, await make(slug, 5)] as const))
	);
	return { its, theirs };
}

/** What stands in the issue of a broken municipality: words and 503 to people and programs, and the kind and path in the log. */
async function ends(site: Site, ending: Ending, device: Device): Promise<void> {
	const { page, api } = await ask(site, BROKEN);
	if (ending === 'serves') {
		expect([page.status, api.status]).toEqual([200, 200]);
		return;
	}
	if (ending === 'keeps answers out') {
		expect(page.status).toBe(200);
		return void expect(device.waiting === 0 || device.turnedAway > 0).toBe(true);
	}
	expect([page.status, api.status]).toEqual([503, 503]);
	expect(page.text).toContain('Siden kan ikke vises lige nu');
	expect(page.again).toBe('30');
	expect(JSON.parse(api.text)).toMatchObject({
		error: 'unavailable',
		words: { title: 'Siden kan ikke vises lige nu' }
	});
	const logged = site
		.printed()
		.split('\n')
		.filter((line) => line.includes('"turn":"failed"'))
		.map((line) => JSON.parse(line) as { municipality: string; kind: string; path?: string });
	expect(new Set(logged.map(({ municipality }) => municipality))).toEqual(new Set([BROKEN]));
	expect(logged.at(-1)?.kind).toMatch(new RegExp(`^(${ending.away})$`));
	expect(logged.at(-1)?.path).toContain(ending.path ?? BROKEN);
}

/** The units whose day had come, and which the turn has not closed. */
function undone(site: Site): string[] {
	const file = site.file(BROKEN);
	const found = file
		.prepare<[string], string>(
			"select round || ' ' || unit from unit where state = 'open' and publishes_on <= ?"
		)
		.pluck()
		.all(DUE);
	const lost = file.prepare<[], string>("select unit from unit where state = 'lost'").pluck().all();
	file.close();
	return [...found, ...lost];
}

/** Every answer that is published or lies in a box, each once. */
async function countedIn(folder: string): Promise<number> {
	const [box, database, rounds] = await Promise.all([
		imported('box'),
		imported('database'),
		imported('rounds')
	]);
	const { DATA_DIR, KEYS_DIR } = foldersIn(folder);
	const db = database.openFile(join(DATA_DIR, `${BROKEN}.sqlite`));
	let n =
		db
			.prepare<[], number>(
				"select coalesce(sum(n), 0) from released where series = 'open' and breakdown = '' and item = '' and answer = 'answered'"
			)
			.pluck()
			.get() ?? 0;
	for (const kept of rounds.list(db)) {
		for (const { unit, kind, state } of rounds.units(db, kept.round.id)) {
			if (kind !== 'month' || state !== 'open') continue;
			const counts = box.read(db, { keysFolder: join(KEYS_DIR, BROKEN), ...kept, unit, kind });
			n += counts.get('open||||answered') ?? 0;
		}
	}
	const receipts = db.prepare<[], number>('select count(*) from receipt').pluck().get();
	db.close();
	expect(receipts).toBe(n);
	return n;
}
