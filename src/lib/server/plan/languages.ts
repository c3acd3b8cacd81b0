import type { Day } from '../../calendar.ts';
import { missing, wholeLanguages } from '../../plan/completeness.ts';
import type { Plan } from '../../plan/plan.ts';
import { isOpen } from '../../survey/round.ts';
import { remembered, type Db } from '../core/database.ts';
import * as planVersions from './versions.ts';
import { journey } from './plans.ts';
import * as rounds from '../rounds/rounds.ts';
import * as settings from '../core/settings.ts';

/**
 * The languages that citizens are offered, in the plan's order: those the municipality has chosen, and of them only those in
 * which nothing that a citizen meets is missing. Danish always is.
 */
export function offered(db: Db, plan: Plan, today: Day): string[] {
	const open = asking(db, today);
	const stamp = [planVersions.latest(db), ...open.map(({ round }) => round.questionnaire)].join();
	const whole = remembered(db, 'languages', stamp, () => wholeIn(plan, open));
	return settings.languages(db, plan).filter((each) => each === 'da' || whole.includes(each));
}

/** The languages that would no longer be offered if the plan were another: not those that it leaves out itself. */
export function lost(db: Db, plan: Plan, other: Plan, today: Day): string[] {
	const left = wholeIn(other, asking(db, today));
	return offered(db, plan, today).filter(
		(each) => each !== 'da' && other.languages.includes(each) && !left.includes(each)
	);
}

/** How many texts stand between a language and being offered, beside those that come with the program. */
export function lackingIn(db: Db, plan: Plan, language: string, today: Day): number {
	const { questionnaires: _, journey: _program, ...beside } = plan;
	const asked = asking(db, today).map(({ questionnaire }) => questionnaire.items);
	return missing([beside, asked], [language]).length;
}

const asking = (db: Db, today: Day): rounds.KeptRound[] =>
	rounds.list(db).filter(({ round }) => isOpen(round, today));

const wholeIn = (plan: Plan, open: rounds.KeptRound[]): string[] =>
	wholeLanguages(plan, [journey(plan), ...open.map(({ questionnaire }) => questionnaire.items)]);
