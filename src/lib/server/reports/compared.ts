import type { Day } from '../../calendar.ts';
import { json } from '../../json.ts';
import type { Outcome } from '../../outcome.ts';
import { Comparable } from '../../reports/comparison.ts';
import type { Db } from '../core/database.ts';

const FILES_MAX = 30;
type Compared = { file: Comparable; readOn: Day };

/** Keeps what another municipality publishes; a newer file of the same one takes its place. */
export function add(
	db: Db,
	text: string,
	{ user, today, own }: { user: string; today: Day; own: string }
): Outcome<'no-figures' | 'own' | 'full', { name: string }> {
	const read = Comparable.safeParse(json(text));
	if (!read.success) return { ok: false, reason: 'no-figures' };
	const { municipality, name } = read.data;
	if (municipality === own) return { ok: false, reason: 'own' };
	const known = list(db);
	const isNew = !known.some(({ file }) => file.municipality === municipality);
	if (isNew && known.length >= FILES_MAX) return { ok: false, reason: 'full' };
	db.prepare('insert or replace into compared values (?, ?, ?, ?, ?)').run(
		municipality,
		name,
		JSON.stringify(read.data),
		today,
		user
	);
	return { ok: true, name };
}

export const remove = (db: Db, municipality: string): boolean =>
	db.prepare('delete from compared where municipality = ?').run(municipality).changes === 1;

export const list = (db: Db): Compared[] =>
	db
		.prepare<[], { content: string; readOn: Day }>(
			'select content, read_on as readOn from compared order by name'
		)
		.all()
		.map(({ content, readOn }) => ({ file: Comparable.parse(json(content)), readOn }));
