import * as z from 'zod/mini';
import {
	idOf,
	listOf,
	countFrom,
	optional,
	optionalText,
	sourceFrom,
	textFrom,
	Typed,
	TypedSource,
	typedSource,
	TypedText,
	typedText
} from './fields.ts';
import type { PlanForm } from './form.ts';

const Promises = z.object({
	promises: listOf(z.object({ id: Typed, text: TypedText, source: TypedSource }))
});

/** What the municipality promises its citizens. */
export const promises: PlanForm<z.infer<typeof Promises>> = {
	part: 'promises',
	shape: Promises,
	typed: (plan) => ({
		promises: plan.promises.map(({ id, text, source }) => ({
			id,
			text: typedText(text),
			source: typedSource(source)
		}))
	}),
	into: (typed, _plan, known) => {
		const taken = known.ids('promises');
		return {
			edited: {
				promises: typed.promises.map(({ id, text, source }) => ({
					id: idOf(id, text, taken),
					text: textFrom(text),
					source: sourceFrom(source)
				}))
			}
		};
	}
};

const Teams = z.object({
	teams: listOf(z.object({ id: Typed, name: TypedText, caseworkers: Typed, mergedInto: Typed }))
});

/** Teams, with so many caseworkers that it can be seen which are too small to be a figure of their own. */
export const teams: PlanForm<z.infer<typeof Teams>> = {
	part: 'teams',
	shape: Teams,
	typed: (plan) => ({
		teams: plan.teams.map(({ id, name, caseworkers, mergedInto }) => ({
			id,
			name: typedText(name),
			caseworkers: String(caseworkers),
			mergedInto: mergedInto ?? ''
		}))
	}),
	into: (typed, _plan, known) => {
		const taken = known.ids('teams');
		return {
			edited: {
				teams: typed.teams.map(({ id, name, caseworkers, mergedInto }) => ({
					id: idOf(id, name, taken),
					name: textFrom(name),
					caseworkers: countFrom(caseworkers),
					...(mergedInto !== '' && { mergedInto })
				}))
			}
		};
	}
};

const Choice = z.object({ id: Typed, text: TypedText });
const Choices = z.object({ situations: listOf(Choice), meetingForms: listOf(Choice) });

/** The two questions about the citizen and the meeting: laws begin and end the situations. */
export const choices: PlanForm<z.infer<typeof Choices>> = {
	part: 'choices',
	shape: Choices,
	typed: ({ situations, meetingForms }) => ({
		situations: situations.map(({ id, text }) => ({ id, text: typedText(text) })),
		meetingForms: meetingForms.map(({ id, text }) => ({ id, text: typedText(text) }))
	}),
	into: (typed, _plan, known) => {
		const read = (list: 'situations' | 'meetingForms') => {
			const taken = known.ids(list);
			return typed[list].map(({ id, text }) => ({
				id: idOf(id, text, taken),
				text: textFrom(text)
			}));
		};
		return { edited: { situations: read('situations'), meetingForms: read('meetingForms') } };
	}
};

const Contacts = z.object({
	contacts: listOf(
		z.object({ name: TypedText, note: TypedText, telephone: Typed, email: Typed, url: Typed })
	)
});

/** Whom a citizen can turn to after a bad meeting. */
export const contacts: PlanForm<z.infer<typeof Contacts>> = {
	part: 'contacts',
	shape: Contacts,
	typed: (plan) => ({
		contacts: plan.contacts.map(({ name, note, telephone = '', email = '', url = '' }) => ({
			name: typedText(name),
			note: typedText(note),
			telephone,
			email,
			url
		}))
	}),
	into: (typed) => ({
		edited: {
			contacts: typed.contacts.map(({ name, note, telephone, email, url }) => ({
				name: textFrom(name),
				note: optionalText(note),
				telephone: optional(telephone),
				email: optional(email),
				url: optional(url)
			}))
		}
	})
};
