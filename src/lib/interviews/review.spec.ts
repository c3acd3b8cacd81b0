import { describe, expect, it } from 'vitest';
import { ROLES } from '../server/staff/access/role.ts';
import {
	ACTIONS,
	isOpen,
	isReadableBy,
	isReadByCommittee,
	next,
	PARTS,
	REVIEW_ROLES,
	STATES,
	type Action,
	type Actor,
	type State
} from './review.ts';

type Who = `${Actor['role']} ${Actor['part']}`;
const WHO = REVIEW_ROLES.flatMap((role) => PARTS.map((part): Who => `${role} ${part}`));

const LEADER = ['leader took-part', 'leader wrote'] as const;
const OTHER = ['leader stand-in', ...LEADER] as const;
const CHAIR_WITH_PART = ['chair took-part', 'chair wrote'] as const;
const CHAIR_ALONE = ['chair none', 'chair stand-in'] as const;
const CHAIR = [...CHAIR_ALONE, ...CHAIR_WITH_PART] as const;
const WRITERS = [...LEADER, ...CHAIR_WITH_PART] as const;
const SECRETARY = PARTS.map((part): Who => `secretary ${part}`);

/** Everything that is allowed. What is not here is not. */
const ALLOWED: [State, Action, readonly Who[], State][] = [
	['draft', 'write', WRITERS, 'draft'],
	['draft', 'send', LEADER, 'sent'],
	['draft', 'send', CHAIR_WITH_PART, 'half-seen'],
	['draft', 'withdraw', WRITERS, 'withdrawn'],
	['sent', 'remark', CHAIR, 'sent'],
	['sent', 'return', CHAIR, 'returned'],
	['sent', 'mark-seen', CHAIR_ALONE, 'seen'],
	['sent', 'mark-seen', CHAIR_WITH_PART, 'half-seen'],
	['sent', 'withdraw', WRITERS, 'withdrawn'],
	['returned', 'write', WRITERS, 'returned'],
	['returned', 'send', LEADER, 'sent'],
	['returned', 'send', CHAIR_WITH_PART, 'half-seen'],
	['returned', 'withdraw', WRITERS, 'withdrawn'],
	['half-seen', 'remark', OTHER, 'half-seen'],
	['half-seen', 'return', OTHER, 'returned'],
	['half-seen', 'confirm', OTHER, 'seen'],
	['half-seen', 'withdraw', WRITERS, 'withdrawn'],
	['seen', 'include', [...CHAIR, ...SECRETARY], 'in-material'],
	['in-material', 'exclude', [...CHAIR, ...SECRETARY], 'seen'],
	['in-material', 'decide', [...CHAIR, ...SECRETARY], 'decided'],
	['decided', 'decide', [...CHAIR, ...SECRETARY], 'decided']
];

describe('the review, every state with every action', () => {
	it('knows the roles of staff', () => expect(REVIEW_ROLES).toEqual(ROLES));

	it.each(STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const)))(
		'%s, %s: by whom, and where it leads',
		(state, action) => {
			const expected = Object.fromEntries(
				WHO.map((who) => [
					who,
					ALLOWED.find(([s, a, by]) => s === state && a === action && by.includes(who))?.[3]
				])
			);
			const found = Object.fromEntries(
				REVIEW_ROLES.flatMap((role) =>
					PARTS.map((part) => [`${role} ${part}`, next(state, action, { role, part })])
				)
			);
			expect(found).toEqual(expected);
		}
	);

	it('lets nobody bring a text to "seen" alone that they wrote or took part in', () => {
		for (const role of REVIEW_ROLES) {
			for (const part of ['took-part', 'wrote'] as const) {
				const reached = new Set<State>(['draft']);
				for (const state of reached) {
					for (const action of ACTIONS) {
						// A leader who wrote it waits for the chair, and the chair for the leader.
						const to = next(state, action, { role, part });
						if (to) reached.add(to);
					}
				}
				expect([role, part, reached.has('seen')]).toEqual([role, part, false]);
			}
		}
	});

	it('never leaves a locked text', () => {
		expect(STATES.filter(isOpen)).toEqual(['draft', 'sent', 'returned', 'half-seen']);
		expect(STATES.filter(isReadByCommittee)).toEqual(['seen', 'in-material', 'decided']);
		for (const state of STATES.filter((each) => !isOpen(each))) {
			for (const action of ACTIONS) {
				for (const role of REVIEW_ROLES) {
					for (const part of PARTS) {
						const to = next(state, action, { role, part });
						expect(to === undefined || !isOpen(to)).toBe(true);
					}
				}
			}
		}
	});
});

describe('who reads a summary', () => {
	const readers = (state: State): string[] =>
		REVIEW_ROLES.flatMap((role) =>
			PARTS.filter((part) => isReadableBy(state, { role, part })).map((part) => `${role} ${part}`)
		);
	const all = (...roles: string[]) =>
		roles.flatMap((role) => PARTS.map((part) => `${role} ${part}`));

	it.each<[State, readonly string[]]>([
		['draft', WRITERS],
		['returned', WRITERS],
		['sent', [...LEADER, ...CHAIR]],
		['half-seen', [...OTHER, ...CHAIR]],
		['seen', all('leader', 'chair', 'secretary')],
		['in-material', all('leader', 'chair', 'secretary')],
		['decided', all('leader', 'chair', 'secretary')],
		['withdrawn', []]
	])('%s', (state, expected) => expect(readers(state).sort()).toEqual([...expected].sort()));
});
