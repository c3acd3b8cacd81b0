import type { Assessment, OtherView, Placement } from './assessment.ts';

/** What somebody chose in an area; null where they chose nothing, or not the area. */
export const stepIn = (
	{ placements }: { placements: readonly Pick<Placement, 'area' | 'step'>[] },
	area: string
): string | null => placements.find((each) => each.area === area)?.step ?? null;

/** What has moved in one area between two pictures. There is no forwards or backwards here. */
export type Movement =
	| { area: string; what: 'moved'; from: string; to: string }
	| { area: string; what: 'same'; at: string }
	/** In both pictures: a description was chosen where there was none, or the other way, or in neither. */
	| { area: string; what: 'placed'; at: string }
	| { area: string; what: 'cleared'; from: string }
	| { area: string; what: 'still-open' }
	| { area: string; what: 'joined'; at: string | null }
	| { area: string; what: 'left'; from: string | null };

export type MarkerMovement =
	| { what: 'moved'; from: string; to: string }
	| { what: 'same'; at: string }
	| { what: 'set'; to: string }
	| { what: 'removed'; from: string }
	| { what: 'none' };

export type Comparison = { areas: Movement[]; marker: MarkerMovement };

/** What has moved from an earlier picture to a later one, in the later one's order; what is no longer chosen comes last. */
export function compare(earlier: Assessment, later: Assessment): Comparison {
	const areas: Movement[] = later.placements.map(({ area, step }) => {
		const then = earlier.placements.find((each) => each.area === area);
		if (!then) return { area, what: 'joined', at: step };
		const { step: from } = then;
		if (from === null) {
			return step === null ? { area, what: 'still-open' } : { area, what: 'placed', at: step };
		}
		if (step === null) return { area, what: 'cleared', from };
		return from === step
			? { area, what: 'same', at: step }
			: { area, what: 'moved', from, to: step };
	});
	const gone = earlier.placements
		.filter(({ area }) => !later.placements.some((each) => each.area === area))
		.map(({ area, step }): Movement => ({ area, what: 'left', from: step }));
	return { areas: [...areas, ...gone], marker: markerMovement(earlier.marker, later.marker) };
}

function markerMovement(from: string | null, to: string | null): MarkerMovement {
	if (from === null) return to === null ? { what: 'none' } : { what: 'set', to };
	if (to === null) return { what: 'removed', from };
	return from === to ? { what: 'same', at: to } : { what: 'moved', from, to };
}

/** One area seen by two. `null`: that person chose no description. */
export type TwoViews = { area: string; mine: string | null; theirs: string | null; alike: boolean };

/** The citizen's and the caseworker's views of the same areas, in the citizen's order. Neither of them is the right one. */
export const sideBySide = (
	picture: Pick<Assessment, 'placements'>,
	other: Pick<OtherView, 'placements'>
): TwoViews[] =>
	picture.placements.map(({ area, step }) => {
		const theirs = stepIn(other, area);
		return { area, mine: step, theirs, alike: step === theirs };
	});

/** The areas that any of the pictures has, in the model's order; what is gone from the model comes last. */
export function areasOfAny(
	pictures: readonly Pick<Assessment, 'placements'>[],
	model: { areas: readonly { id: string }[] }
): string[] {
	const chosen = new Set(pictures.flatMap(({ placements }) => placements.map(({ area }) => area)));
	const known = model.areas.map(({ id }) => id);
	return [
		...known.filter((id) => chosen.has(id)),
		...[...chosen].filter((id) => !known.includes(id))
	];
}
