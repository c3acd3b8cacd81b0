import type { Assessment } from './assessment.ts';
import { placed } from './assessment.ts';
import type { JourneyModel, Kind, Placed, Relation } from './model.ts';

/** Why a kind is suggested: the rule that holds, and what the person said that made it hold. */
export type Reason = { relation: Relation; because: Placed[] };
export type Suggestion = { kind: Kind; reasons: Reason[] };

/**
 * The kinds that the model's relations point to, in the model's order, each with every reason; none where no relation holds.
 * A suggestion only: it never reads or sets the marker, and it places nobody in a target group.
 */
export function suggest(
	model: JourneyModel,
	picture: Pick<Assessment, 'placements'>
): Suggestion[] {
	const chosen = placed(picture);
	return model.kinds.flatMap((kind) => {
		const reasons = model.relations
			.filter((relation) => relation.kind === kind.id)
			.map((relation) => ({ relation, because: matching(relation, chosen) }))
			.filter(({ relation, because }) => because.length >= relation.atLeast);
		return reasons.length > 0 ? [{ kind, reasons }] : [];
	});
}

const matching = (relation: Relation, chosen: Placed[]): Placed[] =>
	chosen.filter(({ area, step }) =>
		relation.steps.some((each) => each.area === area && each.step === step)
	);

/** Where nearly everything is suggested, nothing is: so many stand open. */
const IN_SIGHT = 2;

/** The suggestions with the most reasons, in the model's order, and those that are folded away. */
export function inSight(suggestions: Suggestion[]): {
	nearest: Suggestion[];
	others: Suggestion[];
} {
	const first = [...suggestions]
		.sort((a, b) => b.reasons.length - a.reasons.length)
		.slice(0, IN_SIGHT);
	return {
		nearest: suggestions.filter((each) => first.includes(each)),
		others: suggestions.filter((each) => !first.includes(each))
	};
}
