import type { Form } from './store.ts';

/** In the address after a no to what asks first, whose page may never have come to life: the form was not taken. */
export const SAID_NO = 'nej';

/** What a page was opened with, as far as it tells what became of a form. */
export type Arrival = {
	path: string;
	/** The page, or the reply to its form, is an error. */
	isRefused: boolean;
	/** A form of the page was answered, and what was typed in it was not given back. */
	isAnswered: boolean;
	/** The browser showed a page again: nothing was answered. */
	isAgain: boolean;
	/** The path of the page that led here, where the browser tells. */
	from?: string;
};

/** What is still to be kept when a page has come: what was sent and taken is not. */
export const after = (forms: Form[], { isRefused, isAnswered, isAgain, from }: Arrival): Form[] =>
	forms.flatMap((form) => {
		if (!form.isSent) return [form];
		// Led here by another page, as by the one for signing in: the session had ended, also where that page's code never ran.
		const isReply = !isAgain && (from === undefined || from === form.path);
		const isTaken = !isRefused && (isAnswered || isReply);
		return isTaken ? [] : [{ ...form, isSent: false }];
	});

/** Nobody is signed in any more: nothing of what was sent was taken. */
export const afterSessionEnded = (forms: Form[]): Form[] =>
	forms.map((form) => ({ ...form, isSent: false, isSeen: false }));
