// What a fresh clone still needs: packages, a build, a browser. Runs before anything is installed, so Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { requireNode } from './node-floor.mjs';

const HEARTBEAT_SECONDS = 15;
const DOWNLOAD_SECONDS = 300;
const BUILT_FROM = [
	'src',
	'static',
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];
const root = resolve(fileURLToPath(import.meta.url), '../../..');
const inRoot = (/** @type {string[]} */ ...path) => join(root, ...path);

class Refusal extends Error {}

/** Installs what `goal` needs and is not there yet. Fast when nothing is missing. */
async function ready(/** @type {string | undefined} */ goal) {
	if (goal !== 'build' && goal !== 'test') throw new Refusal('node src/build/ready.mjs build|test');
	requireNode();
	await installPackages();
	await build();
	if (goal === 'test') await findChromium();
}

async function installPackages() {
	const stamp = inRoot('node_modules', '.ready');
	const major = process.versions.node.split('.')[0];
	const wanted = hash(readFileSync(inRoot('package-lock.json')), `node ${major}`);
	if (read(stamp) === wanted) return;
	say('Installing packages. The first time takes a minute or two.');
	await run('npm ci', ...npm('ci', '--no-audit', '--no-fund', '--loglevel=error'));
	writeFileSync(stamp, wanted);
}

async function build() {
	const stamp = inRoot('build', '.built');
	const wanted = hashOfFiles(BUILT_FROM);
	if (read(stamp) === wanted) return;
	rmSync(stamp, { force: true });
	say('Building the app.');
	const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
	const quiet = { quiet: true };
	await run('The build', process.execPath, [vite, 'build', '--logLevel', 'warn'], quiet);
	const node = [vite, 'build', '--mode', 'node', '--logLevel', 'warn'];
	await run('The build of the server', process.execPath, node, quiet);
	await run('The list of packages', process.execPath, [inRoot('src', 'build', 'sbom.mjs')], quiet);
	mkdirSync(inRoot('build'), { recursive: true });
	writeFileSync(stamp, wanted);
}

/** An installed Chromium, else Playwright's, else Debian's; its path is left in `node_modules/.chromium` for the tests. */
async function findChromium() {
	const note = inRoot('node_modules', '.chromium');
	const asked = process.env.CHROMIUM_PATH;
	if (asked && !starts(asked)) throw new Refusal(`CHROMIUM_PATH: ${asked} does not start.`);
	const known = asked ?? [read(note), ...installedPlaces()].find((path) => path && starts(path));
	const found = known ?? (await playwrightsChromium()) ?? (await debiansChromium());
	if (!found) {
		throw new Refusal(
			'The end-to-end tests need a Chromium or Chrome, and none could be found or fetched.\n' +
				'Install one (Debian: apt-get install chromium), or say where it is: CHROMIUM_PATH=/path/to/chrome npm test'
		);
	}
	if (read(note) !== found) say(`Chromium: ${found}`);
	writeFileSync(note, found);
}

function installedPlaces() {
	// The shell is the same browser without windows, and draws in half the time.
	const names = [
		'chromium-headless-shell',
		'chromium',
		'chromium-browser',
		'google-chrome',
		'google-chrome-stable',
		'chrome'
	];
	const folders = (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':');
	const onPath = names.flatMap((name) =>
		['/usr/bin', ...folders].map((folder) => join(folder, name))
	);
	if (process.platform === 'darwin') {
		return ['Google Chrome', 'Chromium', 'Microsoft Edge']
			.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
			.concat(onPath);
	}
	if (process.platform !== 'win32') return onPath;
	return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
		const folder = process.env[name];
		if (!folder) return [];
		return ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'].map((maker) =>
			join(folder, maker, 'Application', maker.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe')
		);
	});
}

