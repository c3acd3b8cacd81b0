import type { Database } from 'better-sqlite3';
import type { UnitKind } from '../../src/lib/calendar.ts';
import { showable, THRESHOLD } from '../../src/lib/results/suppression.ts';
import type { Rule } from './attacker.ts';

type Asked = {
	id: string;
	breakdowns: { name: string; unit: UnitKind; categories: string[] }[];
};

/** The rounds of a file as they were opened, which is closed then: which groups there can be is known to everybody. */
export function roundsOf(file: Database): Asked[] {
	try {
		return file
			.prepare<[], string>('select content from round')
			.pluck()
			.all()
			.map((content) => JSON.parse(content) as Asked);
	} finally {
		file.close();
	}
}

/** A group may be hidden for how many were asked, too: whoever looks at answers alone has to allow for that. */
export const ruleBeside =
	(hidden: readonly string[]): Rule =>
	(table) => {
		const plainly = showable(table, THRESHOLD);
		if (hidden.every((category) => !plainly.has(category))) return plainly;
		const large = hidden.filter((category) => (table.get(category) ?? 0) >= THRESHOLD);
		return showable(table, THRESHOLD, { forbidden: new Set(large) });
	};
