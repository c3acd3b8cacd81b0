import * as audit from '$lib/server/core/audit.ts';
import { textOf, textsOf, WholeNumber, wrongFields } from '$lib/server/core/form-data.ts';
import { RECEIPT_DAYS } from '$lib/server/retention.ts';
import * as settings from '$lib/server/core/settings.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { askFirst } from '../asking.ts';
import { authorise } from '../authorise.ts';

type Numbers = Pick<settings.Settings, 'threshold' | 'commentMonths' | 'auditYears' | 'notesDays'>;

/** The fields as they were written, given back where one of them is to be mended. */
const WRITTEN = [
	...(['threshold', 'commentMonths', 'auditYears', 'notesDays'] as const),
	...(['publicResults', 'notesAwaitJournal'] as const)
];
type Given = { [name in (typeof WRITTEN)[number]]: string } & { languages: string[] };

/** A threshold that rises never falls again, and what is erased earlier than before is gone. */
const isForGood = (now: Numbers, wanted: Numbers): boolean =>
	wanted.threshold > now.threshold ||
	wanted.commentMonths < now.commentMonths ||
	wanted.auditYears < now.auditYears ||
	wanted.notesDays < now.notesDays;

export const load: PageServerLoad = (event) => {
	const { db, plan } = authorise(event);
	return {
		settings: settings.read(db, plan),
		offered: plan.languages,
		max: settings.THRESHOLD_MAX,
		receiptDays: RECEIPT_DAYS
	};
};

export const actions: Actions = {
	default: async (event) => {
		const { db, plan, staff } = authorise(event, 'default');
		const data = await event.request.formData();
		const given = {
			...Object.fromEntries(WRITTEN.map((name) => [name, textOf(data, name)])),
			languages: plan.languages.filter((each) => textsOf(data, 'languages').includes(each))
		} as Given;
		const number = (name: keyof Numbers) => WholeNumber.safeParse(given[name]).data;
		const wanted = settings.Settings.safeParse({
			threshold: number('threshold'),
			commentMonths: number('commentMonths'),
			auditYears: number('auditYears'),
			languages: given.languages,
			publicResults: { on: true, off: false }[given.publicResults],
			notesDays: number('notesDays'),
			notesAwaitJournal: { on: true, off: false }[given.notesAwaitJournal]
		});
		if (!wanted.success) return fail(400, { given, wrong: wrongFields(wanted.error) });
		if (isForGood(settings.read(db, plan), wanted.data)) {
			const ask = askFirst(event, data, 'changeSettings');
			if (ask) return ask;
		}
		const changed = settings.change(db, plan, wanted.data);
		if (!changed.ok) return fail(400, { given, wrong: [changed.reason] });
		const { threshold, commentMonths, auditYears, languages, publicResults } = wanted.data;
		const { notesDays, notesAwaitJournal } = wanted.data;
		audit.log(db, {
			who: staff.id,
			what: 'settings-changed',
			about: `${threshold} · ${commentMonths} · ${auditYears} · ${languages.join(' ')} · ${publicResults ? 'åben' : 'lukket'} · noter ${notesDays}${notesAwaitJournal ? ' efter journalisering' : ''}`,
			...audit.moment(new Date())
		});
		return { saved: true };
	}
};
