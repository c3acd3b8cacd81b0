import * as z from 'zod/mini';
import type { Goal, Heading } from '../../goals/goal.ts';
import { Text } from '../../i18n/text.ts';
import type { Plan } from '../../plan/plan.ts';
import { Source } from '../../survey/questionnaire.ts';

/** How a goal was kept while only a survey's share could be one. */
const Target = z.object({
	id: z.string(),
	item: z.string(),
	goal: z.number(),
	wording: Text,
	baseline: z.optional(
		z.object({ share: z.number(), year: z.int(), n: z.nullable(z.int()), wording: Text })
	),
	period: z.enum(['quarter', 'half-year', 'year', 'round']),
	source: Source
});
type Target = z.infer<typeof Target>;
const Before = z.looseObject({ targets: z.array(Target) });
const OWN: Heading = { id: 'own', text: { da: 'Mål', let: 'Mål', en: 'Goals' } };

/**
 * A kept version as today's shape has it. One from before goals of every kind has its targets as goals, and beside them the
 * goals that the program brings with the plan; a target that an editor took away is gone.
 */
export function upgraded(plan: Plan, content: unknown): object {
	const before = Before.safeParse(content);
	if (!before.success || 'goals' in before.data) return z.looseObject({}).parse(content);
	const { targets, ...others } = before.data;
	const kept = plan.goals.flatMap((goal) => {
		if (!isSurveyGoal(goal)) return [goal];
		const target = targets.find(({ id }) => id === goal.id);
		return target ? [goalOf(target, goal)] : [];
	});
	const added = targets
		.filter(({ id }) => !plan.goals.some((goal) => goal.id === id))
		.map((target) => goalOf(target, undefined));
	return {
		...others,
		headings: added.length > 0 ? [...plan.headings, OWN] : plan.headings,
		goals: [...kept, ...added],
		initiatives: plan.initiatives
	};
}

const isSurveyGoal = ({ measures, aims }: Goal): boolean =>
	aims.some(({ kind }) => kind === 'value') && measures.some(({ kind }) => kind === 'survey');

function goalOf({ id, item, goal, wording, baseline, period, source }: Target, now?: Goal): Goal {
	return {
		id,
		heading: now?.heading ?? OWN.id,
		name: now?.name ?? wording,
		source,
		measures: [
			{
				kind: 'survey',
				id: 'figure',
				item,
				statistic: 'share',
				wording,
				period,
				...(baseline && {
					baseline: {
						value: baseline.share,
						period: String(baseline.year),
						n: baseline.n,
						wording: baseline.wording
					}
				})
			}
		],
		aims: [{ kind: 'value', measure: 'figure', value: goal, when: { kind: 'undated' } }]
	};
}
