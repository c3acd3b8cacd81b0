import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import * as plans from '../../src/lib/server/plan/plans.ts';
import { quantile } from '../bench/measure.ts';
import { open, type Site } from '../support/site.ts';
import { buildWithCopies, MUNICIPALITIES } from './copies.ts';
import { byCode, layOut, onTablet, TODAY, type Job, type Town } from './country.ts';
import { flood } from './flood.ts';
import { growth } from './growth.ts';
import { sealAll } from './sealing.ts';
import { ADDRESS_HEADER, ask, atRate, inRows, post, type Parcel } from './sending.ts';

/** 1 is a month of the whole country; `SCALE=0.1 npm run load` is a tenth of its answers, at the same rate at the peak. */
const SCALE = Number(process.env.SCALE ?? 1);
/** So many counted answers in one municipality's file, at last. */
const GROWTH = Number(process.env.GROWTH ?? Math.round(1_000_000 * SCALE));
const INVITATIONS = 100_000 * SCALE;
const ANSWERS = 35_000 * SCALE;
const TABLETS = Math.max(1, Math.round(10 * SCALE));
const ON_TABLET = 500;
/** At the peak; `RATE` is for a machine that is known to be smaller. */
const PER_SECOND = Number(process.env.RATE ?? 50);
const PEAK_SECONDS = Math.max(20, Math.round(120 * SCALE));
const WANTED_MILLISECONDS = 250;
const OFFICE = 60;
const BATCH = 50;

const began = performance.now();
const say = (words: string) =>
	console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${words}`);
const pick = (towns: Town[], at: number) => {
	const able = towns.filter(({ codes }) => codes.length > 0);
	return able[(at * 61) % able.length] as Town;
};
const times = (all: number[]): string =>
	[0.5, 0.95, 0.99].map((q) => `p${q * 100} ${quantile(all, q).toFixed(0)}`).join(', ') + ' ms';
const formOf = (site: string, { municipality }: Parcel): string =>
	`${site}/${municipality}/svar/load`;
const addressOf = (at: number) => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;

const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-load-'));
const variables = {
	DATA_DIR: join(folder, 'data'),
	KEYS_DIR: join(folder, 'keys'),
	TODAY,
	ADDRESS_HEADER
};
let site: Site | undefined;
try {
	await run();
} finally {
	await site?.clear();
	rmSync(folder, { recursive: true, force: true });
}

async function run(): Promise<void> {
	const build = buildWithCopies();
	const towns = await layOut(variables, { invitations: INVITATIONS, tablets: TABLETS });
	say(`${towns.length} municipalities laid out, ${Math.round(INVITATIONS)} codes`);
	if (towns.length !== MUNICIPALITIES) throw new Error('not the whole country');

	const jobs = jobsOf(towns);
	const envelopes = await sealAll(jobs.all);
	const parcels = jobs.all.map((job, at): Parcel => ({
		municipality: job.municipality,
		envelopes: envelopes.slice(at, at + 1),
		from: addressOf(at),
		...(job.token && { token: job.token })
	}));
	say(`${parcels.length} answers sealed`);
	const part = (from: number, count: number) => parcels.slice(from, from + count);
	const others = part(0, jobs.others);
	const peak = part(jobs.others, jobs.peak);
	const office = part(jobs.others + jobs.peak, OFFICE);
	const tablets = loadsOf(parcels.slice(jobs.others + jobs.peak + OFFICE));

	site = await started(build, 'first start, keys made by each');
	await site.stop();
	site = await started(build, 'cold start');
	say(`memory with ${MUNICIPALITIES} files open: ${memory(site.pid).now} MB`);
	const { url } = site;
	let counted = 0;
	const slow: number[] = [];
	const startedAt = performance.now();
	await inRows(others, 20, async (parcel) => {
		const page = await ask({ url: formOf(url, parcel), method: 'GET', from: parcel.from });
		if (page.status !== 200) throw new Error(`${parcel.municipality}: ${page.status}`);
		const reply = await post(url, parcel);
		counted += reply.counted;
		slow.push(reply.milliseconds);
	});
	const rate = others.length / ((performance.now() - startedAt) / 1000);
	say(
		`the month's other hours: ${rate.toFixed(0)} answers/s and as many pages, twenty at a time, ${times(slow)}`
	);

	const late = monitorEventLoopDelay({ resolution: 5 });
	late.enable();
	const [posts, pages]: [number[], number[]] = [[], []];
	const loads = Promise.all(
		tablets.map(async (batches) => {
			for (const batch of batches) {
				const reply = await post(url, batch);
				// Not in one line with the waiting: others count meanwhile.
				counted += reply.counted;
			}
		})
	);
	// It is awaited below; what goes wrong before then is told there.
	loads.catch(() => undefined);
	await atRate(peak, PER_SECOND, async (parcel, since) => {
		const page = formOf(url, parcel);
		const [sent, seen] = await Promise.all([
			post(url, parcel, since),
			ask({ url: page, method: 'GET', from: parcel.from }, since)
		]);
		counted += sent.counted;
		posts.push(sent.milliseconds);
		if (seen.status !== 200) throw new Error(`${page}: ${seen.status}`);
		pages.push(seen.milliseconds);
	});
	await loads;
	late.disable();
	say(
		`the evening's peak, ${PER_SECOND} answers and as many pages a second for ${PEAK_SECONDS} s,`
	);
	say(`  while ${tablets.length} tablets come back with ${ON_TABLET} each:`);
	say(`  answers ${times(posts)}`);
	say(`  pages   ${times(pages)}`);
	say(`  the sender itself was late by ${(late.percentile(99) / 1e6).toFixed(0)} ms (p99)`);
	judge('p99 of answers at the peak, ms', quantile(posts, 0.99), WANTED_MILLISECONDS);

	const there = towns.find(({ municipality }) => municipality === office[0]?.municipality);
	const flooded = await flood(url, office, (there as Town).kept);
	counted += flooded.counted;
	say(`a flood of ${flooded.sent} wrong codes from one address: ${flooded.held} held off`);
	say(`  an office behind one address meanwhile: ${flooded.counted} of ${OFFICE} counted,`);
	say(`  ${times(flooded.milliseconds)}`);
	judge('answers of the office that were lost', OFFICE - flooded.counted, 0);

	const { now, most } = memory(site.pid);
	say(`memory after the month: ${now} MB, at most ${most} MB`);
	const kept = towns.reduce(
		(sum, { municipality }) => sum + receipts(site as Site, municipality),
		0
	);
	judge('answers that were acknowledged and not kept', Math.abs(counted - kept), 0);
	judge('answers that were not counted', parcels.length - counted, 0);
	await site.stop();
	site = await started(build, 'cold start after the month');
	await site.stop();

	say('growth, in one municipality:');
	for (const line of await growth(GROWTH)) say(`  ${line}`);
}

