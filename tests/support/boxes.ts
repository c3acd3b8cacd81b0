import { join } from 'node:path';
import type { Round } from '../../src/lib/survey/round.ts';
import type { House } from './house.ts';
import { imported } from './round.ts';

/**
 * Opens the box of a month as only release may: the server must have stopped.
 * @returns every counter that is not zero, by `series|breakdown|category|item|answer`, and the receipts
 */
export async function openedBox(
	house: House,
	round: Round,
	month: string
): Promise<{ counts: { [name: string]: number }; receipts: number }> {
	const [database, box, rounds] = await Promise.all([
		imported('database'),
		imported('box'),
		imported('rounds')
	]);
	const db = database.openFile(join(house.variables.DATA_DIR ?? '', 'stevns.sqlite'));
	const kept = rounds.find(db, round.id);
	if (!kept) throw new Error(`no round ${round.id}`);
	const keysFolder = join(house.variables.KEYS_DIR ?? '', 'stevns');
	const counts = box.read(db, { ...kept, keysFolder, unit: month, kind: 'month' });
	const receipts = db.prepare<[], number>('select count(*) from receipt').pluck().get() ?? 0;
	db.close();
	return { counts: Object.fromEntries([...counts].filter(([, n]) => n > 0)), receipts };
}
