import type { Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import * as committee from '../staff/committee.ts';
import { open, type Db } from '../core/database.ts';
import { ROLES, type Role } from '../staff/access/role.ts';
import * as users from '../staff/users.ts';

const NAMES: { [role in Role]: string } = {
	caseworker: 'Ole Bang',
	leader: 'Karen Holm',
	chair: 'Inger Vestergaard',
	secretary: 'Mikkel Juhl',
	administrator: 'Sara Winther'
};

/** One invented person in each role, whom a demo server lets in without a password, and the committee that the chair leads. */
export function hire({ municipality, committee: name }: Plan, today: Day): void {
	const db = open(municipality);
	for (const role of ROLES) someone(db, role, today);
	if (committee.list(db).length > 0) return;
	const from = `${Number(today.slice(0, 4)) - 1}-01-01`;
	committee.begin(db, { name, chair: NAMES.chair, members: ['Hans Friis', 'Lone Dam'], from });
}

/** The demo's person with a role, hired if there is none yet. */
export function someone(db: Db, role: Role, today: Day): users.User {
	const known = users.list(db).find((user) => user.demo && user.roles.includes(role));
	if (known) return known;
	const email = `${role}@demo.example`;
	const added = users.add(db, { name: NAMES[role], email, roles: [role], today, demo: true });
	if (!added.ok) throw new Error(`${NAMES[role]}: ${added.reason}`);
	return added.user;
}
