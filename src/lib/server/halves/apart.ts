import { relative, resolve, sep } from 'node:path';

/** Whoever comes upon one half must not have the other. @throws where one folder lies in the other */
export function mustLieApart(keysTo: string, others: readonly string[]): void {
	for (const other of others) {
		if (isWithin(keysTo, other) || isWithin(other, keysTo))
			throw new Error(`the keys of a pair belong apart from ${other}`);
	}
}

function isWithin(inner: string, outer: string): boolean {
	const way = relative(resolve(outer), resolve(inner));
	return way !== '..' && !way.startsWith(`..${sep}`);
}
