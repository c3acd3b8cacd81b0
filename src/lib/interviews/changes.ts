import { diffWordsWithSpace } from 'diff';

export type Change = { kind: 'same' | 'added' | 'removed'; text: string };

/** So few words between two changes belong to them: a sentence that is half new reads better as a new one. */
const WORDS_BETWEEN_MAX = 2;

/** What is different from one version of a text to the next: first what went, then what came in its place. */
export function changes(before: string, after: string): Change[] {
	const found: Change[] = [];
	let [removed, added] = ['', ''];
	const finish = () => {
		if (removed) found.push({ kind: 'removed', text: removed });
		if (added) found.push({ kind: 'added', text: added });
		[removed, added] = ['', ''];
	};
	const parts = diffWordsWithSpace(before, after);
	for (const [index, part] of parts.entries()) {
		if (part.removed) removed += part.value;
		else if (part.added) added += part.value;
		else if ((removed || added) && index < parts.length - 1 && isBrief(part.value)) {
			removed += part.value;
			added += part.value;
		} else {
			finish();
			found.push({ kind: 'same', text: part.value });
		}
	}
	finish();
	return found;
}

/** Never over the end of a paragraph. */
const isBrief = (text: string): boolean =>
	!text.includes('\n') && (text.match(/[\p{L}\p{N}]+/gu) ?? []).length <= WORDS_BETWEEN_MAX;
