import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import * as configuration from './configuration.ts';
import { VARIABLES } from './core/variables.ts';

const folder = mkdtempSync(join(tmpdir(), 'configuration-'));
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
	vi.stubEnv('DATA_DIR', folder);
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

it('keeps keys out of the folder of the files that they open', () => {
	vi.stubEnv('KEYS_DIR', join(folder, 'x', '..', 'data'));
	expect(configuration.faults()).toEqual(['KEYS_DIR: must be another folder than DATA_DIR']);
});

it('doubts a server behind a proxy that does not say who asks', () => {
	expect(configuration.doubts()).toEqual([]);
	vi.stubEnv('ORIGIN', 'https://svar.example.dk');
	expect(configuration.doubts()).toEqual([expect.stringContaining('ADDRESS_HEADER')]);
	vi.stubEnv('ADDRESS_HEADER', 'x-forwarded-for');
	expect(configuration.doubts()).toEqual([]);
});
