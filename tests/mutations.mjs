// `npm run test:mutations`: breaks one rule after the other in a copy of the code, and runs the tests that are to notice.
// Run by hand, after a change in one of these places; `npm run test:mutations -- release` tries those whose name says so.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const server = 'src/lib/server';

/**
 * `from` stands once in `file`; with `to` in its place a test of `specs` must fail.
 * @typedef {{ name: string, file: string, from: string, to: string, specs: string[] }} Mutation
 * @type {Mutation[]}
 */
const mutations = [
	{
		name: 'sealing: a box is bound to nothing',
		file: `${server}/rounds/box.ts`,
		from: '`${box.round.id}|${box.unit}|${hash}`',
		to: "[box.round.id, hash] && 'box'",
		specs: [`${server}/rounds/box.spec.ts`]
	},
	{
		name: 'keys: one is removed and not overwritten',
		file: `${server}/core/keys.ts`,
		from: 'writeSync(file, randomBytes(size), 0, size, 0);',
		to: 'void size;',
		specs: [`${server}/core/keys.spec.ts`]
	},
	{
		name: 'offline: a captive portal’s page is kept',
		file: 'src/lib/offline/worker.ts',
		from: 'if (isGenuine(url.pathname, response)) event',
		to: 'if (response.ok) event',
		specs: ['src/lib/offline/worker.spec.ts']
	},
	{
		name: 'sealing: an envelope is bound to nothing',
		file: 'src/lib/outbox/sealing.ts',
		from: 'string => `${id}|${round}`;',
		to: "string => [id, round] && '';",
		specs: ['src/lib/outbox/sealing.spec.ts', 'src/lib/outbox/outbox.spec.ts']
	},
	{
		name: 'intake: what was counted is counted again',
		file: `${server}/intake/commit.ts`,
		from: "if (!receipts.add(this.db, id, submission.round)) return { id, outcome: 'already-counted' };",
		to: 'receipts.add(this.db, id, submission.round);',
		specs: [`${server}/intake/intake.spec.ts`]
	},
	{
		name: 'codes: one is used twice',
		file: `${server}/rounds/codes.ts`,
		from: 'and used = 0 returning team',
		to: 'returning team',
		specs: [`${server}/rounds/codes.spec.ts`, `${server}/intake/intake.spec.ts`]
	},
	{
		name: 'release: a unit is published a day early',
		file: `${server}/results/release.ts`,
		from: "kind === 'month' && publishesOn <= today",
		to: "kind === 'month' && publishesOn.slice(0, 9) <= today",
		specs: [`${server}/results/release.spec.ts`]
	},
	{
		name: 'release: nine are enough',
		file: `${server}/results/release.ts`,
		from: 'block.n >= this.#threshold',
		to: 'block.n >= this.#threshold - 1',
		specs: [`${server}/results/release.spec.ts`]
	},
	{
		name: 'disclosure: what is known of offers is forgotten',
		file: 'src/lib/results/disclosure.ts',
		from: 'offered && knownOfOffers(answered, offered)',
		to: 'offered && undefined',
		specs: ['src/lib/results/disclosure.spec.ts', 'src/lib/results/guessing.spec.ts']
	},
	{
		name: 'turn: one municipality’s trouble stops the others',
		file: `${server}/municipality.ts`,
		from: 'failures.push({ municipality, problem });',
		to: 'throw problem;',
		specs: [`${server}/condition.spec.ts`]
	},
	{
		name: 'turn: a broken one is asked as if it were not',
		file: `${server}/municipality.ts`,
		from: 'condition.demand(slug);',
		to: '',
		specs: [`${server}/condition.spec.ts`]
	},
	{
		name: 'keys: they die before the commit that made them needless',
		file: `${server}/rounds/changes.ts`,
		from: 'doomedKeys.doom(db, id, unit);',
		to: '(doomedKeys.doom(db, id, unit), doomedKeys.destroy(db, keysFolder));',
		specs: [`${server}/rounds/changes.spec.ts`]
	},
	{
		name: 'keys: they stay where they are',
		file: `${server}/core/moving-keys/moving.ts`,
		from: 'const next = nextOf(known(db, at));',
		to: 'const next = known(db, at);',
		specs: [`${server}/core/moving-keys/moving.spec.ts`]
	},
	{
		name: 'keys: a key that a crash left behind is not moved on to its box',
		file: `${server}/core/moving-keys/moving.ts`,
		from: 'while (candidate.step < step) candidate = nextOf(candidate);',
		to: '',
		specs: [`${server}/core/moving-keys/moving.spec.ts`]
	},
	{
		name: 'keys: those that are away as a whole are taken for gone',
		file: `${server}/core/moving-keys/box-keys.ts`,
		from: 'if (file?.isWhole) return undefined;',
		to: 'return undefined;',
		specs: [`${server}/halves/away.spec.ts`]
	},
	{
		name: 'commands: a demo’s figures pass for real',
		file: `${server}/municipality.ts`,
		from: 'if (invented) throw invented;',
		to: '',
		specs: [`${server}/commands/door.spec.ts`]
	},
	{
		name: 'keys: those of the pair before are kept',
		file: `${server}/halves/keys-copy.ts`,
		from: 'for (const path of filesIn(folder)) destroyFile(path);',
		to: '',
		specs: [`${server}/halves/pairs.spec.ts`]
	},
	{
		name: 'order: comments lie as they came',
		file: `${server}/daily.ts`,
		from: 'order.forget(db, keysFolder);',
		to: '',
		specs: ['tests/soundness/places.spec.ts']
	},
	{
		name: 'halves: an older file serves beside newer keys',
		file: `${server}/halves/generation.ts`,
		from: "if (known > n) return halves('file');",
		to: '',
		specs: [`${server}/halves/generation.spec.ts`]
	},
	{
		name: 'halves: a code of after the copy is refused for good',
		file: `${server}/intake/commit.ts`,
		from: "if (reason === 'code-unknown') return restorations",
		to: "if (reason === 'code-unknown') return false && restorations",
		specs: [`${server}/halves/generation.spec.ts`]
	},
	{
		name: 'halves: a crash between the two is taken for a copy',
		file: `${server}/halves/generation.ts`,
		from: '(settled || known < n - 1)',
		to: '(settled || known < n)',
		specs: [`${server}/halves/generation.spec.ts`]
	},
	{
		name: 'throttle: a try costs nothing',
		file: `${server}/core/limits/throttle.ts`,
		from: 'const cost = wait > 0 ? 0 : 1;',
		to: 'const cost = 0;',
		specs: [`${server}/core/limits/throttle.spec.ts`]
	}
];

