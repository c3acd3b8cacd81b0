import { afterEach, describe, expect, it, vi } from 'vitest';
import { someone } from '../../../../tests/support/staff.ts';
import { municipality, round } from '../../../../tests/support/survey.ts';
import type { Plan } from '../../plan/plan.ts';
import * as codes from '../rounds/codes.ts';
import * as committee from '../staff/committee.ts';
import { openFile, type Db } from '../core/database.ts';
import { confirmTeamSizes } from '../core/settings.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import * as proxy from '../core/limits/proxy.ts';
import * as meetings from '../rounds/meetings.ts';
import { cards } from './overview.ts';
import * as grants from '../tablet/grants.ts';
import * as plans from '../plan/plans.ts';
import type { Role } from '../staff/access/role.ts';

const plan = plans.find('stevns') as Plan;
const TODAY = '2026-02-20';

/** What awaits someone with a role, and what else they are told. */
async function told(db: Db, role: Role, { today = TODAY, of = plan, keysFolder = '' } = {}) {
	const { user } = await someone(db, { name: `${role}-${today}`, roles: [role] });
	const all = cards({ db, plan: of, keysFolder }, user, today);
	return {
		waits: all.filter(({ waits }) => waits).map(({ card }) => card),
		others: all.filter(({ waits }) => !waits).map(({ card }) => card)
	};
}

afterEach(() => {
	proxy.forget();
	vi.unstubAllEnvs();
});

describe('the overview', () => {
	it('tells each role of what it may open, and of nothing else', async () => {
		const { db } = municipality();
		expect(await told(db, 'caseworker')).toEqual({ waits: [], others: [] });
		expect((await told(db, 'chair')).others).toEqual([
			'rounds',
			'plan',
			'committee',
			'audit',
			'interviews'
		]);
		const { waits, others } = await told(db, 'administrator');
		expect([...waits, ...others].some((card) => card === 'comments' || card === 'rounds')).toBe(
			false
		);
	});

	it('asks the leader for codes, for the meetings of last month, and for what must stand before start', async () => {
		const { db, keysFolder } = municipality();
		expect((await told(db, 'leader', { keysFolder })).waits).toEqual([
			'codes',
			'meetings',
			'compliance',
			'interviews'
		]);
		codes.make(db, keysFolder, { round: round.id, prefix: 'AB', month: '2026-02', count: 3 });
		const held = plan.teams.map(({ id }) => ({ team: id, month: '2026-01', held: 40 }));
		meetings.write(db, held, TODAY);
		const { waits, others } = await told(db, 'leader', { today: '2026-02-21', keysFolder });
		expect(waits).toEqual(['compliance', 'interviews']);
		expect(others).toEqual(expect.arrayContaining(['codes', 'meetings', 'rounds']));
	});

	it('asks for a round where there is none, and before the last one ends', async () => {
		expect((await told(openFile(':memory:'), 'leader')).waits).toContain('rounds');
		const { db, keysFolder } = municipality();
		expect((await told(db, 'leader', { today: '2026-06-01', keysFolder })).waits).not.toContain(
			'rounds'
		);
		expect((await told(db, 'leader', { today: '2026-06-03', keysFolder })).waits).toContain(
			'rounds'
		);
		expect((await told(db, 'chair', { today: '2026-06-04' })).waits).not.toContain('rounds');
	});

	it('tells the leader of a period that cannot be opened', async () => {
		const { db, keysFolder } = municipality();
		boxKeys.destroy({ keysFolder, round: round.id, unit: '2026-05' });
		expect((await told(db, 'leader', { keysFolder })).waits).toContain('rounds');
		const { user } = await someone(db, { name: 'anna', roles: ['leader'] });
		const [card] = cards({ db, plan, keysFolder }, user, '2026-02-21');
		expect(card).toMatchObject({ card: 'rounds', values: { unopened: 1 } });
	});

	it('tells of a tablet that has been silent for a week, while its round takes answers', async () => {
		const { db } = municipality();
		expect((await told(db, 'caseworker')).waits).not.toContain('tablets');
		const seen = { round: round.id, channel: 'tablet', label: 'Et', madeOn: '2026-02-01' } as const;
		grants.noteSeen(db, grants.make(db, seen), '2026-02-15');
		expect((await told(db, 'caseworker', { today: '2026-02-21' })).waits).toEqual([]);
		expect((await told(db, 'caseworker', { today: '2026-02-22' })).waits).toEqual(['tablets']);
		expect((await told(db, 'leader', { today: '2026-02-22' })).waits).toContain('tablets');
		expect((await told(db, 'caseworker', { today: '2027-02-22' })).waits).toEqual([]);
	});

	it('lays unread comments and the last paper forms before the secretary', async () => {
		const { db } = municipality();
		const add = db.prepare('insert into comment (id, round, unit, text) values (?, ?, ?, ?)');
		add.run(Buffer.alloc(16, 1), round.id, '2026-Q1', 'Det gik godt.');
		expect((await told(db, 'secretary')).waits).toContain('comments');
		expect((await told(db, 'secretary', { today: '2026-07-10' })).waits).toContain('paper');
		expect((await told(db, 'leader', { today: '2026-07-11' })).waits).not.toContain('paper');
	});

	it('tells the administrator of a plan that has run out, of a language that is not offered, and of no committee', async () => {
		const db = openFile(':memory:');
		expect((await told(db, 'administrator')).waits).toEqual(
			expect.arrayContaining(['committee', 'compliance'])
		);
		const term = { name: 'Udvalget', chair: 'Inger', members: [], from: '2026-01-01' };
		committee.begin(db, term);
		expect((await told(db, 'administrator', { today: '2027-02-01' })).waits).toContain('plan');
		// How large the teams are came with the plan, as a guess.
		expect((await told(db, 'administrator', { today: '2026-02-27' })).waits).toContain('plan');
		confirmTeamSizes(db);
		expect((await told(db, 'administrator', { today: '2026-03-01' })).waits).not.toContain('plan');
		const half = { ...plan, question: { da: 'Hvordan gik det?', let: 'Hvordan gik det?' } };
		const { waits } = await told(openFile(':memory:'), 'administrator', { of: half });
		expect(waits).toContain('plan');
	});

	it('tells leader and administrator of a proxy that does not say who asks', async () => {
		vi.stubEnv('DEMO', '1');
		const about = { address: '127.0.0.1', headers: { 'x-forwarded-for': '192.0.2.1' } };
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		expect((await told(openFile(':memory:'), 'leader')).waits).not.toContain('compliance');
		proxy.watch({
			request: new Request('https://svar.example.dk', about),
			getClientAddress: () => about.address
		});
		for (const role of ['leader', 'administrator'] as const)
			expect((await told(openFile(':memory:'), role)).waits).toContain('compliance');
		expect((await told(openFile(':memory:'), 'chair')).waits).not.toContain('compliance');
	});
});