function starts(/** @type {string} */ path) {
	if (!existsSync(path)) return false;
	// On Windows `--version` opens a window instead of answering.
	if (process.platform === 'win32') return true;
	return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

async function playwrightsChromium() {
	const ask = "import('@playwright/test').then((p) => console.log(p.chromium.executablePath()))";
	const answer = spawnSync(process.execPath, ['-e', ask], { cwd: root, encoding: 'utf8' });
	const path = answer.stdout.trim();
	if (starts(path)) return path;
	say('No Chromium here: trying Playwright’s own download.');
	const cli = inRoot('node_modules', '@playwright', 'test', 'cli.js');
	const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '5000' };
	const args = [cli, 'install', 'chromium'];
	const options = { env, quiet: true, isOptional: true, seconds: DOWNLOAD_SECONDS };
	const fetched = await run('Playwright’s download', process.execPath, args, options).then(
		() => true,
		(/** @type {unknown} */ error) => (error instanceof Refusal ? false : Promise.reject(error))
	);
	if (fetched && starts(path)) return path;
	say('That did not work.');
}

async function debiansChromium() {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	say('Installing Debian’s package chromium-headless-shell.');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	try {
		await run('apt-get update', 'apt-get', ['-qq', 'update'], { env });
		const args = ['-qq', '-y', '--no-install-recommends', 'install', 'chromium-headless-shell'];
		await run('apt-get install chromium-headless-shell', 'apt-get', args, { env, quiet: true });
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		say(error.message);
		return;
	}
	return installedPlaces().find(starts);
}

/** npm as the one that called us, which needs no shell; else by name. */
function npm(/** @type {string[]} */ ...args) {
	const cli = process.env.npm_execpath;
	const isNpm = cli && /npm-cli\.[cm]?js$/.test(cli);
	/** @type {[string, string[]]} */
	const command = isNpm
		? [process.execPath, [cli, ...args]]
		: [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
	return command;
}

/**
 * Runs to the end, with a sign of life now and then. What a quiet one printed is shown only when it fails.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, isOptional?: boolean, seconds?: number }} [options]
 * @returns {Promise<void>}
 */
function run(name, command, args, options = {}) {
	const { env = process.env, quiet = false, isOptional = false, seconds } = options;
	const started = Date.now();
	const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
	const output = quiet ? 'pipe' : 'inherit';
	const child = spawn(command, args, {
		cwd: root,
		env,
		stdio: ['ignore', output, output],
		shell: command.endsWith('.cmd'),
		timeout: seconds && seconds * 1000
	});
	let printed = '';
	child.stdout?.on('data', (text) => (printed += text));
	child.stderr?.on('data', (text) => (printed += text));
	const heartbeat = setInterval(() => say(`… ${elapsed()}`), HEARTBEAT_SECONDS * 1000);
	return new Promise((done, fail) => {
		child.on('error', (error) => fail(new Refusal(`${name} could not start: ${error.message}`)));
		child.on('close', (code) => {
			if (code === 0) return done();
			if (!isOptional) process.stderr.write(printed);
			fail(new Refusal(`${name} failed after ${elapsed()}.`));
		});
	}).finally(() => clearInterval(heartbeat));
}

function hashOfFiles(/** @type {string[]} */ paths) {
	const files = paths.flatMap((path) => filesUnder(inRoot(path))).sort();
	return hash(
		...files.flatMap((file) => [relative(root, file).split(sep).join('/'), readFileSync(file)])
	);
}

/** @returns {string[]} */
function filesUnder(/** @type {string} */ path) {
	if (!existsSync(path)) return [];
	if (statSync(path).isFile()) return [path];
	const entries = readdirSync(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
		.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function hash(/** @type {(string | Buffer)[]} */ ...parts) {
	const digest = createHash('sha256');
	for (const part of parts) digest.update(`${part.length}:`).update(part);
	return digest.digest('hex');
}

const read = (/** @type {string} */ path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const say = (/** @type {string} */ text) => console.log(`[ready] ${text}`);

try {
	await ready(process.argv[2]);
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	console.error(`[ready] ${error.message}`);
	process.exitCode = 1;
}
