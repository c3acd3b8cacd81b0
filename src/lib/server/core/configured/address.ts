import * as z from 'zod/mini';

/** What a program of ours may ask: by https, or without it on this machine alone. One with a password in it cannot be fetched. */
export const address = (error: string) => z.string().check(z.refine(isAddress, { error }));

function isAddress(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, username, password } = new URL(text);
	const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
	return username + password === '' && (protocol === 'https:' || (protocol === 'http:' && isHere));
}
