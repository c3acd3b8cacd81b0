import type { Case } from './list.ts';
import type { Progress } from '../../spreadsheet/sheet.ts';

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export type Hash = (text: string) => Promise<string>;
/** What takes part in a draw of a case. */
export type Ticket = Pick<Case, 'key' | 'team'>;

const DIGITS = 6;
const TICKETS_PER_STEP = 500;

/** WebCrypto's own; browsers hide it from pages that are not on https (or localhost). */
export const sha256: Hash = async (text) => {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/**
 * The list that is drawn from, as text: a line `key;team` for everyone who may be drawn, sorted character by character.
 * Its digest is the SHA-256 of exactly this, so whoever holds the list can make it again with any tool.
 */
export const canonical = (tickets: readonly Ticket[]): string =>
	tickets
		.map(({ key, team }) => `${key};${team}\n`)
		.sort((a, b) => (a < b ? -1 : 1))
		.join('');

/**
 * What the seed is the SHA-256 of (METHOD §6: digest ‖ a ‖ b). Both numbers always have six digits: else 1 and 23 would be
 * the same as 12 and 3.
 */
export const seedText = (digest: string, chair: number, leader: number): string =>
	digest + sixDigits(chair) + sixDigits(leader);

export const sixDigits = (number: number): string => String(number).padStart(DIGITS, '0');

/** What each key's place is decided by: the SHA-256 of this, smallest first. */
export const placeText = (seed: string, key: string): string => seed + key;

/** Everyone in the order in which they are asked. The seed decides alone; the order of the list does not. */
export async function order<T extends Ticket>(
	tickets: readonly T[],
	seed: string,
	hash: Hash = sha256,
	onprogress: Progress = () => undefined
): Promise<T[]> {
	const placed: [string, T][] = [];
	for (let at = 0; at < tickets.length; at += TICKETS_PER_STEP) {
		onprogress(at / tickets.length);
		const step = tickets.slice(at, at + TICKETS_PER_STEP);
		const places = await Promise.all(step.map(({ key }) => hash(placeText(seed, key))));
		step.forEach((ticket, index) => placed.push([places[index] ?? '', ticket]));
	}
	return placed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ticket]) => ticket);
}

/**
 * The numbers in the order (1 is the first) of those who are asked to begin with: the first ones, or, where every team must
 * be heard, the first of each team and then the first of the rest.
 */
export function firstCalled(
	ordered: readonly { team: string }[],
	{ wanted, stratified }: { wanted: number; stratified: boolean }
): number[] {
	const firsts = new Map<string, number>();
	for (const [index, { team }] of ordered.entries()) {
		if (stratified && !firsts.has(team)) firsts.set(team, index + 1);
	}
	const called = new Set([...firsts.values()].slice(0, wanted));
	for (let number = 1; number <= ordered.length && called.size < wanted; number++) {
		called.add(number);
	}
	return [...called].sort((a, b) => a - b);
}

/**
 * Who is asked in somebody's place: the next in the order that has not been called. Where every team must be heard, the next
 * of the same team, if nobody else of it still stands.
 * @param standing numbers that are called and have not fallen away
 */
export function nextCalled(
	ordered: readonly { team: string }[],
	{
		called,
		standing,
		replaced,
		stratified
	}: {
		called: readonly number[];
		standing: readonly number[];
		replaced: number;
		stratified: boolean;
	}
): number | undefined {
	const teamOf = (number: number) => ordered[number - 1]?.team;
	const left = ordered.map((_, index) => index + 1).filter((number) => !called.includes(number));
	const team = teamOf(replaced);
	const isHeard = standing.some((number) => number !== replaced && teamOf(number) === team);
	const ofTeam =
		stratified && !isHeard ? left.find((number) => teamOf(number) === team) : undefined;
	return ofTeam ?? left[0];
}

/** What binds a person to a number before the other's is known: a hash that nobody can guess the number from. */
export const commitmentText = (number: number, salt: string): string =>
	`${sixDigits(number)} ${salt}`;
