import { findIdentifiers } from '../../identifiers.ts';

/** What a case key looks like, when it looks like a person. */
export type PersonLike = 'cpr' | 'email' | 'telephone' | 'name';

/**
 * Whether a case key may be somebody's name or number. A key without any digit is taken for a name: real keys are numbers,
 * and a mistaken refusal is mended by numbering the list.
 */
export function personIn(key: string): PersonLike | undefined {
	const [found] = findIdentifiers(key);
	// Eight digits in a row may as well be a case number; with spaces or a plus they are a telephone's.
	if (found && !(found.kind === 'telephone' && /^\d{8}$/.test(key.trim()))) return found.kind;
	if (!/\d/.test(key) && /\p{L}{2}/u.test(key)) return 'name';
	return TWO_NAMES.test(key) ? 'name' : undefined;
}

/** Words of letters beside each other, also turned round with a comma. */
const TWO_NAMES = /(?<![\p{L}\d])\p{L}{2,}[ ,]+(?:\p{L}\.? )*\p{L}{2,}(?![\p{L}\d])/u;
