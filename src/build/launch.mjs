// Runs a command line on a Node that is new enough: the host's own, or one fetched from the registry into `.node`.
// `node src/build/launch.mjs "one && another"`; what follows the line goes to its last command, as after `npm run x --`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { nodeTrouble } from './node-floor.mjs';

/** Binaries of Node, one package for each kind of machine, without scripts to be run at the installation. */
const VERSION = '24.21.0';
const PACKAGE = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const isWindows = process.platform === 'win32';
const fetched = join(
	...[root, '.node', 'node_modules', PACKAGE, 'bin', isWindows ? 'node.exe' : 'node']
);

const [line = '', ...rest] = process.argv.slice(2);
const node = nodeTrouble() ? fetchedNode() : process.execPath;
process.exitCode = node ? await runAll(line.split(' && '), node) : 1;

/** @returns {string | undefined} */
function fetchedNode() {
	if (starts(fetched)) return fetched;
	console.log(
		`[node] Here is Node ${process.versions.node}; fetching ${VERSION} for this project.`
	);
	const args = ['install', '--prefix', join(root, '.node'), '--no-save', '--no-package-lock'];
	const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	const cli = process.env.npm_execpath;
	const isScript = cli && /npm-cli\.[cm]?js$/.test(cli);
	const all = [...args, ...quiet, `${PACKAGE}@${VERSION}`];
	spawnSync(isScript ? process.execPath : 'npm', isScript ? [cli, ...all] : all, {
		stdio: ['ignore', 'ignore', 'inherit'],
		shell: !isScript && isWindows
	});
	if (starts(fetched)) return fetched;
	console.error(`[node] ${nodeTrouble()}\n[node] It could not be fetched as ${PACKAGE} either.`);
	return undefined;
}

function starts(/** @type {string} */ path) {
	if (!existsSync(path)) return false;
	const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
	return status === 0 && !nodeTrouble(stdout.trim().slice(1));
}

/** One after the other, until one fails. No shell in between: a signal would end it, and not what it started. */
async function runAll(/** @type {string[]} */ commands, /** @type {string} */ node) {
	for (const [index, command] of commands.entries()) {
		const more = index === commands.length - 1 ? rest : [];
		const code = await run([...command.split(' '), ...more], node);
		if (code !== 0) return code;
	}
	return 0;
}

/** @returns {Promise<number>} */
function run(/** @type {string[]} */ [command = '', ...args], /** @type {string} */ node) {
	const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
	const first = [dirname(node), join(root, 'node_modules', '.bin')];
	const env = { ...process.env, [path]: [...first, process.env[path]].join(delimiter) };
	const isNode = command === 'node';
	const child = spawn(isNode ? node : command, args, {
		stdio: 'inherit',
		cwd: root,
		env: { ...env, npm_node_execpath: node },
		// There the tools are scripts of the shell's.
		shell: isWindows && !isNode
	});
	// A terminal's Ctrl-C has reached the child already; what a supervisor says reaches us alone.
	process.on('SIGINT', () => undefined);
	/** @type {NodeJS.Signals[]} */
	const passedOn = ['SIGTERM', 'SIGHUP'];
	for (const signal of passedOn) process.on(signal, () => child.kill(signal));
	return new Promise((done) => {
		child.on('error', (error) => {
			console.error(`[node] ${command}: ${error.message}`);
			done(1);
		});
		child.on('exit', (code, signal) =>
			done(signal ? 128 + constants.signals[signal] : (code ?? 1))
		);
	});
}
