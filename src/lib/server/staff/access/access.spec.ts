import { describe, expect, it } from 'vitest';
import { doorOf, isNever, isStaffRoute, may, ruling } from './access.ts';
import { TABLE, type Table } from './doors.ts';
import { areApart, ROLES } from './role.ts';

const INTERN = '/[municipality]/intern';
const done = (...roles: (typeof ROLES)[number][]) => ({ step: 'done', roles }) as const;

describe('the table of roles', () => {
	it('gives no role what it must never have', () => {
		for (const [route, { see, actions }] of Object.entries(TABLE)) {
			for (const door of [see, ...Object.values(actions ?? {})]) {
				if (typeof door === 'string') continue;
				for (const role of door)
					expect([route, role, isNever(role, route)]).toEqual([route, role, false]);
			}
		}
	});

	it.each([
		['kommentarer', 'leader'],
		['kommentarer/2026-Q1', 'caseworker'],
		['kommentarer', 'administrator'],
		['tablet', 'leader'],
		['interview/[id]', 'administrator'],
		['interview/[id]/passager', 'secretary'],
		['gennemsyn/[summary]', 'secretary'],
		['stemmer', 'caseworker'],
		['koder', 'caseworker'],
		['brugere/[user]', 'secretary']
	] as const)('is overruled for %s and the %s, whatever it says', (path, role) => {
		const route = `${INTERN}/${path}`;
		const careless: Table = { [route]: { see: ROLES, actions: { default: ROLES } } };
		expect(may(done(role), route, undefined, careless)).toBe(false);
		expect(may(done(role), route, 'default', careless)).toBe(false);
	});

	it('refuses a route, and an action, that it does not have', () => {
		for (const role of ROLES) {
			expect(may(done(role), `${INTERN}/glemt`)).toBe(false);
			expect(may(done(role), INTERN, 'glemt')).toBe(false);
			expect(ruling(`${INTERN}/glemt`, undefined, done(role))).toBe('refuse');
			expect(ruling(`${INTERN}/log-ind`, 'constructor', done(role))).toBe('refuse');
		}
		expect(ruling(`${INTERN}/glemt`, undefined, undefined)).toBe('refuse');
		expect(doorOf('constructor')).toBeUndefined();
	});

	it('keeps a half sign-in at its own step', () => {
		for (const step of ['second-factor', 'enrol'] as const) {
			for (const route of Object.keys(TABLE)) {
				const see = TABLE[route]?.see;
				const isOpen = see === 'anyone' || see === step;
				expect([route, may({ step, roles: ROLES }, route)]).toEqual([route, isOpen]);
			}
		}
	});

	it('sends each to the step they are at', () => {
		const users = `${INTERN}/brugere`;
		expect(ruling(users, undefined, undefined)).toEqual({ to: '/log-ind' });
		expect(ruling(users, undefined, { step: 'second-factor', roles: ['administrator'] })).toEqual({
			to: '/bekraeft'
		});
		expect(ruling(users, undefined, { step: 'enrol', roles: ['administrator'] })).toEqual({
			to: '/to-trin'
		});
		expect(ruling(users, undefined, done('leader'))).toBe('refuse');
		expect(ruling(users, undefined, done('leader', 'administrator'))).toBe('pass');
		expect(ruling(`${INTERN}/to-trin`, 'default', done('leader'))).toEqual({ to: '' });
	});

	it('knows a staff route from one that only looks like it', () => {
		expect(isStaffRoute(INTERN)).toBe(true);
		expect(isStaffRoute(`${INTERN}/brugere`)).toBe(true);
		expect(isStaffRoute('/[municipality]/internt')).toBe(false);
		expect(isStaffRoute(null)).toBe(false);
	});

	it('keeps apart who may not be one person', () => {
		expect(areApart(['leader', 'chair'])).toBe(true);
		expect(areApart(['chair', 'administrator'])).toBe(false);
	});
});
