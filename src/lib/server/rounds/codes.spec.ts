import { createSecretKey } from 'node:crypto';
import { expect, it } from 'vitest';
import { municipality, round } from '../../../../tests/support/survey.ts';
import { parse } from '../../survey/code.ts';
import * as codes from './codes.ts';
import * as keyring from '../core/keyring.ts';

it('makes codes that can be typed, and keeps none of them', () => {
	const { db, keysFolder } = municipality();
	const batch = { round: round.id, prefix: 'AB', team: 'nord', month: '2026-02', count: 200 };
	const made = codes.make(db, keysFolder, batch);
	expect(new Set(made).size).toBe(200);
	expect(made.every((code) => parse(code).ok)).toBe(true);
	const kept = JSON.stringify(db.prepare('select hex(hmac) as hmac, round, team from code').all());
	expect(made.some((code) => kept.includes(code))).toBe(false);
});

it('draws anew what was handed out already, in this batch or an earlier one', () => {
	const { db, keysFolder } = municipality();
	const batch = { round: round.id, prefix: 'AB', month: '2026-02', count: 2 };
	const drawn = ['2222222', '3333333', '3333333', '2222222', '4444444', '4444444', '5555555'];
	const draw = () => drawn.shift() ?? '';
	const [first, second] = [1, 2].map(() => codes.makeBatch(db, keysFolder, batch, draw).codes);
	expect([first, second].map((made) => made?.map((code) => code.slice(2, 3)).join(''))).toEqual([
		'23',
		'45'
	]);
	expect(db.prepare('select count(*) from code').pluck().get()).toBe(4);
});

it('uses a code once, in its own round', () => {
	const { db, keysFolder } = municipality();
	const batch = { round: round.id, prefix: 'AB', team: 'nord', month: '2026-02', count: 1 };
	const [code = ''] = codes.make(db, keysFolder, batch);
	const secret = createSecretKey(keyring.codeSecret(db, keysFolder));
	expect(codes.use(db, secret, 'another-round', code)).toEqual({
		ok: false,
		reason: 'code-unknown'
	});
	expect(codes.use(db, secret, round.id, code)).toEqual({ ok: true, team: 'nord' });
	expect(codes.use(db, secret, round.id, code)).toEqual({ ok: false, reason: 'code-used' });
});

it('makes one batch of a form that was sent twice, and tells of a batch nothing but its size', () => {
	const { db, keysFolder } = municipality();
	const batch = { round: round.id, prefix: 'AB', month: '2026-02', count: 3, madeOn: '2026-02-04' };
	expect(codes.isMade(db, 'form-1')).toBe(false);
	codes.make(db, keysFolder, { ...batch, request: 'form-1' });
	expect(codes.isMade(db, 'form-1')).toBe(true);
	expect(() => codes.make(db, keysFolder, { ...batch, request: 'form-1' })).toThrow('UNIQUE');
	codes.handOutPaper(db, { ...batch, team: 'nord', count: 40 });
	const about = { month: '2026-02', madeOn: '2026-02-04', state: 'out' };
	expect(codes.batches(db, round.id)).toEqual([
		{ ...about, id: 2, channel: 'paper', team: 'nord', invited: 40 },
		{ ...about, id: 1, channel: 'code', team: null, invited: 3 }
	]);
	expect(db.prepare('select count(*) as n from code').get()).toEqual({ n: 3 });
});
