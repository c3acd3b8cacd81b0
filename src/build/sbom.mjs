// What the build is made of, as CycloneDX in `build/sbom.cdx.json`: npm's own list of the lockfile, which asks no network.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { licenceOf } from './licences.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * @typedef {{ name: string, version: string, 'bom-ref': string, licenses?: object[] }} Component
 * @typedef {{ bomFormat: string, specVersion: string, metadata: { component: Component }, components: Component[] }} Sbom
 */

/**
 * npm names the app by the folder it lies in, and has no licence where a package names it in an old way: both are put right.
 * @returns {Sbom}
 */
export function sbom() {
	const cli = process.env.npm_execpath;
	const isScript = cli && /npm-cli\.[cm]?js$/.test(cli);
	const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application'];
	const quiet = ['--package-lock-only', '--offline', '--no-update-notifier'];
	const [command, first] = isScript ? [process.execPath, [cli]] : ['npm', []];
	const { status, stdout, stderr } = spawnSync(command, [...first, ...args, ...quiet], {
		cwd: root,
		encoding: 'utf8',
		maxBuffer: MAX_BYTES,
		shell: !isScript && process.platform === 'win32'
	});
	if (status !== 0) throw new Error(`npm sbom: ${stderr}`);
	/** @type {Sbom} */
	const made = JSON.parse(stdout);
	const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	made.metadata.component.name = name;
	for (const component of made.components) {
		const expression = component.licenses?.length ? undefined : licenceOf(component.name);
		if (expression) component.licenses = [{ expression }];
	}
	return made;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	mkdirSync(join(root, 'build'), { recursive: true });
	const path = join(root, 'build', 'sbom.cdx.json');
	const made = sbom();
	writeFileSync(path, `${JSON.stringify(made, null, '\t')}\n`);
	console.log(`[sbom] ${made.components.length} packages in build/sbom.cdx.json`);
}
