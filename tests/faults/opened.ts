import { join } from 'node:path';
import * as box from '../../src/lib/server/rounds/box.ts';
import { openFile } from '../../src/lib/server/core/database.ts';
import { unseal } from '../../src/lib/server/core/sealed.ts';
import * as keys from '../../src/lib/server/core/keys.ts';
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

export function open(dataFolder: string, keysFolder: string, round: string): Opened {
	const db = openFile(join(dataFolder, 'stevns.sqlite'));
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
				const key = keys.boxKey(keysFolder, round, unit);
				return String(JSON.parse(unseal(key, sealed, `${round}|${unit}|comment`).toString()));
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
