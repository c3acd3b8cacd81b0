import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { round } from '../../../tests/support/survey.ts';
import { Submission } from '../survey/submission.ts';
import { endOf, notAsked } from './submission.ts';

const draft = {
	id: randomUUID(),
	answers: { a: 5, b: 'na' } as const,
	comment: 'Hemmeligt',
	situation: 'ledig'
};
const asked = { round, team: 'nord', today: '2026-02-10' };

it('carries what was sent', () => {
	const sent = endOf('sent', { ...asked, draft, language: 'en' });
	expect(Submission.parse(sent)).toEqual(sent);
	expect(sent).toMatchObject({
		id: draft.id,
		channel: 'tablet',
		outcome: 'answered',
		team: 'nord',
		language: 'en',
		answers: draft.answers,
		about: { situation: 'ledig' },
		comment: 'Hemmeligt'
	});
});

it('carries nothing of what was not sent', () => {
	for (const end of ['declined', 'later'] as const) {
		const left = endOf(end, { ...asked, draft, language: 'let' });
		expect(Submission.parse(left)).toMatchObject({
			id: draft.id,
			outcome: end,
			language: 'let',
			about: {},
			answers: {},
			comment: ''
		});
	}
});

it('is a no when nothing was answered', () => {
	const empty = { id: randomUUID(), answers: {}, comment: ' ' };
	expect(endOf('sent', { ...asked, draft: empty, language: 'da' }).outcome).toBe('declined');
});

it('says why a citizen was not asked', () => {
	const submission = notAsked(draft.id, 'difficult-meeting', asked);
	expect(Submission.parse(submission)).toMatchObject({
		outcome: 'not-offered',
		reason: 'difficult-meeting',
		team: 'nord',
		channel: 'tablet'
	});
});
