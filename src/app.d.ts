import type { Trouble } from '$lib/server/core/trouble.ts';
import type { Municipality } from '$lib/server/municipality.ts';
import type { Session } from '$lib/server/staff/session.ts';

declare global {
	namespace App {
		/** On staff routes only: citizens have no session, and are not looked up. */
		interface Locals {
			municipality?: Municipality;
			session?: Session;
			/** What is wrong with the municipality that was asked for. */
			trouble?: Trouble;
			/** An answer that may be sent again after `wait` seconds. */
			held?: { typed: URLSearchParams; wait: number };
			/** It broke here, and is said so by an error page. */
			failed?: true;
			/** A form that the site's own pages did not send: another site did, or nobody says who. */
			stranger?: 'other' | 'unknown';
		}
		interface Error {
			message: string;
			/** Said to the reader and written to the log: nothing else joins the two. */
			id?: string;
			/** Where no municipality's page is around it: what the page says. */
			words?: ErrorWords | Promise<ErrorWords | undefined>;
		}
		type ErrorWords = { title: string; text: string; toFront: string };
		interface PageState {
			/** Where the citizen is in the draft of this mark; `depth` steps back are in the browser's history. */
			survey?: { draft: string; step: number; depth: number };
		}
		interface PageData {
			/** Of the page's language, for the root element. */
			html?: string;
			dir?: 'ltr' | 'rtl';
			/** The page itself says whom to turn to, so its foot need not. */
			hasHelp?: boolean;
			/** The page only shows: with `csr = false`, it stays as the server drew it. */
			isStill?: boolean;
		}
	}
}
