import type { Day } from '../../calendar.ts';
import type { SheetRefusal } from '../../spreadsheet/sheet.ts';
import type { Eligibility } from '../kind.ts';
import type { Column, Columns } from './list.ts';
import type { Answer, Opened, Placed, Question, ReadList } from './list-worker.ts';
import listWorker from './list-worker.ts?worker&url';

/** What is wanted of the list: whom it lets in, and on which day. */
export type Reading = { rule: Eligibility; today: Day };
export type Problem = SheetRefusal | 'not-secure' | 'no-worker';

type Policy = { createScriptURL: (asked: string) => string };
type Policies = { createPolicy: (name: string, policy: Policy) => Policy };
const { trustedTypes } = globalThis as { trustedTypes?: Policies };
/** As `offline/own-worker.ts`: it knows one script, whatever it is asked. */
const policy = trustedTypes?.createPolicy('list', { createScriptURL: () => listWorker });

/** The list of a draw, read in a worker of this page. It is never sent, and gone when the page is. */
export class ListReader {
	/** What it is busy with; the page shows how far it has come. */
	busy = $state<'opening' | 'reading' | 'ordering' | undefined>();
	progress = $state(0);
	name = $state('');
	problem = $state<{ reason: Problem; line: number } | undefined>();
	opened = $state.raw<Opened | undefined>();
	columns = $state<Partial<Columns>>({});
	list = $state.raw<ReadList | undefined>();
	people = $state.raw<Placed[]>([]);
	first = $state.raw<number[]>([]);

	#worker: Worker | undefined;
	#answered: ((answer: Answer) => void) | undefined;

	constructor(readonly reading: Reading) {}

	/** Opens a file and reads it at once where its headings say which column is which. */
	async open(file: File): Promise<void> {
		this.#forget();
		this.name = file.name;
		// Browsers hide their cryptography from pages that are not on https.
		if (!globalThis.crypto?.subtle) return this.#fail('not-secure');
		this.busy = 'opening';
		const answer = await this.#ask({ ask: 'open', bytes: await file.arrayBuffer() });
		this.busy = undefined;
		if ('refused' in answer) return this.#fail(answer.refused, answer.line);
		if (!('opened' in answer)) return this.#fail('no-worker');
		this.opened = answer.opened;
		this.columns = answer.opened.guessed;
		await this.read();
	}

	async choose(column: Column, at: number | undefined): Promise<void> {
		this.columns = { ...this.columns, [column]: at };
		await this.read();
	}

	/** Reads every line, as soon as key and date are known. */
	async read(): Promise<void> {
		this.list = undefined;
		this.people = [];
		const { key, start, end, team } = this.columns;
		if (key === undefined || start === undefined) return;
		this.busy = 'reading';
		const columns: Columns = {
			key,
			start,
			...(end !== undefined && { end }),
			...(team !== undefined && { team })
		};
		const { rule, today } = this.reading;
		const answer = await this.#ask({ ask: 'read', columns, rule: $state.snapshot(rule), today });
		this.busy = undefined;
		if ('read' in answer) this.list = answer.read;
	}

	/** Puts everyone in the order that the seed decides. */
	async order(draw: { seed: string; wanted: number; stratified: boolean }): Promise<void> {
		this.busy = 'ordering';
		const answer = await this.#ask({ ask: 'order', ...draw });
		this.busy = undefined;
		if (!('ordered' in answer)) return;
		this.people = answer.ordered.people;
		this.first = answer.ordered.first;
	}

	/** Who is asked in somebody's place, by the order and the teams. */
	async next(of: {
		called: number[];
		standing: number[];
		replaced: number;
	}): Promise<number | null> {
		const answer = await this.#ask({ ask: 'next', ...of });
		return 'next' in answer ? answer.next : null;
	}

	keyOf = (number: number): Placed | undefined =>
		this.people.find((placed) => placed.number === number);

	close(): void {
		this.#forget();
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	#ask(question: Question): Promise<Answer> {
		this.progress = 0;
		this.#worker ??= this.#start();
		const worker = this.#worker;
		return new Promise((resolve) => {
			this.#answered = resolve;
			worker.postMessage(question, question.ask === 'open' ? [question.bytes] : []);
		});
	}

	#start(): Worker {
		const worker = new Worker(policy?.createScriptURL('') ?? listWorker, { type: 'module' });
		worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
			if ('progress' in data) this.progress = data.progress;
			else this.#answered?.(data);
		});
		worker.addEventListener('error', () => this.#fail('no-worker'));
		return worker;
	}

	#fail(reason: Problem, line = 0): void {
		this.busy = undefined;
		this.problem = { reason, line };
	}

	#forget(): void {
		this.problem = undefined;
		this.opened = undefined;
		this.list = undefined;
		this.columns = {};
		this.people = [];
		this.first = [];
	}
}
