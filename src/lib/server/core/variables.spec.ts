import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSources } from '../../../../tests/support/sources.ts';
import { environment, fix, faults, handOn } from './environment.ts';
import { VARIABLES } from './variables.ts';

type Name = keyof typeof VARIABLES;
const NAMES = Object.keys(VARIABLES) as Name[];

/** What can never be meant, by variable. A new one has its line here, or the types fail. */
const WRONG: { [name in Name]: string[] } = {
	HOST: ['http://localhost', 'a b'],
	PORT: ['x', '-1', '65536', '80.5', '"3000"', '3e3'],
	ORIGIN: [
		'svar.example.dk',
		'https://svar.example.dk/stevns',
		'ftp://svar.example.dk',
		'https://a@b'
	],
	PROTOCOL_HEADER: ['x forwarded', 'x-forwarded-proto:'],
	HOST_HEADER: ['x forwarded'],
	PORT_HEADER: ['x forwarded'],
	ADDRESS_HEADER: ['x-forwarded-for, x-real-ip'],
	XFF_DEPTH: ['0', '-1', 'one'],
	BODY_SIZE_LIMIT: ['0', 'Infinity', '1 M', '1MB', 'x'],
	DATA_DIR: ['a\0b'],
	KEYS_DIR: ['a\0b'],
	PLACEMENT_FILE: ['a\0b'],
	PLACE: ['A', 'app 2', '2'],
	DEMO: ['yes', 'true'],
	TODAY: ['yesterday', '2026-02-30', '20-05-2026'],
	OIDC_FILE: ['a\0b'],
	SAML_FILE: ['a\0b'],
	JOBINDSATS_FILE: ['a\0b'],
	JOBINDSATS_URL: [
		'http://api.jobindsats.dk',
		'api.jobindsats.dk',
		'https:// x',
		'https://:/x',
		'https://a:b:c',
		'http://localhost:99999/v3'
	],
	SMTP_URL: [
		'relay.example.dk',
		'https://relay.example.dk',
		'smtp://relay.example.dk/in',
		'smtp://',
		'smtp://relay.example.dk:99999',
		'smtps://svar:100%sikker@relay.example.dk',
		'smtps://100%:x@relay.example.dk'
	],
	SMTP_FROM: ['Øjenhøjde', 'a@b, c@d', 'a@b\nBcc: c@d', 'Øjenhøjde <a@b', 'a@b>', '<a@b>'],
	NOTICES_FILE: ['a\0b'],
	LOG_FORMAT: ['xml', 'JSON'],
	METRICS_PORT: ['ni', '70000'],
	METRICS_HOST: ['http://localhost'],
	OPEN_ANSWERS_PER_DAY: ['0', '1.5', 'many'],
	EXTRA_LANGUAGES: ['xr en', 'XR', 'xr,'],
	// Whatever it says, it is on.
	DEBUG: []
};

/** What says nothing without another. */
const NEEDED: { [name: string]: { [name: string]: string } } = {
	TODAY: { DEMO: '1' },
	XFF_DEPTH: { ADDRESS_HEADER: 'x-forwarded-for' }
};

/** Who may name `process.env` beside `environment.ts`, and what for: none of them reads a variable of ours. */
const BESIDE: { [path: string]: string } = {
	'src/lib/server/demo/run.ts': "process.env.DEMO = '1'",
	'src/lib/server/demo/child.ts': '...process.env'
};

const say = (said: { [name: string]: string }): void => {
	for (const name of NAMES) vi.stubEnv(name, said[name]);
};
beforeEach(() => say({}));