/** The month's answers: by phone outside the peak, at it, from an office, and on tablets. */
function jobsOf(towns: Town[]): { all: Job[]; others: number; peak: number } {
	const peak = PER_SECOND * PEAK_SECONDS;
	const others = Math.max(200, Math.round(ANSWERS - peak - TABLETS * ON_TABLET));
	const [largest] = [...towns].sort((a, b) => b.codes.length - a.codes.length);
	const office = Array.from({ length: OFFICE }, (_, at) => byCode(largest as Town, at));
	const phones = Array.from({ length: others + peak }, (_, at) => byCode(pick(towns, at), at));
	const tablets = towns
		.filter((town) => town.tablets.length > 0)
		.flatMap((town) => Array.from({ length: ON_TABLET }, (_, at) => onTablet(town, at)));
	return { all: [...phones, ...office, ...tablets], others, peak };
}

/** As a tablet sends what has waited: fifty at a time, one after the other. */
function loadsOf(parcels: Parcel[]): Parcel[][] {
	const tablets = new Map<string, Parcel[]>();
	for (let at = 0; at < parcels.length; at += BATCH) {
		const group = parcels.slice(at, at + BATCH);
		const [first] = group;
		if (!first) continue;
		const whole = { ...first, envelopes: group.flatMap(({ envelopes }) => envelopes) };
		tablets.set(first.municipality, [...(tablets.get(first.municipality) ?? []), whole]);
	}
	return [...tablets.values()];
}

/** Until the last municipality has answered with its front page. */
async function started(build: string, words: string): Promise<Site> {
	const from = performance.now();
	const made = await open(variables, build);
	const ready = performance.now() - from;
	await inRows(slugs(), 4, async (slug) => {
		const { status } = await ask({ url: `${made.url}/${slug}`, method: 'GET', from: '10.0.0.1' });
		if (status !== 200) throw new Error(`${slug}: ${status}`);
	});
	const all = performance.now() - from;
	say(`${words}: ready after ${inSeconds(ready)}, all have shown a page after ${inSeconds(all)}`);
	return made;
}

function inSeconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(1)} s`;
}
function slugs(): string[] {
	return plans.all().map(({ municipality }) => municipality);
}

function memory(pid: number): { now: number; most: number } {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	const of = (name: string) =>
		Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
	return { now: of('VmRSS'), most: of('VmHWM') };
}

function receipts(from: Site, municipality: string): number {
	const file = from.file(municipality);
	const n = file.prepare<[], number>('select count(*) from receipt').pluck().get() ?? 0;
	file.close();
	return n;
}

function judge(what: string, found: number, atMost: number): void {
	const isReached = found <= atMost;
	say(
		`  ${what}: ${Math.round(found)}, wanted ≤ ${atMost}: ${isReached ? 'reached' : 'NOT REACHED'}`
	);
	if (!isReached) process.exitCode = 1;
}
