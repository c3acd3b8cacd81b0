import { rounded } from '../../rounding.ts';

/**
 * A flower seen from above: one petal for each way an area can be. Petals stand in a ring, so none is first or last, and
 * each area's flower is turned its own way, so that no direction means anything.
 */

/** Which petals are filled or outlined; -1 for none. In the model's order. */
export type Petals = {
	/** The area's place in the model gives its colour and its turn, the same in every picture. */
	area: number;
	of: number;
	now: number;
	/** Newest first. */
	before: number[];
	/** In another's view. */
	theirs: number;
	talk: boolean;
};

/** How a petal is turned, in degrees. */
export const angleOf = (petal: number, { area, of }: Pick<Petals, 'area' | 'of'>): number =>
	(petal * 360) / of + 17 + area * 43;

const tenth = (x: number): number => rounded(x, 1);

/** The outline of a petal that points to the right from the middle of its flower. `wide` is half its width. */
export function petalPath(radius: number, wide: number): string {
	const at = (x: number, y: number) => `${tenth(radius * x)} ${tenth(wide * y)}`;
	return `M${at(0.14, 0)}C${at(0.3, -0.9)} ${at(0.72, -1.24)} ${at(0.93, -0.42)}Q${at(1.02, -0.1)} ${at(0.97, 0)}Q${at(1.02, 0.1)} ${at(0.93, 0.42)}C${at(0.72, 1.24)} ${at(0.3, 0.9)} ${at(0.14, 0)}Z`;
}

/** Half the width of a petal, so that so many of them fill the ring. */
export const petalWidth = (radius: number, of: number): number =>
	radius * 0.62 * Math.tan(Math.PI / Math.max(3, of)) * 1.02;

/** A small leaf between two petals. */
export function leafPath(radius: number): string {
	const at = (x: number, y: number) => `${tenth(radius * x)} ${tenth(radius * y)}`;
	return `M0 0C${at(0.4, -0.3)} ${at(0.85, -0.26)} ${at(1.14, 0)}C${at(0.85, 0.26)} ${at(0.4, 0.3)} 0 0Z`;
}
