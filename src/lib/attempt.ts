/** What came of asking a browser's storage, or nothing where it is blocked, full, or not there at all. */
export function attempt<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch (error) {
		// Each browser has its own name for it, and all are DOMExceptions.
		if (error instanceof DOMException || error instanceof ReferenceError) return undefined;
		throw error;
	}
}
