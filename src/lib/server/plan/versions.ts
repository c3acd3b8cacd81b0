import type { Day } from '../../calendar.ts';
import {
	editedOf,
	isSamePart,
	PARTS,
	withEdited,
	type Edited,
	type Part
} from '../../plan/parts.ts';
import { Plan } from '../../plan/plan.ts';
import { translated } from '../../plan/translation.ts';
import { upgraded } from './upgrade.ts';
import { immediately, prepared, remembered, type Db } from '../core/database.ts';
import { DICTIONARIES } from './plans.ts';
import type { Outcome } from '../../outcome.ts';

/** A version and who made it; the first came with the program. */
export type Version = {
	version: number;
	part: Part | '';
	madeOn: Day;
	/** The name of who made it; null for the first. */
	by: string | null;
	/** Why, and the committee's date and item that decided it, where they were said. */
	reason: string | null;
	decidedOn: Day | null;
	item: string | null;
};
/** What is said of a version beside its content. */
export type Why = { reason?: string; decidedOn?: Day | null; item?: string };

/**
 * The plan that counts: the newest version of the municipality's own, or the plan as it came.
 * @param plan any version of the municipality's plan: it brings what no municipality edits
 * @throws naming path and reason, when a version no longer parses: after an update of the program, say
 */
export function current(db: Db, plan: Plan): Plan {
	const version = number(db);
	if (version === 0) return plan;
	return remembered(db, 'plan', String(version), () => found(at(db, plan, version)));
}

/** The number of the current version. A plan that nobody has edited is version 1. */
export const latest = (db: Db): number => Math.max(1, number(db));

export function at(db: Db, plan: Plan, version: number): Plan | undefined {
	if (version === 1 && number(db) === 0) return plan;
	const content = prepared<[number], string>(
		db,
		'select content from plan_version where version = ?'
	)
		.pluck()
		.get(version);
	if (content === undefined) return undefined;
	const edited = withEdited(plan, upgraded(plan, JSON.parse(content)));
	const kept = Plan.safeParse(translated(edited, DICTIONARIES));
	if (kept.success) return kept.data;
	const lines = kept.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
	throw new Error(`${plan.municipality}, version ${version} of the plan:\n${lines.join('\n')}`);
}

/** Newest first; empty while nobody has edited the plan. */
export const list = (db: Db): Version[] =>
	prepared<[], Version>(
		db,
		`select version, part, made_on as madeOn, user.name as by, reason, decided_on as decidedOn, item from plan_version
		 left join user on user.id = made_by order by version desc`
	).all();

/** The current version and every one that is kept, newest first. */
export const every = (db: Db, plan: Plan): Plan[] => [
	plan,
	...list(db).flatMap(({ version }) => at(db, plan, version) ?? [])
];

type Written = Outcome<'nothing-new' | 'overtaken', { version: number }>;

/**
 * Makes a new version in which one part is another.
 * @param base the version that the editor saw: where the part has changed since, nothing is written
 */
export function write(
	db: Db,
	plan: Plan,
	{ part, edited, base, ...writer }: { part: Part; edited: Plan; base: number } & Writer
): Written {
	return immediately(db, () => {
		const now = current(db, plan);
		const seen = at(db, plan, base);
		if (!seen || !isSamePart(seen, now, part)) return { ok: false, reason: 'overtaken' };
		if (isSamePart(edited, now, part)) return { ok: false, reason: 'nothing-new' };
		const keys: readonly string[] = PARTS[part];
		const taken = Object.entries(editedOf(edited)).filter(([key]) => keys.includes(key));
		const others = Object.entries(editedOf(now)).filter(([key]) => !keys.includes(key));
		return add(db, plan, part, Object.fromEntries([...others, ...taken]), writer);
	});
}

/** Makes an earlier version the current one again, as a new version. */
export function restore(db: Db, plan: Plan, version: number, writer: Writer): Written {
	return immediately(db, () => {
		const earlier = at(db, plan, version);
		if (!earlier) return { ok: false, reason: 'overtaken' };
		const now = current(db, plan);
		const isSame = (Object.keys(PARTS) as Part[]).every((part) => isSamePart(earlier, now, part));
		if (isSame) return { ok: false, reason: 'nothing-new' };
		return add(db, plan, '', editedOf(earlier), writer);
	});
}

type Writer = { by: string; today: Day; why?: Why | undefined };

function add(
	db: Db,
	plan: Plan,
	part: Part | '',
	content: Edited,
	{ by, today, why }: Writer
): Written {
	const put = db.prepare<unknown[]>(
		`insert into plan_version (version, part, content, made_by, made_on, reason, decided_on, item)
		 values (?, ?, ?, ?, ?, ?, ?, ?)`
	);
	if (number(db) === 0)
		put.run(1, '', JSON.stringify(editedOf(plan)), null, today, null, null, null);
	const version = number(db) + 1;
	const said = [filled(why?.reason), why?.decidedOn ?? null, filled(why?.item)];
	put.run(version, part, JSON.stringify(content), by, today, ...said);
	// Parsed as it will be read: what is written can be used.
	found(at(db, plan, version));
	return { ok: true, version };
}

const filled = (text: string | undefined): string | null => text?.trim() || null;

/** The newest version that is kept, or 0 while nobody has edited the plan. */
const number = (db: Db): number =>
	prepared<[], number>(db, 'select coalesce(max(version), 0) from plan_version').pluck().get() ?? 0;

function found(plan: Plan | undefined): Plan {
	if (!plan) throw new Error('a version that is listed is not there');
	return plan;
}
