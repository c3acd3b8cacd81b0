import { attempt } from '../attempt.ts';

/** Where the unfinished answer to a round lies: in the tab, by municipality and round. */
const key = (municipality: string, round: string): string => `svar/${municipality}/${round}`;

/** @returns what is kept, or null when there is nothing or the browser keeps nothing. */
export const read = (municipality: string, round: string): string | null =>
	attempt(() => sessionStorage.getItem(key(municipality, round))) ?? null;

/** @returns false when the browser keeps nothing. */
export const write = (municipality: string, round: string, fields: string): boolean =>
	attempt(() => {
		sessionStorage.setItem(key(municipality, round), fields);
		return true;
	}) ?? false;

export const remove = (municipality: string, round: string): void => {
	attempt(() => sessionStorage.removeItem(key(municipality, round)));
};
