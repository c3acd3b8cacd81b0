import type { Notebook } from '$lib/journey/notebook.svelte.ts';
import { forget } from '$lib/offline/shell.ts';
import { createContext } from 'svelte';

/** The notebook that the layout opened, for every page below it. */
export const [useNotebook, setNotebook] = createContext<Notebook>();

export const modelAddress = (municipality: string, language?: string): string =>
	`/${municipality}/api/v1/model.json${language ? `?lang=${language}` : ''}`;

/** Removes every trace from the device; also that somebody has been here. */
export async function forgetAll(notebook: Notebook): Promise<void> {
	await notebook.removeAll();
	const { municipality } = notebook;
	await forget('mit-billede', municipality, [modelAddress(municipality)]);
}
