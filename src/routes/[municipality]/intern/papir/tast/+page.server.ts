import * as collecting from '$lib/server/rounds/collecting.ts';
import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as paperForms from '$lib/server/intake/paper-forms.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import { fromForm } from '$lib/survey/answers.ts';
import { cleanComment } from '$lib/survey/comment.ts';
import { COMMENT_MAX_CHARACTERS } from '$lib/survey/limits.ts';
import { error, fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	const day = today();
	const open = collecting.receiving(db, 'paper', day);
	const round = open.find(({ id }) => id === event.url.searchParams.get('maaling')) ?? open[0];
	const kept = round && rounds.find(db, round.id);
	if (!round || !kept) error(404);
	return {
		rounds: open.map(({ id, name }) => ({ id, name: name.da })),
		round: round.id,
		teams: collecting.teamsOf(plan, round),
		months: collecting.months(round, day),
		// Forms that are out may be in a language that is no longer offered.
		languages: plan.languages,
		items: kept.questionnaire.items.map(({ id, text, scale }) => ({ id, text, scale })),
		situations: plan.situations.map(({ id, text }) => ({ id, text: text.da })),
		meetingForms: plan.meetingForms.map(({ id, text }) => ({ id, text: text.da })),
		id: paperForms.newId()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, keysFolder, plan, staff } = authorise(event, 'default');
		const data = await event.request.formData();
		const day = today();
		const round = collecting
			.receiving(db, 'paper', day)
			.find(({ id }) => id === textOf(data, 'round'));
		const kept = round && rounds.find(db, round.id);
		const from = {
			team: textOf(data, 'team'),
			month: textOf(data, 'month'),
			language: textOf(data, 'language')
		};
		// All that was keyed, for the form to show again where it is not taken.
		const given = Object.fromEntries([...data.keys()].map((name) => [name, textOf(data, name)]));
		const isKnown = round && collecting.months(round, day).includes(from.month);
		if (!kept || !isKnown || !plan.languages.includes(from.language)) {
			return fail(400, { from, given, outcome: 'refused' as const });
		}
		if (given['comment'] && given['comment'].length > COMMENT_MAX_CHARACTERS) {
			return fail(400, { from, given, outcome: 'tooLong' as const });
		}
		const { draft } = fromForm(data, kept.questionnaire.items, paperForms.newId);
		const { id, answers, comment, situation, meetingForm } = draft;
		const reply = await paperForms.count(
			db,
			keysFolder,
			{
				id,
				round: round.id,
				month: from.month,
				language: from.language,
				answers,
				comment: cleanComment(comment),
				about: { ...(situation && { situation }), ...(meetingForm && { meetingForm }) },
				team: collecting.teamsOf(plan, round).find((each) => each.id === from.team)?.id
			},
			day
		);
		// How many there were is not for the log: unreleased counts are told in fives.
		audit.logOnceADay(db, { who: staff.id, what: 'paper-keyed', about: round.id, day });
		if (reply?.outcome === 'already-counted') return { from, outcome: 'again' as const };
		if (reply?.outcome !== 'counted') {
			return fail(400, { from, given, outcome: 'refused' as const });
		}
		return { from, outcome: 'saved' as const };
	}
};
