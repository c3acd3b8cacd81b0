import { logError } from './core/log.ts';
import type { Kind, Trouble } from './core/trouble.ts';

/** So long a line in the log says it for all who ask meanwhile. */
const SAID_MILLISECONDS = 60_000;

/** How a municipality stands: the day's turn is the judge. One that is broken answers nothing but that it is. */
export type Condition = { state: 'serving' } | { state: 'broken'; kind: Kind; path?: string };

const broken = new Map<string, Trouble>();
const suspected = new Set<string>();
const said = new Map<string, number>();

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

/**
 * Says in the log what went wrong in it while it answered: once a minute for each kind, as the log is not for those to fill who ask.
 * @returns the line's id, or undefined where it had been said
 */
export function say(
	municipality: string,
	{ kind }: Trouble,
	{
		problem,
		route,
		now = performance.now()
	}: { problem: unknown; route: string | null; now?: number }
): string | undefined {
	const about = `${municipality} ${kind}`;
	if (now < (said.get(about) ?? 0)) return undefined;
	said.set(about, now + SAID_MILLISECONDS);
	return logError('request', problem, { municipality, route, status: 503, kind });
}
