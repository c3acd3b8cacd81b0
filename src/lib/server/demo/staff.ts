import type { Day } from '../../calendar.ts';
import type { Db } from '../database.ts';
import type { Role } from '../roles.ts';
import * as users from '../users.ts';

/** Invented people of the staff, one for each role: a demo server lets anyone in as them. */
const NAMES: { [role in Role]: string } = {
	leader: 'Lene Opdigt',
	chair: 'Frode Formand',
	secretary: 'Sanne Skriver',
	caseworker: 'Karl Samtale',
	administrator: 'Asta Adgang'
};

/** The demo's person with a role; there is one already where another part of the demo has made them. */
export function someone(db: Db, role: Role, today: Day): users.User {
	const known = users.list(db).find((user) => user.demo && user.roles.includes(role));
	if (known) return known;
	const name = NAMES[role];
	const email = `${name.toLowerCase().replace(' ', '.')}@demo.example`;
	const added = users.add(db, { name, email, roles: [role], today, demo: true });
	if (!added.ok) throw new Error(`${name}: ${added.reason}`);
	return added.user;
}
