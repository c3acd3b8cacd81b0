import { CountReply, type SealedCount } from './count.ts';
import { makeShare, type Made } from './sharing.ts';
import { NewShareReply, OpeningReply, type OwnShare, type Shared } from './share.ts';

/** Why something did not come through. `offline` is also a captive portal that answers in our place. */
export type Trouble = 'offline' | 'too-many';

/** An id is drawn anew when it is in use: one in a hundred million is, so a few tries are plenty. */
const TRIES = 5;

/** Locks pictures and puts them on the server. */
export async function share(
	municipality: string,
	pictures: Shared['pictures'],
	terms: { days: number; opens: number; typed: boolean }
): Promise<
	| { ok: true; made: Made; expiresOn: string }
	| { ok: false; reason: Trouble | 'too-large' | 'full' }
> {
	for (let tries = 0; tries < TRIES; tries++) {
		const made = await makeShare(pictures, terms);
		if (!made) return { ok: false, reason: 'too-large' };
		const reply = await send(address(municipality), 'POST', made.share);
		if (typeof reply === 'string') return { ok: false, reason: reply };
		const parsed = NewShareReply.safeParse(await reply.json().catch(() => undefined));
		if (!parsed.success) return { ok: false, reason: 'offline' };
		if (parsed.data.outcome === 'full') return { ok: false, reason: 'full' };
		if (parsed.data.outcome === 'kept') {
			return { ok: true, made, expiresOn: parsed.data.expiresOn };
		}
	}
	return { ok: false, reason: 'full' };
}

export async function open(
	municipality: string,
	id: string,
	proof: string
): Promise<OpeningReply | { outcome: Trouble }> {
	const reply = await send(`${address(municipality)}/${id}`, 'POST', { proof });
	if (typeof reply === 'string') return { outcome: reply };
	const parsed = OpeningReply.safeParse(await reply.json().catch(() => undefined));
	return parsed.success ? parsed.data : { outcome: 'offline' };
}

/** True when it is gone from the server: withdrawn now, or forgotten there already. */
export async function withdraw(municipality: string, { id, owner }: OwnShare): Promise<boolean> {
	const reply = await send(`${address(municipality)}/${id}`, 'DELETE', { owner });
	return (
		typeof reply !== 'string' && isOurs(reply) && (reply.status === 204 || reply.status === 404)
	);
}

export async function count(
	municipality: string,
	sealed: SealedCount
): Promise<CountReply['outcome'] | Trouble> {
	const reply = await send(`/${municipality}/api/v1/billeder`, 'POST', sealed);
	if (typeof reply === 'string') return reply;
	const parsed = CountReply.safeParse(await reply.json().catch(() => undefined));
	return parsed.success ? parsed.data.outcome : 'offline';
}

/** Every reply of our own server says it: another's "not found" is nothing to throw the owner's secret away for. */
const isOurs = ({ headers }: Response): boolean =>
	headers.get('x-content-type-options') === 'nosniff';

const address = (municipality: string): string => `/${municipality}/api/v1/delinger`;

async function send(to: string, method: string, body: object): Promise<Response | Trouble> {
	try {
		const reply = await fetch(to, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		});
		return reply.status === 429 ? 'too-many' : reply;
	} catch (error) {
		// What fetch throws when there is no network.
		if (error instanceof TypeError) return 'offline';
		throw error;
	}
}
