import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Walked } from '../../src/lib/server/commands/was.ts';

/** What was looked at last, by what it was: `node build/commands.js was` tells of it. */
const FILE = 'src/accessibility-walk.json';

const said = (command: string, ...args: string[]): string =>
	execFileSync(command, args, { encoding: 'utf8' }).trim();

/** Every walk that there is, also where only some are played. */
function all(): string[] {
	const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
	const list = ['test', '--config', 'tests/playwright.config.ts', '--project=modes', '--list'];
	return said(process.execPath, cli, ...list, '--reporter=list')
		.split('\n')
		.filter((line) => line.includes(' › '))
		.map((line) => line.split(' › ').slice(2).join(' › '));
}

/**
 * Prints how many pages were looked at, and keeps of each walk what was found, when, and in which commit. Walks may be played one
 * by one: what is left is kept too. One that came to no end is left, whatever was known of it before.
 */
export default class Tally implements Reporter {
	readonly #walks = new Map<string, Walked['walks'][string] | undefined>();
	#commit = '';
	#changed = '';

	onBegin(): void {
		this.#commit = said('git', 'rev-parse', 'HEAD');
		this.#changed = said('git', 'status', '--porcelain', '--', ':/', `:!${FILE}`);
	}

	onTestEnd({ annotations, title }: TestCase, { startTime, status }: TestResult): void {
		if (status === 'skipped') return;
		const told = annotations.find(({ type }) => type === 'pages')?.description;
		const [pages = 0, found = 0] = told?.split(' ').map(Number) ?? [];
		const isWhole = status === 'passed' || found > 0;
		const day = startTime.toISOString().slice(0, 10);
		this.#walks.set(
			title,
			isWhole && pages > 0 ? { commit: this.#commit, day, pages, found } : undefined
		);
	}

	onEnd({ status }: FullResult): void {
		const played = [...this.#walks.values()].filter((each) => each !== undefined);
		const sum = (what: 'pages' | 'found') => played.reduce((total, each) => total + each[what], 0);
		console.log(`\n${sum('pages')} pages looked at, ${sum('found')} findings: ${status}`);
		if (this.#changed) {
			console.log(`Not kept: there are changes that are in no commit.\n${this.#changed}`);
			return;
		}
		const names = all().sort();
		const before = (JSON.parse(readFileSync(FILE, 'utf8')) as Walked).walks;
		const kept = names.flatMap((name) => {
			const walk = this.#walks.has(name) ? this.#walks.get(name) : before[name];
			return walk ? [[name, walk] as const] : [];
		});
		const walks: Walked['walks'] = Object.fromEntries(kept);
		const left = names.filter((name) => !(name in walks));
		if (left.length > 0) console.log(['Left:', ...left].join('\n'));
		writeFileSync(FILE, `${JSON.stringify({ walks, left }, null, '\t')}\n`);
	}

	printsToStdio(): boolean {
		return true;
	}
}
