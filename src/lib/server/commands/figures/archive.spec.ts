import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { at, copiedYesterday } from '../../../../../tests/support/copied.ts';
import { run as archive } from './archive.ts';

copiedYesterday();

it('writes all of an archive or nothing, and over nothing', () => {
	archive(['vejen', at('first')]);
	const names = readdirSync(at('first')).sort();
	expect(names.length).toBeGreaterThan(3);
	const last = names.at(-1) ?? '';
	mkdirSync(at('second'));
	writeFileSync(at('second', last), 'handed over');
	expect(() => archive(['vejen', at('second')])).toThrow('is there already');
	expect(readdirSync(at('second'))).toEqual([last]);
});
