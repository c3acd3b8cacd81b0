import * as settings from '$lib/server/core/settings.ts';
import * as compliance from '$lib/server/rounds/compliance.ts';
import type { Authorised } from '../authorise.ts';

/** What the papers say of this municipality, as far as it has been found out: the rest are blanks to be filled in. */
export function paperOf({ db, plan }: Authorised) {
	const { controller, processor, transfers, archive } = compliance.typed(db);
	const { threshold, commentMonths, auditYears, notesDays } = settings.read(db, plan);
	return {
		known: { controller: controller || plan.name, processor, transfers, archive },
		plan: plan.title,
		interviews: plan.interviews !== undefined,
		k: threshold,
		months: commentMonths,
		years: auditYears,
		days: notesDays
	};
}
