import * as z from 'zod/mini';
import type { Handout } from '../survey/handout.ts';
import type { Outcome } from '../outcome.ts';

// What a running tablet asks the server for, at its own pace. Without network, or with somebody else's page for an answer, it
// goes on with what it has.

/** `oejenhoejde: 1` tells our own reply from a captive portal's, which must not shut a tablet down. */
const Codes = z.object({ oejenhoejde: z.literal(1), codes: z.array(z.string()) });
const Refusal = z.object({ oejenhoejde: z.literal(1), error: z.literal('grant') });
/** Our own document: its shape is the server's to keep. */
const Ours = z.object({ version: z.literal(1), rounds: z.array(z.unknown()) });

const SECONDS = 20;

export async function fetchHandout(address: string): Promise<Handout | undefined> {
	const reply = await ask(address, {});
	return reply?.ok && isHandout(reply.body) ? reply.body : undefined;
}

const isHandout = (body: unknown): body is Handout => Ours.safeParse(body).success;

export type Fetched = Outcome<'revoked' | 'later', { codes: string[] }>;

/**
 * The day's stock of codes for those who would rather answer at home. It is asked for once a day, given away or not, and
 * lives in memory alone.
 */
export async function fetchStock(municipality: string, token: string): Promise<Fetched> {
	const reply = await ask(`/${municipality}/api/v1/tablet/koder`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}` },
		credentials: 'omit',
		cache: 'no-store',
		redirect: 'error'
	});
	const codes = Codes.safeParse(reply?.body);
	if (reply?.ok && codes.success) return { ok: true, codes: codes.data.codes };
	const isRevoked = reply?.status === 401 && Refusal.safeParse(reply.body).success;
	return { ok: false, reason: isRevoked ? 'revoked' : 'later' };
}

/** @returns undefined where nothing came back, or nothing that is JSON */
async function ask(
	address: string,
	how: RequestInit
): Promise<{ ok: boolean; status: number; body: unknown } | undefined> {
	try {
		const reply = await fetch(address, { ...how, signal: AbortSignal.timeout(SECONDS * 1000) });
		return { ok: reply.ok, status: reply.status, body: await reply.json() };
	} catch (error) {
		// Offline or redirected; cut off or too slow; somebody else's page.
		const isUsual =
			error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError;
		if (!isUsual) throw error;
	}
}
