/** A piece of a text: from `start`, up to but not including `end`. */
export type Piece = { start: number; end: number };
export type Paragraph = Piece & { sentences: Piece[] };

/** Ends that end no sentence. */
const ABBREVIATION =
	/(?:^|[\s(])(?:bl\.a|f\.eks|fx|ca|evt|kl|nr|m\.m|osv|dvs|jf|pga|ift|mht|\d+)\.$/i;

/**
 * The text as paragraphs of sentences: what is marked when a passage is coded or remarked upon. A sentence can be pressed
 * with a finger and reached with a key, which a selection of letters cannot.
 */
export function paragraphs(text: string): Paragraph[] {
	return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
		const sentences = sentencesOf(line, index);
		const [first, last] = [sentences[0], sentences.at(-1)];
		return first && last ? [{ start: first.start, end: last.end, sentences }] : [];
	});
}

function sentencesOf(line: string, offset: number): Piece[] {
	const found: Piece[] = [];
	let from = 0;
	const cut = (to: number) => {
		const piece = line.slice(from, to);
		const start = from + (piece.length - piece.trimStart().length);
		const end = start + piece.trim().length;
		if (end > start) found.push({ start: offset + start, end: offset + end });
		from = to;
	};
	for (const { 0: mark, index } of line.matchAll(/[.!?…]+["»”’)]*(?=\s)/g)) {
		const to = index + mark.length;
		if (!ABBREVIATION.test(line.slice(from, index + 1))) cut(to);
	}
	cut(line.length);
	return found;
}

/** All sentences of a text, in order; their place in this list is how they are chosen. */
export const sentences = (text: string): Piece[] =>
	paragraphs(text).flatMap((paragraph) => paragraph.sentences);

/** From the first to the last of the sentences that are chosen, or undefined where none is. */
export function span(text: string, chosen: readonly number[]): Piece | undefined {
	const all = sentences(text);
	const found = chosen.flatMap((at) => all[at] ?? []);
	if (found.length === 0) return undefined;
	return {
		start: Math.min(...found.map(({ start }) => start)),
		end: Math.max(...found.map(({ end }) => end))
	};
}

/** Whether two pieces have a letter in common. */
export const overlap = (a: Piece, b: Piece): boolean => a.start < b.end && b.start < a.end;
