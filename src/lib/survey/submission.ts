import * as z from 'zod/mini';
import { COMMENT_MAX_BYTES, COMMENT_MAX_CHARACTERS } from './limits.ts';
import { Answer } from './questionnaire.ts';
import { Channel } from './round.ts';

export { COMMENT_MAX_BYTES, COMMENT_MAX_CHARACTERS };

const Outcome = z.enum(['answered', 'declined', 'later', 'not-offered']);

/** Why a citizen was not asked: the caseworker's short list. */
export const NotOfferedReason = z.enum([
	'no-time',
	'difficult-meeting',
	'remote-meeting',
	'language',
	'screen-failed',
	'asked-recently'
]);
export type NotOfferedReason = z.infer<typeof NotOfferedReason>;

/** One outcome in flight, with the answers if there are any. It ceases to exist when it is counted. */
export const Submission = z.strictObject({
	id: z.uuid({ version: 'v4' }),
	round: z.string().check(z.maxLength(60)),
	questionnaire: z.string().check(z.maxLength(64)),
	/** The device's own date. It only chooses the month, and is clamped: a wrong clock loses no voice. */
	answeredOn: z.iso.date(),
	channel: Channel,
	language: z.string().check(z.regex(/^[a-z]{2,3}(-[a-z]{2,8})?$/)),
	team: z.optional(z.string().check(z.maxLength(60))),
	outcome: Outcome,
	reason: z.optional(NotOfferedReason),
	about: z.strictObject({
		situation: z.optional(z.string().check(z.maxLength(60))),
		meetingForm: z.optional(z.string().check(z.maxLength(60)))
	}),
	answers: z.record(z.string().check(z.maxLength(40)), Answer),
	comment: z.string().check(
		z.maxLength(COMMENT_MAX_CHARACTERS),
		z.refine((text) => new TextEncoder().encode(text).length <= COMMENT_MAX_BYTES)
	),
	code: z.optional(z.string().check(z.maxLength(20)))
});
export type Submission = z.infer<typeof Submission>;

/** The reply to one envelope. Every outcome is final for the device: it deletes its copy and forgets the id. */
export const Acknowledgement = z.discriminatedUnion('outcome', [
	z.object({ id: z.string(), outcome: z.literal('counted') }),
	z.object({ id: z.string(), outcome: z.literal('already-counted') }),
	z.object({
		id: z.string(),
		outcome: z.literal('not-counted'),
		reason: z.enum(['code-used', 'code-unknown', 'too-late', 'round-unknown'])
	}),
	z.object({
		id: z.string(),
		outcome: z.literal('quarantined'),
		reason: z.enum(['cannot-open', 'invalid'])
	})
]);
export type Acknowledgement = z.infer<typeof Acknowledgement>;
export type NotCountedReason = Extract<Acknowledgement, { outcome: 'not-counted' }>['reason'];
