import type { Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import * as committee from '../committee.ts';
import { open } from '../database.ts';
import { ROLES, type Role } from '../roles.ts';
import * as users from '../users.ts';

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
	for (const role of ROLES) {
		const email = `${role}@${municipality}.example`;
		if (users.findByEmail(db, email)) continue;
		users.add(db, { name: NAMES[role], email, roles: [role], today, demo: true });
	}
	if (committee.list(db).length > 0) return;
	const from = `${Number(today.slice(0, 4)) - 1}-01-01`;
	committee.begin(db, { name, chair: NAMES.chair, members: ['Hans Friis', 'Lone Dam'], from });
}
