import { Assessment } from './assessment.ts';
import { openText, sealText, type Key } from './lock.ts';
import { attempt } from '../attempt.ts';
import { json } from '../json.ts';

/**
 * An unfinished picture survives a reload, in its own tab alone: as it is, or sealed with the code lock's key. A browser
 * that keeps nothing keeps no draft either.
 */

const ASSOCIATED = 'draft';
const nameOf = (municipality: string): string => `mit-billede-${municipality}`;
/** That this tab is on a screen which others use too: it says nothing about anybody. */
const sharedScreenName = (municipality: string): string => `faelles-${municipality}`;

export async function read(
	municipality: string,
	key: Key | undefined
): Promise<Assessment | undefined> {
	const kept = attempt(() => sessionStorage.getItem(nameOf(municipality)));
	if (!kept) return undefined;
	const text = key ? await openText(key, ASSOCIATED, kept) : kept;
	const parsed = Assessment.safeParse(text === undefined ? undefined : json(text));
	return parsed.success ? parsed.data : undefined;
}

/** @param isCurrent asked when the draft has been sealed: an older one must not overtake a newer. */
export async function write(
	municipality: string,
	picture: Assessment,
	key: Key | undefined,
	isCurrent: () => boolean
): Promise<void> {
	const text = JSON.stringify(picture);
	const content = key ? await sealText(key, ASSOCIATED, text) : text;
	if (isCurrent()) attempt(() => sessionStorage.setItem(nameOf(municipality), content));
}

export const clear = (municipality: string): void =>
	void attempt(() => sessionStorage.removeItem(nameOf(municipality)));

export const isSharedScreen = (municipality: string): boolean =>
	attempt(() => sessionStorage.getItem(sharedScreenName(municipality))) === 'ja';

export function rememberSharedScreen(municipality: string, isShared: boolean): void {
	const name = sharedScreenName(municipality);
	attempt(() => {
		if (isShared) sessionStorage.setItem(name, 'ja');
		else sessionStorage.removeItem(name);
	});
}
