import type { Day } from '../../calendar.ts';
import type { Db } from '../core/database.ts';
import * as reports from '../reports/reports.ts';
import { isOut } from '../results/quarter-figures.ts';
import type { Staff } from '../staff/session.ts';
import type { Card } from './card.ts';

/** The newest quarter whose figures are all out, until the chair has said that its report is ready. */
export function reportsCard(db: Db, staff: Staff, today: Day): Card | undefined {
	const newest = reports.quarters(db, today).find((quarter) => isOut(db, quarter, today));
	if (newest === undefined) return undefined;
	const isInWork = reports.inWork(db, newest) !== undefined;
	return {
		card: 'reports',
		to: '/rapporter',
		values: {
			quarter: newest.slice(-1),
			year: newest.slice(0, 4),
			state: isInWork ? 'work' : 'ready'
		},
		waits: isInWork && staff.roles.includes('chair')
	};
}
