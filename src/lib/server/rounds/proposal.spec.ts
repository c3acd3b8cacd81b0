import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../plan/plan.ts';
import * as compliance from './compliance.ts';
import { entered } from '../../../../tests/support/compliance.ts';
import { openFile } from '../core/database.ts';
import { confirmTeamSizes } from '../core/settings.ts';
import * as plans from '../plan/plans.ts';
import * as proposal from './proposal.ts';
import * as rounds from './rounds.ts';

const plan = plans.find('vejen') as Plan;
const keysFolder = () => mkdtempSync(join(tmpdir(), 'oejenhoejde-keys-'));
const demo = { today: '2026-05-20', demo: true };

const proposed = (changed: Partial<proposal.Proposal> = {}): proposal.Proposal => ({
	name: 'Måling i efteråret',
	questionnaire: 'samtale',
	teams: [],
	channels: ['code', 'tablet'],
	opensOn: '2026-08-01',
	closesOn: '2026-12-31',
	expected: 600,
	breakdowns: { team: 'quarter', language: 'round' },
	...changed
});

describe('opening what a leader proposed', () => {
	it('makes a round of the plan’s questionnaire with the chosen breakdowns', () => {
		const db = openFile(':memory:');
		const opened = proposal.open(db, keysFolder(), plan, proposed(), demo);
		expect(opened.ok).toBe(true);
		const [kept] = rounds.list(db);
		expect(kept?.round).toMatchObject({ id: '2026-08', channels: ['code', 'tablet'] });
		expect(kept?.round.breakdowns.map(({ name, unit }) => [name, unit])).toEqual([
			['team', 'quarter'],
			['language', 'round']
		]);
		expect(kept?.questionnaire.items).toHaveLength(7);
	});

	it.each<[string, Partial<proposal.Proposal>, proposal.Refusal]>([
		['yesterday', { opensOn: '2026-05-19' }, 'in-the-past'],
		['27 days', { closesOn: '2026-08-27' }, 'too-short'],
		['two years', { closesOn: '2028-08-01' }, 'too-long'],
		['49 invitations', { expected: 49 }, 'too-few-invitations'],
		['posters alone', { channels: ['open'] }, 'only-posters'],
		['a team of nobody', { teams: ['nobody'] }, 'unknown-team'],
		['a questionnaire of nobody', { questionnaire: 'x' }, 'unknown-questionnaire']
	])('refuses %s', (_, changed, reason) => {
		const db = openFile(':memory:');
		expect(proposal.open(db, keysFolder(), plan, proposed(changed), demo)).toEqual({
			ok: false,
			reason
		});
		expect(rounds.list(db)).toEqual([]);
	});

	it('waits, outside a demo, for what the law asks to be settled first', () => {
		const db = openFile(':memory:');
		const real = { ...demo, demo: false };
		const refused = { ok: false, reason: 'compliance-missing' };
		expect(proposal.open(db, keysFolder(), plan, proposed(), real)).toEqual(refused);
		compliance.write(db, { ...entered, operation: 'processor', processor: '' }, '2026-05-01');
		expect(proposal.open(db, keysFolder(), plan, proposed(), real)).toEqual(refused);
		// It was entered before a number was asked for: what stood there stands, and the number is asked for.
		const { telephone: _, ...earlier } = entered;
		compliance.write(db, earlier, '2026-05-01');
		expect(proposal.open(db, keysFolder(), plan, proposed(), real)).toEqual({
			ok: false,
			reason: 'telephone-missing'
		});
		compliance.write(db, entered, '2026-05-01');
		// How large the teams are came with the plan: nothing rests on a guess.
		expect(proposal.open(db, keysFolder(), plan, proposed(), real)).toEqual({
			ok: false,
			reason: 'team-sizes-unknown'
		});
		confirmTeamSizes(db);
		expect(proposal.open(db, keysFolder(), plan, proposed(), real).ok).toBe(true);
	});

	it('lets two rounds run side by side in different teams, and never in the same', () => {
		const db = openFile(':memory:');
		const folder = keysFolder();
		const at = (teams: string[]) => proposal.open(db, folder, plan, proposed({ teams }), demo);
		expect(at(['job', 'youth']).ok).toBe(true);
		expect(at(['youth', 'flex'])).toEqual({ ok: false, reason: 'overlaps' });
		expect(at(['flex', 'sickness']).ok).toBe(true);
		expect(at([])).toEqual({ ok: false, reason: 'overlaps' });
		const [first, second] = rounds.list(db).map(({ round }) => round);
		expect([first?.id, second?.id]).toEqual(['2026-08', '2026-08-2']);
		expect(first?.prefix).not.toBe(second?.prefix);
		expect(first?.breakdowns[0]?.categories).toEqual(['job', 'youth', 'unknown']);
	});
});

describe('what to know before opening', () => {
	const cautions = (changed: Partial<proposal.Proposal>) =>
		proposal.cautionsOf(openFile(':memory:'), plan, proposed(changed));

	it('names the team that is too small to be a figure', () => {
		expect(cautions({})).toContainEqual({ kind: 'unseen-team', team: 'integration' });
		expect(cautions({ teams: ['job', 'flex'] }).some(({ kind }) => kind === 'unseen-team')).toBe(
			false
		);
	});

	it('says how few answers a group would get, and is silent when there are enough', () => {
		expect(cautions({ expected: 120 })).toContainEqual({
			kind: 'few-per-cell',
			breakdown: 'team',
			answers: 40,
			categories: 4,
			spans: 2
		});
		expect(cautions({ expected: 120 })).toContainEqual({ kind: 'few-per-month', answers: 8 });
		expect(cautions({ expected: 3000 }).map(({ kind }) => kind)).toEqual([
			'unseen-team',
			'cannot-extend',
			'waits-for-end'
		]);
	});

	it('says that it cannot be made longer, where a span of it would have to wait', () => {
		const kinds = (changed: Partial<proposal.Proposal>) =>
			cautions(changed).map(({ kind }) => kind);
		expect(kinds({ breakdowns: { language: 'round' } })).toContain('cannot-extend');
		expect(kinds({ breakdowns: { team: 'quarter' } })).not.toContain('cannot-extend');
	});

	it('says when the last figures come', () => {
		expect(cautions({})).toContainEqual({ kind: 'waits-for-end', on: '2027-01-31' });
	});
});
