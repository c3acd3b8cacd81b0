import { INTERN, TABLE, type Door, type Table } from './doors.ts';
import type { Role } from './role.ts';

/** How far a sign-in has come: the password is right, a second factor must be set up, or all is done. */
export type Step = 'second-factor' | 'enrol' | 'done';

/** What a role must never do, by the first words of a route under intern. Stronger than the table. */
const NEVER: readonly { under: string; roles: readonly Role[]; because: string }[] = [
	{
		under: 'kommentarer',
		roles: ['caseworker', 'leader', 'administrator'],
		because: 'names are taken out by someone who has no cases, before anyone else reads'
	},
	{
		under: 'papir/tast',
		roles: ['caseworker', 'leader', 'chair', 'administrator'],
		because:
			'a paper form is a whole answer: only someone without cases, staff or figures to answer for sees one'
	},
	{
		under: 'tablet',
		roles: ['leader', 'chair', 'secretary', 'administrator'],
		because: 'only who holds the meeting hands over the tablet'
	},
	...['interview', 'interviewforloeb', 'opsummering', 'gennemsyn'].map((under) => ({
		under,
		roles: ['caseworker', 'secretary', 'administrator'] as const,
		because: 'a talk between chair, leader and citizen is theirs until the summary is seen'
	})),
	...['kvartalsmateriale', 'rapporter', 'stemmer'].map((under) => ({
		under,
		roles: ['caseworker', 'administrator'] as const,
		because: 'what citizens say is for those who answer for it to the committee'
	})),
	...['koder', 'uddelt'].map((under) => ({
		under,
		roles: ['caseworker', 'chair'] as const,
		because: 'who holds the meeting must not choose whom to ask without it showing'
	})),
	{
		under: 'brugere',
		roles: ['caseworker', 'leader', 'chair', 'secretary'],
		because: 'who reads figures or comments must not also hand out access to them'
	}
];

export type Signed = { step: Step; roles: readonly Role[] };

/** Whether someone may see a route, or run an action on it. Without an entry: no. */
export function may(
	signed: Signed | undefined,
	route: string,
	action?: string,
	table: Table = TABLE
): boolean {
	const door = doorOf(route, action, table);
	if (door === undefined) return false;
	if (door === 'anyone') return true;
	if (door === 'second-factor' || door === 'enrol') return signed?.step === door;
	if (signed?.step !== 'done') return false;
	if (door === 'everyone') return true;
	return signed.roles.some((role) => door.includes(role) && !isNever(role, route));
}

export type Ruling = 'pass' | 'refuse' | { to: '' | '/log-ind' | '/bekraeft' | '/to-trin' };

/** What becomes of someone at a door: a table of roles, no more. */
export function ruling(
	route: string,
	action: string | undefined,
	signed: Signed | undefined
): Ruling {
	if (doorOf(route, action) === undefined) return 'refuse';
	if (may(signed, route, action)) return 'pass';
	if (!signed) return { to: '/log-ind' };
	if (signed.step === 'second-factor') return { to: '/bekraeft' };
	if (signed.step === 'enrol') return { to: '/to-trin' };
	const door = doorOf(route, action);
	return door === 'second-factor' || door === 'enrol' ? { to: '' } : 'refuse';
}

/** What an entry allows, or nothing where there is no entry. */
export function doorOf(route: string, action?: string, table: Table = TABLE): Door | undefined {
	const entry = Object.hasOwn(table, route) ? table[route] : undefined;
	if (!entry || action === undefined) return entry?.see;
	return entry.actions && Object.hasOwn(entry.actions, action) ? entry.actions[action] : undefined;
}

export const isStaffRoute = (route: string | null): route is string =>
	route === INTERN || (route?.startsWith(`${INTERN}/`) ?? false);

export const isNever = (role: Role, route: string): boolean =>
	NEVER.some(
		({ under, roles }) =>
			roles.includes(role) && new RegExp(`^/\\[municipality\\]/intern/${under}(/|$)`).test(route)
	);
