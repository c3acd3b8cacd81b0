import { deserialize } from '$app/forms';
import { open, type OfflineNotes } from '$lib/interviews/notes/offline-notes.ts';
import {
	notepad,
	type Field,
	type Post,
	type Reply,
	type Status
} from '$lib/interviews/notes/notepad.ts';
import { rebased } from '$lib/interviews/notes/notes.ts';
import { page } from '$app/state';
import type { PageData } from './$types';

const PAUSE_MILLISECONDS = 700;
const RETRY_MILLISECONDS = 5000;

/** The fields of one interviewer, kept as they are typed: on the device at once, and on the server when it is reached. */
export class Notepad {
	fields = $state<Field[]>([]);
	status = $state<Status>('saved');
	/** Texts from before a crash or a closed lid that have been sent now. */
	recovered = $state(0);
	/** Until what was left here from before has been sent, nothing new is written beside it. */
	isReady = $state(false);

	#pad: ReturnType<typeof notepad>;
	/** What the page came with, beneath what was typed before it came to life. */
	#given: Field[];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isSaving = false;
	#isAgain = false;

	#refresh: () => Promise<Field[]>;

	/** @param refresh the fields as the server has them now */
	constructor(
		data: Pick<PageData, 'interview' | 'key' | 'questions' | 'base'>,
		refresh: () => Promise<Field[]>
	) {
		this.#given = fieldsOf(data);
		this.fields = fieldsOf(data);
		this.#refresh = refresh;
		const municipality = data.base.split('/')[1] ?? '';
		const offlineNotes: OfflineNotes = open(municipality);
		this.#pad = notepad({ interview: data.interview.id, key: data.key, offlineNotes, post });
	}

	field = (question: string): Field | undefined =>
		this.fields.find((each) => each.question === question);

	/** Sends what lies here from before, and from then on whatever wakes the page. @returns how to stop */
	start(): () => void {
		const wake = () => {
			if (this.status !== 'saved' && document.visibilityState === 'visible') void this.#save();
		};
		// Before the page is put away for good, or the lid closes.
		const leave = () => {
			if (this.status === 'writing') void this.#save();
		};
		addEventListener('online', wake);
		document.addEventListener('visibilitychange', wake);
		addEventListener('pagehide', leave);
		const clock = setInterval(wake, RETRY_MILLISECONDS);
		void this.#recover();
		return () => {
			removeEventListener('online', wake);
			document.removeEventListener('visibilitychange', wake);
			removeEventListener('pagehide', leave);
			clearInterval(clock);
			if (this.status === 'writing') void this.#save();
		};
	}

	/** After each letter: a short pause later all of it is kept. */
	write(): void {
		this.status = 'writing';
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#save(), PAUSE_MILLISECONDS);
	}

	/** Waits until the server has it all. @returns whether it has */
	async finish(): Promise<boolean> {
		if (this.status !== 'saved') await this.#save();
		return this.status === 'saved';
	}

	async #recover(): Promise<void> {
		this.recovered = await this.#pad.flush();
		if (this.recovered > 0) {
			const kept = await this.#refresh();
			this.fields = kept.map((field) => ({
				...field,
				text: rebased(textIn(this.fields, field), textIn(this.#given, field), field.text)
			}));
			this.#given = kept;
		}
		this.isReady = true;
		if (this.fields.some((field) => field.text !== textIn(this.#given, field))) this.write();
	}

	/** One sending at a time; what is typed meanwhile goes with the next. */
	async #save(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#isSaving) {
			this.#isAgain = true;
			return;
		}
		this.#isSaving = true;
		this.#isAgain = false;
		const before = $state.snapshot(this.fields);
		const status = await this.#pad.save(before, () => this.fields);
		this.#isSaving = false;
		const isSame = this.fields.every(({ text }, at) => text === before[at]?.text);
		this.status = status === 'saved' && !isSame && this.#isAgain ? 'writing' : status;
		if (this.#isAgain) await this.#save();
	}
}

const textIn = (fields: Field[], { question }: Field): string =>
	fields.find((each) => each.question === question)?.text ?? '';

export const fieldsOf = ({ questions }: Pick<PageData, 'questions'>): Field[] =>
	questions.map(({ id, mine }) => ({
		question: id,
		text: mine?.text ?? '',
		base: mine?.revision ?? 0
	}));

/** The form action of this page, as a form would post it. */
const post: Post = async (sending) => {
	const body = new FormData();
	if ('ciphertext' in sending) body.set('sealed', JSON.stringify(sending));
	else body.set('writing', JSON.stringify(sending));
	try {
		const response = await fetch(`${page.url.pathname}?/keep`, {
			method: 'POST',
			body,
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
		});
		return replyOf(deserialize(await response.text()));
	} catch (problem) {
		// No network, a captive portal's page, or a server that is down: all the same to a notebook.
		if (problem instanceof TypeError || problem instanceof SyntaxError) {
			return { outcome: 'unreachable' };
		}
		throw problem;
	}
};

function replyOf(result: ReturnType<typeof deserialize>): Reply {
	if (result.type === 'redirect') return { outcome: 'signed-out' };
	if (result.type === 'error') {
		return { outcome: result.status === 403 ? 'signed-out' : 'unreachable' };
	}
	const data = result.data as Reply | undefined;
	return data?.outcome ? data : { outcome: 'unreachable' };
}
