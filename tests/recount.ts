import { addDays, addMonths, monthsBetween, type Day, type Month } from '../src/lib/calendar.ts';
import type { Plan } from '../src/lib/plan/plan.ts';
import type { Given, GivenSubmission } from '../src/lib/server/demo/given.ts';
import type { Round } from '../src/lib/survey/round.ts';
import type { Submission } from '../src/lib/survey/submission.ts';

/**
 * What ought to be published, told a second time: from the list of everything that was sent, by METHOD's rules alone.
 * It keeps whole answer sheets, as the server never may, and shares no code with the server.
 */
export type Row = {
	round: string;
	/** `2026-05`, `2026-Q2`, `2026-H1` or `round`. */
	unit: string;
	series: string;
	/** '' is the whole municipality. */
	breakdown: string;
	category: string;
	/** '' is the outcomes. */
	item: string;
	answer: string;
	n: number;
};

/** A counted outcome: its true team is known, and an empty answer has become "declined". */
export type Sheet = Pick<Submission, 'channel' | 'language' | 'reason' | 'about' | 'answers'> & {
	outcome: Submission['outcome'];
	team: string | undefined;
};

/** One item's answers, or the outcomes (item ''), of one series as published with one month: the sheets behind the figures. */
export type Block = { month: Month; series: 'asked' | 'open'; item: string; sheets: Sheet[] };

const K = 10;
const POINTS = ['1', '2', '3', '4', '5'];
const REASONS = [
	'no-time',
	'difficult-meeting',
	'remote-meeting',
	'language',
	'screen-failed',
	'asked-recently'
];

export function recount(given: Given, rounds: Round[], plan: Plan, asOf: Day): Row[] {
	return rounds
		.flatMap((round) => {
			const blocks = publishedBlocks(given, round, plan, asOf);
			return [
				...blocks.flatMap((block) => monthRows(round, block)),
				...publishedSpans(round, asOf).flatMap((span) => spanRows(given, round, plan, span, blocks))
			];
		})
		.sort(inOrder);
}

export const inOrder = (a: Row, b: Row): number => (key(a) < key(b) ? -1 : 1);
const key = ({ round, unit, series, breakdown, category, item, answer }: Row): string =>
	JSON.stringify([round, unit, series, breakdown, category, item, answer]);

// ── What is counted, and with which month ────────────────────────────────────────────────────────────────────────────

/** Everything published until a day, with the sheets behind it. */
export function publishedBlocks(given: Given, round: Round, plan: Plan, asOf: Day): Block[] {
	const months = monthsBetween(round.opensOn, round.closesOn);
	const sheets = countedSheets(given, round, plan, asOf);
	const published: Block[] = [];
	for (const series of ['asked', 'open'] as const) {
		for (const item of ['', ...itemsOf(round, plan)]) {
			let waiting: Sheet[] = [];
			for (const month of months) {
				if (publicationDay(round, month) > asOf) break;
				waiting.push(
					...(sheets.get(month) ?? []).filter(
						(sheet) =>
							(sheet.channel === 'open') === (series === 'open') &&
							(item === '' || sheet.outcome === 'answered')
					)
				);
				if (size(waiting, item) < K) continue;
				published.push({ month, series, item, sheets: waiting });
				waiting = [];
			}
		}
	}
	return published;
}

/** METHOD §4: citizens who answered; for an item, those with an answer of 1–5. */
export const size = (sheets: Sheet[], item: string): number =>
	sheets.filter((sheet) =>
		item === '' ? sheet.outcome === 'answered' : typeof sheet.answers[item] === 'number'
	).length;

export const publicationDay = (round: Round, month: Month): Day =>
	month === round.closesOn.slice(0, 7) ? addDays(round.closesOn, 31) : `${addMonths(month, 1)}-10`;

