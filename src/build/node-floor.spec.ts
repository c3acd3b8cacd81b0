import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { NODE_FLOOR, nodeTrouble } from './node-floor.mjs';

it.each(['18.20.8', '20.20.2', '22.23.1', '23.11.1'])(
	'says in words that %s is too old',
	(version) => {
		expect(nodeTrouble(version)).toContain(`needs Node ${NODE_FLOOR} or newer; here is ${version}`);
	}
);

it.each(['24.0.0', '24.21.0', '26.12.1', '100.0.0'])('takes %s', (version) => {
	expect(nodeTrouble(version)).toBeUndefined();
});

const { engines, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	engines: { node: string };
	scripts: { [name: string]: string };
};

it('is what package.json says', () => {
	expect(engines.node).toBe(`>=${NODE_FLOOR}`);
});

it('every script brings the Node that it needs, but for the one of an installed server', () => {
	const own = Object.keys(scripts).filter(
		(name) => !scripts[name]?.startsWith('node src/build/launch.mjs "')
	);
	expect(own).toEqual(['start']);
});
