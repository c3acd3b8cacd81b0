import { beforeEach, describe, expect, it } from 'vitest';
import { isOverdue } from '../../goals/initiative.ts';
import type { Plan } from '../../plan/plan.ts';
import { openFile, type Db } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
import * as initiatives from './initiatives.ts';

const ours = { kind: 'ours' as const, why: 'prøve' };
const plan: Plan = {
	...plans.find('vejen')!,
	headings: [{ id: 'all', text: { da: 'Alle' } }],
	goals: [
		{
			id: 'action-plan',
			heading: 'all',
			name: { da: 'Handleplanen er skrevet' },
			source: ours,
			measures: [],
			aims: [{ kind: 'done', when: { kind: 'by', day: '2026-06-30' } }]
		}
	],
	initiatives: [
		{ id: 'youth', heading: 'all', name: { da: 'En ungeenhed' }, source: ours, by: '2026-02-01' },
		{ id: 'again', heading: 'all', name: { da: 'En ungeenhed' }, source: ours, sameAs: 'youth' }
	]
};
const now = { by: null, today: '2026-05-20' };
const said = {
	heard: 'Flere får ikke reglerne forklaret',
	does: 'Et ark med reglerne på én side',
	why: null,
	owner: 'Leder af Jobteamet',
	due: '2026-06-01',
	next: { goal: 'action-plan', measure: 'figure' },
	isPublic: true
};
let db: Db;
beforeEach(() => {
	db = openFile(':memory:');
});
const all = () => initiatives.all(db, plan);
const begin = (more: Partial<initiatives.Written> = {}) => {
	const begun = initiatives.begin(db, { kind: 'promise', id: 'helm' }, { ...said, ...more }, now);
	return begun.ok ? begun.id : begun.reason;
};

describe('an initiative', () => {
	it('begins as an idea and is done in one press', () => {
		const id = begin();
		expect(initiatives.move(db, plan, id, { to: 'done', note: null, ...now })).toEqual({
			ok: true,
			id
		});
		expect(initiatives.find(db, plan, id)).toEqual({
			id,
			answers: { kind: 'promise', id: 'helm' },
			...said,
			state: 'done',
			history: [
				{ from: null, to: 'idea', on: '2026-05-20', note: null },
				{ from: 'idea', to: 'done', on: '2026-05-20', note: null }
			]
		});
	});

	it('says why, where it cannot be changed', () => {
		const id = begin();
		const cannot = { to: 'cannot' as const, ...now };
		expect(initiatives.move(db, plan, id, { ...cannot, note: ' ' })).toMatchObject({
			reason: 'needs-reason'
		});
		initiatives.move(db, plan, id, { ...cannot, note: 'Loven bestemmer, hvor tit vi skal mødes.' });
		expect(initiatives.find(db, plan, id)).toMatchObject({
			state: 'cannot',
			why: 'Loven bestemmer, hvor tit vi skal mødes.'
		});
		expect(initiatives.move(db, plan, id, { to: 'done', note: null, ...now })).toMatchObject({
			reason: 'not-from-here'
		});
	});

	it('keeps its history', () => {
		begin();
		expect(() => db.exec("update initiative_step set to_state = 'done'")).toThrow(/never changes/);
		expect(() => db.exec('delete from initiative_step')).toThrow(/never changes/);
	});

	it('needs words, and not too many', () => {
		expect(begin({ does: ' ', heard: '' })).toBe('empty');
		expect(begin({ does: 'a'.repeat(2001) })).toBe('too-long');
	});

	it('is late after its day, unless it has ended', () => {
		const due = { due: '2026-05-19' };
		expect(isOverdue({ state: 'doing', ...due }, '2026-05-20')).toBe(true);
		expect(isOverdue({ state: 'doing', ...due }, '2026-05-19')).toBe(false);
		for (const state of ['done', 'cannot', 'dropped'] as const) {
			expect(isOverdue({ state, ...due }, '2026-05-20')).toBe(false);
		}
	});

	it('stands first when it is late, and last when it has ended', () => {
		const late = begin({ due: '2026-01-01', does: 'sent' });
		const open = begin({ due: '2026-09-01', does: 'åben' });
		const ended = begin({ due: '2026-01-01', does: 'færdig' });
		initiatives.move(db, plan, ended, { to: 'done', note: null, ...now });
		const ours = all().filter(({ answers }) => answers.kind === 'promise');
		expect(initiatives.inOrder(ours, now.today).map(({ id }) => id)).toEqual([late, open, ended]);
	});
});

describe('what the plan itself says will be done', () => {
	it('is there from the start, once, with its day', () => {
		expect(all().map(({ id, does, due, state }) => [id, does, due, state])).toEqual([
			['planned:youth', 'En ungeenhed', '2026-02-01', 'idea'],
			['task:action-plan', 'Handleplanen er skrevet', '2026-06-30', 'idea']
		]);
	});

	it('gets a row of its own when something happens to it', () => {
		const moved = initiatives.move(db, plan, 'planned:youth', {
			to: 'doing',
			note: 'I gang',
			...now
		});
		expect(moved.ok).toBe(true);
		expect(all().map(({ answers, state }) => [answers.kind, state])).toEqual([
			['planned', 'doing'],
			['task', 'idea']
		]);
		const [first] = all();
		expect(initiatives.write(db, plan, first!.id, { ...first!, owner: 'Ungechefen' }, now).ok).toBe(
			true
		);
		expect(all()[0]).toMatchObject({ owner: 'Ungechefen', due: '2026-02-01', state: 'doing' });
		expect(all()).toHaveLength(2);
	});

	it('cannot be begun twice', () => {
		const again = () => initiatives.begin(db, { kind: 'planned', id: 'youth' }, said, now);
		expect(again()).toMatchObject({ ok: true });
		expect(again()).toEqual({ ok: false, reason: 'there' });
	});
});