const [wanted = ''] = process.argv.slice(2);
const chosen = mutations.filter(({ name }) => name.includes(wanted));
const copy = mkdtempSync(join(tmpdir(), 'oejenhoejde-mutations-'));
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));

const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
	cwd: root,
	encoding: 'utf8',
	maxBuffer: 1e8
});
for (const path of stdout.split('\0').filter(Boolean)) {
	cpSync(join(root, path), join(copy, path), { recursive: true });
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
cpSync(join(root, '.svelte-kit', 'tsconfig.json'), join(copy, '.svelte-kit', 'tsconfig.json'));

// A test that fails anyway notices nothing.
const unharmed = failures([...new Set(chosen.flatMap(({ specs }) => specs))]);
if (unharmed !== 0) {
	console.error('the tests do not pass before anything is broken');
	process.exit(1);
}
let survivors = 0;
for (const { name, file, from, to, specs } of chosen) {
	const path = join(copy, file);
	const source = readFileSync(path, 'utf8');
	const times = source.split(from).length - 1;
	if (times !== 1) {
		console.log(`?  ${name}: ${file} has it ${times} times`);
		survivors += 1;
		continue;
	}
	writeFileSync(
		path,
		source.replace(from, () => to)
	);
	const failed = failures(specs);
	writeFileSync(path, source);
	// Code that cannot be read at all fails no test of ours.
	const isNoticed = failed !== undefined && failed > 0;
	if (!isNoticed) survivors += 1;
	console.log(isNoticed ? `ok ${name}: ${failed} failed` : `!! ${name}: NOBODY NOTICED`);
}
console.log(`\n${chosen.length} broken, ${survivors} unnoticed`);
if (survivors > 0 || chosen.length === 0) process.exitCode = 1;

/** How many tests fail; undefined where they could not be run. */
function failures(/** @type {string[]} */ specs) {
	const report = join(copy, 'mutation.json');
	rmSync(report, { force: true });
	const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
	const args = [vitest, 'run', '--reporter=json', `--outputFile=${report}`, ...specs];
	spawnSync(process.execPath, args, { cwd: copy, stdio: ['ignore', 'ignore', 'ignore'] });
	try {
		/** @type {{ numTotalTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */
		const { numTotalTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
		const isUnread = testResults.some(({ assertionResults }) => assertionResults.length === 0);
		if (numFailedTests > 0) return numFailedTests;
		if (numTotalTests === 0 || isUnread) return undefined;
		// What all of a file's tests begin with fails: none of them is run, and yet it is noticed.
		return testResults.filter(({ status }) => status === 'failed').length;
	} catch {
		return undefined;
	}
}
