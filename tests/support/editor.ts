import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Db } from '../../src/lib/server/core/database.ts';
import * as editing from '../../src/lib/server/plan/editing.ts';
import type { PlanForm } from '../../src/lib/server/plan/forms/form.ts';
import * as planVersions from '../../src/lib/server/plan/versions.ts';
import * as plans from '../../src/lib/server/plan/plans.ts';
import { file, someone } from './staff.ts';

const TODAY = '2026-05-20';

/** The plan as it came. */
export function shipped(municipality: string): Plan {
	const found = plans.find(municipality);
	if (!found) throw new Error(`no plan of ${municipality}`);
	return found;
}

/** An administrator at the editor of a plan, in a file of their own. */
export class Editor {
	private constructor(
		readonly db: Db,
		readonly by: string
	) {}

	static async sitDown(): Promise<Editor> {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['administrator'] });
		return new Editor(db, user.id);
	}

	now = (plan: Plan): Plan => planVersions.current(this.db, plan);

	save = <T>(
		plan: Plan,
		form: PlanForm<T>,
		typed: T,
		{ accepts = [], base, why }: { accepts?: string[]; base?: number; why?: planVersions.Why } = {}
	): editing.Saved =>
		editing.save(this.db, this.now(plan), form, typed, {
			base: base ?? planVersions.latest(this.db),
			by: this.by,
			today: TODAY,
			accepts,
			why
		});

	/** What a page shows, changed at will. */
	changed<T>(plan: Plan, form: PlanForm<T>, change: (typed: T) => void): T {
		const typed = structuredClone(form.typed(this.now(plan)));
		change(typed);
		return typed;
	}
}

export const wrongIn = (saved: editing.Saved) =>
	!saved.ok && saved.reason === 'flaws' ? saved.wrong : saved;
