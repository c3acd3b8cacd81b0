import { canSeal, seal, type PublicKey, type Sealed } from '../../seal/seal.ts';
import { slotOf, type OfflineNotes } from './offline-notes.ts';
import { rebased, type Writing } from './notes.ts';

/**
 * `saved`: the server has all of it. `kept`: it lies sealed on this device until the network is back. `only-here`: the
 * browser keeps nothing and the server is not reached, so it is on the screen alone.
 */
export type Status = 'saved' | 'writing' | 'kept' | 'only-here' | 'signed-out' | 'refused';
/** What the server answers to a sending. */
export type Reply =
	| { outcome: 'kept'; receipts: { question: string; revision: number; text?: string }[] }
	| { outcome: 'signed-out' | 'refused' | 'unreachable' };
/** Only the page knows where to send: sealed where the browser can seal, else over the line as it is. */
export type Post = (sending: (Sealed & { keyId: string }) | Writing) => Promise<Reply>;

export type Field = { question: string; text: string; base: number };
type Options = {
	interview: string;
	key: PublicKey;
	offlineNotes: OfflineNotes;
	post: Post;
	random?: () => string;
};

/**
 * What one page writes: each time it is sealed and kept on the device first, then sent, and erased from the device when the
 * server has it. Nothing that was typed is lost to a closed lid, a crash or a lost network.
 */
export function notepad({
	interview,
	key,
	offlineNotes,
	post,
	random = () => crypto.randomUUID()
}: Options) {
	const writer = random();
	const slot = slotOf({ interview, keyId: key.id, writer });
	let turn = 0;

	return {
		/** Sends what earlier pages left on this device: a crash, a lid, a lost network. @returns how many were sent */
		async flush(): Promise<number> {
			let sent = 0;
			for (const kept of await offlineNotes.find(key.id, interview)) {
				if (kept.slot === slot) continue;
				const reply = await post({ enc: kept.enc, ciphertext: kept.ciphertext, keyId: kept.keyId });
				if (reply.outcome === 'kept') sent += 1;
				// What the server will never take is not kept for ever: the interview is over and its notes are erased.
				if (reply.outcome === 'kept' || reply.outcome === 'refused') {
					await offlineNotes.remove(kept.slot, kept.stamp);
				}
			}
			return sent;
		},

		/** Keeps and sends the fields as they are; they are given their new base, and texts that the server put together. */
		async save(fields: Field[], current: () => Field[]): Promise<Status> {
			turn += 1;
			const writing: Writing = {
				interview,
				writer,
				turn,
				notes: fields.map(({ question, text, base }) => ({ question, text, base }))
			};
			if (!canSeal()) return settle(await post(writing), fields, current, false);
			const sealed = await seal(
				key.publicKey,
				new TextEncoder().encode(JSON.stringify(writing)),
				`${interview}|${key.id}`
			);
			const stamp = random();
			const isKept = await offlineNotes.put({ slot, interview, keyId: key.id, stamp, ...sealed });
			const reply = await post({ ...sealed, keyId: key.id });
			if (reply.outcome === 'kept' || reply.outcome === 'refused')
				await offlineNotes.remove(slot, stamp);
			return settle(reply, fields, current, isKept);
		}
	};
}

function settle(reply: Reply, sent: Field[], current: () => Field[], isKept: boolean): Status {
	if (reply.outcome === 'unreachable') return isKept ? 'kept' : 'only-here';
	if (reply.outcome !== 'kept') return reply.outcome;
	for (const { question, revision, text } of reply.receipts) {
		const field = current().find((each) => each.question === question);
		const before = sent.find((each) => each.question === question);
		if (!field || !before) continue;
		field.base = revision;
		if (text !== undefined) field.text = rebased(field.text, before.text, text);
	}
	return 'saved';
}
