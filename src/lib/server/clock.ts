import process from 'node:process';
import * as condition from './condition.ts';
import { close, mustBeSound, pathOf } from './core/database.ts';
import { today } from './core/environment.ts';
import { logError } from './core/log.ts';
import * as placement from './core/placing/placement.ts';
import { isPassing, Trouble, troubleOf } from './core/trouble.ts';
import { fetchDue } from './jobindsats/fetching.ts';
import * as municipality from './municipality.ts';
import * as notices from './notices/notices.ts';
import * as plans from './plan/plans.ts';

/** The turn is taken this often: figures come soon after midnight, and a second turn of a day changes nothing. */
const TURN_SECONDS = 600;
/** One that could not be taken is tried again, sooner at first. */
const AGAIN_SECONDS = [2, 5, 15, 60, 300];
/** What seemed broken while it answered is looked at, but not all the time. */
const SUSPICION_SECONDS = 10;
const LOOK_SECONDS = 1;
const NOW = 'SIGUSR2';

/** When a municipality's turn is to be taken next, and how many have failed in a row. */
type Next = { at: number; takenAt: number; failures: number; hasServed: boolean };
type Nexts = Map<string, Next>;

/**
 * The server's clock: every municipality has its turn now, before anybody is answered, and then again and again.
 * One's trouble is its own: it is logged with its kind, and tried again.
 *
 * @returns how to stop it
 * @throws Trouble when all the figures are a demo's and this server is not one
 */
export async function start(): Promise<() => void> {
	const nexts: Nexts = new Map();
	let isAsked = false;
	// An operator who has mended something need not wait: all have their turn within a second.
	const ask = () => (isAsked = true);
	process.on(NOW, ask);
	const troubles = await look(nexts);
	const invented = troubles.filter(({ kind }) => kind === 'invented');
	if (invented[0] && invented.length === nexts.size) {
		process.off(NOW, ask);
		throw invented[0];
	}
	let isLooking = false;
	const timer = setInterval(async () => {
		if (isLooking) return;
		isLooking = true;
		// Also where it was asked for in the midst of a turn: that one may have passed what was mended.
		if (isAsked) nexts.forEach((next) => (next.at = 0));
		isAsked = false;
		await look(nexts).finally(() => (isLooking = false));
	}, LOOK_SECONDS * 1000);
	timer.unref();
	return () => {
		clearInterval(timer);
		process.off(NOW, ask);
	};
}

/** Takes every turn that is due. @returns what went wrong */
async function look(nexts: Nexts): Promise<Trouble[]> {
	const now = performance.now();
	letGo(nexts);
	const isDue = (slug: string): boolean => {
		if (placement.trouble(slug)) return false;
		const next = nexts.get(slug);
		if (!next || next.at <= now) return true;
		return condition.isSuspected(slug) && next.takenAt + SUSPICION_SECONDS * 1000 <= now;
	};
	const troubles: Trouble[] = [];
	const failures = await municipality.each(async (place) => {
		const slug = place.plan.municipality;
		if (condition.isSuspected(slug)) mustBeSound(place.db, { anew: true });
		await municipality.turn(place, today());
		// Takes as long as others take to answer, and nobody waits for it.
		void fetchDue(place, today());
		void notices.send(place, today());
		condition.judge(slug, undefined);
		const at = now + TURN_SECONDS * 1000;
		nexts.set(slug, { at, takenAt: now, failures: 0, hasServed: true });
	}, isDue);
	for (const { municipality: slug, problem } of failures) {
		const { failures: before = 0, hasServed = false } = nexts.get(slug) ?? {};
		const seconds = AGAIN_SECONDS[before] ?? TURN_SECONDS;
		const at = now + seconds * 1000;
		nexts.set(slug, { at, takenAt: now, failures: before + 1, hasServed });
		troubles.push(take(slug, problem, hasServed));
	}
	return troubles;
}

/**
 * What another server has, or will have in a moment, is let go: nobody is let in from the moment that it is said, and what was
 * being counted then has been by the next look. One that comes has its turn before it answers.
 */
function letGo(nexts: Nexts): void {
	for (const { municipality: slug } of plans.all()) {
		const trouble = placement.trouble(slug);
		if (!trouble) continue;
		condition.judge(slug, trouble);
		if (!nexts.delete(slug)) close(slug);
	}
}

/** What has served goes on with what it has, as long as the trouble may be over soon; else the municipality is broken. */
function take(slug: string, problem: unknown, hasServed: boolean): Trouble {
	const found = troubleOf(problem) ?? new Trouble('unexpected');
	const { kind, path = pathOf(slug) } = found;
	const trouble = new Trouble(kind, path);
	const name = problem instanceof Error ? problem.name : typeof problem;
	logError('turn', problem, { municipality: slug, turn: 'failed', kind, name, path });
	const isBroken = condition.of(slug).state === 'broken';
	if (isPassing(trouble) && hasServed && !isBroken) {
		condition.judge(slug, undefined);
		return trouble;
	}
	condition.judge(slug, trouble);
	// Opened anew at the next try.
	close(slug);
	return trouble;
}
