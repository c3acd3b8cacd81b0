import type { Trouble } from './core/trouble.ts';
import type { Kind } from './core/trouble.ts';

/** How a municipality stands: the day's turn is the judge. One that is broken answers nothing but that it is. */
export type Condition = { state: 'serving' } | { state: 'broken'; kind: Kind; path?: string };

const broken = new Map<string, Trouble>();
const suspected = new Set<string>();

export function of(municipality: string): Condition {
	const trouble = broken.get(municipality);
	if (!trouble) return { state: 'serving' };
	const { kind, path } = trouble;
	return { state: 'broken', kind, path };
}

/** @throws Trouble where the municipality is broken */
export function demand(municipality: string): void {
	const trouble = broken.get(municipality);
	if (trouble) throw trouble;
}

/** Something went wrong in it while it answered: its turn is to look whether that will last. */
export const suspect = (municipality: string): unknown => suspected.add(municipality);
export const isSuspected = (municipality: string): boolean => suspected.has(municipality);

/** The turn went well, or could not be taken. */
export function judge(municipality: string, trouble: Trouble | undefined): void {
	suspected.delete(municipality);
	if (trouble) broken.set(municipality, trouble);
	else broken.delete(municipality);
}
