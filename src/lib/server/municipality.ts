import type { Plan } from '../plan/plan.ts';
import * as condition from './condition.ts';
import { closeAll, mustBeSound, open, type Db } from './core/database.ts';
import * as keys from './core/keys.ts';
import * as waiting from './core/moving-keys/waiting.ts';
import * as placement from './core/placing/placement.ts';
import { inWords, troubleOf } from './core/trouble.ts';
import * as daily from './daily.ts';
import * as generation from './halves/generation.ts';
import * as pictures from './journey/pictures.ts';
import * as shares from './journey/shares.ts';
import * as settings from './core/settings.ts';
import * as plans from './plan/plans.ts';
import * as planVersions from './plan/versions.ts';
import type { Release } from './results/release.ts';
import * as rounds from './rounds/rounds.ts';
import * as sealingKeys from './rounds/sealing-keys.ts';
import type { Day } from '../calendar.ts';

/** One data controller: its plan, its file and its keys folder. */
export type Municipality = { plan: Plan; db: Db; keysFolder: string };

/**
 * The municipality of a URL's first segment, or undefined when there is none of that name.
 * @throws Trouble where it is broken or served elsewhere, or its file cannot be opened
 */
export function find(slug: string): Municipality | undefined {
	const plan = plans.find(slug);
	if (!plan) return undefined;
	placement.demand(slug);
	condition.demand(slug);
	return of(plan);
}

/** As `find`, for whom one that cannot answer is as good as none: nothing of it is known here. */
export function findServing(slug: string): Municipality | undefined {
	try {
		return find(slug);
	} catch (problem) {
		if (troubleOf(problem)) return undefined;
		throw problem;
	}
}

/** As `find`, and makes its file where there is none: with a placement nobody else does (`database.open`). */
export function begin(slug: string): Municipality | undefined {
	if (plans.find(slug)) {
		placement.demand(slug);
		open(slug, { isNew: true });
	}
	return find(slug);
}

/** The plans of those that are placed here: whom this server answers for. */
export const here = (): Plan[] =>
	plans.all().filter(({ municipality }) => placement.isHere(municipality));

/**
 * The door that pages, turns and commands come in by. Everything reads a plan from here: the version of it that counts now.
 * @throws Trouble, among others when the figures are a demo's and this is not one: they must never pass for real
 */
function of(plan: Plan): Municipality {
	const db = open(plan.municipality);
	const keysFolder = keys.folder(plan.municipality);
	const invented = settings.invented(db);
	if (invented) throw invented;
	generation.watch(db, keysFolder);
	return { plan: planVersions.current(db, plan), db, keysFolder };
}

/** What begins the codes of every other municipality's rounds here, and whose it is; of one in trouble nothing is known. */
export function prefixesElsewhere(
	slug: string
): { prefix: string; municipality: string; name: string }[] {
	return plans
		.all()
		.filter(({ municipality }) => municipality !== slug)
		.flatMap(({ municipality, name }) => {
			const found = findServing(municipality);
			const known = found ? rounds.list(found.db) : [];
			return known.map(({ round: { prefix } }) => ({ prefix, municipality, name }));
		});
}

export type Failure = { municipality: string; problem: unknown };

/**
 * Does the same for every municipality that is placed here. What goes wrong in one stops no other.
 * @returns those in which it went wrong
 */
export async function each(
	work: (place: Municipality) => unknown,
	isAsked: (municipality: string) => boolean = () => true
): Promise<Failure[]> {
	const failures: Failure[] = [];
	for (const plan of here()) {
		const { municipality } = plan;
		if (!isAsked(municipality)) continue;
		try {
			await work(of(plan));
		} catch (problem) {
			failures.push({ municipality, problem });
		}
	}
	return failures;
}

/** As `each`, for commands. @throws with words for the operator when all that could be done is done */
export async function forEach(work: (place: Municipality) => unknown): Promise<void> {
	const failures = await each(work);
	if (failures.length > 0) throw new Error(failures.map(wordsOf).join('\n'));
}

/**
 * Does something in one municipality, for commands: whole, or with words for the operator and nothing done. Its file is made only
 * for who says so (`isNew`).
 */
export function forOne<T>(
	slug: string,
	work: (place: Municipality) => T,
	{ isNew = false } = {}
): T {
	try {
		return inWords(slug, () => {
			const place = isNew ? begin(slug) : find(slug);
			if (!place) throw new Error(`there is no municipality "${slug}"`);
			return work(place);
		});
	} finally {
		closeAll();
	}
}

const wordsOf = ({ municipality, problem }: Failure): string => {
	const words =
		troubleOf(problem)?.message ?? (problem instanceof Error ? problem.message : problem);
	return `${municipality}: ${String(words)}`;
};

/**
 * The day's turn of one municipality: makes what is missing and catches up with the days that the server slept.
 * @throws Trouble
 */
export async function turn({ plan, db, keysFolder }: Municipality, today: Day): Promise<Release[]> {
	mustBeSound(db);
	generation.demand(db, keysFolder);
	generation.settle(db, keysFolder);
	// Before anything is closed because its key is not there.
	waiting.demand(db, keysFolder);
	await sealingKeys.prepare(db, keysFolder, today);
	pictures.turn(db, keysFolder, plans.journey(plan), today);
	shares.expire(db, today);
	return daily.turn(db, keysFolder, today);
}
