import { digitOf } from './digits.ts';
import { numberAt } from './numbers.ts';

export type IdentifierKind = 'cpr' | 'telephone' | 'email';
/** Where something that names a person stands in a text: from `start`, up to but not including `end`. */
export type Identifier = { kind: IdentifierKind; start: number; end: number };

/** Stands where something was removed. Never longer than what it replaces, so a text within its limit stays there. */
export const REMOVED = '[…]';

/** CPR numbers, telephone numbers and e-mail addresses, in the order of the text. */
export function findIdentifiers(text: string): Identifier[] {
	// Most comments hold nothing that one could be made of.
	if (!/[\p{Nd}\p{No}@＠([]/u.test(text)) return [];
	const { read, starts, ends } = plain(text);
	const emails = [...read.matchAll(EMAIL)].map(({ 0: { length }, index }) => ({
		kind: 'email' as const,
		start: index,
		end: index + length
	}));
	return [...emails, ...numbersIn(read, emails)]
		.sort((a, b) => a.start - b.start)
		.map(({ kind, start, end }) => ({ kind, start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }));
}

export function removeIdentifiers(text: string): string {
	let kept = '';
	let from = 0;
	for (const { start, end } of findIdentifiers(text)) {
		kept += text.slice(from, start) + REMOVED;
		from = end;
	}
	return kept + text.slice(from);
}

/**
 * The text as its numbers are to be read: digits of any script as ours, every dash and underscore a hyphen, every space and
 * line break a space, and without what cannot be seen. Beside it, where each of its characters begins and ends in the text.
 */
function plain(text: string): { read: string; starts: number[]; ends: number[] } {
	let read = '';
	const starts: number[] = [];
	const ends: number[] = [];
	let at = 0;
	for (const character of text) {
		const start = at;
		at += character.length;
		// A sign on the character before, such as the frame of a digit's emoji, belongs to it.
		if (/^\p{M}$/u.test(character) && ends.length > 0) ends[ends.length - 1] = at;
		else if (!/^[\p{M}\p{Cf}]$/u.test(character)) {
			const one = asRead(character);
			read += one;
			for (let half = 0; half < one.length; half += 1) {
				starts.push(start);
				ends.push(at);
			}
		}
	}
	return { read, starts, ends };
}

function asRead(character: string): string {
	const plainer = character.normalize('NFKC');
	const one = plainer.length === 1 ? plainer : character;
	if (/[\p{Pd}_\u2043\u2212]/u.test(one)) return '-';
	if (/[·•‧∙⋅]/.test(one)) return '.';
	return /\s/.test(one) ? ' ' : String(digitOf(one) ?? one);
}

const EMAIL =
	/[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63} ?(?:@|[([] ?(?:at|snabel-?a) ?[)\]]) ?(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,}/giu;

/** Without lookbehind, which an iPhone before 16.4 cannot read: what stands before a number is looked at by itself. */
function numbersIn(read: string, emails: readonly Identifier[]): Identifier[] {
	const found: Identifier[] = [];
	for (let at = 0; at < read.length; at += 1) {
		const [before, begins] = [read.charAt(at - 1), read.charAt(at)];
		// In the middle of a number; a plus begins one wherever it stands.
		if (!/[\d+]/.test(begins) || before === '+' || (begins !== '+' && /\d/.test(before))) continue;
		const number =
			emails.find(({ start, end }) => start <= at && at < end) ??
			numberAt(read, at, found.at(-1)?.end);
		if (!number) continue;
		const { kind, end } = number;
		if (kind === 'cpr' || kind === 'telephone') found.push({ kind, start: at, end });
		at = end - 1;
	}
	return found;
}
