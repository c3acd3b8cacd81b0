import * as z from 'zod/mini';

/** `oejenhoejde: 1` tells our own reply from a captive portal's, which must not shut a tablet down. */
const Reply = z.object({ oejenhoejde: z.literal(1), codes: z.array(z.string()) });
const Refusal = z.object({ oejenhoejde: z.literal(1), error: z.literal('grant') });

export type Fetched = { ok: true; codes: string[] } | { ok: false; reason: 'revoked' | 'later' };

const SECONDS = 20;

/**
 * The day's stock of codes for those who would rather answer at home. It is asked for once a day, given away or not, and
 * lives in memory alone.
 */
export async function fetchStock(municipality: string, token: string): Promise<Fetched> {
	try {
		const reply = await fetch(`/${municipality}/api/v1/tablet/koder`, {
			method: 'POST',
			headers: { authorization: `Bearer ${token}` },
			credentials: 'omit',
			cache: 'no-store',
			redirect: 'error',
			signal: AbortSignal.timeout(SECONDS * 1000)
		});
		const body: unknown = await reply.json();
		if (reply.ok) {
			const { success, data } = Reply.safeParse(body);
			if (success) return { ok: true, codes: data.codes };
		}
		const isRevoked = reply.status === 401 && Refusal.safeParse(body).success;
		return { ok: false, reason: isRevoked ? 'revoked' : 'later' };
	} catch (error) {
		// Offline, cut off, too slow, or a page of somebody else's.
		if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError)
			return { ok: false, reason: 'later' };
		throw error;
	}
}
