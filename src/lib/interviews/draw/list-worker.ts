/// <reference lib="webworker" />
import type { Day } from '../../calendar.ts';
import {
	readSheet,
	type Encoding,
	type Separator,
	type Sheet,
	type SheetRefusal
} from '../../spreadsheet/sheet.ts';
import { canonical, firstCalled, nextCalled, order, sha256 } from './draw.ts';
import { isEligible } from './eligibility.ts';
import type { Eligibility } from '../kind.ts';
import { guess, personal, readCases, type Case, type Columns, type LineProblem } from './list.ts';

// The list of a draw lives here and nowhere else: this worker has no line to the server, and its memory goes with the page.

/** What the page asks of the worker, one thing at a time. */
export type Question =
	| { ask: 'open'; bytes: ArrayBuffer }
	| { ask: 'read'; columns: Columns; rule: Eligibility; today: Day }
	| { ask: 'order'; seed: string; wanted: number; stratified: boolean }
	| {
			ask: 'next';
			called: number[];
			standing: number[];
			replaced: number;
	  };

/** What the file is, and its first lines. */
export type Opened = {
	encoding: Encoding;
	separator: Separator;
	header: string[];
	preview: string[][];
	lines: number;
	guessed: Partial<Columns>;
	/** Headings that a list of keys should not have. */
	personal: string[];
};
/** What the list comes to. Nothing but these numbers and the digest is for the server. */
export type ReadList = {
	listed: number;
	eligible: number;
	teams: number;
	digest: string;
	problems: LineProblem[];
	wrong: number;
};
export type Placed = { number: number; key: string; team: string };

export type Answer =
	| { progress: number }
	| { opened: Opened }
	| { refused: SheetRefusal; line?: number }
	| { read: ReadList }
	| { ordered: { people: Placed[]; first: number[] } }
	| { next: number | null };

const PREVIEW_ROWS = 5;
/** So many places of the order are told to the page: replacements included, nobody reaches further. */
const PLACES_TOLD = 200;

declare const self: DedicatedWorkerGlobalScope;

let sheet: Sheet | undefined;
let eligible: Case[] = [];
let ordered: Case[] = [];
let isStratified = false;

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
	void answer(data).then((said) => self.postMessage(said));
});

const progress = (done: number): void => self.postMessage({ progress: done } satisfies Answer);

async function answer(question: Question): Promise<Answer> {
	switch (question.ask) {
		case 'open':
			return open(new Uint8Array(question.bytes));
		case 'read':
			return { read: await read(question) };
		case 'order':
			isStratified = question.stratified;
			ordered = await order(eligible, question.seed, sha256, progress);
			return {
				ordered: {
					people: ordered
						.slice(0, PLACES_TOLD)
						.map(({ key, team }, index) => ({ number: index + 1, key, team })),
					first: firstCalled(ordered, question)
				}
			};
		case 'next':
			return { next: nextCalled(ordered, { ...question, stratified: isStratified }) ?? null };
	}
}

function open(bytes: Uint8Array): Answer {
	const reading = readSheet(bytes, progress);
	if (!reading.ok) {
		const { reason, line } = reading;
		return { refused: reason, ...(line && { line }) };
	}
	({ sheet } = reading);
	const { encoding, separator, header, rows } = sheet;
	return {
		opened: {
			encoding,
			separator,
			header,
			preview: rows.slice(0, PREVIEW_ROWS).map(({ cells }) => cells),
			lines: rows.length,
			guessed: guess(header),
			personal: personal(header)
		}
	};
}

async function read({
	columns,
	rule,
	today
}: Extract<Question, { ask: 'read' }>): Promise<ReadList> {
	if (!sheet) throw new Error('no file is open');
	const { cases, problems, wrong } = readCases(sheet, columns, today, progress);
	eligible = cases.filter((each) => isEligible(each, rule, today));
	return {
		listed: cases.length,
		eligible: eligible.length,
		teams: new Set(eligible.map(({ team }) => team)).size,
		digest: await sha256(canonical(eligible)),
		problems,
		wrong
	};
}