function countedSheets(given: Given, round: Round, plan: Plan, asOf: Day): Map<Month, Sheet[]> {
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
function teamOf(plan: Plan, id: string | undefined): string {
	const own = plan.teams.find((team) => team.id === id);
	const shown = own?.mergedInto ?? own?.id;
	const caseworkers = plan.teams
		.filter((team) => team.id === shown || team.mergedInto === shown)
		.reduce((sum, team) => sum + team.caseworkers, 0);
	return shown !== undefined && caseworkers >= 4 ? shown : 'unknown';
}

function itemsOf(round: Round, plan: Plan): string[] {
	const [questionnaire] = plan.questionnaires;
	if (!questionnaire) throw new Error(`${round.id} asks nothing`);
	return questionnaire.items.map((item) => item.id);
}

// ── Whole municipality, by month ─────────────────────────────────────────────────────────────────────────────────────

function monthRows(round: Round, { month, series, item, sheets }: Block): Row[] {
	const row = (answer: string, n: number): Row => ({
		round: round.id,
		unit: month,
		series,
		breakdown: '',
		category: '',
		item,
		answer,
		n
	});
	if (item !== '') return answerRows(sheets, item, row);
	const count = (wanted: (sheet: Sheet) => boolean): number => sheets.filter(wanted).length;
	const answered = [row('answered', size(sheets, '')), row('any', count(hasAny))];
	if (series === 'open') {
		return [
			...answered,
			row(
				'declined',
				count(({ outcome }) => outcome === 'declined')
			)
		];
	}
	return [
		...answered,
		...['code', 'tablet', 'paper'].flatMap((channel) =>
			['answered', 'declined'].map((outcome) =>
				row(
					`${channel}:${outcome}`,
					count((sheet) => sheet.channel === channel && sheet.outcome === outcome)
				)
			)
		),
		row(
			'tablet:later',
			count(({ outcome }) => outcome === 'later')
		),
		...reasonRows(sheets, row)
	];
}

const hasAny = (sheet: Sheet): boolean =>
	sheet.outcome === 'answered' &&
	Object.values(sheet.answers).some((answer) => typeof answer === 'number');

function answerRows(sheets: Sheet[], item: string, row: (answer: string, n: number) => Row): Row[] {
	const answers = sheets.map((sheet) => String(sheet.answers[item] ?? 'skipped'));
	return [...POINTS, 'na', 'unclear', 'skipped'].map((answer) =>
		row(answer, answers.filter((each) => each === answer).length)
	);
}

const reasonRows = (sheets: Sheet[], row: (answer: string, n: number) => Row): Row[] =>
	REASONS.map((reason) =>
		row(
			`not-offered:${reason}`,
			sheets.filter((sheet) => sheet.outcome === 'not-offered' && sheet.reason === reason).length
		)
	);

// ── Breakdowns, by quarter, half-year or round ───────────────────────────────────────────────────────────────────────

export type Span = { unit: string; kind: 'quarter' | 'half-year' | 'round'; months: Month[] };

/** The spans whose last month in the round is out. */
export function publishedSpans(round: Round, asOf: Day): Span[] {
	const months = monthsBetween(round.opensOn, round.closesOn);
	const found: Span[] = [];
	for (const kind of ['quarter', 'half-year', 'round'] as const) {
		for (const unit of new Set(months.map((month) => spanOf(kind, month)))) {
			const inside = months.filter((month) => spanOf(kind, month) === unit);
			if (inside.every((month) => publicationDay(round, month) <= asOf)) {
				found.push({ unit, kind, months: inside });
			}
		}
	}
	return found;
}

function spanOf(kind: Span['kind'], month: Month): string {
	const [year, number] = month.split('-').map(Number);
	if (kind === 'quarter') return `${year}-Q${Math.floor((Number(number) + 2) / 3)}`;
	if (kind === 'half-year') return `${year}-H${Number(number) < 7 ? 1 : 2}`;
	return 'round';
}

function spanRows(given: Given, round: Round, plan: Plan, span: Span, blocks: Block[]): Row[] {
	const rows: Row[] = span.kind === 'quarter' ? offeredRows(given, round, span, blocks) : [];
	for (const { name, unit } of round.breakdowns) {
		if (unit !== span.kind) continue;
		rows.push(...breakdownRows(given, round, plan, span, blocks, name));
	}
	return rows;
}

function offeredRows(given: Given, round: Round, span: Span, blocks: Block[]): Row[] {
	const outcomes = sheetsOf(blocks, span, '');
	const row = (channel: string, n: number): Row => ({
		round: round.id,
		unit: span.unit,
		series: 'asked',
		breakdown: '',
		category: '',
		item: '',
		answer: `offered:${channel}`,
		n
	});
	const handedOut = (channel: string): number =>
		batchesOf(given, round, span)
			.filter((batch) => batch.channel === channel)
			.reduce((sum, batch) => sum + batch.invited, 0);
	return [
		row('code', handedOut('code')),
		row('tablet', outcomes.filter(wasOfferedTablet).length),
		row('paper', handedOut('paper'))
	];
}

export type Cell = { category: string; item: string; n: number; sheets: Sheet[]; shown: boolean };

/** Every category of a breakdown in a span, hidden ones too: for each item, and for the outcomes. */
export function cells(
	given: Given,
	round: Round,
	plan: Plan,
	span: Span,
	blocks: Block[],
	name: string
): Cell[] {
	const categories = round.breakdowns.find((each) => each.name === name)?.categories ?? [];
	const group = (item: string): Map<string, Sheet[]> => {
		const sheets = sheetsOf(blocks, span, item);
		return new Map(
			categories.map((category) => [
				category,
				sheets.filter((sheet) => categoryOf(sheet, name, categories) === category)
			])
		);
	};
	const counts = (groups: Map<string, Sheet[]>, item: string): Map<string, number> =>
		new Map([...groups].map(([category, sheets]) => [category, size(sheets, item)]));

	const outcomes = group('');
	const tooFewOffered = new Set(
		name === 'team'
			? categories.filter((category) => {
					const offered = teamOffered(given, round, plan, span, category, outcomes);
					return offered < 20 || offered - size(outcomes.get(category) ?? [], '') < 5;
				})
			: []
	);
	const shown = suppress(counts(outcomes, ''), tooFewOffered);
	const hidden = new Set(categories.filter((category) => !shown.has(category)));
	return ['', ...itemsOf(round, plan)].flatMap((item) => {
		const groups = item === '' ? outcomes : group(item);
		const visible = item === '' ? shown : suppress(counts(groups, item), hidden);
		return [...groups].map(([category, sheets]) => ({
			category,
			item,
			n: size(sheets, item),
			sheets,
			shown: visible.has(category)
		}));
	});
}

/** METHOD §4: the categories that may be shown; none, when fewer than two could. */
export function suppress(counts: Map<string, number>, hiddenBefore: Set<string>): Set<string> {
	const hidden = [...counts].filter(([category, n]) => n < K || hiddenBefore.has(category));
	const shown = [...counts]
		.filter(([category, n]) => n >= K && !hiddenBefore.has(category))
		.sort(([, a], [, b]) => a - b);
	const gap = (): { total: number; holding: number } => ({
		total: hidden.reduce((sum, [, n]) => sum + n, 0),
		holding: hidden.filter(([, n]) => n > 0).length
	});
	for (let { total, holding } = gap(); total > 0 && (total < K || holding < 2);) {
		const smallest = shown.shift();
		if (!smallest) break;
		hidden.push(smallest);
		({ total, holding } = gap());
	}
	return shown.length < 2 ? new Set() : new Set(shown.map(([category]) => category));
}

function breakdownRows(
	given: Given,
	round: Round,
	plan: Plan,
	span: Span,
	blocks: Block[],
	name: string
): Row[] {
	const all = cells(given, round, plan, span, blocks, name);
	const outcomes = new Map(
		all.filter(({ item }) => item === '').map(({ category, sheets }) => [category, sheets])
	);
	return all
		.filter(({ shown }) => shown)
		.flatMap(({ category, item, sheets }) => {
			const row = (answer: string, n: number): Row => ({
				round: round.id,
				unit: span.unit,
				series: 'asked',
				breakdown: name,
				category,
				item,
				answer,
				n
			});
			if (item !== '') return answerRows(sheets, item, row);
			const outcome = (wanted: string): number =>
				sheets.filter((sheet) => sheet.outcome === wanted).length;
			return [
				row('answered', outcome('answered')),
				row('any', sheets.filter(hasAny).length),
				row('declined', outcome('declined')),
				row('later', outcome('later')),
				...reasonRows(sheets, row),
				...(name === 'team'
					? [row('offered', teamOffered(given, round, plan, span, category, outcomes))]
					: [])
			];
		});
}

const sheetsOf = (blocks: Block[], span: Span, item: string): Sheet[] =>
	blocks
		.filter(
			(block) =>
				block.series === 'asked' && block.item === item && span.months.includes(block.month)
		)
		.flatMap((block) => block.sheets);

const batchesOf = (given: Given, round: Round, span: Span): Given['batches'] =>
	given.batches.filter((batch) => batch.round === round.id && span.months.includes(batch.month));

const wasOfferedTablet = (sheet: Sheet): boolean =>
	sheet.channel === 'tablet' && sheet.outcome !== 'not-offered';

function teamOffered(
	given: Given,
	round: Round,
	plan: Plan,
	span: Span,
	team: string,
	outcomes: Map<string, Sheet[]>
): number {
	const handedOut = batchesOf(given, round, span)
		.filter((batch) => teamOf(plan, batch.team) === team)
		.reduce((sum, batch) => sum + batch.invited, 0);
	return handedOut + (outcomes.get(team) ?? []).filter(wasOfferedTablet).length;
}

function categoryOf(sheet: Sheet, name: string, categories: string[]): string {
	if (name === 'language') return ['da', 'let'].includes(sheet.language) ? 'da' : 'other';
	if (name === 'team') return sheet.team ?? 'unknown';
	const said = name === 'situation' ? sheet.about.situation : sheet.about.meetingForm;
	return said !== undefined && categories.includes(said) ? said : 'unknown';
}

// ── Figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Wilson's 95 % interval by the roots of (p − k/n)² = z² p(1 − p)/n: another way to METHOD §3's formula. */
export function wilson(k: number, n: number): [low: number, high: number] {
	const z2 = 1.959963984540054 ** 2;
	const [a, b, c] = [1 + z2 / n, -(2 * k + z2) / n, (k / n) ** 2];
	const root = Math.sqrt(b * b - 4 * a * c);
	return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
}
