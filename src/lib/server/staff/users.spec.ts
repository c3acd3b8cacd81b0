import { describe, expect, it } from 'vitest';
import { file, later, NOW, someone, TODAY } from '../../../../tests/support/staff.ts';
import * as invitations from './invitations.ts';
import * as session from './session.ts';
import * as users from './users.ts';

const karen = { name: ' Karen Holm ', email: ' Karen@Stevns.example ', today: TODAY };

describe('users', () => {
	it('have one address each, however it is written, and at least one role', () => {
		const db = file();
		expect(users.add(db, { ...karen, roles: [] })).toEqual({ ok: false, reason: 'no-role' });
		expect(users.add(db, { ...karen, roles: ['leader'] })).toMatchObject({
			ok: true,
			user: { name: 'Karen Holm', email: 'karen@stevns.example', roles: ['leader'], active: true }
		});
		expect(users.add(db, { ...karen, roles: ['chair'] })).toEqual({
			ok: false,
			reason: 'email-taken'
		});
	});

	it.each([
		[['leader', 'chair'], 'roles-apart'],
		[['secretary', 'caseworker'], 'roles-apart'],
		[['secretary', 'leader'], 'roles-apart'],
		[['secretary', 'administrator'], undefined],
		[['leader', 'caseworker'], undefined]
	] as const)('hold %j together: %s', (roles, reason) => {
		const outcome = users.add(file(), { ...karen, roles: [...roles] });
		expect(outcome.ok ? undefined : outcome.reason).toBe(reason);
	});

	it('never give themselves access', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['administrator'] });
		const own = { ok: false, reason: 'own-access' };
		expect(users.setRoles(db, user.id, ['administrator', 'leader'], user.id)).toEqual(own);
		expect(users.deactivate(db, user.id, user.id)).toEqual(own);
		expect(users.find(db, user.id)?.roles).toEqual(['administrator']);
	});

	it('always keep an administrator', async () => {
		const db = file();
		const karen = await someone(db, { name: 'Karen', roles: ['administrator'] });
		const ole = await someone(db, { name: 'Ole', roles: ['administrator'] });
		expect(users.setRoles(db, karen.user.id, ['leader'], ole.user.id)).toEqual({ ok: true });
		const last = { ok: false, reason: 'last-administrator' };
		expect(users.setRoles(db, ole.user.id, ['leader'], karen.user.id)).toEqual(last);
		expect(users.deactivate(db, ole.user.id, karen.user.id)).toEqual(last);
	});

	it('lose sessions and links with their access', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const now = new Date();
		const id = await session.start(db, user.id, { step: 'done', browser: '', now });
		const token = invitations.make(db, user.id, { kind: 'password', now });
		expect(users.deactivate(db, user.id, 'someone else')).toEqual({ ok: true });
		users.reactivate(db, user.id);
		expect(await session.read(db, id, now)).toBeUndefined();
		expect(invitations.find(db, token, now)).toBeUndefined();
	});

	it('of the own login are kept by who they are there, with the roles of each sign-in', () => {
		const db = file();
		const person = {
			issuer: 'https://login.example',
			subject: 's1',
			name: 'Karen',
			email: 'karen@stevns.example',
			today: TODAY
		};
		users.add(db, { ...karen, roles: ['administrator'] });
		const first = users.fromOwnLogin(db, { ...person, roles: ['leader'] });
		const second = users.fromOwnLogin(db, { ...person, roles: ['chair'], name: 'Karen H' });
		expect(second).toMatchObject({
			id: first.id,
			name: 'Karen H',
			roles: ['chair'],
			ownLogin: true
		});
		expect(users.list(db)).toHaveLength(2);
		// The same address does not make it the same person, and no password ever opens it.
		expect(users.findByEmail(db, person.email)?.ownLogin).toBe(false);
		expect(users.setRoles(db, first.id, ['administrator'], 'x')).toEqual({
			ok: false,
			reason: 'own-login'
		});
	});
});

describe('an invitation', () => {
	it('works once, for its user, until it is too old', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const token = invitations.make(db, user.id, { kind: 'invitation', now: NOW });
		expect(token).toMatch(/^[\w-]{43}$/);
		const week = 7 * 24 * 60;
		expect(invitations.find(db, token, later(week - 1))?.id).toBe(user.id);
		expect(invitations.find(db, token, later(week))).toBeUndefined();
		expect(invitations.find(db, `${token}x`, NOW)).toBeUndefined();
		expect(invitations.accept(db, token, 'hash', later(5))?.id).toBe(user.id);
		expect(users.passwordOf(db, user.id)).toBe('hash');
		expect(invitations.accept(db, token, 'another', later(6))).toBeUndefined();
		expect(users.passwordOf(db, user.id)).toBe('hash');
	});

	it('makes the earlier one useless, and is in the file as a hash only', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const first = invitations.make(db, user.id, { kind: 'invitation', now: NOW });
		const second = invitations.make(db, user.id, { kind: 'password', now: NOW });
		expect(invitations.find(db, first, NOW)).toBeUndefined();
		expect(invitations.find(db, second, later(23 * 60))).toBeDefined();
		expect(invitations.find(db, second, later(24 * 60))).toBeUndefined();
		const kept = db.prepare('select hash from invitation').pluck().all() as Buffer[];
		expect(kept.map((hash) => hash.toString())).not.toContain(second);
	});

	it('ends every session when it is taken up', async () => {
		const db = file();
		const now = new Date();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const id = await session.start(db, user.id, { step: 'done', browser: '', now });
		invitations.accept(db, invitations.make(db, user.id, { kind: 'password', now }), 'h', now);
		expect(await session.read(db, id, now)).toBeUndefined();
	});
});
