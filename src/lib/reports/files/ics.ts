import ical from 'ical-generator';
import type { Day } from '../../calendar.ts';

/** A day of the reporting year: what is due, and to whom. */
export type Due = {
	day: Day;
	kind: 'figures' | 'report' | 'registered' | 'meeting';
	what: string;
	to: string;
	/** The rule gives the day; it is not announced by a survey yet. */
	isByRule: boolean;
};

/** The reporting year for anybody's own calendar: whole days, each with a name that stays the same. */
export function ics(
	dues: readonly Due[],
	{ name, municipality, today }: { name: string; municipality: string; today: Day }
): string {
	const calendar = ical({
		name,
		prodId: { company: 'Øjenhøjde', product: municipality, language: 'DA' }
	});
	for (const [n, { day, kind, what, to }] of dues.entries()) {
		const same = dues.slice(0, n).filter((each) => each.day === day && each.kind === kind).length;
		calendar.createEvent({
			id: `${kind}-${day}-${same + 1}@${municipality}.oejenhoejde`,
			start: new Date(`${day}T00:00:00Z`),
			allDay: true,
			stamp: new Date(`${today}T00:00:00Z`),
			summary: what,
			description: to
		});
	}
	return calendar.toString();
}
