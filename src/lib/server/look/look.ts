import { createHash } from 'node:crypto';
import { ACCENT, accentFrom, coloursOf, isReadable, type Colours } from '../../look/accent.ts';
import { immediately, prepared, type Db } from '../core/database.ts';
import * as png from './png.ts';
import * as svg from './svg.ts';

/** How the pages of a municipality look; `logo` is its address below the municipality's own. */
export type Look = { accent: string; colours: Colours; logo?: string };
export type LogoType = 'svg' | 'png';
type Refusal = 'not-a-picture' | 'too-heavy' | svg.Flaw;

/** A logo is part of the first thing that a phone fetches. */
export const LOGO_MAX_BYTES = 30_000;

type Row = { accent: string; logoType: LogoType | null; logoName: string | null };

const row = (db: Db): Row | undefined =>
	prepared<[], Row>(
		db,
		'select accent, logo_type as logoType, logo_name as logoName from look where id = 1'
	).get();

export function read(db: Db): Look {
	const found = row(db);
	const accent = found?.accent ?? ACCENT;
	const logo = found?.logoType ? `logo.${found.logoType}?v=${found.logoName}` : undefined;
	return { accent, colours: coloursOf(accent), ...(logo && { logo }) };
}

/** Whether nothing has been chosen: then pages are as they come. */
export const isOwn = (db: Db): boolean => row(db) !== undefined;

/** @returns false for what is no colour, or cannot be read on white */
export function chooseAccent(db: Db, typed: string): boolean {
	const accent = accentFrom(typed);
	if (!accent || !isReadable(accent)) return false;
	db.prepare(
		'insert into look (id, accent) values (1, ?) on conflict (id) do update set accent = excluded.accent'
	).run(accent);
	return true;
}

/** Keeps a logo, written anew from what may be in one: nothing else of the file that was given is kept. */
export function putLogo(
	db: Db,
	given: Uint8Array
): { ok: true; type: LogoType } | { ok: false; reason: Refusal } {
	const made = safe(given);
	if (!made.ok) return made;
	const { type, bytes } = made;
	if (bytes.length > LOGO_MAX_BYTES) return { ok: false, reason: 'too-heavy' };
	const name = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
	immediately(db, () => {
		db.prepare('insert or ignore into look (id, accent) values (1, ?)').run(ACCENT);
		db.prepare('update look set logo = ?, logo_type = ?, logo_name = ? where id = 1').run(
			bytes,
			type,
			name
		);
	});
	return { ok: true, type };
}

export const removeLogo = (db: Db): void =>
	void db.prepare('update look set logo = null, logo_type = null, logo_name = null').run();

export const logo = (db: Db, type: LogoType): Buffer | undefined =>
	prepared<[LogoType], Buffer>(db, 'select logo from look where id = 1 and logo_type = ?')
		.pluck()
		.get(type);

function safe(
	given: Uint8Array
): { ok: true; type: LogoType; bytes: Buffer } | { ok: false; reason: Refusal } {
	if (png.isPng(given)) {
		const bytes = png.repacked(given);
		return bytes ? { ok: true, type: 'png', bytes } : { ok: false, reason: 'not-a-picture' };
	}
	const text = Buffer.from(given).toString('utf8');
	if (!/<svg[\s>]/.test(text)) return { ok: false, reason: 'not-a-picture' };
	const drawing = svg.cleaned(text);
	return drawing.ok
		? { ok: true, type: 'svg', bytes: Buffer.from(drawing.svg) }
		: { ok: false, reason: drawing.reason };
}
