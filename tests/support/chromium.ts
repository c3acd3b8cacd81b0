import { readFileSync } from 'node:fs';

/** The browser that `src/build/ready.mjs` found. */
export const chromiumPath =
	process.env.CHROMIUM_PATH ?? readFileSync('node_modules/.chromium', 'utf8');

/** Runs as root in a container, and asks nothing of the network but what a test asks. */
export const chromiumArgs = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];
