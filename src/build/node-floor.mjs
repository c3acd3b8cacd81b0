// The oldest Node that this runs on. Read by the launcher, by what installs, and by what is built: plain JavaScript for an old one.
import process from 'node:process';

export const NODE_FLOOR = 24;

/** Why this Node cannot be used, or undefined when it can. */
export function nodeTrouble(version = process.versions.node) {
	if (Number.parseInt(version, 10) >= NODE_FLOOR) return undefined;
	return (
		`This needs Node ${NODE_FLOOR} or newer; here is ${version}. ` +
		'Newer ones are at https://nodejs.org (choose LTS).'
	);
}

/** Ends the process with that sentence: on an older Node the database's library would crash without a word. */
export function requireNode() {
	const trouble = nodeTrouble();
	if (!trouble) return;
	console.error(trouble);
	process.exit(1);
}
