/** A municipality as it may stand in an address: by its slug, or by its name as people write it. */
type Place = { municipality: string; name: string };

/**
 * The path that somebody meant who typed this one: in capitals, with Danish letters, with a full stop after it.
 * @returns undefined where no municipality of ours is meant, or where there is nothing to mend
 */
export function meantBy(path: string, places: readonly Place[]): string | undefined {
	const [first = '', ...rest] = decoded(path).split('/').map(trimmed).filter(Boolean);
	const own = spellings(first.replace(/[ _-]*kommunen?$/i, ''));
	const place = places.find(({ municipality, name }) =>
		[...spellings(municipality), ...spellings(name)].some((each) => own.includes(each))
	);
	if (!place) return undefined;
	const meant = ['', place.municipality, ...rest.map(segment).map(encodeURIComponent)].join('/');
	return meant === path ? undefined : meant;
}

/** What an address reads as; a broken escape stays as it stands. */
export const decoded = (path: string): string =>
	path.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
		try {
			return decodeURIComponent(escaped);
		} catch {
			return escaped;
		}
	});

/** Signs that came along from the sentence around the address. */
const trimmed = (text: string): string =>
	text.replace(/^[\s\p{Cf}"'(<«»“”]+|[\s\p{Cf}.,;:!?…"'()<>[\]«»“”‘’*]+$/gu, '');

/** As our own addresses are written; the names of quarters and half-years have a capital. */
const segment = (text: string): string =>
	inLetters(text.toLowerCase())
		.replace(/\s+/g, '-')
		.replace(/^(\d{4})-([qh])(\d)$/, (_, year, kind, n) => `${year}-${kind.toUpperCase()}${n}`);

/** æ, ø and å as an address has them. */
export const inLetters = (text: string): string =>
	text.normalize('NFC').replace(/[æä]/g, 'ae').replace(/[øö]/g, 'oe').replace(/å/g, 'aa');

/** With ø as oe, and as o, as a keyboard without it writes; letters and digits alone. */
const spellings = (text: string): string[] => {
	const small = text.normalize('NFC').toLowerCase();
	const bare = small.replace(/æ/g, 'ae').replace(/ø/g, 'o').normalize('NFKD');
	return [inLetters(small), bare].map((each) => each.replace(/[^a-z0-9]/g, '')).filter(Boolean);
};
