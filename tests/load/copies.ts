import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** All of the country's. */
export const MUNICIPALITIES = 98;

const LIST = /(?:const|var|let) MUNICIPALITIES = \[[^\]]*\];/;
const FOUND = 'contents.find(([name]) => name === municipality)?.[1]';

/**
 * The module of plans with as many municipalities as the country has: the first are themselves, the others carry a copy of one's
 * content under a name of their own. The product knows nothing of this; where its module has changed, it is said.
 */
export function withCopies(source: string): string {
	const list = LIST.exec(source)?.[0];
	if (!list || !source.includes(FOUND))
		throw new Error('plans.ts is another: see tests/load/copies.ts');
	return source
		.replace(
			list,
			`${list.replace('MUNICIPALITIES', 'ORIGINALS')}
const MUNICIPALITIES = [...ORIGINALS, ...Array.from({ length: ${MUNICIPALITIES} - ORIGINALS.length }, (_, n) => 'kommune-' + (n + ORIGINALS.length))];
const copyOf = (municipality) => {
	const at = Number(municipality.split('-')[1]);
	const original = Number.isInteger(at) ? ORIGINALS[at % ORIGINALS.length] : municipality;
	const content = contents.find(([name]) => name === original)?.[1];
	return content && { ...content, municipality };
};`
		)
		.replace(FOUND, 'copyOf(municipality)');
}

/** The built server with as many municipalities, beside the one that lies in the repository. @returns where it is */
export function buildWithCopies(): string {
	const folder = join('.svelte-kit', 'load');
	rmSync(folder, { recursive: true, force: true });
	cpSync('build', folder, { recursive: true });
	const chunks = join(folder, 'server', 'chunks');
	const found = readdirSync(chunks, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => join(chunks, name))
		.filter((path) => LIST.test(readFileSync(path, 'utf8')));
	if (found.length !== 1 || !found[0]) throw new Error(`${found.length} modules of plans`);
	writeFileSync(found[0], withCopies(readFileSync(found[0], 'utf8')));
	return folder;
}
