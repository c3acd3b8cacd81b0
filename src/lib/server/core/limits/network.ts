import { isIP } from 'node:net';

/** Longer than any address: what a proxy writes instead of one must not fill the memory. */
const NAME_MAX = 64;

/**
 * The network that somebody asks from, as far as throttles tell them apart: an IPv4 address, or the first 64 bits of an IPv6
 * address, as one household or office has all that begin so.
 * @param of how the framework says the address; it throws where the proxy's header is missing
 */
export function networkOf(of: { getClientAddress: () => string }): string {
	try {
		return networkOfAddress(of.getClientAddress());
	} catch {
		// All that come past the proxy are one.
		return 'unknown';
	}
}

/** The first 48 bits of an IPv6 network, as a provider gives them out; there is no telling it of an IPv4 address. */
export const widerOf = (network: string): string | undefined =>
	/^([\da-f]+:[\da-f]+:[\da-f]+):[\da-f]+$/.exec(network)?.[1];

/** However a proxy writes it: with a port, a zone, in brackets; whatever is no address counts as it stands. */
export function networkOfAddress(written: string): string {
	const text = written.trim().toLowerCase();
	const bare = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? text;
	const address = /^([\d.]+):\d+$/.exec(bare)?.[1] ?? bare.replace(/%.*$/, '');
	if (isIP(address) !== 6) return address.slice(0, NAME_MAX);
	const groups = groupsOf(address);
	const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
	if (isMapped) {
		return groups
			.slice(6)
			.flatMap((group) => [group >> 8, group & 0xff])
			.join('.');
	}
	return groups
		.slice(0, 4)
		.map((group) => group.toString(16))
		.join(':');
}

function groupsOf(address: string): number[] {
	// The last two groups may be written as an IPv4 address.
	const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...parts: string[]) => {
		const [a = 0, b = 0, c = 0, d = 0] = parts.slice(0, 4).map(Number);
		return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
	});
	const [head = '', tail] = plain.split('::');
	const read = (part: string) =>
		part
			.split(':')
			.filter(Boolean)
			.map((group) => parseInt(group, 16));
	const [before, after] = [read(head), read(tail ?? '')];
	const zeros = Array<number>(Math.max(0, 8 - before.length - after.length)).fill(0);
	return tail === undefined ? before : [...before, ...zeros, ...after];
}
