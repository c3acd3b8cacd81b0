import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';

/** What cannot be undone, each with its words in the staff messages. */
type Deed =
	| 'resetSecondFactor'
	| 'withdrawRound'
	| 'revokeTablet'
	| 'decideJournal'
	| 'holdInterview'
	| 'removePassage'
	| 'removeRemark'
	| 'markSeen'
	| 'confirmSummary'
	| 'releaseReport'
	| 'changeSettings';
export type Asked = {
	what: Deed;
	/** Where the form went, and all that it sent. */
	action: string;
	fields: [string, string][];
};

/**
 * The step before what cannot be undone: the page asks (`Ask.svelte`), and sends the same form again with a yes. Works without
 * JavaScript. @returns what the action answers, or nothing where yes was said
 */
export function askFirst(
	{ url }: Pick<RequestEvent, 'url'>,
	data: FormData,
	what: Deed
): ActionFailure<{ ask: Asked }> | undefined {
	if (data.get('sure') === what) return undefined;
	const fields = [...data].flatMap(([name, value]): [string, string][] =>
		typeof value === 'string' && name !== 'sure' ? [[name, value]] : []
	);
	return fail(428, { ask: { what, action: url.search, fields } });
}
