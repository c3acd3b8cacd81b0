import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import type { Round } from '../../src/lib/survey/round.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';
import { dice, given, pick } from '../faults/given.ts';
import { sealAsBefore, type OldEnvelope } from '../faults/older.ts';
import { openRound } from '../support/round.ts';
import { accountOf, codesOf, releasedBy, undisturbed } from './account.ts';
import { Device } from './device.ts';
import { Fleet, isThere, PLACES, type Place } from './fleet.ts';

/** `KILLS=200 npm run test:machines`. */
const KILLS = Number(process.env.KILLS ?? 12);
/** A failure is repeated with what it printed. */
const SEED = Number(process.env.SEED ?? 21);
/** So that a run that is ended says how far it came. */
const SAY_EVERY = 10;
/** Each municipality's: more than its devices come to send. */
const CODES = Math.max(KILLS * 12, 100);
const SLUGS: [string, Place][] = [
	['stevns', 'a'],
	['vejen', 'b'],
	['glostrup', 'c'],
	['soenderborg', 'a'],
	['slagelse', 'b']
];
/** `PROXY=nginx` takes the other one. */
const PROXY = [process.env.PROXY ?? 'haproxy', 'nginx'].find(isThere);

type Town = {
	slug: string;
	round: Round;
	submissions: Submission[];
	envelopes: OldEnvelope[];
};

test('three app servers behind a real proxy are killed at any time while municipalities move: nothing is lost or counted twice', async () => {
	test.skip(PROXY === undefined, 'this machine has neither haproxy nor nginx');
	test.setTimeout(240_000 + KILLS * 10_000);
	const random = dice(SEED);
	const fleet = await Fleet.start(PROXY ?? '', SLUGS);
	try {
		const towns: Town[] = [];
		for (const [slug, place] of SLUGS) towns.push(await begun(fleet, slug, place));

		let isOver = false;
		const devices = towns.flatMap(({ slug }, at) =>
			[1, 2].map((n) => new Device(fleet.ask(`127.0.${at + 1}.${n}`), slug))
		);
		const looking = towns.map(({ slug }, at) => new Device(fleet.ask(`127.0.${at + 1}.9`), slug));
		const sending = devices.map((device) => {
			const all = towns.find(({ slug }) => slug === device.slug)?.envelopes ?? [];
			const half = devices.indexOf(device) % 2;
			return device.send(
				all.filter((_, n) => n % 2 === half),
				() => isOver
			);
		});
		const seen = looking.map((device) => device.look(() => isOver));
		const chaos = wreck(fleet, random).finally(() => (isOver = true));
		const [tally, sent] = await Promise.all([chaos, Promise.all(sending), Promise.all(seen)]);

		const ids = new Set(sent.flat().map(({ id }) => id));
		const replies = new Map(devices.flatMap((device) => [...device.replies]));
		const refused = [...ids].filter(
			(id) => !['counted', 'already-counted'].includes(replies.get(id) ?? '')
		);
		expect(refused).toEqual([]);
		await fleet.stop();

		let [lost, twice, rows] = [0, 0, 0];
		for (const town of towns) {
			const its = town.submissions.filter(({ id }) => ids.has(id));
			const place = fleet.placeOf(town.slug);
			expect(fleet.holders(town.slug)).toEqual([place]);
			const account = await accountOf(fleet, place, town, its);
			lost += account.lost;
			twice += account.twice;
		}
		for (const { slug, submissions } of towns) {
			const its = submissions.filter(({ id }) => ids.has(id));
			const released = await releasedBy(fleet.variables(fleet.placeOf(slug)), slug);
			expect(released).toEqual(await undisturbed(slug, its, CODES));
			rows += released.length;
		}
		const longest = Math.max(...[...devices, ...looking].map((each) => each.longest)) / 1000;
		const again = [...devices, ...looking].reduce((sum, each) => sum + each.refused, 0);
		console.log(
			`${PROXY}: ${tally.kills} kills of servers, ${tally.moves} moves (their command killed ${tally.killedMoves} times), ` +
				`${ids.size} answers: ${lost} lost, ${twice} counted twice; ${again} requests came again, ` +
				`none failed for longer than ${longest.toFixed(1)} s; ${rows} released rows equal`
		);
		expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
		expect(longest).toBeLessThanOrEqual(60);
		expect(tally.moves).toBeGreaterThan(0);
		expect(rows).toBeGreaterThan(0);
	} finally {
		await fleet.clear();
	}
});

