import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { Role } from '$lib/server/staff/access/role.ts';

/** As the log shows them: "Leder, Administrator". */
export async function rolesInWords(roles: readonly Role[]): Promise<string> {
	const m = await loadMessages('da', 'staff');
	return roles.map((role) => m.roles[role]()).join(', ');
}
