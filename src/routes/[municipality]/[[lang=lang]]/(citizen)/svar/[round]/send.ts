import type { Handout } from '$lib/survey/handout.ts';
import type { Acknowledgement, NotCountedReason, Submission } from '$lib/survey/submission.ts';

/** The outbox and its seal are most of the page's weight, and are not fetched before somebody answers. */
export const outbox = () => import('$lib/outbox/outbox.ts');

/**
 * `sent`: the server has counted it. `again`: it had counted an answer of this form before, and that is the one. `kept`: it lies locked on the device and will be sent.
 * `received`: it has come, but could not be opened yet; nothing more is asked of the citizen.
 * `full`, `unsaved`: the device keeps nothing, for want of room or for good; the answer lies in this page, which sends it.
 * `plain`: this browser can neither seal nor keep, so the form must be sent as it is.
 */
export type Sent = Settled | 'kept' | 'full' | 'unsaved' | 'plain' | 'unavailable' | 'unreadable';
type Settled = 'sent' | 'again' | 'received' | NotCountedReason;

export async function send(
	municipality: string,
	submission: Submission,
	key: Handout['key']
): Promise<Sent> {
	// Off https, as on a bare LAN address, there is no key store and no cipher.
	if (!isSecureContext) return 'plain';
	// A new version may have replaced the code since the page was opened, and an old browser may not understand it: whatever
	// the reason, the form can be sent as it is, and what both ways bring is counted once.
	const box = await outbox().catch(() => undefined);
	if (!box) return 'plain';
	const kept = await box.keep(municipality, submission, key).catch(() => undefined);
	if (!kept) return 'plain';
	const acknowledgements = await box.send(municipality).catch((bug: unknown) => {
		// It lies on the device, and is sent another time.
		reportError(bug);
		return new Map<string, Acknowledgement>();
	});
	const acknowledged = acknowledgements.get(submission.id);
	if (acknowledged) {
		box.told(municipality, [acknowledged]);
		return settled(acknowledged);
	}
	if (kept.ok) return 'kept';
	return kept.reason === 'quota' ? 'full' : 'unsaved';
}

/** For an answer that lies in the page alone: what became of it, when the network is back. */
export async function sentAfterAll(municipality: string, id: string): Promise<Settled> {
	const { watch } = await import('$lib/outbox/watch.ts');
	const { told } = await outbox();
	return new Promise((resolve) => {
		const stop = watch(municipality, ({ acknowledged }) => {
			const mine = acknowledged.find((each) => each.id === id);
			if (!mine) return;
			// It may have come before this one looked.
			queueMicrotask(() => stop());
			told(municipality, [mine]);
			resolve(settled(mine));
		});
	});
}

function settled(acknowledgement: Acknowledgement): Settled {
	switch (acknowledgement.outcome) {
		case 'counted':
			return 'sent';
		case 'already-counted':
			return 'again';
		case 'not-counted':
			return acknowledgement.reason;
		case 'quarantined':
			return 'received';
	}
}
