import { addDays, daysBetween, monthsBetween, type Day } from '../../src/lib/calendar.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Given, GivenBatch, GivenSubmission } from '../../src/lib/server/demo/year/given.ts';
import {
	between,
	chance,
	normal,
	pick,
	random,
	uuid,
	weighted,
	type Random
} from '../../src/lib/server/demo/random.ts';
import { breakdownsOf } from '../../src/lib/server/rounds/rounds.ts';
import type { Answer } from '../../src/lib/survey/questionnaire.ts';
import type { Round } from '../../src/lib/survey/round.ts';
import type { NotOfferedReason } from '../../src/lib/survey/submission.ts';

/** A municipality so small that most of its groups are under the threshold: where disclosure control is hard. */
export function small(seed: string): { plan: Plan; given: Given; end: Day } {
	const from = random(seed);
	const plan = smallPlan(from);
	const round = smallRound(from, plan);
	const end = addDays(round.closesOn, 31);
	const batches = smallBatches(from, plan, round);
	const days = [
		...new Set(Array.from({ length: between(from, 2, 12) }, () => dayIn(from, round.opensOn, end)))
	].sort();
	const citizens = smallCitizens(from, plan, round, batches);
	const phases = days.map((today) => ({ today, submissions: [] as GivenSubmission[] }));
	for (let left = between(from, 15, 260); left > 0; left--) {
		const given = citizens();
		const { answeredOn } = given.submission;
		const soon = phases.find((phase) => phase.today >= answeredOn);
		const [first, ...others] = phases;
		if (!first) continue;
		const phase = soon && chance(from, 0.8) ? soon : pick(from, [first, ...others]);
		phase.submissions.push(given);
		if (chance(from, 0.04)) pick(from, [first, ...others]).submissions.push(given);
	}
	return { plan, given: { rounds: [round], batches, phases }, end };
}

const ids = (prefix: string, n: number): string[] =>
	Array.from({ length: n }, (_, i) => `${prefix}${i}`);
const some = (values: string[]): [string, ...string[]] => {
	const [first, ...others] = values;
	if (first === undefined) throw new Error('an empty list');
	return [first, ...others];
};

function smallPlan(from: Random): Plan {
	const alone = ids('team', between(from, 1, 5));
	const text = { da: 'Ord' };
	const source = { kind: 'ours', why: 'a test' } as const;
	return {
		municipality: 'lilleby',
		name: 'Lilleby Kommune',
		title: 'Plan',
		period: { from: 2026, to: 2026 },
		committee: 'Udvalget',
		languages: ['da', 'let', 'en'],
		terms: { municipality: text, caseworker: text, meeting: text },
		question: text,
		promises: [{ id: 'p', text, source }],
		questionnaires: [
			{
				id: 'q',
				name: text,
				items: ids('item', between(from, 1, 3)).map((id) => ({
					id,
					text,
					scale: 'agreement',
					source,
					promises: []
				}))
			}
		],
		teams: [
			...alone.map((id) => ({ id, name: text, caseworkers: between(from, 2, 8) })),
			...ids('merged', between(from, 0, 2)).map((id) => ({
				id,
				name: text,
				caseworkers: between(from, 1, 3),
				mergedInto: pick(from, some(alone))
			}))
		],
		situations: ids('situation', between(from, 2, 6)).map((id) => ({ id, text })),
		meetingForms: ids('form', between(from, 2, 4)).map((id) => ({ id, text })),
		headings: [],
		goals: [],
		initiatives: [],
		contacts: [{ name: text }]
	};
}

function smallRound(from: Random, plan: Plan): Round {
	const opensOn = dayIn(from, '2025-01-01', '2026-12-31');
	return {
		id: 'lille',
		prefix: 'AB',
		name: { da: 'Lille måling' },
		questionnaire: 'hash-of-small',
		opensOn,
		closesOn: addDays(opensOn, between(from, 27, 240)),
		channels: ['code', 'tablet', 'paper', 'open'],
		breakdowns: breakdownsOf(plan, 'quarter').map((breakdown) => ({
			...breakdown,
			unit: pick(from, ['quarter', 'half-year', 'round'])
		}))
	};
}

