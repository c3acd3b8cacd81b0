import type { Day } from '../../calendar.ts';
import * as audit from '../core/audit.ts';
import { immediately, prepared, type Db } from '../core/database.ts';
import * as keys from '../core/keys.ts';
import * as waiting from '../core/moving-keys/waiting.ts';
import type { Trouble } from '../core/trouble.ts';
import * as pictures from '../journey/pictures.ts';
import * as box from '../rounds/box.ts';
import * as rounds from '../rounds/rounds.ts';
import * as generation from './generation.ts';

/**
 * What an operator may go on with: a half that is older than the other, or where nothing says which is, and keys of boxes that are
 * not there.
 */
type Lacking = { older: 'file' | 'keys' | 'unknown' | undefined; flaws: Trouble[] };

export function lacking(db: Db, keysFolder: string): Lacking {
	const { older, flaw } = generation.compareIf(db, keysFolder);
	const away = [...waiting.flaws(db, keysFolder), pictures.keysFlaw(db, keysFolder) ?? []].flat();
	return flaw ? { older: 'unknown', flaws: [flaw, ...away] } : { older, flaws: away };
}

function giveUpKeys(db: Db, keysFolder: string): void {
	waiting.giveUp(db, keysFolder);
	pictures.giveUpKeys(db, keysFolder);
}

/** An operator goes on with what is lacking, if anything is. */
export function accept(
	db: Db,
	keysFolder: string,
	{ today, now }: { today: Day; now: Date }
): void {
	immediately(db, () => {
		const { older, flaws } = lacking(db, keysFolder);
		if (!older && flaws.length === 0) return;
		const halves = generation.compareIf(db, keysFolder);
		giveUpKeys(db, keysFolder);
		if (older === 'unknown') keys.makeRoomForGeneration(keysFolder);
		const n = Math.max(halves.file, halves.keys ?? 0) + 1;
		// Where nothing says which: as if the file were, so that nobody is refused for good.
		const half = older === 'unknown' ? 'file' : (older ?? 'keys');
		begin(db, keysFolder, { n, older: half, today, now });
	});
}

/**
 * A copy of the file was put back. What stood is gone, and keys that move on from here must not open what it had sealed after
 * the copy was made: every box gets another key of chance.
 * @param stood how far what stood had come
 */
export function putBack(
	db: Db,
	keysFolder: string,
	{ stood, today, now }: { stood: number; today: Day; now: Date }
): void {
	// It has been said which boxes the keys do not open.
	giveUpKeys(db, keysFolder);
	for (const kept of rounds.list(db)) {
		for (const { unit, kind, state } of rounds.units(db, kept.round.id)) {
			if (state === 'open') box.renewKey(db, { keysFolder, ...kept, unit, kind });
		}
	}
	pictures.renewKeys(db, keysFolder);
	immediately(db, () => {
		const halves = generation.compare(db, keysFolder);
		begin(db, keysFolder, {
			n: Math.max(stood, halves.file, halves.keys ?? 0) + 1,
			older: 'file',
			today,
			now
		});
	});
}

/** Both halves begin a generation that no copy of either has. */
function begin(
	db: Db,
	keysFolder: string,
	{ n, older, today, now }: { n: number; older: 'file' | 'keys'; today: Day; now: Date }
): void {
	db.prepare('update generation set n = ?, settled = 1').run(n);
	db.prepare('insert into restoration (n, day, older) values (?, ?, ?)').run(n, today, older);
	audit.log(db, { who: null, what: 'copy-restored', about: older, ...audit.moment(now) });
	// Last: should the commit fail, the file is older still, and that is said again.
	keys.writeGeneration(keysFolder, n);
}

/**
 * Whether an older file was put back on one of these days. It does not know the codes and closing days that came after the copy
 * was made, and who goes by them must not be refused for good.
 */
export const hadOlderFile = (db: Db, from: Day, until: Day = '9999'): boolean =>
	prepared<[Day, Day]>(
		db,
		"select 1 from restoration where older = 'file' and day between ? and ?"
	).get(from, until) !== undefined;
