import type { Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { prepared, remembered, type Db } from '../core/database.ts';
import * as planVersions from '../plan/versions.ts';
import type { KeptRound } from '../rounds/rounds.ts';

type Names = Pick<Plan, 'teams' | 'situations' | 'meetingForms' | 'promises'>;

/**
 * The plan as a round's figures are read by. Goals stand from the day that the first figures are out: who has seen them
 * cannot move what they are held against. Words are today's, and what the plan has dropped since keeps its name.
 */
export function ofRound(db: Db, plan: Plan, { round, questionnaire }: KeptRound): Plan {
	const versions = planVersions.list(db);
	if (versions.length === 0) return plan;
	const out = firstFiguresOn(db, round.id);
	const seen =
		out === undefined ? undefined : (versions.find((each) => each.madeOn < out)?.version ?? 1);
	const then = (seen !== undefined && planVersions.at(db, plan, seen)) || plan;
	const { goals, questionnaires } = then;
	const names = everNamed(db, plan);
	const measured = new Set(questionnaire.items.flatMap((item) => item.promises));
	const isThere = new Set(plan.promises.map(({ id }) => id));
	const promises = names.promises.filter(({ id }) => isThere.has(id) || measured.has(id));
	return { ...plan, ...names, promises, goals, questionnaires };
}

/** Today's names first, and after them those that earlier versions had and this one has not. */
function everNamed(db: Db, plan: Plan): Names {
	return remembered(db, 'names', String(planVersions.latest(db)), () => {
		const all = planVersions.every(db, plan);
		return {
			teams: newestById(all.flatMap((each) => each.teams)),
			situations: newestById(all.flatMap((each) => each.situations)),
			meetingForms: newestById(all.flatMap((each) => each.meetingForms)),
			promises: newestById(all.flatMap((each) => each.promises))
		};
	});
}

function newestById<T extends { id: string }>(newestFirst: T[]): T[] {
	const known = new Map<string, T>();
	for (const each of newestFirst) if (!known.has(each.id)) known.set(each.id, each);
	return [...known.values()];
}

const firstFiguresOn = (db: Db, round: string): Day | undefined =>
	prepared<[string], Day | null>(db, 'select min(released_on) from unit where round = ?')
		.pluck()
		.get(round) ?? undefined;