describe('the variables', () => {
	it.each(NAMES.filter((name) => WRONG[name].length > 0))(
		'%s is refused with its name where it says what cannot be meant',
		(name) => {
			for (const value of WRONG[name].filter((text) => !text.includes('\0'))) {
				say({ ...NEEDED[name], [name]: value });
				expect([value, faults()]).toEqual([value, [expect.stringMatching(`^${name}: `)]]);
				expect(() => environment()).toThrow(`${name}: `);
			}
		}
	);

	it('are refused all at once', () => {
		const said = NAMES.flatMap((name) => {
			const value = WRONG[name].find((text) => !text.includes('\0'));
			return value === undefined ? [] : [[name, value] as const];
		});
		say(Object.fromEntries(said));
		const all = faults().join('\n');
		for (const [name] of said) expect(all).toContain(`${name}: `);
		expect(() => environment()).toThrow(all);
	});

	it.each([
		[{ TODAY: '2026-05-20' }, 'TODAY'],
		[{ XFF_DEPTH: '2' }, 'XFF_DEPTH'],
		[{ XFF_DEPTH: '2', ADDRESS_HEADER: 'x-real-ip' }, 'XFF_DEPTH']
	])('are refused together where one of %o says nothing without another', (said, name) => {
		say(said);
		expect(faults()).toEqual([expect.stringMatching(`^${name}: `)]);
	});

	it('take a password with any letter in it, each written as an address writes it', () => {
		const relay = 'smtps://svar%40b:100%25sikker%2Fog%20%C3%A6@relay.example.dk:465';
		say({ SMTP_URL: relay, SMTP_FROM: 'Øjenhøjde <svar@b.dk>' });
		expect(faults()).toEqual([]);
		expect(environment()).toMatchObject({ SMTP_URL: relay });
		say({ SMTP_FROM: 'svar@b.dk' });
		expect(faults()).toEqual([]);
	});

	it('have a default each, and are none where they are empty', () => {
		say(Object.fromEntries(NAMES.map((name) => [name, ' '])));
		expect(faults()).toEqual([]);
		expect(environment()).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, DATA_DIR: 'data' });
	});

	it('are read as Windows writes them too: with a mark before and an end of line after', () => {
		say({ PORT: '\uFEFF8080\r', ORIGIN: 'https://svar.example.dk\r\n', LOG_FORMAT: ' json ' });
		expect(environment()).toMatchObject({
			PORT: 8080,
			ORIGIN: 'https://svar.example.dk',
			LOG_FORMAT: 'json'
		});
	});

	it('reach the framework’s server as they were judged, and with our own limit', () => {
		say({
			ADDRESS_HEADER: ' X-Forwarded-For\r',
			XFF_DEPTH: '2',
			ORIGIN: '\uFEFFhttps://a.example'
		});
		handOn();
		expect(process.env).toMatchObject({
			ADDRESS_HEADER: 'x-forwarded-for',
			XFF_DEPTH: '2',
			ORIGIN: 'https://a.example',
			BODY_SIZE_LIMIT: '1M'
		});
		say({});
		handOn({ PROTOCOL_HEADER: 'x-own' });
		expect(process.env.PROTOCOL_HEADER).toBe('x-own');
		// What was handed on is judged again, where the app starts.
		expect(faults()).toEqual([]);
	});
});

describe('every variable that is read', () => {
	it('is read by `environment.ts`, and nowhere else', () => {
		const readers = [...readSources('src')].filter(
			([path, source]) =>
				!/\.spec\.ts$|^src\/build\/|^src\/lib\/server\/core\/environment\.ts$/.test(path) &&
				/process\s*(\?\.|\.)\s*env|\{[^}]*\benv\b[^}]*\}\s*(=|from\s*)\s*(node:)?'?process|['"]\$env\//.test(
					source.replaceAll(BESIDE[path] ?? '\0', '')
				)
		);
		expect(readers.map(([path]) => path)).toEqual([]);
	});

	it('is judged, those of the framework’s server too', () => {
		const handler = 'node_modules/@sveltejs/adapter-node/files/handler.js';
		const names = [...readFileSync(handler, 'utf8').matchAll(/\benv\('(\w+)'/g)].map(
			([, name]) => name ?? ''
		);
		expect(names.length).toBeGreaterThan(5);
		expect(names.filter((name) => !(NAMES as string[]).includes(name))).toEqual([]);
	});

	it('stands in the papers', () => {
		const papers = ['README.md', ...OTHERS].map(textOf).join('\n');
		expect(NAMES.filter((name) => !papers.includes(`\`${name}\``))).toEqual([]);
	});
});

const OTHERS = ['src/OPERATING.md', 'src/README.md'];
function textOf(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}

it('are what they were when a server began', () => {
	vi.stubEnv('PORT', '4000');
	const release = fix();
	try {
		vi.stubEnv('PORT', '5000');
		expect(environment().PORT).toBe(4000);
	} finally {
		release();
	}
	// Programs that have not begun as a server read on.
	expect(environment().PORT).toBe(5000);
});
