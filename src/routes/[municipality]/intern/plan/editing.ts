import * as audit from '$lib/server/core/audit.ts';
import * as settings from '$lib/server/core/settings.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as planEditing from '$lib/server/plan/editing.ts';
import type { Saved } from '$lib/server/plan/editing.ts';
import type { PlanForm } from '$lib/server/plan/forms/form.ts';
import * as tree from '$lib/server/plan/forms/tree.ts';
import * as planVersions from '$lib/server/plan/versions.ts';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import type { Authorised } from '../authorise.ts';

const WHY_MAX = 600;

/** What a page of the editor begins with. */
export const shown = <Typed>({ db, plan }: Authorised, form: PlanForm<Typed>) => ({
	typed: form.typed(plan),
	/** The version that the fields show. */
	seen: planVersions.latest(db),
	/** Those that citizens are to have. What is kept in others stays as it is. */
	languages: settings.languages(db, plan)
});

/** What was typed, as it stands on the page; `at` is where the eye should go. */
async function read<Typed>({ request }: RequestEvent, form: PlanForm<Typed>) {
	const data = await request.formData();
	const { tree: branch, at } = tree.arrange(tree.read(data), textOf(data, 'op'));
	const given = form.shape.safeParse(branch);
	// Only a form that is not ours has fields of another kind.
	if (!given.success) error(400);
	// Pressed once it is known that somebody else has saved the page.
	const base = Number(textOf(data, 'over') || textOf(data, 'base'));
	const why = {
		reason: textOf(data, 'reason').slice(0, WHY_MAX),
		decidedOn: textOf(data, 'decidedOn'),
		item: textOf(data, 'item').slice(0, WHY_MAX)
	};
	return { given: given.data, base, at, why, accepts: textOf(data, 'accepts').split(',') };
}

/** Adds to, takes from or moves within a list. Nothing is saved. */
export async function arranged<Typed>(event: RequestEvent, form: PlanForm<Typed>) {
	const { given, base, at, why } = await read(event, form);
	return { given, base, at, why };
}

/** Makes a new version, or gives back what was typed with what is to be mended. */
export async function saved<Typed>(
	authorised: Authorised,
	event: RequestEvent,
	form: PlanForm<Typed>
) {
	const { given, base, accepts, why } = await read(event, form);
	const { db, plan, staff } = authorised;
	const saving = { base, by: staff.id, today: today(), accepts, why: whyOf(why) };
	const outcome = planEditing.save(db, plan, form, given, saving);
	if (!outcome.ok) {
		return fail(400, {
			given,
			base,
			why,
			refused: refusalOf(outcome),
			newest: planVersions.latest(db)
		});
	}
	const { version, at } = outcome;
	audit.log(db, {
		who: staff.id,
		what: 'plan-changed',
		about: `${version}: ${form.part}`,
		...audit.moment(new Date())
	});
	const [, list, index] = /^(questionnaires|goals)\.(\d+)/.exec(at) ?? [];
	const { questionnaires, goals } = outcome.plan;
	return {
		version,
		questionnaire: list === 'questionnaires' ? questionnaires[Number(index)]?.id : undefined,
		goal: list === 'goals' ? goals[Number(index)]?.id : undefined
	};
}

/** Nothing that was typed as a date, but is none, is kept as one. */
const whyOf = ({
	reason,
	decidedOn,
	item
}: {
	reason: string;
	decidedOn: string;
	item: string;
}) => ({
	reason,
	decidedOn: /^\d{4}-\d{2}-\d{2}$/.test(decidedOn) ? decidedOn : null,
	item
});

const refusalOf = (outcome: Exclude<Saved, { ok: true }>) => ({
	reason: outcome.reason,
	wrong: outcome.reason === 'flaws' ? outcome.wrong : {},
	elsewhere: outcome.reason === 'flaws' ? outcome.elsewhere : [],
	lost: outcome.reason === 'languages' ? outcome.lost : []
});
