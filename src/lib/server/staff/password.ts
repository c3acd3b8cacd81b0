import { hash as argon2, verify as verifyArgon2 } from '@node-rs/argon2';
import * as queue from './costly-queue.ts';

const LENGTH_MIN = 12;
const LENGTH_MAX = 128;
/** The top of zxcvbn's scale: more than 10^10 guesses, each of which costs one argon2id. */
const SCORE_MIN = 4;

// OWASP's first choice for argon2id; the library's default kind is argon2id.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
// Of a random password that was thrown away.
const NOBODYS =
	'$argon2id$v=19$m=19456,t=2,p=1$yGQ7kikOaB4tnNeCXsS9hQ$K2ciT9yGwkp0KhK+n1Qbx3fZAEFBZg2SI+O3skMaLUg';

/** @returns a PHC string with its own salt and parameters. Whoever comes so far is no stranger. */
export const hash = (password: string): Promise<string> =>
	queue.run(() => argon2(password.normalize('NFC'), PARAMETERS));

/**
 * Takes as long when there is no such user, so that the time does not tell who works here.
 * @param stranger the network of someone whom neither a session nor a known browser speaks for
 * @throws Crowded where strangers are so many that this one has to come again
 */
export async function verify(
	stored: string | null,
	password: string,
	stranger?: string
): Promise<boolean> {
	const work = () => verifyArgon2(stored ?? NOBODYS, password.normalize('NFC'));
	const right = await queue.run(work, stranger);
	return right && stored !== null;
}

export type Weakness = 'too-short' | 'too-long' | 'easy-to-guess';

/**
 * Length, and the guesses that someone with lists of common passwords would need. No rules of digits and signs.
 * @param about words that an acquaintance would try: name, e-mail address, municipality
 */
export async function weakness(password: string, about: string[]): Promise<Weakness | undefined> {
	const length = [...password.normalize('NFC')].length;
	if (length < LENGTH_MIN) return 'too-short';
	if (length > LENGTH_MAX) return 'too-long';
	const { score } = (await guesser()).check(password, [...HOUSE_WORDS, ...about.flatMap(wordsOf)]);
	return score < SCORE_MIN ? 'easy-to-guess' : undefined;
}

// What people at a Danish municipality would think of first; the common lists are mostly English.
const HOUSE_WORDS = `øjenhøjde oejenhoejde kommune kommunen jobcenter jobcentret beskæftigelse
	beskæftigelsesplan borger borgeren sagsbehandler værdighed arbejde adgangskode kodeord hemmelig
	velkommen danmark sommer vinter efterår forår januar februar marts april maj juni juli august
	september oktober november december mandag tirsdag onsdag torsdag fredag lørdag søndag fodbold
	københavn aarhus`.split(/\s+/);

const wordsOf = (text: string): string[] => [text, ...text.split(/[\s@.\-_]+/)].filter(Boolean);

/** The lists are half a megabyte: loaded only where a password is chosen. */
async function guesser() {
	const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common')
	]);
	return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
