import type { UnitKind } from '../../src/lib/calendar.ts';
import type { Db } from '../../src/lib/server/core/database.ts';
import type { Questionnaire } from '../../src/lib/survey/questionnaire.ts';
import type { Round } from '../../src/lib/survey/round.ts';

/** Released figures written by hand, so that reading them is tested without counting and releasing. */
export function publish(
	db: Db,
	round: Round,
	questionnaire: Questionnaire,
	units: [unit: string, kind: UnitKind, state: string, publishesOn?: string][]
): void {
	db.prepare('insert or ignore into questionnaire values (?, ?)').run(
		round.questionnaire,
		JSON.stringify(questionnaire)
	);
	db.prepare('insert into round values (?, ?, ?, ?, ?)').run(
		round.id,
		round.prefix,
		JSON.stringify(round),
		round.opensOn,
		round.closesOn
	);
	const add = db.prepare(
		'insert into unit (round, unit, kind, publishes_on, state) values (?, ?, ?, ?, ?)'
	);
	for (const [unit, kind, state, publishesOn = '2026-01-10'] of units) {
		add.run(round.id, unit, kind, publishesOn, state);
	}
}

type Counts = { [answer: string]: number };

/** Outcomes by name (`{ answered: 20, any: 19 }`), and answers by item and name (`{ overall: { 5: 10, 4: 8, na: 1 } }`). */
export function cell(
	db: Db,
	round: string,
	unit: string,
	of: { series?: 'asked' | 'open'; breakdown?: string; category?: string },
	outcomes: Counts,
	answers: { [item: string]: Counts } = {}
): void {
	const { series = 'asked', breakdown = '', category = '' } = of;
	const counts = JSON.stringify({ '': outcomes, ...answers });
	db.prepare("insert into released_cell values (?, ?, ?, ?, ?, ?, '2026-01-10')").run(
		round,
		unit,
		series,
		breakdown,
		category,
		counts
	);
}
