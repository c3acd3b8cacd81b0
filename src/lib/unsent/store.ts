import * as z from 'zod/mini';

const Changed = z.union([
	z.object({ name: z.string(), n: z.number(), value: z.string() }),
	z.object({ name: z.string(), n: z.number(), of: z.string(), checked: z.boolean() })
]);
const Form = z.object({
	path: z.string(),
	name: z.string(),
	changed: z.array(Changed),
	/** All that the form would send, where its page can show that again. */
	whole: z.optional(z.array(z.tuple([z.string(), z.string()]))),
	/** It was sent, and what became of it is not known yet. */
	isSent: z.boolean(),
	/** It stood on the screen when another form of the page was sent: no need to tell that it is back. */
	isSeen: z.boolean()
});
export type Form = z.infer<typeof Form>;
const Kept = z.object({ who: z.string(), forms: z.array(Form) });

const keyOf = (municipality: string): string => `usendt-${municipality}`;

/**
 * What one person has typed on the staff pages of this tab and not had saved: it outlives a session that ends, not the tab,
 * and never leaves the browser.
 */
export function read(municipality: string, who: string): Form[] {
	const text = attempt((storage) => storage.getItem(keyOf(municipality)));
	if (!text) return [];
	const kept = Kept.safeParse(json(text));
	return kept.success && kept.data.who === who ? kept.data.forms : [];
}

/** Somebody else's is gone with that. */
export function write(municipality: string, who: string, forms: Form[]): void {
	if (forms.length === 0) return forget(municipality);
	attempt((storage) => storage.setItem(keyOf(municipality), JSON.stringify({ who, forms })));
}

export const forget = (municipality: string): void => {
	attempt((storage) => storage.removeItem(keyOf(municipality)));
};

/** Whom the kept texts belong to. */
export function owner(municipality: string): string | undefined {
	const text = attempt((storage) => storage.getItem(keyOf(municipality)));
	const kept = Kept.safeParse(text ? json(text) : undefined);
	return kept.success ? kept.data.who : undefined;
}

function attempt<T>(work: (storage: Storage) => T): T | undefined {
	try {
		return work(sessionStorage);
	} catch (error) {
		// Blocked, full, or not there at all.
		if (error instanceof DOMException || error instanceof ReferenceError) return undefined;
		throw error;
	}
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
