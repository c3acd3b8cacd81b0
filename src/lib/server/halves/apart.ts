import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Whoever comes upon one half must not have the other. @throws where one folder lies in the other */
export function mustLieApart(keysTo: string, others: readonly string[]): void {
	for (const other of others) {
		if (!areApart(keysTo, other)) throw new Error(`the keys of a pair belong apart from ${other}`);
	}
}

/** Whether neither of two folders lies in the other, by whatever links they are named. */
export const areApart = (one: string, other: string): boolean =>
	!isWithin(one, other) && !isWithin(other, one);

function isWithin(inner: string, outer: string): boolean {
	const way = relative(placeOf(outer), placeOf(inner));
	return way !== '..' && !way.startsWith(`..${sep}`);
}

/** Where it really lies, links followed, also what is not there yet. */
function placeOf(path: string): string {
	const whole = resolve(path);
	try {
		return realpathSync(whole);
	} catch {
		return dirname(whole) === whole ? whole : join(placeOf(dirname(whole)), basename(whole));
	}
}
