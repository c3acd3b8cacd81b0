import type { Acknowledgement } from '../survey/submission.ts';
import { listen } from './channel.ts';
import { start, type State } from './driver.ts';
import { browser } from './platform.ts';
import { retry, type SendOptions } from './sending.ts';

/** A citizen's page has no grant: a 401 is somebody else's, on a network that wants a login, and passes. */
const REFUSED_SECONDS = 300;

type Watched = {
	lookers: Set<(state: State) => void>;
	last: State | undefined;
	stop: () => void;
};
const watched = new Map<string, Watched>();

/**
 * `start` for a citizen's page: one driver, however many parts of the page look at it. Who comes later is told the last
 * state at once. Each state has all acknowledgements that nobody was told of: what comes while a page has no place for it
 * waits for one that has. It goes on without anybody looking while an answer lies in the page's memory alone.
 * @returns how to stop looking
 */
export function watch(
	municipality: string,
	onchange: (state: State) => void,
	options: SendOptions = {}
): () => void {
	const known = watched.get(municipality) ?? begin(municipality, options);
	known.lookers.add(onchange);
	if (known.last) onchange(known.last);
	return () => {
		known.lookers.delete(onchange);
		end(municipality, known);
	};
}

function begin(municipality: string, options: SendOptions): Watched {
	const begun: Watched = { lookers: new Set(), last: undefined, stop: () => undefined };
	watched.set(municipality, begun);
	/** What became of each answer, by its id, until a page has told its person (`told`). */
	const untold = new Map<string, Acknowledgement>();
	const told = new Set<string>();
	const tellAll = (state: State): void => {
		for (const each of state.acknowledged) {
			if (!told.has(each.id)) note(untold, each);
		}
		let now = (begun.last = { ...state, acknowledged: [...untold.values()] });
		begun.lookers.forEach((looker) => {
			looker(now);
			// Whoever looks may have told it, and who comes after need not.
			now = begun.last ?? now;
		});
		cancel();
		const isRefused = now.askStaff && now.waiting > 0 && !now.sending;
		if (isRefused) cancel = after(REFUSED_SECONDS * 1000, () => void retry(municipality));
		end(municipality, begun);
	};
	const { after } = { ...browser(), ...options };
	let cancel = (): void => undefined;
	const hangUp = listen(municipality, (news) => {
		// What was mended and sent once more under its id is news again.
		if (news.kind === 'sent') news.acknowledged.forEach(({ id }) => told.delete(id));
		if (news.kind !== 'told') return;
		for (const id of news.ids) {
			told.add(id);
			untold.delete(id);
		}
		if (begun.last) tellAll({ ...begun.last, acknowledged: [] });
	});
	const stop = start(municipality, tellAll, options);
	begun.stop = () => {
		cancel();
		hangUp();
		stop();
	};
	return begun;
}

/** That it had come before is no news to whoever has not been told yet that it came. */
function note(untold: Map<string, Acknowledgement>, news: Acknowledgement): void {
	if (news.outcome !== 'already-counted' || !untold.has(news.id)) untold.set(news.id, news);
}

function end(municipality: string, which: Watched): void {
	const { lookers, last } = which;
	if (lookers.size > 0 || (last && last.unsaved > 0)) return;
	if (watched.get(municipality) !== which) return;
	watched.delete(municipality);
	which.stop();
}
