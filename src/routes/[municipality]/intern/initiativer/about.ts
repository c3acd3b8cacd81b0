import type { Answers } from '$lib/goals/initiative.ts';
import type { Plan } from '$lib/plan/plan.ts';

/**
 * What an initiative is about, from a choice of a form: `promise:listen`, `goal:upskilling`, `figure:2026:a`. Only what is there
 * can be chosen; anything else is a theme in the municipality's own words.
 */
export function answersFrom(
	text: string,
	plan: Plan,
	figures: readonly { round: string; item: string }[]
): Answers {
	const [kind, id = '', item = ''] = text.split(':');
	if (kind === 'promise' && plan.promises.some((each) => each.id === id)) return { kind, id };
	if (kind === 'goal' && plan.goals.some((each) => each.id === id)) return { kind, id };
	if (kind === 'figure' && figures.some((each) => each.round === id && each.item === item)) {
		return { kind, round: id, item };
	}
	return { kind: 'theme' };
}
