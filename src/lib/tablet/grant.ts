import * as z from 'zod/mini';
import { attempt } from '../attempt.ts';
import { json } from '../json.ts';

/** What a started tablet has on its disk beside what is sealed: no user, no time, and nothing of any citizen. */
export const Started = z.object({
	token: z.string().check(z.minLength(1), z.maxLength(100)),
	round: z.string(),
	team: z.optional(z.string()),
	teamName: z.string()
});
export type Started = z.infer<typeof Started>;

const key = (municipality: string): string => `oejenhoejde-tablet-${municipality}`;

/** @returns undefined where this browser is no tablet, or stores nothing */
export function read(municipality: string): Started | undefined {
	const stored = attempt(() => localStorage.getItem(key(municipality)));
	const parsed = stored && Started.safeParse(json(stored));
	return parsed && parsed.success ? parsed.data : undefined;
}

/** @returns false where this browser stores nothing: it can be no tablet */
export const write = (municipality: string, started: Started): boolean =>
	attempt(() => {
		localStorage.setItem(key(municipality), JSON.stringify(started));
		return true;
	}) ?? false;

/**
 * The handover that this tab has under way, by the id of what is laid by for it: so that a page that is loaded anew in
 * somebody's hands goes on as theirs, empty. A new tab knows of none.
 */
export const underWay = (municipality: string): string | undefined =>
	attempt(() => sessionStorage.getItem(key(municipality))) ?? undefined;

export const begin = (municipality: string, id: string): void =>
	void attempt(() => sessionStorage.setItem(key(municipality), id));

export const end = (municipality: string): void =>
	void attempt(() => sessionStorage.removeItem(key(municipality)));

/** A start by the municipality's own login ends at its sign-out: from there this tab goes on to the survey, once. */
export const justStarted = (municipality: string): void =>
	void attempt(() => sessionStorage.setItem(`${key(municipality)}-started`, '1'));

export function wasJustStarted(municipality: string): boolean {
	const name = `${key(municipality)}-started`;
	const was = Boolean(attempt(() => sessionStorage.getItem(name)));
	attempt(() => sessionStorage.removeItem(name));
	return was;
}
