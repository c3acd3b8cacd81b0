/** How each of five parts is filled, from the least to the most: hatched on the one side, plain on the other, white between. */
export const fillOf = (pattern: string, part: number): string =>
	[`url(#${pattern}-dense)`, `url(#${pattern}-sparse)`, '#ffffff', '#8fbdd3', '#0b4f71'][part] ??
	'#ffffff';
