import { addDays, addMonths, monthsBetween, type Day, type Month } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Given, GivenSubmission } from '../../src/lib/server/demo/year/given.ts';
import type { Round } from '../../src/lib/survey/round.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';

/** A counted outcome: its true team is known, and an empty answer has become "declined". */
export type Sheet = Pick<Submission, 'channel' | 'language' | 'reason' | 'about' | 'answers'> & {
	outcome: Submission['outcome'];
	team: string | undefined;
};

/**
 * What is published together, of one series with one month, and the sheets behind the figures: one item's answers, the
 * outcomes (`''`), or one of the things said of outcomes that must be ten by themselves (`#any`, `#language` …).
 */
export type Block = { month: Month; series: 'asked' | 'open'; item: string; sheets: Sheet[] };

const REASONS = [
	'no-time',
	'difficult-meeting',
	'remote-meeting',
	'language',
	'screen-failed',
	'asked-recently'
];
/** METHOD §4 holds for each of these as it does for an item. */
export const APART = ['#any', ...REASONS.map((reason) => `#${reason}`)];

/** METHOD §4: the one threshold. */
export const K = 10;

/** Everything published until a day, with the sheets behind it. */
export function publishedBlocks(given: Given, round: Round, plan: Plan, asOf: Day): Block[] {
	const months = monthsBetween(round.opensOn, round.closesOn);
	const sheets = countedSheets(given, round, plan, asOf);
	const published: Block[] = [];
	for (const series of ['asked', 'open'] as const) {
		const apart = series === 'asked' ? APART : ['#any'];
		for (const item of ['', ...apart, ...itemsOf(round, plan)]) {
			let waiting: Sheet[] = [];
			for (const month of months) {
				if (publicationDay(round, month) > asOf) break;
				waiting.push(
					...(sheets.get(month) ?? []).filter(
						(sheet) =>
							(sheet.channel === 'open') === (series === 'open') &&
							(item === '' || item.startsWith('#') || sheet.outcome === 'answered')
					)
				);
				if (size(waiting, item) < K) continue;
				// Nothing is said of the outcomes of a month that is not out.
				if (item.startsWith('#') && !isOut(published, month, series)) continue;
				published.push({ month, series, item, sheets: waiting });
				waiting = [];
			}
		}
	}
	return published;
}

const isOut = (published: Block[], month: Month, series: Block['series']): boolean =>
	published.some((block) => block.month === month && block.series === series && !block.item);

/** METHOD §4: citizens who answered; for an item, those with an answer of 1–5; for a reason, those it was given for. */
export const size = (sheets: Sheet[], item: string): number =>
	sheets.filter((sheet) => {
		if (item === '') return sheet.outcome === 'answered';
		if (item === '#any') return hasAny(sheet);
		if (item.startsWith('#')) return reasonOf(sheet) === item.slice(1);
		return typeof sheet.answers[item] === 'number';
	}).length;

const hasAny = (sheet: Sheet): boolean =>
	sheet.outcome === 'answered' &&
	Object.values(sheet.answers).some((answer) => typeof answer === 'number');

const reasonOf = ({ outcome, reason }: Sheet): string | undefined =>
	outcome === 'not-offered' ? reason : undefined;

/** As the rows call it. */
export const answerOf = (apart: string): string =>
	apart === '#any' ? 'any' : `not-offered:${apart.slice(1)}`;

export const publicationDay = (round: Round, month: Month): Day =>
	month === round.closesOn.slice(0, 7) ? addDays(round.closesOn, 31) : `${addMonths(month, 1)}-10`;

export function countedSheets(
	given: Given,
	round: Round,
	plan: Plan,
	asOf: Day
): Map<Month, Sheet[]> {
	const months = monthsBetween(round.opensOn, round.closesOn);
	const counted = new Map<Month, Sheet[]>();
	const known = new Set<string>();
	const usedCodes = new Set<string>();
	for (const { today, submissions } of given.phases) {
		if (today > asOf) break;
		for (const each of submissions) {
			const { submission, code } = each;
			if (submission.round !== round.id || known.has(submission.id)) continue;
			if (today > addDays(round.closesOn, 30) || code === 'unknown') continue;
			if (code) {
				const name = `${code.batch}/${code.index}`;
				if (usedCodes.has(name)) continue;
				usedCodes.add(name);
			}
			known.add(submission.id);
			const open = months.filter((month) => publicationDay(round, month) > today);
			const own = ownMonth(submission.answeredOn, round, today);
			const month = open.includes(own) ? own : open[0];
			if (!month) throw new Error('an answer was counted after the last publication');
			counted.set(month, [...(counted.get(month) ?? []), sheetOf(given, each, plan)]);
		}
	}
	return counted;
}

function ownMonth(answeredOn: Day, round: Round, today: Day): Month {
	const until = today < round.closesOn ? today : round.closesOn;
	if (answeredOn < round.opensOn) return round.opensOn.slice(0, 7);
	return (answeredOn > until ? until : answeredOn).slice(0, 7);
}

function sheetOf(given: Given, { submission, code }: GivenSubmission, plan: Plan): Sheet {
	const { channel, language, about, answers, reason } = submission;
	const saysNothing = Object.keys(answers).length === 0 && submission.comment.trim() === '';
	const declined = submission.outcome === 'answered' && saysNothing;
	return {
		channel,
		language,
		about,
		answers,
		reason,
		outcome: declined ? 'declined' : submission.outcome,
		team: teamOf(
			plan,
			code && code !== 'unknown' ? given.batches[code.batch]?.team : submission.team
		)
	};
}

/** The team that figures may be about: with those merged into it, it has at least four caseworkers. */
export function teamOf(plan: Plan, id: string | undefined): string {
	const own = plan.teams.find((team) => team.id === id);
	const shown = own?.mergedInto ?? own?.id;
	const caseworkers = plan.teams
		.filter((team) => team.id === shown || team.mergedInto === shown)
		.reduce((sum, team) => sum + team.caseworkers, 0);
	return shown !== undefined && caseworkers >= 4 ? shown : 'unknown';
}

export function itemsOf(round: Round, plan: Plan): string[] {
	const [questionnaire] = plan.questionnaires;
	if (!questionnaire) throw new Error(`${round.id} asks nothing`);
	return questionnaire.items.map((item) => item.id);
}
