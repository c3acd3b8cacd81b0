import { expect, it } from 'vitest';
import { checkCode } from './check.ts';
import { withCheck } from './code.ts';

const round = (id: string, prefix: string) => ({
	id,
	prefix,
	opensOn: '2026-01-01',
	closesOn: '2026-03-31'
});
const rounds = [round('a', 'AA'), round('b', 'BB')];
const code = withCheck('BB', '2345678');

it.each([
	[code, '2026-02-01', { ok: true, code, round: rounds[1] }],
	[code, '2025-02-01', { ok: false, reason: 'not-yet-open', round: rounds[1] }],
	[code, '2026-04-01', { ok: false, reason: 'closed', round: rounds[1] }],
	[withCheck('CC', '2345678'), '2026-02-01', { ok: false, reason: 'round-unknown' }],
	[`${code.slice(0, 9)}`, '2026-02-01', { ok: false, reason: 'too-short' }],
	['', '2026-02-01', { ok: false, reason: 'empty' }]
])('%s on %s is checked for no more than its holder may know', (typed, today, expected) => {
	expect(checkCode(typed, rounds, today)).toEqual(expected);
});
