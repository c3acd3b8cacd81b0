/** How hard a text is to read: LIX, by C. H. Björnsson. Words to a sentence, and of a hundred words those of more than six letters. */
export function lix(texts: readonly string[]): { lix: number; words: number } {
	let [words, long, sentences] = [0, 0, 0];
	for (const text of texts) {
		const found = text.match(/\p{L}[\p{L}’'-]*|\d+/gu) ?? [];
		if (found.length === 0) continue;
		words += found.length;
		long += found.filter((word) => word.length > 6).length;
		// A heading or the words on a button are a sentence too.
		sentences += Math.max(
			1,
			text.split(/[.!?:]+(?:\s|$)/).filter((each) => /\p{L}/u.test(each)).length
		);
	}
	return { lix: words === 0 ? 0 : words / sentences + (100 * long) / words, words };
}
