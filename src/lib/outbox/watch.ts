import { start, type State } from './driver.ts';
import type { SendOptions } from './sending.ts';

type Watched = { lookers: Set<(state: State) => void>; last: State | undefined; stop: () => void };
const watched = new Map<string, Watched>();

/**
 * `start` for a citizen's page: one driver, however many parts of the page look at it. Who comes later is told the last
 * state at once. It goes on without anybody looking while an answer lies in the page's memory alone.
 * @returns how to stop looking
 */
export function watch(
	municipality: string,
	onchange: (state: State) => void,
	options: SendOptions = {}
): () => void {
	const known = watched.get(municipality) ?? begin(municipality, options);
	known.lookers.add(onchange);
	if (known.last) onchange({ ...known.last, acknowledged: [] });
	return () => {
		known.lookers.delete(onchange);
		end(municipality, known);
	};
}

function begin(municipality: string, options: SendOptions): Watched {
	const begun: Watched = { lookers: new Set(), last: undefined, stop: () => undefined };
	watched.set(municipality, begun);
	const tellAll = (state: State): void => {
		begun.last = state;
		begun.lookers.forEach((looker) => looker(state));
		end(municipality, begun);
	};
	begun.stop = start(municipality, tellAll, options);
	return begun;
}

function end(municipality: string, which: Watched): void {
	const { lookers, last } = which;
	if (lookers.size > 0 || (last && last.unsaved > 0)) return;
	if (watched.get(municipality) !== which) return;
	watched.delete(municipality);
	which.stop();
}
