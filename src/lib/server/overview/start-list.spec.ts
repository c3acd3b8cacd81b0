import { afterEach, describe, expect, it, vi } from 'vitest';
import { entered } from '../../../../tests/support/compliance.ts';
import { someone } from '../../../../tests/support/staff.ts';
import { municipality } from '../../../../tests/support/survey.ts';
import type { Plan } from '../../plan/plan.ts';
import { openFile, type Db } from '../core/database.ts';
import * as proxy from '../core/limits/proxy.ts';
import { confirmTeamSizes } from '../core/settings.ts';
import * as looks from '../look/look.ts';
import * as plans from '../plan/plans.ts';
import * as compliance from '../rounds/compliance.ts';
import * as committee from '../staff/committee.ts';
import { may } from '../staff/access/access.ts';
import { ROLES } from '../staff/access/role.ts';
import { cards } from './overview.ts';
import { forPerson, noteTrial, points, type PointName } from './start-list.ts';

const plan = plans.find('stevns') as Plan;
const TODAY = '2026-05-20';

const doneIn = (db: Db, today = TODAY): PointName[] =>
	points(db, plan, today)
		.filter(({ done }) => done)
		.map(({ name }) => name);
const point = (db: Db, name: PointName, today = TODAY) =>
	points(db, plan, today).find((each) => each.name === name);

afterEach(() => {
	proxy.forget();
	vi.unstubAllEnvs();
});

describe('the start list', () => {
	it('has nothing done in an empty installation but the languages that come with the plan', () => {
		expect(doneIn(openFile(':memory:'))).toEqual(['languages']);
	});

	it('finds each point done by what is there, and nowhere by being told so', async () => {
		const db = openFile(':memory:');
		for (const role of ROLES) await someone(db, { name: role, roles: [role] });
		expect(doneIn(db)).toContain('staff');
		confirmTeamSizes(db);
		looks.chooseAccent(db, '#7a1f4b');
		committee.begin(db, { name: 'Udvalget', chair: 'Bo', members: [], from: '2026-01-01' });
		noteTrial(db, TODAY);
		expect(doneIn(db)).toEqual(
			expect.arrayContaining(['sizes', 'look', 'committee', 'tried', 'languages'])
		);
		compliance.write(db, { ...entered, statement: 'https://www.was.digst.dk/stevns' }, TODAY);
		const left = points(db, plan, TODAY).filter(({ done }) => !done);
		expect(left.map(({ name }) => name)).toEqual(['sign-in', 'backup', 'round']);
		expect(doneIn(municipality().db)).toContain('round');
	});

	it('says who is missing, and takes a role away with the one who held it', async () => {
		const db = openFile(':memory:');
		const { user } = await someone(db, { name: 'Anna', roles: ['leader', 'administrator'] });
		expect(point(db, 'staff')?.roles).toEqual(['caseworker', 'chair', 'secretary']);
		db.prepare('update user set active = 0 where id = ?').run(user.id);
		expect(point(db, 'staff')?.roles).toEqual(ROLES);
	});

	it('takes each part of Før start as it is found out, in a draft too, and a planned date for none', () => {
		const db = openFile(':memory:');
		const { basis, basisRule, special, specialReason } = entered;
		compliance.writeDraft(db, { basis, basisRule, special, specialReason: '' }, TODAY);
		expect(doneIn(db)).not.toContain('basis');
		const draft = { basis, basisRule, special, specialReason, assessedOn: '2026-05-21' };
		compliance.writeDraft(db, draft, TODAY);
		expect(doneIn(db)).toContain('basis');
		expect(doneIn(db)).not.toContain('assessment');
		expect(doneIn(db, '2026-05-21')).toContain('assessment');
		compliance.writeDraft(db, { ...draft, operation: 'processor', processor: 'Firma' }, TODAY);
		expect(doneIn(db)).not.toContain('operation');
		compliance.writeDraft(db, { ...draft, operation: 'own' }, TODAY);
		expect(doneIn(db)).toContain('operation');
		expect(doneIn(db)).not.toContain('in-force');
		expect(doneIn(db)).not.toContain('statement');
	});

	it('wants a copy with its keys, and a fresh one', () => {
		const db = openFile(':memory:');
		const add = db.prepare('insert or replace into backup (day, verified, pair) values (?, 1, ?)');
		expect(point(db, 'backup')).toMatchObject({ done: false, values: { state: 'none' } });
		add.run('2026-05-19', 0);
		expect(point(db, 'backup')).toMatchObject({ done: false, values: { state: 'file' } });
		add.run('2026-05-19', 1);
		expect(point(db, 'backup')).toMatchObject({ done: true, values: { state: 'pair' } });
		expect(point(db, 'backup', '2026-05-30')?.done).toBe(false);
	});

	it('tells of a proxy only where one was seen', () => {
		expect(point(openFile(':memory:'), 'proxy')).toBeUndefined();
	});

	it('leads each owner who has a page to one that they may open', () => {
		for (const each of points(openFile(':memory:'), plan, TODAY)) {
			if (each.to === undefined) continue;
			const who = each.owners.filter((owner) => owner !== 'operator');
			const there = who.filter((role) =>
				may({ step: 'done', roles: [role] }, `/[municipality]/intern${each.to}`)
			);
			expect([each.name, there]).toEqual([each.name, who]);
		}
	});

	it('leads nobody where they may not go', () => {
		const [staff] = points(openFile(':memory:'), plan, TODAY);
		expect(staff && forPerson(staff, { roles: ['chair'] })).toMatchObject({ isMine: false });
		expect(staff && forPerson(staff, { roles: ['chair'] }).to).toBeUndefined();
		expect(staff && forPerson(staff, { roles: ['administrator'] })).toMatchObject({
			isMine: true,
			to: '/brugere'
		});
	});

	it('waits on the overview for who owns some of it, until there is a round', async () => {
		const db = openFile(':memory:');
		const { user } = await someone(db, { name: 'Anna', roles: ['leader'] });
		const told = (of: Db) =>
			cards({ db: of, plan, keysFolder: '' }, user, TODAY).find(({ card }) => card === 'start');
		expect(told(db)).toMatchObject({ waits: true, to: '/opstart' });
		expect(told(municipality().db)).toBeUndefined();
		vi.stubEnv('DEMO', '1');
		expect(told(db)).toBeUndefined();
	});
});
