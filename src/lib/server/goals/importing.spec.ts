import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Line, readFigures } from '../../goals/sheet/read.ts';
import { openFile, type Db } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
import { enter, rows } from './figures.ts';
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

describe('a file that is silent about what stands there', () => {
	const period = '2024-Q3';
	const known = knownIn(vejen);
	const { goal, measure } = known.find(({ every }) => every === 'quarter')!;
	const at = `${goal}/${measure}`;
	const point = () => find(db, goal, measure)?.points[0];
	const whole = { value: 45.8, national: 34.2, expected: 40, isProvisional: false };
	beforeEach(() => {
		const from = {
			goal,
			measure,
			period,
			delivered: '45,8',
			source: 'Jobindsats',
			retrievedOn: today
		};
		enter(db, vejen, [{ ...from, ...whole }], { way: 'typed', by: null, today });
	});

	it('changes nothing by coming, and corrects the value alone', () => {
		for (const text of [
			`mål;periode;værdi;kilde\n${at};${period};45,8;x`,
			`mål;periode;værdi;hele landet;ventet;kilde\n${at};${period};45,8;;;x`
		]) {
			expect(fates(text)).toEqual([['same', 45.8]]);
			expect(preview(db, vejen, read(text), today).lines[0]?.beside).toBe(34.2);
			expect(keep(text)).toMatchObject({ same: 1, corrected: 0 });
		}
		const other = `mål;periode;værdi;kilde\n${at};${period};45,9;x`;
		expect(keep(other, 'Tastefejl')).toMatchObject({ corrected: 1 });
		expect(point()).toEqual({ ...whole, period, value: 45.9 });
	});

	it('takes away only what it says is not there, and goes through the page as it was read', () => {
		const text = `mål;periode;værdi;hele landet;ventet;foreløbig;kilde\n${at};${period};45,8;-;41;nej;x`;
		const lines = z.array(Line).parse(JSON.parse(JSON.stringify(read(text))));
		expect(lines).toEqual(read(text));
		expect(keep(text, 'Kilden har det ikke')).toMatchObject({ corrected: 1 });
		expect(point()).toEqual({
			period,
			value: 45.8,
			national: null,
			expected: 41,
			isProvisional: false
		});
	});
});
