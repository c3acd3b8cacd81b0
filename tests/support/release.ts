import { createHash } from 'node:crypto';
import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

export type Release = { build: string; clear: () => void };

/**
 * A next release: the same app, in which not one piece of code has a name that it had before, and nothing is kept of the
 * last one. A deploy cannot be worse than that to a page that is open.
 */
export function nextRelease(): Release {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-release-'));
	const build = join(folder, 'build');
	cpSync('build', build, { recursive: true, filter: (path) => !/\.(br|gz|map)$/.test(path) });
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	const files = filesUnder(build);
	const hashes = files.flatMap(
		(path) => /_app\/immutable\/.*?([\w-]{8})\.\w+$/.exec(path)?.[1] ?? []
	);
	const { version } = JSON.parse(readFileSync(join(build, 'client/_app/version.json'), 'utf8')) as {
		version: string;
	};
	const names = new RegExp([...hashes, version].join('|'), 'g');
	const renamed = (text: string) => text.replace(names, (name) => `${name}1`);
	for (const path of files.filter((each) => /\.(js|css|html|json)$/.test(each))) {
		writeFileSync(path, allowed(renamed(readFileSync(path, 'utf8'))));
		renameSync(path, join(build, renamed(relative(build, path))));
	}
	// The shell is another file now, and the worker must see that.
	const worker = join(build, 'client/service-worker.js');
	const shell = /("revision":")\w+(","url":"app-shell")/;
	writeFileSync(worker, readFileSync(worker, 'utf8').replace(shell, '$1next$2'));
	return { build, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The shell's own script is allowed by its digest. */
function allowed(text: string): string {
	const script = /<script>([\s\S]*?)<\/script>/.exec(text)?.[1];
	if (!script || !text.startsWith('<!doctype html>')) return text;
	const digest = createHash('sha256').update(script).digest('base64');
	return text.replace(/(script-src 'self' 'sha256-)[^']+/, `$1${digest}`);
}

const filesUnder = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)]
	);
