import { decoded, inLetters } from '../address.ts';
import { normalise, parse } from './code.ts';

/** `/stevns/k` in any language and in capitals, and what came along behind it. */
const CODE_PAGE = /^\/([^/]+)((?:\/[a-z]{2,3})?)\/[kK](?=[^a-z]|$)(.*)$/s;

/**
 * The code page that an address leads to which was mangled on its way: `/stevns/k%23B3FR692TTA`, `/Stevns/k?B3FR692TTA`.
 * @returns undefined where the address is another page's, or needs no help
 */
export function codePage({
	pathname,
	search
}: Pick<URL, 'pathname' | 'search'>): string | undefined {
	const [, municipality = '', language = '', tail] = CODE_PAGE.exec(pathname) ?? [];
	if (tail === undefined || (tail === '' && search === '')) return undefined;
	const place = inLetters(decoded(municipality).toLowerCase());
	return `/${encodeURIComponent(place)}${language}/k`;
}

/**
 * The code in a link to the code page, wherever it ended up: behind `#`, as it should, behind `?` or an escaped `#`, with
 * what measures clicks, or the end of a sentence. What can only be a code with a mistake in it is left for its reader to mend.
 */
export function codeIn({
	pathname,
	search,
	hash
}: Pick<URL, 'pathname' | 'search' | 'hash'>): string {
	const tail = CODE_PAGE.exec(pathname)?.[3] ?? '';
	// Twice escaped, when it went through two hands.
	const text = decoded(decoded(decoded(tail + search + hash))).replaceAll('+', ' ');
	return (
		parsedIn(text) ??
		text
			.split(/[?#&/]/)
			.map(likely)
			.find(Boolean) ??
		''
	);
}

/** The first piece of a text that can be a code: by itself, or in two groups. */
function parsedIn(text: string): string | undefined {
	const pieces = text.split(SIGNS);
	const words = pieces.flatMap((piece) => piece.split(/\s+/));
	const pairs = words.map((word, at) => word + (words[at + 1] ?? ''));
	for (const each of [...pieces, ...words, ...pairs]) {
		const code = parse(each);
		if (code.ok) return code.code;
	}
}

/** What was typed or pasted into a field for a code: the code of it, where it is a link or a whole message. */
export const codeOf = (typed: string): string =>
	parse(typed).ok ? typed : (parsedIn(typed) ?? typed);

const SIGNS = /[#?&=/;,|<>()[\]"'»«“”]+/;

/** A part of an address that is meant to be a code: by its name, or because it has none. */
function likely(part: string): string {
	const [name = '', value] = part.split('=');
	const meant = value === undefined ? name : /^(k|kode|code)$/i.test(name) ? value : '';
	// Places on the page.
	return normalise(meant) && !/^(main|help|code)$/.test(meant) ? meant.trim() : '';
}
