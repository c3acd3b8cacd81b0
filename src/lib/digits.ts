/** The value of a decimal digit of any script (Arabic, Persian, Bengali, full-width …), or undefined for what is none. */
export function digitOf(character: string): number | undefined {
	if (!/^\p{Nd}$/u.test(character) || character.length > 1) return undefined;
	// Unicode puts each script's ten in a row that begins at a multiple of sixteen, or six after one.
	const point = character.charCodeAt(0);
	const low = point % 16;
	return /\p{Nd}/u.test(String.fromCharCode(point - low)) ? low : low - 6;
}
