import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { refused } from './licences.mjs';
import { sbom } from './sbom.mjs';

const of = (license: string | undefined, name = 'a') => ({
	'': {},
	[`node_modules/${name}`]: { version: '1.0.0', ...(license !== undefined && { license }) }
});

it('every package of the lockfile may be used', () => {
	expect(refused()).toEqual([]);
});

it.each(['MIT', 'MIT License', '(MIT OR GPL-3.0-only)', 'MIT AND Zlib', '(GPL-2.0 OR Apache-2.0)'])(
	'%s may be used',
	(license) => expect(refused(of(license))).toEqual([])
);

it.each([
	'GPL-3.0-only',
	'AGPL-3.0',
	'(MIT AND GPL-3.0-only)',
	'UNLICENSED',
	'SSPL-1.0',
	'MPL-2.0'
])('%s may not', (license) => expect(refused(of(license))).toEqual([`a: ${license}`]));

it('nor may what names no licence, or an exception’s licence in a package that is none', () => {
	expect(refused(of(undefined))).toEqual(['a: names no licence']);
	expect(refused(of('MPL-2.0', 'lightningcss-linux-x64-gnu'))).toEqual([]);
	expect(refused(of('GPL-3.0-only', 'lightningcss'))).toEqual(['lightningcss: GPL-3.0-only']);
	expect(refused(of('MPL-2.0', 'x/node_modules/lightningcssx'))).toEqual([
		'lightningcssx: MPL-2.0'
	]);
});

it('the list of the build names every package of the lockfile, with its version, licence and digest, without asking the network', () => {
	const { bomFormat, specVersion, metadata, components } = sbom();
	expect([bomFormat, metadata.component.name]).toEqual(['CycloneDX', 'oejenhoejde']);
	expect(specVersion).toMatch(/^1\.\d$/);
	const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
		packages: { [path: string]: { version: string } };
	};
	const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
	const wanted = Object.entries(packages).flatMap(([path, { version }]) =>
		path ? [`${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`] : []
	);
	expect(wanted.filter((each) => !named.has(each))).toEqual([]);
	expect(components.filter(({ licenses }) => !licenses?.length)).toEqual([]);
});
