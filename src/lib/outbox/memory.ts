import type { Envelope } from '../survey/envelope.ts';
import type { Queue } from './queue.ts';

const queues = new Map<string, Queue>();

/** The queue of a page whose browser stores nothing. It is gone when the page closes, and other tabs do not see it. */
export function memory(municipality: string): Queue {
	const queue = queues.get(municipality) ?? empty();
	queues.set(municipality, queue);
	return queue;
}

function empty(): Queue {
	const waiting = new Map<string, Envelope>();
	const needsHelp = new Map<string, Envelope>();
	const held = new Map<string, Envelope>();
	const move = (ids: Iterable<string>, from: typeof waiting, to: typeof waiting): void => {
		for (const id of ids) {
			const envelope = from.get(id);
			from.delete(id);
			if (envelope) to.set(id, envelope);
		}
	};
	return {
		async put(envelope) {
			needsHelp.delete(envelope.id);
			held.delete(envelope.id);
			waiting.set(envelope.id, envelope);
			return { ok: true };
		},
		ids: async () => [...waiting.keys()].sort(),
		envelopes: async (ids) => ids.flatMap((id) => waiting.get(id) ?? []),
		remove: async (ids) => ids.forEach((id) => waiting.delete(id)),
		setAside: async (ids) => move(ids, waiting, needsHelp),
		takeBack: async () => move([...needsHelp.keys()], needsHelp, waiting),
		needingHelp: async () => needsHelp.size,
		async hold(envelope) {
			held.set(envelope.id, envelope);
			return { ok: true };
		},
		held: async () => [...held.keys()].sort(),
		discard: async (id) => void held.delete(id),
		letGo: async () => move([...held.keys()], held, waiting)
	};
}
