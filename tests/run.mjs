// `npm test`: what is missing is installed, then every check runs, also after one has failed; the last line counts them.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const reports = mkdtempSync(join(tmpdir(), 'oejenhoejde-reports-'));
const report = (/** @type {string} */ name) => join(reports, `${name}.json`);
const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);

/**
 * A step that reports is counted by its tests; one that doesn't counts only when it fails. Exit code and report must agree.
 * @typedef {{ passed: number, failed: number, skipped: number, again?: number }} Count
 * @typedef {{ name: string, commands: string[][], env?: { [name: string]: string }, count?: () => Count }} Step
 * @type {Step[]}
 */
const steps = [
	{
		name: 'check',
		commands: [
			[join(root, 'src/build/arguments.mjs')],
			[bin('@sveltejs/kit/svelte-kit.js'), 'sync'],
			[bin('svelte-check/bin/svelte-check'), '--tsconfig', './tsconfig.json'],
			[bin('prettier/bin/prettier.cjs'), '--check', '.']
		]
	},
	{
		name: 'lint',
		commands: [
			[bin('eslint/bin/eslint.js'), '.'],
			[bin('knip/bin/knip.js'), '--config', 'src/build/knip.ts'],
			[join(root, 'src/build/licences.mjs')]
		]
	},
	{
		name: 'unit',
		commands: [
			[
				bin('vitest/vitest.mjs'),
				'run',
				'--reporter=default',
				'--reporter=json',
				`--outputFile.json=${report('unit')}`
			]
		],
		count: () => {
			const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = parsed('unit');
			return {
				passed: numPassedTests,
				failed: numFailedTests,
				skipped: numPendingTests + numTodoTests
			};
		}
	},
	{
		name: 'e2e',
		commands: [
			[
				bin('@playwright/test/cli.js'),
				'test',
				'--config=tests/playwright.config.ts',
				'--project=demo',
				'--project=e2e',
				'--reporter=list,json'
			]
		],
		env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e') },
		count: () => {
			const { expected, unexpected, flaky, skipped } = parsed('e2e').stats;
			return { passed: expected + flaky, failed: unexpected, skipped, again: flaky };
		}
	}
];

const total = { passed: 0, failed: 0, skipped: 0, again: 0 };
/** @type {string[]} */
const times = [];
if (await succeeds([join(root, 'src', 'build', 'ready.mjs'), 'test'])) {
	const [check, lint, ...tests] = steps;
	// The first two use a core each; tests use all there are.
	for (const together of [[check, lint], ...tests.map((step) => [step])]) {
		await Promise.all(together.map((step) => step && take(step)));
	}
} else {
	total.failed = 1;
}
rmSync(reports, { recursive: true, force: true });

const rest = [
	...times,
	...(total.skipped ? [`${total.skipped} skipped`] : []),
	...(total.again ? [`${total.again} passed at the second try: see "flaky" above`] : [])
];
console.log(`\n${rest.join(' · ')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
if (total.failed || !total.passed) process.exitCode = 1;

async function take(/** @type {Step} */ step) {
	const started = Date.now();
	console.log(`\n── ${step.name}`);
	const count = await outcome(step);
	for (const key of /** @type {(keyof typeof total)[]} */ (Object.keys(total))) {
		total[key] += count[key] ?? 0;
	}
	times.push(`${step.name} ${Math.round((Date.now() - started) / 1000)} s`);
}

/** @returns {Promise<Count>} */
async function outcome(/** @type {Step} */ { name, commands, env, count }) {
	let isGood = true;
	for (const command of commands) isGood = (await succeeds(command, env)) && isGood;
	const counted = { passed: 0, failed: 0, skipped: 0 };
	if (count && existsSync(report(name))) Object.assign(counted, count());
	// A suite that did not load, a missing report, a wrong type: nothing that was counted, and yet a failure.
	if ((!isGood || (count && !existsSync(report(name)))) && !counted.failed) counted.failed = 1;
	return counted;
}

function parsed(/** @type {string} */ name) {
	return JSON.parse(readFileSync(report(name), 'utf8'));
}

/** @returns {Promise<boolean>} */
function succeeds(/** @type {string[]} */ args, env = {}) {
	const child = spawn(process.execPath, args, {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'inherit', 'inherit']
	});
	return new Promise((done) => {
		child.on('error', () => done(false));
		child.on('close', (code) => done(code === 0));
	});
}
