import { addDays, lastDay, monthsOfQuarter, type Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { words } from '../../reports/words.ts';
import { open } from '../core/database.ts';
import * as decisions from '../reports/decisions.ts';
import * as reports from '../reports/reports.ts';
import { someone } from './staff.ts';

/** The figures of a quarter's last month are out by then. */
const READY_AFTER_DAYS = 45;
const MEETING_AFTER_DAYS = 9;
const FINISHED = 3;
const SAID = [
	'Vi har brugt kvartalet på at få svar hurtigere ud til borgerne.',
	'To nye medarbejdere er kommet til, og det har kostet ventetid i en periode.',
	'Vi har øvet os i at sige lovens regler i almindelige ord.'
];
const DECIDED = 'Udvalget tager rapporten til efterretning.';
const DECIDED_LATER =
	'Udvalget tager rapporten til efterretning og beder om at høre mere om dem, der ikke svarer.';

/**
 * Reports of the quarters that are over, as far as their figures are out: finished, decided on and on the municipality's page,
 * the second of them corrected; and the newest in work.
 */
export async function makeReports(plan: Plan, today: Day): Promise<void> {
	const db = open(plan.municipality);
	const language = await words();
	const by = (role: 'leader' | 'chair' | 'secretary', day: Day) => ({
		user: someone(db, role, today).id,
		today: day
	});
	const oldestFirst = reports.quarters(db, today).toReversed();
	for (const [n, quarter] of oldestFirst.entries()) {
		const ready = addDays(lastDay(monthsOfQuarter(quarter)[2]), READY_AFTER_DAYS);
		const meetingOn = addDays(ready, MEETING_AFTER_DAYS);
		const said = { front: SAID[n % SAID.length] ?? '' };
		done(reports.write(db, quarter, { meetingOn, said }, by('leader', ready)));
		if (n >= FINISHED || meetingOn > today) continue;
		const released = reports.release(db, plan, language, quarter, by('chair', ready));
		// Its figures are not all out: it waits in work.
		if (!released.ok && released.reason === 'not-out') continue;
		done(released);
		let version = 1;
		if (n === 1) {
			const corrected = addDays(ready, 3);
			const why = 'Lederens tekst på første side manglede en sætning om ventetiden.';
			done(reports.correct(db, quarter, why, by('leader', corrected)));
			const more = { front: `${said.front} Ventetiden er nede igen.` };
			done(reports.write(db, quarter, { meetingOn, said: more }, by('leader', corrected)));
			done(reports.release(db, plan, language, quarter, by('chair', corrected)));
			version = 2;
		}
		const decision = { meetingOn, item: '4', decision: DECIDED };
		const secretary = { ...by('secretary', meetingOn), role: 'secretary' as const };
		done(decisions.decide(db, quarter, decision, secretary));
		if (n === 2) {
			done(decisions.decide(db, quarter, { ...decision, decision: DECIDED_LATER }, secretary));
		}
		done(reports.publish(db, quarter, version, meetingOn));
	}
}

function done(outcome: { ok: true } | { ok: false; reason: string }): void {
	if (!outcome.ok) throw new Error(outcome.reason);
}
