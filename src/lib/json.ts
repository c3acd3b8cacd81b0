/** What JSON says, or nothing where it is none: no JSON, or bytes that are no UTF-8. */
export function json(given: string | Uint8Array): unknown {
	try {
		const text =
			typeof given === 'string' ? given : new TextDecoder('utf-8', { fatal: true }).decode(given);
		return JSON.parse(text);
	} catch (error) {
		// TypeError: not UTF-8.
		if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
		throw error;
	}
}
