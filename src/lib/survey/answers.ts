import type { Day } from '../calendar.ts';
import { removeIdentifiers } from '../identifiers.ts';
import { parse as parseCode } from './code.ts';
import type { HandoutQuestionnaire, HandoutRound } from './handout.ts';
import { COMMENT_MAX_CHARACTERS } from './limits.ts';
import type { Answer } from './questionnaire.ts';
import { APART, POINTS } from './scale.ts';
import type { Submission } from './submission.ts';

/** An answer being given. It lives with the person who gives it and nowhere else. */
export type Draft = {
	id: string;
	/** As typed, until it can be a code. */
	code?: string;
	answers: { [item: string]: Answer };
	comment: string;
	situation?: string;
	meetingForm?: string;
};

export type HandoutItem = HandoutQuestionnaire['items'][number];
export type Step =
	| { name: 'start' }
	| { name: 'item'; item: HandoutItem; number: number; of: number }
	| { name: 'comment' }
	| { name: 'about' }
	| { name: 'review' };

/** The steps of a questionnaire, one thing at a time. */
export const steps = (items: HandoutItem[]): Step[] => [
	{ name: 'start' },
	...items.map((item, i) => ({ name: 'item' as const, item, number: i + 1, of: items.length })),
	{ name: 'comment' },
	{ name: 'about' },
	{ name: 'review' }
];

/** Names of the form's fields; the plain form and the draft in the browser's storage are the same fields. */
export const field = (item: string): string => `answer-${item}`;

/** Both a `FormData` and a `URLSearchParams` are this. */
type Fields = { get(name: string): FormDataEntryValue | null };

/**
 * Reads a draft and the step it was at from form fields. What is not an answer to these items is left out:
 * a form that someone has tampered with is one with fewer answers.
 * @param newId gives the id where the fields hold none.
 */
export function fromForm(
	fields: Fields,
	items: HandoutItem[],
	newId: () => string
): { draft: Draft; step: number } {
	const id = text(fields, 'id');
	const typed = text(fields, 'code').trim().slice(0, CODE_TYPED_MAX);
	const draft: Draft = {
		id: UUID_V4.test(id) ? id : newId(),
		answers: {},
		// A form sends line breaks as two characters, and the limit counts one.
		comment: text(fields, 'comment').replaceAll('\r\n', '\n').slice(0, COMMENT_TYPED_MAX)
	};
	if (typed) draft.code = typed;
	for (const item of items) {
		const answer = ANSWERS.get(text(fields, field(item.id)));
		if (answer) draft.answers[item.id] = answer;
	}
	for (const name of ['situation', 'meetingForm'] as const) {
		const choice = text(fields, name);
		if (CHOICE.test(choice)) draft[name] = choice;
	}
	const step = Number(text(fields, 'step'));
	return { draft, step: Number.isInteger(step) && step >= 0 && step < items.length + 4 ? step : 0 };
}

/** The other way round, for the browser's storage. */
export function toFields(draft: Draft, step: number): URLSearchParams {
	const fields = new URLSearchParams({ id: draft.id, comment: draft.comment, step: String(step) });
	for (const name of ['code', 'situation', 'meetingForm'] as const) {
		if (draft[name]) fields.set(name, draft[name]);
	}
	for (const [item, answer] of Object.entries(draft.answers)) fields.set(field(item), `${answer}`);
	return fields;
}

/** Nothing answered and nothing written: a respected outcome too, and counted as declined. */
export const isEmpty = (draft: Draft): boolean =>
	Object.keys(draft.answers).length === 0 && draft.comment.trim() === '';

/** Whether one of the two lowest answers was given to anything. */
export const isLow = ({ answers }: Pick<Draft, 'answers'>): boolean =>
	Object.values(answers).some((answer) => answer === 1 || answer === 2);

/** Whether the comment is longer than one may be. It is never cut off: it is said how much is too much. */
export const isTooLong = ({ comment }: Pick<Draft, 'comment'>): boolean =>
	comment.trim().length > COMMENT_MAX_CHARACTERS;

/** What must be mended before a draft can be sent to a round. */
export function obstacle(
	draft: Draft,
	round: Pick<HandoutRound, 'channels' | 'prefix'>
): 'code-needed' | 'code-mistyped' | undefined {
	if (!draft.code) return round.channels.includes('open') ? undefined : 'code-needed';
	const code = parseCode(draft.code);
	return code.ok && code.prefix === round.prefix ? undefined : 'code-mistyped';
}

/** A draft without an obstacle, as it is counted. */
export function toSubmission(
	draft: Draft,
	asked: {
		round: Pick<HandoutRound, 'id' | 'questionnaire'>;
		today: Day;
		language: string;
		/** Where the draft has no code of its own. */
		channel?: Submission['channel'];
	}
): Submission {
	const { id, answers, situation, meetingForm } = draft;
	const code = parseCode(draft.code ?? '');
	return {
		id,
		round: asked.round.id,
		questionnaire: asked.round.questionnaire,
		answeredOn: asked.today,
		channel: code.ok ? 'code' : (asked.channel ?? 'open'),
		language: asked.language,
		outcome: isEmpty(draft) ? 'declined' : 'answered',
		about: { ...(situation && { situation }), ...(meetingForm && { meetingForm }) },
		answers: { ...answers },
		comment: removeIdentifiers(draft.comment.trim()),
		...(code.ok && { code: code.code })
	};
}

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const CHOICE = /^[a-z][a-z0-9-]{0,59}$/;
const CODE_TYPED_MAX = 400;
/** Far above what a comment may be: what is too long is given back whole. */
const COMMENT_TYPED_MAX = 100_000;
const ANSWERS = new Map<string, Answer>([...POINTS, ...APART].map((each) => [`${each}`, each]));

function text(fields: Fields, name: string): string {
	const value = fields.get(name);
	return typeof value === 'string' ? value : '';
}
