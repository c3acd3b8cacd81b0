import { join } from 'node:path';
import * as box from '../../src/lib/server/rounds/box.ts';
import { openFile } from '../../src/lib/server/core/database.ts';
import { unseal } from '../../src/lib/server/core/sealed.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';

/** What nobody may see before the release: every counter of the round's open boxes, and every comment. */
export type Opened = {
	counts: { [counter: string]: number };
	comments: string[];
	receipts: number;
	/** Refused with a word to the citizen, and kept unread. */
	notCounted: number;
	quarantined: number;
};

export function open(
	dataFolder: string,
	keysFolder: string,
	round: string,
	municipality = 'stevns'
): Opened {
	const db = openFile(join(dataFolder, `${municipality}.sqlite`));
	try {
		const kept = rounds.list(db).find((each) => each.round.id === round);
		if (!kept) throw new Error(`no round ${round}`);
		const counts: Opened['counts'] = {};
		for (const { kind, unit } of rounds.units(db, round)) {
			if (kind !== 'month') continue;
			for (const [name, n] of box.read(db, { keysFolder, ...kept, unit, kind })) {
				if (n > 0) counts[name] = (counts[name] ?? 0) + n;
			}
		}
		const comments = db
			.prepare<[], { unit: string; sealed: Buffer }>('select unit, sealed from sealed_comment')
			.all()
			.map(({ unit, sealed }) => {
				const quarter = { keysFolder, ...kept, unit, kind: 'quarter' as const };
				const { commentKey } = box.read(db, quarter);
				if (!commentKey) throw new Error(`no key for the comments of ${unit}`);
				const bytes = unseal(commentKey, sealed, `${round}|${unit}|comment`);
				return String(JSON.parse(bytes.toString()));
			});
		const sum = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? 0;
		return {
			counts,
			comments: comments.filter(Boolean).sort(),
			receipts: sum('select count(*) from receipt'),
			notCounted: sum('select coalesce(sum(n), 0) from not_counted'),
			quarantined: sum('select count(*) from quarantine')
		};
	} finally {
		db.close();
	}
}
