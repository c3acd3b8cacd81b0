import * as z from 'zod/mini';
import { addDays, addMonths, firstDay, monthsBetween, type Day, type Month } from '../calendar.ts';
import { Text } from '../i18n/text.ts';

export const Channel = z.enum(['code', 'tablet', 'paper', 'open']);
export type Channel = z.infer<typeof Channel>;

/** Answers to a code, tablet or paper form are one series; open links and posters are another, never mixed. */
export type Series = 'asked' | 'open';
export const seriesOf = (channel: Channel): Series => (channel === 'open' ? 'open' : 'asked');

export const BreakdownName = z.enum(['team', 'situation', 'meeting-form', 'language']);
export type BreakdownName = z.infer<typeof BreakdownName>;

/** The category of those who did not say. */
export const UNKNOWN = 'unknown';

/** A dimension declared before the round opens, with its categories (a full partition, `unknown` included) and its unit. */
export const Breakdown = z.strictObject({
	name: BreakdownName,
	unit: z.enum(['quarter', 'half-year', 'round']),
	categories: z.array(z.string()).check(z.minLength(2)),
	/** Teams too small for a figure of their own → the team that they are counted with. */
	merged: z.optional(z.record(z.string(), z.string()))
});
export type Breakdown = z.infer<typeof Breakdown>;

/** The category that a said value is counted in: its own, that of the team it is merged into, or `unknown`. */
export function categoryOf(breakdown: Breakdown, said: string | null | undefined): string {
	const category = breakdown.merged?.[said ?? ''] ?? said;
	return category && breakdown.categories.includes(category) ? category : UNKNOWN;
}

export const Round = z.strictObject({
	id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,40}$/)),
	/** Two characters that begin every code of the round. */
	prefix: z.string().check(z.length(2)),
	name: Text,
	questionnaire: z.string(),
	opensOn: z.iso.date(),
	closesOn: z.iso.date(),
	channels: z.array(Channel).check(z.minLength(1)),
	breakdowns: z.array(Breakdown),
	/** Ids of the teams whose citizens are asked; absent when all are. */
	teams: z.optional(z.array(z.string()).check(z.minLength(1)))
});
export type Round = z.infer<typeof Round>;

/** Answers that arrive up to this many days after closing still count: a phone may have been offline. */
export const LATE_DAYS = 30;
/** The last day on which an answer of the round still counts. */
export const takesUntil = (round: Pick<Round, 'closesOn'>): Day =>
	addDays(round.closesOn, LATE_DAYS);
/** The day of the following month on which a month's figures are published. */
const PUBLICATION_DAY = 10;

export const isOpen = (round: Pick<Round, 'opensOn' | 'closesOn'>, today: Day): boolean =>
	round.opensOn <= today && today <= round.closesOn;

export const months = (round: Pick<Round, 'opensOn' | 'closesOn'>): Month[] =>
	monthsBetween(round.opensOn, round.closesOn);

/** When a month's figures are published: the 10th of the next month; the last month waits until late answers can no longer come. */
export function publishesOn(round: Pick<Round, 'opensOn' | 'closesOn'>, month: Month): Day {
	const isLast = month === months(round).at(-1);
	if (isLast) return addDays(round.closesOn, LATE_DAYS + 1);
	return publicationDayOf(month);
}

/** The day of the next month on which a month's figures come, where nothing else is announced. */
export const publicationDayOf = (month: Month): Day =>
	addDays(firstDay(addMonths(month, 1)), PUBLICATION_DAY - 1);
