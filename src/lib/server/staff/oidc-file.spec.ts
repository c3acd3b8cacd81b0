import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as oidc from './oidc.ts';

const login = {
	issuer: 'https://login.example',
	clientId: 'oejenhoejde',
	label: 'Stevns Kommunes login',
	roles: { it: 'administrator' }
};

describe('the file of the municipalities’ own logins', () => {
	const folder = mkdtempSync(join(tmpdir(), 'oidc-'));
	const path = join(folder, 'oidc.json');
	afterAll(() => {
		delete process.env.OIDC_FILE;
		rmSync(folder, { recursive: true });
	});

	it('has a login for each municipality that has one', () => {
		expect(oidc.loginOf('stevns')).toBeUndefined();
		process.env.OIDC_FILE = path;
		writeFileSync(path, JSON.stringify({ stevns: login }));
		expect(oidc.loginOf('stevns')).toEqual({
			...login,
			rolesClaim: 'roles',
			scope: 'openid profile email'
		});
		expect(oidc.loginOf('vejen')).toBeUndefined();
	});

	it('that does not hold says where', () => {
		process.env.OIDC_FILE = path;
		writeFileSync(path, JSON.stringify({ stevns: { ...login, roles: { it: 'king' } } }));
		expect(() => oidc.loginOf('stevns')).toThrow('stevns.roles.it');
	});
});
