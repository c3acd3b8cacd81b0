import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as municipality from '../../municipality.ts';
import { closeAll } from '../database.ts';
import * as placement from './placement.ts';

const ALL = ['stevns', 'vejen'];
let folder: string;
const file = () => join(folder, 'placement.map');
const say = (text: string) => writeFileSync(file(), text);

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'placement-'));
	for (const [name, value] of Object.entries({
		PLACEMENT_FILE: file(),
		PLACE: 'a',
		DATA_DIR: join(folder, 'data'),
		KEYS_DIR: join(folder, 'keys'),
		DEMO: '1'
	}))
		vi.stubEnv(name, value);
});
afterEach(() => {
	closeAll();
	rmSync(folder, { recursive: true });
});

it('is judged at the start, with the path and the reason of each fault', () => {
	expect(placement.faults(ALL)).toEqual([`PLACEMENT_FILE: ${file()}: there is no such file`]);
	say('\uFEFF# who has whom\r\nstevns a\r\n\n  vejen\tb\n');
	expect(placement.faults(ALL)).toEqual([]);
	expect(placement.doubts(ALL)).toEqual([]);
	say('stevns a\nstevns b\nvejen\ngreve a\nVejen a\nvejen a # the larger machine\n');
	expect(placement.faults(ALL)).toEqual(
		[
			'line 2: stevns stands there twice',
			...[3, 5, 6].map(
				(n) => `line ${n}: must be a municipality and the name of its server, as "stevns a"`
			),
			'there is no municipality "greve"'
		].map((fault) => `PLACEMENT_FILE: ${file()}: ${fault}`)
	);
	vi.stubEnv('PLACE', '');
	expect(placement.faults(ALL)).toEqual([expect.stringMatching('^PLACEMENT_FILE: .*PLACE')]);
	vi.stubEnv('PLACE', 'a');
	vi.stubEnv('PLACEMENT_FILE', '');
	expect(placement.faults(ALL)).toEqual([expect.stringMatching('^PLACE: .*PLACEMENT_FILE')]);
});

it('doubts a server that has nobody, and a municipality that nobody has', () => {
	say('stevns b\n');
	expect(placement.doubts(ALL)).toEqual([
		expect.stringMatching(/^PLACE: no municipality is placed on "a"/),
		expect.stringMatching(/^PLACEMENT_FILE: .*vejen is placed nowhere$/)
	]);
});

it('without it a server has them all', () => {
	vi.stubEnv('PLACEMENT_FILE', '');
	vi.stubEnv('PLACE', '');
	expect(ALL.map((name) => placement.trouble(name))).toEqual([undefined, undefined]);
	expect(municipality.here().length).toBe(5);
});

it('a file that changes counts at once, and one that cannot be used leaves the former in force and is said once', () => {
	const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	say('stevns a\nvejen b\n');
	expect(placement.isHere('stevns')).toBe(true);
	expect(placement.isHere('vejen')).toBe(false);
	say('stevns b\nvejen aa\n');
	expect(placement.isHere('stevns')).toBe(false);
	say('stevns a a\n');
	expect(placement.isHere('stevns')).toBe(false);
	rmSync(file());
	expect(placement.isHere('stevns')).toBe(false);
	expect(placement.isHere('vejen')).toBe(false);
	expect(said).toHaveBeenCalledTimes(2);
	say('vejen a\n');
	expect(placement.isHere('vejen')).toBe(true);
});

it('who is placed elsewhere is asked for in vain, in nobody’s turn, and no file is made of it', async () => {
	say('stevns b\nvejen a\n');
	expect(() => municipality.find('stevns')).toThrow(expect.objectContaining({ kind: 'elsewhere' }));
	expect(() => municipality.begin('stevns')).toThrow(
		expect.objectContaining({ kind: 'elsewhere' })
	);
	expect(municipality.findServing('stevns')).toBeUndefined();
	const asked: string[] = [];
	const failures = await municipality.each(({ plan }) => asked.push(plan.municipality));
	// Its file may lie on another machine: only who begins it makes one.
	expect(failures.map(({ problem }) => problem)).toEqual([
		expect.objectContaining({ kind: 'file-missing' })
	]);
	expect(existsSync(join(folder, 'data', 'vejen.sqlite'))).toBe(false);
	expect(municipality.begin('vejen')?.plan.municipality).toBe('vejen');
	await municipality.each(({ plan }) => asked.push(plan.municipality));
	expect(asked).toEqual(['vejen']);
	expect(existsSync(join(folder, 'data', 'stevns.sqlite'))).toBe(false);
});

it('those that are placed at once are all placed, and what people wrote beside them stays', async () => {
	say('# A first line\nstevns a\n');
	await Promise.all(ALL.map((name, at) => placement.place(name, `app-${at}`)));
	expect(readFileSync(file(), 'utf8')).toBe('# A first line\nstevns app-0\nvejen app-1\n');
	expect(readFileSync(`${file()}.nginx`, 'utf8')).toBe('stevns app-0;\nvejen app-1;\n');
	// What a command held that was killed holds nobody up.
	writeFileSync(`${file()}.held`, '999999999\n');
	await placement.place('vejen', 'a');
	expect(readFileSync(file(), 'utf8')).toContain('vejen a\n');
});
