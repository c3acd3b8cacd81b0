/** Average width of a letter, in ems: there is no measuring text on a server. A little too wide is safe. */
const EM = 0.54;
/** Letters that are joined stand closer, and syllables of a letter each wider. */
const ARABIC_EM = 0.46;
const ETHIOPIC_EM = 0.8;

const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text);

function emOf(text: string): number {
	if (isArabic(text)) return ARABIC_EM;
	return /\p{Script=Ethiopic}/u.test(text) ? ETHIOPIC_EM : EM;
}

/**
 * Breaks a text into as few lines as there is room for, all about as long; a word longer than a line gets a hyphen, where its
 * letters are not joined.
 */
export function wrap(text: string, width: number, font: number): string[] {
	const most = Math.max(4, Math.floor(width / (font * emOf(text))));
	const words = text
		.split(/\s+/)
		.filter(Boolean)
		.flatMap((each) => pieces(each, most));
	const lines = fill(words, most);
	const longest = Math.max(...words.map((word) => word.length));
	for (let room = longest; room < most; room++) {
		const balanced = fill(words, room);
		if (balanced.length === lines.length) return balanced;
	}
	return lines;
}

function fill(words: string[], room: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of words) {
		const longer = line ? `${line} ${word}` : word;
		if (longer.length > room && line) {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
	}
	return line ? [...lines, line] : lines;
}

function pieces(word: string, room: number): string[] {
	if (word.length <= room || isArabic(word)) return [word];
	return [`${word.slice(0, room - 1)}-`, ...pieces(word.slice(room - 1), room)];
}
