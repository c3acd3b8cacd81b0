import { environment } from '../environment.ts';
import { log } from '../log.ts';

/** What proxies write of whom they ask for. */
const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'cf-connecting-ip'];

let wasSeen = false;

/**
 * Looks whether somebody asks by a proxy that nobody told us of: then all who come by it count as one, and a stranger among them
 * can use up what all of them may try. Said once in the log, and to whoever can mend it (`isUntold`).
 */
export function watch(event: { request: Request; getClientAddress: () => string }): void {
	if (wasSeen || environment().ADDRESS_HEADER) return;
	if (!FORWARDED.some((name) => event.request.headers.has(name))) return;
	// From afar anyone can write such a header: a proxy of ours is on this machine, or in this network.
	if (!isNear(event.getClientAddress())) return;
	wasSeen = true;
	log('warning', 'proxy-untold', { what: 'ADDRESS_HEADER' });
}

/** Whether a proxy was seen that ADDRESS_HEADER does not speak of. */
export const isUntold = (): boolean => wasSeen && !environment().ADDRESS_HEADER;

/** For tests. */
export const forget = (): boolean => (wasSeen = false);

/** Addresses that are not of the internet. */
const isNear = (address: string): boolean =>
	/^(::1|f[cd][\da-f]{2}:.*|fe80:.*)$/i.test(address) ||
	/^(::ffff:)?(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.)/i.test(address);
