import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import * as configuration from './configuration.ts';
import { VARIABLES } from './core/variables.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'configuration-')));
const file = join(folder, 'a-file');
writeFileSync(file, '');
const keys = join(folder, 'keys.json');
writeFileSync(keys, '\uFEFF{ "stevns": { "key": "" }, "vejen": { "secret": "hemmelig" } }');

beforeEach(() => {
	for (const name of Object.keys(VARIABLES)) vi.stubEnv(name, '');
	vi.stubEnv('DATA_DIR', join(folder, 'data'));
	vi.stubEnv('KEYS_DIR', join(folder, 'keys'));
});

it('has no fault where nothing is wrong, whether the folders are there or not', () => {
	expect(configuration.faults()).toEqual([]);
	mkdirSync(join(folder, 'there'));
	vi.stubEnv('DATA_DIR', join(folder, 'there'));
	expect(configuration.faults()).toEqual([]);
	expect(configuration.judge).not.toThrow();
});

it('says all its faults at once: of variables, of folders, of files', () => {
	vi.stubEnv('PORT', 'x');
	vi.stubEnv('LOG_FORMAT', 'xml');
	vi.stubEnv('DATA_DIR', file);
	vi.stubEnv('KEYS_DIR', join(file, 'keys'));
	vi.stubEnv('EXTRA_LANGUAGES', 'xr,qq');
	vi.stubEnv('OIDC_FILE', join(folder, 'none.json'));
	vi.stubEnv('SAML_FILE', file);
	vi.stubEnv('JOBINDSATS_FILE', keys);
	vi.stubEnv('PLACEMENT_FILE', keys);
	vi.stubEnv('PLACE', 'a');
	const all = configuration.faults();
	for (const said of [
		'PORT: must be a port',
		'LOG_FORMAT: must be text or json',
		`DATA_DIR: ${file} is a file`,
		`KEYS_DIR: ${join(file, 'keys')} lies in ${file}, which is a file`,
		'EXTRA_LANGUAGES: there is no language "qq"',
		`${join(folder, 'none.json')}: there is no such file`,
		`${file}: no JSON`,
		`PLACEMENT_FILE: ${keys}: line 1: must be a municipality and the name of its server`,
		`JOBINDSATS_FILE: ${keys}: stevns.key must be`,
		`JOBINDSATS_FILE: ${keys}: vejen must be`
	]) {
		expect(all.join('\n')).toContain(said);
	}
	expect(all).toHaveLength(11);
	expect(all.join('\n')).not.toContain('hemmelig');
	expect(configuration.judge).toThrow(all.join('\n'));
});

it('keeps keys out of the folder of the files that they open, by whatever name it goes', () => {
	const data = join(folder, 'data');
	mkdirSync(data);
	for (const [name, to] of [
		['to-data', data],
		['to-all', folder],
		['to-keys', join(data, 'keys')]
	] as const) {
		mkdirSync(join(data, 'keys'), { recursive: true });
		symlinkSync(to, join(folder, name));
	}
	for (const [DATA_DIR, KEYS_DIR] of [
		[data, join(folder, 'x', '..', 'data')],
		[data, `${data}/`],
		[data, join(data, 'keys')],
		[data, join(data, 'not', 'there', 'yet')],
		[join(data, 'inner'), data],
		[data, join(folder, 'to-data')],
		[join(folder, 'to-data'), data],
		[data, join(folder, 'to-data', 'new')],
		[data, join(folder, 'to-keys')],
		[join(folder, 'to-all'), join(folder, 'elsewhere')]
	] as const) {
		vi.stubEnv('DATA_DIR', DATA_DIR);
		vi.stubEnv('KEYS_DIR', KEYS_DIR);
		expect([DATA_DIR, KEYS_DIR, configuration.faults()]).toEqual([
			DATA_DIR,
			KEYS_DIR,
			['KEYS_DIR: must be another folder than DATA_DIR, and neither may lie in the other']
		]);
	}
	// A name that begins alike is another's.
	vi.stubEnv('DATA_DIR', data);
	vi.stubEnv('KEYS_DIR', `${data}-keys`);
	expect(configuration.faults()).toEqual([]);
	vi.stubEnv('KEYS_DIR', join(folder, 'to-all', 'others'));
	expect(configuration.faults()).toEqual([]);
});

it('makes no folder where a link leads nowhere', () => {
	const link = join(folder, 'dangling');
	symlinkSync(join(folder, 'gone'), link);
	for (const path of [link, join(link, 'keys')]) {
		vi.stubEnv('KEYS_DIR', path);
		expect(configuration.faults()).toEqual([
			`KEYS_DIR: ${path} cannot be made: ${link} is a link that leads nowhere`
		]);
	}
	symlinkSync(join(folder, 'round'), join(folder, 'round'));
	vi.stubEnv('KEYS_DIR', join(folder, 'round'));
	expect(configuration.faults()).toEqual([
		expect.stringMatching(/^KEYS_DIR: .* cannot be read \(ELOOP\)$/)
	]);
});

it('doubts a server behind a proxy that does not say who asks', () => {
	expect(configuration.doubts()).toEqual([]);
	vi.stubEnv('ORIGIN', 'https://svar.example.dk');
	expect(configuration.doubts()).toEqual([expect.stringContaining('ADDRESS_HEADER')]);
	vi.stubEnv('ADDRESS_HEADER', 'x-forwarded-for');
	expect(configuration.doubts()).toEqual([]);
});
