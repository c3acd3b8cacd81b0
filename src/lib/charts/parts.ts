import { rounded } from '../rounding.ts';

/** How each of five parts is filled, from the least to the most: hatched on the one side, plain on the other, white between. */
export const fillOf = (pattern: string, part: number): string =>
	[`url(#${pattern}-dense)`, `url(#${pattern}-sparse)`, '#ffffff', '#8fbdd3', '#0b4f71'][part] ??
	'#ffffff';

/** A coordinate as it is drawn, to a hundredth if no less will do: more is too small to see, and a page has hundreds of them. */
export const drawn = (at: number, decimals = 2): number => rounded(at, decimals);
