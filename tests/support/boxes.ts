import { join } from 'node:path';
import type { Round } from '../../src/lib/survey/round.ts';
import { TODAY, type Site } from './site.ts';
import { imported } from './modules.ts';

/**
 * Opens the box of a month as only release may: the server must have stopped.
 * @returns every counter that is not zero, by `series|breakdown|category|item|answer`, and the receipts
 */
export async function openedBox(
	site: Site,
	round: Round,
	month: string
): Promise<{ counts: { [name: string]: number }; receipts: number }> {
	const [database, box, rounds] = await Promise.all([
		imported('database'),
		imported('box'),
		imported('rounds')
	]);
	const db = database.openFile(join(site.variables.DATA_DIR ?? '', 'stevns.sqlite'));
	const kept = rounds.find(db, round.id);
	if (!kept) throw new Error(`no round ${round.id}`);
	const keysFolder = join(site.variables.KEYS_DIR ?? '', 'stevns');
	const counts = box.read(db, { ...kept, keysFolder, unit: month, kind: 'month' });
	const receipts = db.prepare<[], number>('select count(*) from receipt').pluck().get() ?? 0;
	db.close();
	return { counts: Object.fromEntries([...counts].filter(([, n]) => n > 0)), receipts };
}

/** What a round's boxes hold, by counter: `open answered`, `asked a:5`. Only what is not zero. */
export type Counted = { [counter: string]: number };

/** Opens the box of the month that tests live in, with the keys that only release has, and lists the municipality's own counters. */
export async function counted(site: Site, municipality: string, round: Round): Promise<Counted> {
	const [box, rounds] = await Promise.all([imported('box'), imported('rounds')]);
	const file = site.file(municipality);
	const kept = rounds.find(file, round.id);
	if (!kept) throw new Error(`no round ${round.id}`);
	const unit = TODAY.slice(0, 7);
	const keysFolder = join(site.variables.KEYS_DIR ?? '', municipality);
	const counts = box.read(file, { keysFolder, ...kept, unit, kind: 'month' });
	file.close();
	return Object.fromEntries(
		[...counts]
			.map(([name, n]): [string[], number] => [name.split('|'), n])
			.filter(([[, breakdown], n]) => n > 0 && breakdown === '')
			.map(([[series, , , item, answer], n]) => [
				item ? `${series} ${item}:${answer}` : `${series} ${answer}`,
				n
			])
	);
}

/** What has come on top since `before`. */
export const since = (before: Counted, after: Counted): Counted =>
	Object.fromEntries(
		Object.entries(after)
			.map(([counter, n]): [string, number] => [counter, n - (before[counter] ?? 0)])
			.filter(([, n]) => n !== 0)
	);

/** Every comment that lies sealed, in no order; the empty ones too. */
export async function comments(site: Site, municipality: string, round: Round): Promise<string[]> {
	const [sealed, box, rounds] = await Promise.all([
		imported('sealed'),
		imported('box'),
		imported('rounds')
	]);
	const file = site.file(municipality);
	const kept = rounds.find(file, round.id);
	if (!kept) throw new Error(`no round ${round.id}`);
	const keysFolder = join(site.variables.KEYS_DIR ?? '', municipality);
	const rows = file
		.prepare<[string], { unit: string; sealed: Buffer }>(
			'select unit, sealed from sealed_comment where round = ?'
		)
		.all(round.id);
	const texts = rows.map(({ unit, sealed: comment }) => {
		const { commentKey } = box.read(file, { keysFolder, ...kept, unit, kind: 'quarter' });
		if (!commentKey) throw new Error(`no key for the comments of ${unit}`);
		const bytes = sealed.unseal(commentKey, comment, `${round.id}|${unit}|comment`);
		return String(JSON.parse(bytes.toString()));
	});
	file.close();
	return texts;
}
