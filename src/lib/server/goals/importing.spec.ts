import { beforeEach, describe, expect, it } from 'vitest';
import { readFigures, type Line } from '../../goals/sheet/read.ts';
import { openFile, type Db } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
import { rows } from './figures.ts';
import { knownIn, preview, save, template } from './importing.ts';
import { find } from './series.ts';

const vejen = plans.find('vejen')!;
const today = '2024-11-20';
let db: Db;
beforeEach(() => {
	db = openFile(':memory:');
});

const read = (text: string): Line[] => {
	const reading = readFigures(text, { known: knownIn(vejen), source: '' });
	if (!reading.ok) throw new Error(JSON.stringify(reading));
	return reading.lines;
};
const keep = (text: string, reason: string | null = null) =>
	save(db, vejen, read(text), { way: 'file', by: null, today, reason });
const FILE = `mål;periode;værdi;kilde
sick-leave-weeks;2024-06;29,1;Jobindsats
sick-leave-weeks;2024-07;..;Jobindsats
sick-leave-weeks;2024-09;28,4;Jobindsats`;
const fates = (text: string) =>
	preview(db, vejen, read(text), today).lines.map(({ fate, there }) => [fate, there]);

describe('a file of figures', () => {
	it('is foreseen before anything is written, with the months that it lacks', () => {
		expect(preview(db, vejen, read(FILE), today)).toMatchObject({
			lines: [{ fate: 'new' }, { fate: 'new' }, { fate: 'new' }],
			gaps: [{ goal: 'sick-leave-weeks', periods: ['2024-08'] }]
		});
		expect(rows(db)).toEqual([]);
	});

	it('doubles nothing when it comes again, and loses nothing', () => {
		expect(keep(FILE)).toEqual({ ok: true, added: 3, corrected: 0, same: 0 });
		expect(fates(FILE).map(([fate]) => fate)).toEqual(['same', 'same', 'same']);
		expect(keep(FILE)).toEqual({ ok: true, added: 0, corrected: 0, same: 3 });
		expect(rows(db)).toHaveLength(3);
		expect(find(db, 'sick-leave-weeks', 'figure')?.points.map(({ value }) => value)).toEqual([
			29.1, 28.4
		]);
	});

	it('corrects only with a reason, and writes all or none', () => {
		keep(FILE);
		const changed = `${FILE.replace('28,4', '28,9')}\nsick-leave-weeks;2024-08;28,6;Jobindsats`;
		expect(fates(changed)).toEqual([
			['same', 29.1],
			['same', null],
			['needs-reason', 28.4],
			['new', null]
		]);
		expect(keep(changed)).toMatchObject({
			ok: false,
			problems: [{ at: 2, reason: 'needs-reason' }]
		});
		expect(rows(db)).toHaveLength(3);
		expect(keep(changed, 'Byttet om')).toEqual({ ok: true, added: 1, corrected: 1, same: 2 });
		expect(rows(db).map(({ reason }) => reason)).toContain('Byttet om');
	});

	it('is refused with a month that is not over', () => {
		expect(fates('mål;periode;værdi;kilde\nsick-leave-weeks;2024-12;1;x')).toEqual([
			['not-over', null]
		]);
	});

	it('has a template that names every registered measure and is read again', () => {
		const file = template(db, vejen, today, 'Egen opgørelse');
		const filled = file.replaceAll(/;;;;;;/g, ';12;;;;;');
		const lines = read(filled);
		expect(lines).toHaveLength(knownIn(vejen).length);
		expect(save(db, vejen, lines, { way: 'file', by: null, today, reason: null })).toMatchObject({
			ok: true,
			added: lines.length
		});
		expect(read(file)).toEqual([]);
		expect(template(db, vejen, today, '')).not.toContain('Egen opgørelse;Egen');
	});

	it('has a template of every plan that is read again', () => {
		for (const plan of plans.all()) {
			const file = template(db, plan, '2026-11-20', 'Egen opgørelse').replaceAll(
				/;;;;;;/g,
				';12;;;;;'
			);
			const reading = readFigures(file, { known: knownIn(plan), source: '' });
			expect(reading).toMatchObject({ ok: true, skipped: 0 });
		}
	});
});