/** A municipality that has just been set up on its server, with a round, codes and answers that are to come. */
async function begun(fleet: Fleet, slug: string, place: Place): Promise<Town> {
	const site = fleet.site(place);
	const file = join(site.variables.DATA_DIR ?? '', `${slug}.sqlite`);
	expect(existsSync(file)).toBe(false);
	const made = await site.command('admin', slug, 'karen@example.dk');
	expect(made.error).toBe('');
	process.kill(site.pid, 'SIGUSR2');
	const ask = fleet.ask();
	const handout = `/${slug}/api/v1/handout.json`;
	await expect
		.poll(async () => (await ask(handout).catch(() => undefined))?.status, { timeout: 60_000 })
		.toBe(200);
	const round = await openRound(site, slug);
	const codes = await codesOf(site, slug, round, CODES);
	const { key, questionnaires } = JSON.parse((await ask(handout)).text) as {
		key: { id: string; publicKey: string };
		questionnaires: { [hash: string]: { items: { id: string }[] } };
	};
	const items = questionnaires[round.questionnaire]?.items.map(({ id }) => id) ?? [];
	const submissions = given(codes.length, round, items).map((each, n): Submission => ({
		...each,
		channel: 'code',
		code: codes[n] ?? ''
	}));
	const envelopes: OldEnvelope[] = [];
	for (const each of submissions) envelopes.push(await sealAsBefore(each, key));
	return { slug, round, submissions, envelopes };
}

type Tally = { kills: number; moves: number; killedMoves: number };

/** Kills one server after the other, at any time of whatever is under way; meanwhile municipalities are moved about. */
async function wreck(fleet: Fleet, random: () => number): Promise<Tally> {
	const tally = { kills: 0, moves: 0, killedMoves: 0 };
	let isOver = false;
	const moving = (async () => {
		while (!isOver) {
			const [slug] = pick(random, SLUGS as [[string, Place], ...[string, Place][]]);
			const from = fleet.placeOf(slug);
			const to = PLACES.filter((place) => place !== from)[random() < 0.5 ? 0 : 1] ?? 'a';
			tally.killedMoves += await moved(fleet, random, slug, from, to);
			tally.moves += 1;
			await wait(random() * 1500);
		}
	})();
	while (tally.kills < KILLS) {
		const place = pick(random, PLACES);
		await fleet.kill(place);
		tally.kills += 1;
		await wait(random() * 300);
		await fleet.raise(place);
		await wait(random() * 900);
		if (tally.kills % SAY_EVERY === 0) console.log(`${tally.kills} kills, ${tally.moves} moves`);
	}
	isOver = true;
	await moving;
	return tally;
}

/** Until the command says that it is done; now and then it is killed as well. @returns how many times it was */
async function moved(
	fleet: Fleet,
	random: () => number,
	slug: string,
	from: Place,
	to: Place
): Promise<number> {
	for (let killed = 0; ; killed++) {
		const { child, end } = fleet.move(slug, from, to);
		const shot =
			random() < 0.4 ? setTimeout(() => child.kill('SIGKILL'), 200 + random() * 2500) : undefined;
		const { code, said } = await end;
		clearTimeout(shot);
		fleet.reload();
		if (code === 0) return killed;
		// Whatever else it says is a fault: only a shot ends it otherwise.
		if (code !== null) throw new Error(said);
		await wait(random() * 500);
	}
}
