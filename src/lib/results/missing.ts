import type { NotOfferedReason } from '../survey/submission.ts';
import { responseOf, type Response } from './figure.ts';
import type { Period } from './period.ts';
import { blockOf, total, unitsOf, type Count, type Tally } from './tally.ts';

const ASKED_CHANNELS = ['code', 'tablet', 'paper'] as const;
type AskedChannel = (typeof ASKED_CHANNELS)[number];

/** Who is behind a round's figures, and who is not. */
export type Missing = {
	/** Of the quarters whose denominators are settled; null before the first. */
	response: Response | null;
	/** The quarters that the response is of. */
	quarters: string[];
	/** Of those same quarters. */
	declined: number;
	later: number;
	/** Asked, and nothing came back. Those who would rather answer at home are among them, unless they did. */
	silent: number;
	channels: { channel: AskedChannel; offered: number; answered: number }[];
	/** Of the whole period: not asked at all, by the reason the caseworker gave. */
	notOffered: { reason: NotOfferedReason; n: number }[];
	/** Answers of the whole period, and how they were given. */
	answered: number;
	answeredBy: { channel: AskedChannel; n: number }[];
};

/**
 * The rate is of the quarters whose denominators are settled, and of the answers in those same quarters:
 * a month released before its quarter's denominator would else make the rate look better.
 */
export function missing(
	rows: Tally,
	months: readonly string[],
	quarters: readonly Period[],
	reasons: readonly NotOfferedReason[]
): Missing {
	const all = total(rows, months, { series: 'asked' }) ?? {};
	const { settled, offers, within, response } = settle(rows, quarters);
	const answered = response?.answered ?? 0;
	const declined = sumOf(within, 'declined');
	return {
		response,
		quarters: settled.map((quarter) => quarter.name),
		declined,
		later: within['tablet:later'] ?? 0,
		silent: Math.max(0, (response?.offered ?? 0) - answered - declined),
		channels: ASKED_CHANNELS.map((channel) => ({
			channel,
			offered: offers[`offered:${channel}`] ?? 0,
			answered: within[`${channel}:answered`] ?? 0
		})).filter((each) => each.offered + each.answered > 0),
		notOffered: reasons
			.map((reason) => ({ reason, n: all[`not-offered:${reason}`] ?? 0 }))
			.filter((each) => each.n > 0),
		answered: sumOf(all, 'answered'),
		answeredBy: ASKED_CHANNELS.map((channel) => ({
			channel,
			n: all[`${channel}:answered`] ?? 0
		})).filter((each) => each.n > 0)
	};
}

/** How many answered of how many asked, in those of the quarters that are settled; null before the first. */
export const responseIn = (rows: Tally, quarters: readonly Period[]): Response | null =>
	settle(rows, quarters).response;

/** What is known of the quarters that are settled: the offers of each, and the outcomes of its months. */
function settle(rows: Tally, quarters: readonly Period[]) {
	const names = settledQuarters(rows);
	const settled = quarters.filter((quarter) => names.includes(quarter.name));
	const sumOver = (units: string[]): Count => total(rows, units, { series: 'asked' }) ?? {};
	const offers = sumOver(settled.map((quarter) => quarter.name));
	const within = sumOver(settled.flatMap((quarter) => quarter.months));
	const response =
		settled.length > 0 ? responseOf(sumOf(within, 'answered'), sumOf(offers, 'offered')) : null;
	return { settled, offers, within, response };
}

/** Everyone offered in the four newest settled quarters: what a year can give. */
export function offersOfAYear(rows: Tally): number {
	const newest = settledQuarters(rows).slice(-4);
	return sumOf(total(rows, newest, { series: 'asked' }) ?? {}, 'offered');
}

/** A quarter is settled when its denominators are released; no month has any. */
const settledQuarters = (rows: Tally): string[] =>
	unitsOf(rows, { series: 'asked' }).filter(
		(unit) => 'offered:code' in (blockOf(rows, unit, { series: 'asked' }) ?? {})
	);

/** Over the channels; how a channel is written depends on what is counted. */
function sumOf(count: Count, what: 'offered' | 'answered' | 'declined'): number {
	return ASKED_CHANNELS.reduce(
		(sum, channel) =>
			sum + (count[what === 'offered' ? `offered:${channel}` : `${channel}:${what}`] ?? 0),
		0
	);
}