function smallBatches(from: Random, plan: Plan, round: Round): GivenBatch[] {
	return monthsBetween(round.opensOn, round.closesOn).flatMap((month) =>
		[undefined, ...plan.teams.map((team) => team.id)].flatMap((team): GivenBatch[] => {
			if (chance(from, 0.3)) return [];
			const channel = chance(from, 0.6) ? 'code' : 'paper';
			return [{ round: round.id, channel, team, month, invited: between(from, 1, 25) }];
		})
	);
}

const REASONS: [NotOfferedReason, ...NotOfferedReason[]] = [
	'no-time',
	'difficult-meeting',
	'remote-meeting',
	'language',
	'screen-failed',
	'asked-recently'
];

/** Groups of very different size: some hold one person, some nearly everybody. */
function smallCitizens(
	from: Random,
	plan: Plan,
	round: Round,
	batches: GivenBatch[]
): () => GivenSubmission {
	const uneven = (values: string[]): readonly (readonly [string | undefined, number])[] =>
		[...values, undefined].map((value) => [value, Math.exp(1.3 * normal(from))] as const);
	const teams = uneven(plan.teams.map((team) => team.id));
	const situations = uneven(plan.situations.map((each) => each.id));
	const forms = uneven(plan.meetingForms.map((each) => each.id));
	const languages = uneven(['da', 'let', 'en', 'ar']);
	const items = plan.questionnaires[0]?.items ?? [];
	const skips = items.map(() => (chance(from, 0.3) ? 0.6 : 0.05));
	const codeBatches = batches.flatMap(({ channel }, i) => (channel === 'code' ? [i] : []));

	return () => {
		const situation = weighted(from, situations);
		const meetingForm = weighted(from, forms);
		const team = weighted(from, teams);
		const batch = pick(from, [codeBatches[0], ...codeBatches]);
		const channel = weighted(from, [
			['code', batch === undefined ? 0 : 4],
			['tablet', 4],
			['paper', 2],
			['open', 1]
		] as const);
		const outcome =
			channel === 'tablet'
				? weighted(from, [
						['answered', 7],
						['declined', 1],
						['later', 1],
						['not-offered', 2]
					] as const)
				: weighted(from, [
						['answered', 9],
						['declined', 1]
					] as const);
		const answers: { [item: string]: Answer } = {};
		items.forEach((item, i) => {
			if (outcome !== 'answered' || chance(from, skips[i] ?? 0)) return;
			answers[item.id] = pick<Answer>(from, [1, 2, 3, 4, 5, 5, 4, 'na', 'unclear']);
		});
		const invited = batches[batch ?? 0]?.invited ?? 1;
		return {
			submission: {
				id: uuid(from),
				round: round.id,
				questionnaire: round.questionnaire,
				answeredOn: dayIn(from, addDays(round.opensOn, -10), addDays(round.closesOn, 10)),
				channel,
				language: weighted(from, languages) ?? 'da',
				...(team && channel !== 'open' && { team }),
				outcome,
				...(outcome === 'not-offered' && { reason: pick(from, REASONS) }),
				about: { ...(situation && { situation }), ...(meetingForm && { meetingForm }) },
				answers,
				comment: outcome === 'answered' && chance(from, 0.1) ? 'Ord.' : ''
			},
			...(channel === 'code' &&
				batch !== undefined && {
					code: chance(from, 0.02)
						? ('unknown' as const)
						: { batch, index: between(from, 0, invited - 1) }
				})
		};
	};
}

const dayIn = (from: Random, first: Day, last: Day): Day =>
	addDays(first, between(from, 0, daysBetween(first, last)));
