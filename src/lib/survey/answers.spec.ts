import { describe, expect, it } from 'vitest';
import {
	fromForm,
	isTooLong,
	obstacle,
	steps,
	toFields,
	toSubmission,
	type Draft,
	type HandoutItem,
	isLow
} from './answers.ts';
import { withCheck } from './code.ts';
import { Submission } from './submission.ts';

const items: HandoutItem[] = [
	{ id: 'a', text: { da: 'A' }, scale: 'agreement' },
	{ id: 'b', text: { da: 'B' }, scale: 'agreement' }
];
const id = '3f0c8f0e-7b1a-4c39-9d2e-0a1b2c3d4e5f';
const other = '11111111-1111-4111-8111-111111111111';
const code = withCheck('AB', '2345678');
const asked = {
	round: { id: 'stevns-2026', questionnaire: 'abc' },
	today: '2026-11-22',
	language: 'let'
};
const form = (fields: { [name: string]: string }) => {
	const data = new FormData();
	for (const [name, value] of Object.entries(fields)) data.set(name, value);
	return data;
};
const draftOf = (fields: { [name: string]: string }): Draft =>
	fromForm(form(fields), items, () => other).draft;

describe('a draft', () => {
	it('is read from a form', () => {
		const fields = form({
			id,
			code: 'ab234-5678' + code.at(-1),
			'answer-a': '4',
			'answer-b': 'na',
			comment: 'Tak\r\nfor det',
			situation: 'sick',
			meetingForm: 'in-person',
			step: '3'
		});
		expect(fromForm(fields, items, () => other)).toEqual({
			draft: {
				id,
				code: `ab234-5678${code.at(-1)}`,
				answers: { a: 4, b: 'na' },
				comment: 'Tak\nfor det',
				situation: 'sick',
				meetingForm: 'in-person'
			},
			step: 3
		});
	});

	it('leaves out what is no answer to these items', () => {
		const draft = draftOf({
			id: 'x',
			'answer-a': '6',
			'answer-c': '4',
			situation: '<b>',
			step: '99'
		});
		expect(draft).toEqual({ id: other, answers: {}, comment: '' });
		expect(fromForm(form({ step: '99' }), items, () => other).step).toBe(0);
		expect(fromForm(form({ step: '1.5' }), items, () => other).step).toBe(0);
	});

	it('is the same after it has been stored', () => {
		const draft = draftOf({ id, code, 'answer-a': '5', comment: 'æ & ø\n=', situation: 'sick' });
		expect(fromForm(toFields(draft, 2), items, () => other)).toEqual({ draft, step: 2 });
	});
});

describe('an obstacle', () => {
	const round = { channels: ['code' as const], prefix: 'AB' };
	const openToAll = { channels: ['code' as const, 'open' as const], prefix: 'AB' };

	it.each([
		[undefined, round, 'code-needed'],
		[undefined, openToAll, undefined],
		[code, round, undefined],
		[code.toLowerCase(), openToAll, undefined],
		['ABCDEFGHJK', openToAll, 'code-mistyped'],
		[withCheck('CD', '2345678'), round, 'code-mistyped']
	])('with the code %s', (typed, asked, expected) => {
		const draft: Draft = { id, answers: {}, comment: '', ...(typed && { code: typed }) };
		expect(obstacle(draft, asked)).toBe(expected);
	});
});

describe('a submission', () => {
	it('is what the protocol takes', () => {
		const submission = toSubmission(
			draftOf({ id, code, 'answer-a': '1', situation: 'sick', comment: ' Ring 20304050 ' }),
			asked
		);
		expect(Submission.parse(submission)).toEqual({
			id,
			round: 'stevns-2026',
			questionnaire: 'abc',
			answeredOn: '2026-11-22',
			channel: 'code',
			language: 'let',
			outcome: 'answered',
			about: { situation: 'sick' },
			answers: { a: 1 },
			comment: 'Ring […]',
			code
		});
	});

	it('comes by the open link where there is no code', () => {
		expect(toSubmission(draftOf({ id, 'answer-a': '1' }), asked)).toMatchObject({
			channel: 'open'
		});
		const tablet = toSubmission(draftOf({ id }), { ...asked, channel: 'tablet' });
		expect(tablet).toMatchObject({ channel: 'tablet', outcome: 'declined' });
	});

	it('is declined when all is skipped, also when the person said something about themselves', () => {
		expect(toSubmission(draftOf({ id, situation: 'sick' }), asked).outcome).toBe('declined');
		expect(toSubmission(draftOf({ id, comment: '  ' }), asked).outcome).toBe('declined');
		expect(toSubmission(draftOf({ id, comment: 'Nej' }), asked).outcome).toBe('answered');
		expect(toSubmission(draftOf({ id, 'answer-a': 'unclear' }), asked).outcome).toBe('answered');
	});

	it('holds the longest comment, and never a part of one that is longer', () => {
		const longest = draftOf({ id, comment: `${'語'.repeat(2000)}\n` });
		expect(isTooLong(longest)).toBe(false);
		expect(Submission.safeParse(toSubmission(longest, asked)).success).toBe(true);
		const longer = draftOf({ id, comment: 'x'.repeat(2480) });
		expect(longer.comment).toHaveLength(2480);
		expect(isTooLong(longer)).toBe(true);
		expect(Submission.safeParse(toSubmission(longer, asked)).success).toBe(false);
	});
});

it('goes from the promise over each item to the review', () => {
	expect(steps(items).map((step) => step.name)).toEqual([
		'start',
		'item',
		'item',
		'comment',
		'about',
		'review'
	]);
	expect(steps(items)[2]).toMatchObject({ number: 2, of: 2 });
});

it('one of the two lowest answers is a low one; what is no point on the scale is not', () => {
	expect(isLow({ answers: { a: 5, b: 2 } })).toBe(true);
	expect(isLow({ answers: { a: 1 } })).toBe(true);
	expect(isLow({ answers: { a: 3, b: 'na', c: 'unclear' } })).toBe(false);
	expect(isLow({ answers: {} })).toBe(false);
});
