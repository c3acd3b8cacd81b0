import type * as z from 'zod/mini';
import { limitOf } from '../../../plan/limits.ts';
import { partOf, type Part } from '../../../plan/parts.ts';

/** Why a field must be mended; each has its Danish words in the messages of the plan. */
export type Reason =
	| 'empty'
	| 'too-long'
	| 'number'
	| 'choose'
	| 'not-quoted'
	| 'years'
	| 'email'
	| 'url'
	| 'telephone'
	| 'merged'
	| 'key-scale'
	| 'one-key'
	| 'too-few'
	| 'too-many'
	| 'situation'
	| 'decimal'
	| 'date'
	| 'period'
	| 'own-period'
	| 'measure'
	| 'same-id';

export type Flaws = {
	/** By the name of the field, or of the list. */
	wrong: { [field: string]: Reason };
	/** Parts that lean on what was taken away. */
	elsewhere: Part[];
};

type Issue = Pick<z.core.$ZodIssue, 'code' | 'path'>;

/** @param at the path of what the form edits, as it would stand in the plan; '' for whole parts */
export function flawsOf(
	issues: readonly Issue[],
	{ keys, at = '' }: { keys: readonly string[]; at?: string }
): Flaws {
	const flaws: Flaws = { wrong: {}, elsewhere: [] };
	for (const issue of issues) {
		const path = issue.path.join('.');
		if (keys.includes(String(issue.path[0])) && path.startsWith(at)) {
			flaws.wrong[fieldOf(issue.path).slice(at.length)] ??= reasonOf(issue);
		} else {
			const part = partOf(String(issue.path[0]));
			if (part && !flaws.elsewhere.includes(part)) flaws.elsewhere.push(part);
		}
	}
	return flaws;
}

/** Every text that was typed and is longer than it may be, by the name of its field. */
export function tooLong(typed: unknown, path: string[] = []): Flaws['wrong'] {
	if (typeof typed === 'string') {
		// A text in several languages has the limit of the text.
		return typed.length > limitOf(path.at(-1) ?? '') ? { [path.join('.')]: 'too-long' } : {};
	}
	if (typeof typed !== 'object' || typed === null) return {};
	return Object.assign(
		{},
		...Object.entries(typed).map(([name, inner]) => tooLong(inner, [...path, name]))
	);
}

/** A list of line numbers is one field, and so is one of periods. */
const fieldOf = (path: Issue['path']): string => {
	const at = path.findIndex((step) => step === 'lines' || step === 'periods');
	return path.slice(0, at < 0 ? undefined : at + 1).join('.');
};

const BY_FIELD: { [field: string]: Reason } = {
	email: 'email',
	url: 'url',
	telephone: 'telephone',
	mergedInto: 'merged',
	situation: 'situation',
	lines: 'number',
	caseworkers: 'number',
	goal: 'number',
	share: 'number',
	year: 'number',
	n: 'number',
	from: 'number',
	kind: 'choose',
	item: 'choose',
	languages: 'choose',
	heading: 'choose',
	statistic: 'choose',
	unit: 'choose',
	every: 'choose',
	better: 'choose',
	each: 'choose',
	side: 'choose',
	value: 'decimal',
	amount: 'decimal',
	national: 'decimal',
	on: 'date',
	day: 'date',
	periods: 'period',
	when: 'own-period',
	measure: 'measure'
};

function reasonOf({ code, path }: Issue): Reason {
	const field = path.findLast((step) => typeof step === 'string') ?? '';
	const isList = field === path.at(-1) && (code === 'too_small' || code === 'too_big');
	if (field === 'to') return code === 'custom' ? 'years' : 'number';
	if (field === 'scale') return code === 'custom' ? 'key-scale' : 'choose';
	// A baseline's period is written, a survey's is chosen.
	if (field === 'period') return path.includes('baseline') ? 'period' : 'choose';
	if (field === 'items' && code === 'custom') return 'one-key';
	const known = BY_FIELD[String(field)];
	if (known) return known;
	if (field === 'headings' && code === 'custom') return 'same-id';
	if (LISTS.includes(String(field)) && isList) return code === 'too_small' ? 'too-few' : 'too-many';
	if (code === 'custom') return 'not-quoted';
	return 'empty';
}

const LISTS = [
	'promises',
	'items',
	'questionnaires',
	'situations',
	'meetingForms',
	'contacts',
	'aims'
];
