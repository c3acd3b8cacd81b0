import { describe, expect, it } from 'vitest';
import { codeOf, file, KEY, later, NOW, someone } from '../../../../tests/support/staff.ts';
import * as recovery from './recovery.ts';
import * as totp from './totp.ts';

const DIGITS = { key: KEY, now: NOW };

describe('the second factor', () => {
	it('is set up by the first right code, and not before', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const { secret, uri } = totp.enrol(db, user, { key: KEY, issuer: 'Stevns' });
		expect(uri).toContain('otpauth://totp/');
		expect(totp.enrol(db, user, { key: KEY, issuer: 'Stevns' }).secret).toBe(secret);
		const code = codeOf(secret)(NOW);
		expect(totp.check(db, user.id, code, DIGITS)).toBe(false);
		expect(totp.check(db, user.id, '000000', { ...DIGITS, confirming: true })).toBe(false);
		expect(totp.isSetUp(db, user.id)).toBe(false);
		expect(totp.check(db, user.id, code, { ...DIGITS, confirming: true })).toBe(true);
		expect(totp.isSetUp(db, user.id)).toBe(true);
		expect(() => totp.enrol(db, user, { key: KEY, issuer: 'Stevns' })).toThrow();
	});

	it('takes a code once, and none from before it', async () => {
		const db = file();
		const { user, code } = await someone(db, { name: 'Karen', roles: ['leader'], withTotp: true });
		const earlier = code(later(-0.5));
		const now = code(NOW);
		expect(totp.check(db, user.id, now, DIGITS)).toBe(true);
		expect(totp.check(db, user.id, now, DIGITS)).toBe(false);
		expect(totp.check(db, user.id, earlier, DIGITS)).toBe(false);
		expect(totp.check(db, user.id, code(later(1)), { key: KEY, now: later(1) })).toBe(true);
	});

	it('forgives half a minute, and no more', async () => {
		const db = file();
		const { user, code } = await someone(db, { name: 'Karen', roles: ['leader'], withTotp: true });
		expect(totp.check(db, user.id, code(later(-2)), DIGITS)).toBe(false);
		expect(totp.check(db, user.id, code(later(2)), DIGITS)).toBe(false);
		expect(totp.check(db, user.id, code(later(-0.5)), DIGITS)).toBe(true);
	});

	it('is read in the digits of any keyboard, with a space where a phone shows one', async () => {
		const db = file();
		const { user, code } = await someone(db, { name: 'Karen', roles: ['leader'], withTotp: true });
		const wide = [...code(NOW)].map((digit) => String.fromCharCode(0xff10 + Number(digit)));
		const arabic = [...code(later(1))].map((digit) => String.fromCharCode(0x660 + Number(digit)));
		const typed = (digits: string[]) =>
			`${digits.slice(0, 3).join('')}\u00a0${digits.slice(3).join('')}`;
		expect(totp.check(db, user.id, typed(wide), DIGITS)).toBe(true);
		expect(totp.check(db, user.id, typed(arabic), { key: KEY, now: later(1) })).toBe(true);
	});

	it('cannot be read from the file alone, nor moved to another user', async () => {
		const db = file();
		const { user, code } = await someone(db, { name: 'Karen', roles: ['leader'], withTotp: true });
		const other = await someone(db, { name: 'Ole', roles: ['leader'], withTotp: true });
		expect(() =>
			totp.check(db, user.id, code(NOW), { ...DIGITS, key: Buffer.alloc(32) })
		).toThrow();
		db.exec(`update totp set sealed = (select sealed from totp where user = '${user.id}')`);
		expect(() => totp.check(db, other.user.id, code(NOW), DIGITS)).toThrow();
	});
});

describe('recovery codes', () => {
	it('work once each, however they are typed, and only for their owner', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const other = await someone(db, { name: 'Ole', roles: ['leader'] });
		const codes = recovery.renew(db, user.id);
		const [first = '', second = '', third = ''] = codes;
		expect(new Set(codes).size).toBe(recovery.CODES);
		expect(first).toMatch(/^([2-9A-Z]{4}-){5}[2-9A-Z]{4}$/);
		expect(recovery.use(db, other.user.id, first)).toBe(false);
		expect(recovery.use(db, user.id, first.toLowerCase().replaceAll('-', ' '))).toBe(true);
		expect(recovery.use(db, user.id, first)).toBe(false);
		const wide = [...second]
			.map((sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
			.join('');
		expect(recovery.use(db, user.id, wide)).toBe(true);
		expect(recovery.left(db, user.id)).toBe(6);
		recovery.renew(db, user.id);
		expect(recovery.use(db, user.id, third)).toBe(false);
	});

	it('are in the file as hashes only', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const codes = recovery.renew(db, user.id);
		const kept = JSON.stringify(db.prepare('select hex(hash) as h, user from recovery_code').all());
		for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));
	});
});
