import { getContext, setContext, untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

type Say = (over: { n: number }) => string;
const KEY = Symbol('what is said of a text that is too long');

/** From this component on down, what a field says of a text that is `n` characters too long. */
export const sayTooLong = (say: Say): void => void setContext(KEY, say);

/**
 * How far a field's text is over its limit. A browser's own limit cuts a paste off unsaid: here all of it stays, and the form
 * is not sent before somebody has shortened it. Without scripts the server gives the text back, and the same is said of it.
 */
export function measured({
	text,
	limit,
	mayBeSent = () => false
}: {
	/** What the field came with. */
	text: () => string;
	limit: () => number | undefined;
	/** Whether a form is sent even so: a draft that is kept. */
	mayBeSent?: () => boolean;
}): { readonly over: number; readonly words: string; measure: Attachment<Field> } {
	const say = getContext<Say | undefined>(KEY);
	let typed = $state<number>();
	const over = $derived(Math.max(0, (typed ?? lengthOf(text())) - (limit() ?? Infinity)));
	const words = $derived(over > 0 ? (say?.({ n: over }) ?? '') : '');
	return {
		get over() {
			return over;
		},
		get words() {
			return words;
		},
		measure(field) {
			const read = () => (typed = lengthOf(field.value));
			// What a form goes back to is there a moment after it was asked to.
			const later = () => setTimeout(read);
			const { form } = field;
			untrack(read);
			field.addEventListener('input', read);
			form?.addEventListener('reset', later);
			$effect(() => field.setCustomValidity(mayBeSent() ? '' : words));
			return () => {
				field.removeEventListener('input', read);
				form?.removeEventListener('reset', later);
			};
		}
	};
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const lengthOf = (text: string): number => text.replaceAll('\r\n', '\n').length;
