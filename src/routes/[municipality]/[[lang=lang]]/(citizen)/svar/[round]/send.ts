import type { Handout } from '$lib/survey/handout.ts';
import type { NotCountedReason, Submission } from '$lib/survey/submission.ts';

/** The outbox and its seal are most of the page's weight, and are not fetched before somebody answers. */
export const outbox = () => import('$lib/outbox/outbox.ts');

/**
 * `sent`: the server has counted it. `kept`: it lies locked on the device and will be sent.
 * `received`: it has come, but could not be opened yet; nothing more is asked of the citizen.
 * `plain`: this browser can neither seal nor keep, so the form must be sent as it is.
 */
export type Sent =
	'sent' | 'received' | 'kept' | 'plain' | 'unavailable' | 'unreadable' | NotCountedReason;

export async function send(
	municipality: string,
	submission: Submission,
	key: Handout['key']
): Promise<Sent> {
	// Off https, as on a bare LAN address, there is no key store and no cipher.
	if (!isSecureContext) return 'plain';
	const box = await outbox().catch(gone);
	if (!box) return 'plain';
	const kept = await box.keep(municipality, submission, key);
	const acknowledged = (await box.send(municipality)).get(submission.id);
	switch (acknowledged?.outcome) {
		case 'counted':
		case 'already-counted':
			return 'sent';
		case 'not-counted':
			return acknowledged.reason;
		case 'quarantined':
			return 'received';
		default:
			return kept.ok ? 'kept' : 'unavailable';
	}
}

/** A new version may have replaced the code since the page was opened, or the network is gone. */
function gone(error: unknown): undefined {
	if (!(error instanceof TypeError)) throw error;
}
