import { isDraft } from '$lib/i18n/messages.ts';
import { completeness, missing } from '$lib/plan/completeness.ts';
import type { Part } from '$lib/plan/parts.ts';
import type { Plan } from '$lib/plan/plan.ts';
import { today } from '$lib/server/core/environment.ts';
import * as languages from '$lib/server/plan/languages.ts';
import { usedBy } from '$lib/server/plan/editing.ts';
import * as planVersions from '$lib/server/plan/versions.ts';
import { journey } from '$lib/server/plan/plans.ts';
import { may } from '$lib/server/staff/access/access.ts';
import * as settings from '$lib/server/core/settings.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import type { PageServerLoad } from './$types';
import { authorise } from '../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan, session } = authorise(event);
	const offered = languages.offered(db, plan, today());
	const chosen = settings.read(db, plan).languages;
	const used = usedBy(db, plan);
	return {
		version: planVersions.list(db)[0],
		mayEdit: may(signedOf(session), `${event.route.id}/ord`),
		parts: rowsOf(plan),
		questionnaires: plan.questionnaires.map((each) => ({
			id: each.id,
			name: each.name.da,
			items: each.items.length,
			usedIn: used.get(each.id) ?? [],
			retired: each.retired ?? false,
			lacking: lackingIn(each, chosen)
		})),
		codes: chosen,
		languages: plan.languages.map((code) => ({
			code,
			isOffered: offered.includes(code),
			isOff: !chosen.includes(code),
			isDraft: isDraft(code),
			lacking: languages.lackingIn(db, plan, code, today()),
			inPicture: missing(journey(plan), [code]).length
		}))
	};
};

const COUNTED: { [part in Exclude<Part, 'questionnaires'>]: (plan: Plan) => number } = {
	words: () => 0,
	promises: ({ promises }) => promises.length,
	teams: ({ teams }) => teams.length,
	choices: ({ situations, meetingForms }) => situations.length + meetingForms.length,
	goals: ({ goals }) => goals.length,
	contacts: ({ contacts }) => contacts.length,
	population: ({ population }) => population?.groups.length ?? 0
};

const rowsOf = (plan: Plan) =>
	(Object.keys(COUNTED) as (keyof typeof COUNTED)[]).map((part) => ({
		part,
		n: COUNTED[part](plan),
		...completeness(plan, part)
	}));

const lackingIn = (value: unknown, codes: readonly string[]): { [language: string]: number } =>
	Object.fromEntries(codes.map((code) => [code, missing(value, [code]).length]));
