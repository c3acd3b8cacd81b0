import type { Notebook } from '$lib/journey/notebook.svelte.ts';
import { createContext } from 'svelte';

/** The notebook that the layout opened, for every page below it. */
export const [useNotebook, setNotebook] = createContext<Notebook>();
