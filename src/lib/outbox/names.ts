export const databaseName = (municipality: string): string => `oejenhoejde-outbox-${municipality}`;

/** Whether there may be something to send: a page that has never kept an answer need not load the outbox to find out. */
export async function mayHold(municipality: string): Promise<boolean> {
	try {
		const databases = await globalThis.indexedDB?.databases?.();
		return databases?.some(({ name }) => name === databaseName(municipality)) ?? true;
	} catch (error) {
		// A browser that keeps nothing: what lies in this page's memory may still be waiting.
		if (error instanceof DOMException) return true;
		throw error;
	}
}
