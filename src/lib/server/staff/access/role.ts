export const ROLES = ['caseworker', 'leader', 'chair', 'secretary', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that one person cannot hold together. */
const APART: readonly (readonly [Role, Role])[] = [
	// A summary is never reviewed alone by the one who wrote it alone.
	['leader', 'chair'],
	// Comments are read before names are out, so never by someone who has cases or leads those who have.
	['secretary', 'caseworker'],
	['secretary', 'leader']
];

export const areApart = (roles: readonly Role[]): boolean =>
	APART.some(([one, other]) => roles.includes(one) && roles.includes(other));

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);
