import type * as z from 'zod/mini';
import type { Envelope, SubmissionsRequest } from '../survey/envelope.ts';
import type { Reply } from './acknowledge.ts';
import { municipalityOf } from './queue.ts';
import type { Platform } from './platform.ts';

/** A slow network still has 565 kB of envelopes to carry. */
const POST_SECONDS = 60;
/** What a browser goes on sending after its page was closed is at most 64 KiB; an envelope is 11.3 kB. */
const KEEPALIVE_ENVELOPES = 5;

export type Post = (envelopes: Envelope[]) => Promise<Reply | undefined>;

/** @param authorization a tablet's grant; no cookie ever goes with an envelope. */
export const poster =
	(
		municipality: string,
		{ fetch, timeout }: Pick<Platform, 'fetch' | 'timeout'>,
		authorization?: string
	): Post =>
	async (envelopes) => {
		const request: z.infer<typeof SubmissionsRequest> = { envelopes };
		const headers = { 'content-type': 'application/json' };
		try {
			const response = await fetch(`/${municipalityOf(municipality)}/api/v1/submissions`, {
				method: 'POST',
				headers: authorization ? { ...headers, authorization: `Bearer ${authorization}` } : headers,
				body: JSON.stringify(request),
				credentials: 'omit',
				cache: 'no-store',
				// Our server never redirects an envelope; a captive portal does.
				redirect: 'error',
				keepalive: envelopes.length <= KEEPALIVE_ENVELOPES,
				signal: timeout(POST_SECONDS * 1000)
			});
			const { status, headers: replied } = response;
			const [retryAfter, date] = [replied.get('retry-after'), replied.get('date')];
			return { status, body: await response.text(), retryAfter, date };
		} catch (error) {
			// TypeError: offline, cut off or redirected. DOMException: it took too long.
			if (error instanceof TypeError || error instanceof DOMException) return undefined;
			throw error;
		}
	};
