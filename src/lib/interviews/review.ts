/**
 * Where a summary stands. `half-seen`: the chair has said yes, but took part or wrote it, so the other interviewer is
 * asked too. From `seen` on the text is locked.
 */
export const STATES = [
	'draft',
	'sent',
	'returned',
	'half-seen',
	'seen',
	'in-material',
	'decided',
	'withdrawn'
] as const;
export type State = (typeof STATES)[number];

export const ACTIONS = [
	'write',
	'send',
	'remark',
	'return',
	'mark-seen',
	'confirm',
	'include',
	'exclude',
	'decide',
	'withdraw'
] as const;
export type Action = (typeof ACTIONS)[number];

/** The roles of staff, as the table of roles has them. */
export const REVIEW_ROLES = [
	'caseworker',
	'leader',
	'chair',
	'secretary',
	'administrator'
] as const;
/** The strongest part that someone has in a summary. `stand-in`: nobody else took part, so any leader may confirm. */
export const PARTS = ['none', 'stand-in', 'took-part', 'wrote'] as const;
export type Part = (typeof PARTS)[number];
export type Actor = { role: (typeof REVIEW_ROLES)[number]; part: Part };

/**
 * The review: the state that an action leads to, or undefined where this person may not do it now. Nothing else moves a
 * summary. Whoever wrote it or took part never reviews it alone.
 */
export function next(state: State, action: Action, { role, part }: Actor): State | undefined {
	const isInterviewer = role === 'leader' || role === 'chair';
	const isWriter = isInterviewer && (part === 'took-part' || part === 'wrote');
	const isChair = role === 'chair';
	const isOfCommittee = isChair || role === 'secretary';
	// A chair who wrote it has said yes by sending it; what is left is the other interviewer.
	const isOwnChair = isChair && isWriter;
	const isOther = role === 'leader' && part !== 'none';
	const allowed: { [state in State]: { [action in Action]?: State | false } } = {
		draft: {
			write: isWriter && 'draft',
			send: isWriter && (isChair ? 'half-seen' : 'sent'),
			withdraw: isWriter && 'withdrawn'
		},
		sent: {
			remark: isChair && 'sent',
			return: isChair && 'returned',
			'mark-seen': isChair && (isOwnChair ? 'half-seen' : 'seen'),
			withdraw: isWriter && 'withdrawn'
		},
		returned: {
			write: isWriter && 'returned',
			send: isWriter && (isChair ? 'half-seen' : 'sent'),
			withdraw: isWriter && 'withdrawn'
		},
		'half-seen': {
			remark: isOther && 'half-seen',
			return: isOther && 'returned',
			confirm: isOther && 'seen',
			withdraw: isWriter && 'withdrawn'
		},
		seen: { include: isOfCommittee && 'in-material' },
		'in-material': {
			exclude: isOfCommittee && 'seen',
			decide: isOfCommittee && 'decided'
		},
		// Written up wrong: the step before stays beside the one that counts.
		decided: { decide: isOfCommittee && 'decided' },
		withdrawn: {}
	};
	return allowed[state][action] || undefined;
}

/** Whether a state may still lead to another text. */
export const isOpen = (state: State): boolean =>
	state === 'draft' || state === 'sent' || state === 'returned' || state === 'half-seen';

/**
 * Whether someone may read a summary: its writers always, the chair from when it is sent, a stand-in when asked to confirm,
 * and leader, chair and secretary once it is seen.
 */
export function isReadableBy(state: State, { role, part }: Actor): boolean {
	if (state === 'withdrawn') return false;
	if (isReadByCommittee(state)) return ['leader', 'chair', 'secretary'].includes(role);
	if (role !== 'leader' && role !== 'chair') return false;
	if (part === 'took-part' || part === 'wrote') return true;
	if (role === 'chair') return state === 'sent' || state === 'half-seen';
	return part === 'stand-in' && state === 'half-seen';
}

/** States that everyone who reads the committee's material may read. */
export const isReadByCommittee = (state: State): boolean =>
	state === 'seen' || state === 'in-material' || state === 'decided';
