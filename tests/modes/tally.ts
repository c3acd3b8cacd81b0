import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What was looked at last, by what it was: `node build/commands.js was` tells of it. */
const FILE = 'src/accessibility-walk.json';
type Walks = { [what: string]: { day: string; pages: number; found: number } };

/** Prints how many pages were looked at, and keeps it with the day and what was found. */
export default class Tally implements Reporter {
	readonly #walks: Walks = {};

	onTestEnd({ annotations, title }: TestCase, { startTime }: TestResult): void {
		for (const { type, description = '' } of annotations) {
			if (type !== 'pages') continue;
			const [pages = 0, found = 0] = description.split(' ').map(Number);
			this.#walks[title] = { day: startTime.toISOString().slice(0, 10), pages, found };
		}
	}

	onEnd({ status }: FullResult): void {
		const all = Object.values(this.#walks);
		const sum = (what: 'pages' | 'found') => all.reduce((total, each) => total + each[what], 0);
		console.log(`\n${sum('pages')} pages looked at, ${sum('found')} findings: ${status}`);
		const before = (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {}) as Walks;
		const sorted = Object.entries({ ...before, ...this.#walks }).sort(([one], [other]) =>
			one < other ? -1 : 1
		);
		writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, '\t')}\n`);
	}

	printsToStdio(): boolean {
		return true;
	}
}
