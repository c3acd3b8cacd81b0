import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as comments from './comment-editing.ts';
import { openFile, type Db } from '../core/database.ts';

function place(path = ':memory:'): { db: Db; ids: string[] } {
	const db = openFile(path);
	const add = db.prepare(
		"insert into comment (id, round, unit, text) values (?, 'r', '2026-Q1', ?)"
	);
	for (const [index, text] of [
		'Mette Hansen lyttede til mig, tak',
		'She helped me a lot',
		'Bo fra jobteamet var grov'
	].entries()) {
		add.run(Buffer.alloc(16, index + 1), text);
	}
	return { db, ids: comments.unread(db).map(({ id }) => id) };
}

it('shows only what an editor has cleared, with its promise', () => {
	const { db, ids } = place();
	const [first = '', second = ''] = ids;
	expect(comments.shown(db)).toEqual([]);
	comments.show(db, first, {
		text: 'Min sagsbehandler lyttede til mig, tak',
		promise: 'eye-level',
		isSummary: false
	});
	comments.show(db, second, { text: 'Hun hjalp mig meget', promise: null, isSummary: true });
	expect(
		comments
			.shown(db, 'r', '2026-Q1')
			.map(({ text, promise, isSummary }) => [text, promise, isSummary])
	).toEqual([
		['Min sagsbehandler lyttede til mig, tak', 'eye-level', false],
		['Hun hjalp mig meget', null, true]
	]);
	expect(comments.shown(db, 'r', '2026-Q2')).toEqual([]);
	expect(comments.unread(db)).toHaveLength(1);
});

it('removes numbers and addresses from the editor’s text too', () => {
	const { db, ids } = place();
	comments.show(db, ids[0] ?? '', { text: 'Ring 22 34 56 78', promise: null, isSummary: false });
	expect(comments.shown(db)[0]?.text).not.toContain('22 34');
});

it('counts what was hidden by its reason, and shows it never again', () => {
	const { db, ids } = place();
	const [, , third = ''] = ids;
	expect(comments.hide(db, third, 'employee')).toBe(true);
	expect(comments.show(db, third, { text: 'x', promise: null, isSummary: false })).toBe(false);
	expect(comments.tally(db)).toEqual([
		{ round: 'r', unit: '2026-Q1', state: 'hidden', reason: 'employee', n: 1 },
		{ round: 'r', unit: '2026-Q1', state: 'unread', reason: null, n: 2 }
	]);
});

it('leaves nothing of the citizen’s own words in the file or its log', () => {
	const path = join(mkdtempSync(join(tmpdir(), 'oejenhoejde-comments-')), 'live.sqlite');
	const { db, ids } = place(path);
	const bytes = () =>
		Buffer.concat([path, `${path}-wal`].map((each) => readFileSync(each))).toString('latin1');
	expect(bytes()).toContain('Mette Hansen');
	comments.show(db, ids[0] ?? '', { text: 'Hun lyttede', promise: null, isSummary: false });
	comments.hide(db, ids[2] ?? '', 'employee');
	expect(bytes()).not.toContain('Mette Hansen');
	expect(bytes()).not.toContain('Bo fra jobteamet');
	db.close();
});
