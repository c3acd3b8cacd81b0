/**
 * Words that may be a name: capitals that do not begin a sentence. A help to the editor's eye, who reads every word.
 * @returns each once, in the order of the text
 */
export function possibleNames(text: string): string[] {
	const found = text.matchAll(
		/(?<![.!?…:]\s*|^\s*|\n\s*|["»(]\s*)(?<=\s)\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)*/gu
	);
	return [...new Set([...found].map(([name]) => name))].filter((name) => !ORDINARY.has(name));
}

const ORDINARY = new Set(['I', 'De', 'Deres', 'Dem', 'Danmark', 'MitID', 'Jobnet', 'NemID', 'CPR']);
