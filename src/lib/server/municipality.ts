import type { Plan } from '../plan/plan.ts';
import * as daily from './daily.ts';
import { open, type Db } from './core/database.ts';
import { environment, today } from './core/environment.ts';
import * as keys from './core/keys.ts';
import * as pictures from './journey/pictures.ts';
import * as planVersions from './plan/versions.ts';
import * as plans from './plan/plans.ts';
import * as sealingKeys from './rounds/sealing-keys.ts';
import * as shares from './journey/shares.ts';

/** One data controller: its plan, its file and its keys folder. */
export type Municipality = { plan: Plan; db: Db; keysFolder: string };

/** The municipality of a URL's first segment, or undefined when there is none of that name. */
export function find(slug: string): Municipality | undefined {
	const plan = plans.find(slug);
	return plan && of(plan);
}

export const all = (): Municipality[] => plans.all().map(of);

/** Everything reads a plan from here: the version of it that counts now. */
function of(plan: Plan): Municipality {
	const db = open(plan.municipality);
	return { plan: planVersions.current(db, plan), db, keysFolder: keys.folder(plan.municipality) };
}

/**
 * Makes what is missing and catches up with the days that the server slept.
 * @throws when the files are a demo's and this is not one: invented figures must never pass for real.
 */
export async function start(): Promise<void> {
	for (const { plan, db, keysFolder } of all()) {
		if (isInvented(db) && !environment().DEMO) {
			throw new Error(`the figures of ${plan.municipality} are a demo's: start with DEMO=1`);
		}
		await sealingKeys.prepare(keysFolder, today());
		pictures.turn(db, keysFolder, plans.journey(plan), today());
		shares.expire(db, today());
		daily.turn(db, keysFolder, today());
	}
}

const isInvented = (db: Db): boolean =>
	db.prepare("select 1 from setting where name = 'demo'").get() !== undefined;
