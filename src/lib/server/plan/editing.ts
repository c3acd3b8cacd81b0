import type { Day } from '../../calendar.ts';
import { isSamePart } from '../../plan/parts.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import * as languages from './languages.ts';
import { tooLong, type Flaws } from './forms/flaws.ts';
import { judge, type Known, type PlanForm } from './forms/form.ts';
import * as planVersions from './versions.ts';
import { questionnaireHash } from '../rounds/questionnaire-hash.ts';
import * as rounds from '../rounds/rounds.ts';

export type Saving = {
	/** The version that the editor saw. */
	base: number;
	by: string;
	today: Day;
	/** Languages that the editor knows will no longer be offered. */
	accepts: readonly string[];
	why?: planVersions.Why;
};
export type Saved =
	| { ok: true; version: number; plan: Plan; at: string }
	| ({ ok: false; reason: 'flaws' } & Flaws)
	| { ok: false; reason: 'languages'; lost: string[] }
	| { ok: false; reason: 'nothing-new' | 'overtaken' };

/** Makes a version of what was typed on one page of the editor. Nothing is written unless all of it can be. */
export function save<Typed>(
	db: Db,
	plan: Plan,
	form: PlanForm<Typed>,
	typed: Typed,
	{ base, by, today, accepts, why }: Saving
): Saved {
	const wrong = tooLong(typed);
	if (Object.keys(wrong).length > 0) return { ok: false, reason: 'flaws', wrong, elsewhere: [] };
	const judged = judge(form, typed, plan, knownOf(db, plan));
	if (!judged.ok) return { ...judged, reason: 'flaws' };
	const isOther = !isSamePart(judged.plan, planVersions.current(db, plan), form.part);
	if (form.needsReason && isOther && !why?.reason?.trim()) {
		return { ok: false, reason: 'flaws', wrong: { reason: 'empty' }, elsewhere: [] };
	}
	const lost = languages
		.lost(db, plan, judged.plan, today)
		.filter((language) => !accepts.includes(language));
	if (lost.length > 0) return { ok: false, reason: 'languages', lost };
	const { part } = form;
	const written = planVersions.write(db, plan, { part, edited: judged.plan, base, by, today, why });
	return written.ok ? { ...judged, version: written.version } : written;
}

function knownOf(db: Db, plan: Plan): Known {
	const versions = planVersions.every(db, plan);
	const asked = rounds.list(db).map(({ questionnaire }) => questionnaire);
	const hashes = new Set(rounds.list(db).map(({ round }) => round.questionnaire));
	return {
		ids: (list) => [
			...new Set(
				list === 'items'
					? [...versions.flatMap((each) => each.questionnaires), ...asked].flatMap(({ items }) =>
							items.map(({ id }) => id)
						)
					: versions.flatMap((each) => each[list].map(({ id }) => id))
			)
		],
		asked: { isUsed: (each) => hashes.has(questionnaireHash(each)), questionnaires: asked }
	};
}

/** The rounds that have asked each of a plan's questionnaires, oldest first. */
export function usedBy(db: Db, plan: Plan): Map<string, string[]> {
	const all = rounds.list(db).map(({ round }) => round);
	return new Map(
		plan.questionnaires.map((each) => {
			const hash = questionnaireHash(each);
			const its = all.filter((round) => round.questionnaire === hash);
			return [each.id, its.map(({ name }) => name.da)];
		})
	);
}
