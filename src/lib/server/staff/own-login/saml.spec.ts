import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as saml from '../../../../../tests/support/saml-provider.ts';
import { CHAIR, LEADER, PLAIN, SamlVisit } from '../../../../../tests/support/saml-visit.ts';
import { file } from '../../../../../tests/support/staff.ts';
import * as ours from './saml.ts';

let visit: SamlVisit;
beforeAll(async () => {
	visit = await SamlVisit.make();
});
beforeEach(() => visit.begin());

describe('a municipality’s SAML login', () => {
	it('says who it is and which roles they have', async () => {
		const { finished, facts } = await visit.signIn(file());
		expect(finished).toEqual({
			ok: true,
			person: {
				issuer: visit.idp.entityId,
				subject: 'karen',
				name: 'Karen Holm',
				email: 'karen@stevns.example',
				roles: ['leader']
			}
		});
		expect(facts?.sessionIndex).toMatch(/^_index/);
	});

	it.each([
		['encrypted, signed inside and around', { isMessageSigned: true }],
		['not encrypted', PLAIN],
		['not encrypted, signed inside and around', { ...PLAIN, isMessageSigned: true }],
		[
			'signed by RSA with SHA-512',
			{ algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512' }
		]
	])('is read when it is %s', async (_, how) => {
		expect((await visit.signIn(file(), how)).finished.ok).toBe(true);
	});

	it('is asked by a signed request, with the level that is wanted', async () => {
		const db = file();
		const [one, two] = [await visit.ask(db), await visit.ask(db)];
		expect(one.url.searchParams.get('SigAlg')).toMatch(/rsa-sha256$/);
		expect(one.url.searchParams.get('SAMLRequest')).not.toBe(
			two.url.searchParams.get('SAMLRequest')
		);
		// The provider reads it, and refuses one that was changed.
		const changed = new URL(one.url);
		changed.searchParams.set('RelayState', 'x');
		await expect(visit.idp.answer(changed, 'karen', visit.metadata)).rejects.toThrow();
	});
});

describe('what it says is judged', () => {
	const list = (names: string[], cvr = '29208654', constraint = '') => ({
		[saml.PRIVILEGES]: saml.privileges(cvr, names, constraint)
	});
	it.each([
		['no level', { [saml.LEVEL]: '' }, 'too-weak'],
		['a lower level', { [saml.LEVEL]: 'Low' }, 'too-weak'],
		['a level that is none', { [saml.LEVEL]: 'constructor' }, 'too-weak'],
		['another municipality', { [saml.CVR]: '12345678' }, 'not-trusted'],
		['no municipality', { [saml.CVR]: '' }, 'not-trusted'],
		['no role that we know', list(['http://andet.example/rolle']), 'no-role'],
		['no privileges', { [saml.PRIVILEGES]: '' }, 'no-role'],
		['privileges for another municipality', list([LEADER], '12345678'), 'no-role'],
		[
			'privileges that are narrowed in a way we do not know',
			list([LEADER], '29208654', '<Constraint Name="http://x.example/kle">32.30</Constraint>'),
			'no-role'
		],
		['the name of an inherited property', list(['constructor', '__proto__']), 'no-role'],
		['roles that no one holds together', list([LEADER, CHAIR]), 'roles-apart'],
		['privileges that cannot be read', { [saml.PRIVILEGES]: 'x' }, 'not-trusted']
	])('with %s', async (_, claims, reason) => {
		visit.begin(claims);
		expect((await visit.signIn(file())).finished).toEqual({ ok: false, reason });
	});

	it('but a higher level is let in', async () => {
		visit.begin({ [saml.LEVEL]: 'High' });
		expect((await visit.signIn(file())).finished.ok).toBe(true);
	});

	it('and the roles of a plain attribute count where it is named', () => {
		const named = { ...visit.login, rolesAttribute: 'roles' };
		expect(ours.rolesOf(named, { privileges: [], roles: [LEADER, LEADER, 'x'] })).toEqual([
			'leader'
		]);
	});
});
