import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { faults } from './access.ts';

afterEach(() => vi.unstubAllEnvs());

describe('what is said of notices at the start', () => {
	const judged = (said: { [name: string]: string }, file?: string) => {
		for (const name of ['SMTP_URL', 'SMTP_FROM', 'ORIGIN', 'NOTICES_FILE'])
			vi.stubEnv(name, said[name] ?? '');
		if (file !== undefined) {
			const path = join(mkdtempSync(join(tmpdir(), 'oejenhoejde-notices-')), 'n.json');
			writeFileSync(path, file);
			vi.stubEnv('NOTICES_FILE', path);
		}
		return faults(['stevns', 'vejen']).map((fault) => fault.replace(/\/\S*\//, ''));
	};

	it('is whole or refused, with its path and reason, and never with what stands there', () => {
		expect(judged({})).toEqual([]);
		const relayed = { SMTP_URL: 'smtps://u:p@relay.example', SMTP_FROM: 'a@b.dk' };
		expect(judged({ ...relayed, ORIGIN: 'https://svar.example' })).toEqual([]);
		expect(judged(relayed)).toEqual([expect.stringMatching(/^SMTP_URL: needs ORIGIN/)]);
		expect(judged({ SMTP_URL: relayed.SMTP_URL, ORIGIN: 'https://svar.example' })).toEqual([
			expect.stringMatching(/^SMTP_FROM: must/)
		]);
		expect(judged({ SMTP_FROM: 'a@b.dk' })).toEqual([expect.stringMatching(/^SMTP_URL: must/)]);
		expect(judged({}, '{')).toEqual(['NOTICES_FILE: n.json is no JSON']);
		expect(judged({}, '{"stevns":{"webhook":"http://else.example/secret"}}')).toEqual([
			expect.stringMatching(/^NOTICES_FILE: n\.json: stevns\.webhook must be/)
		]);
		// Nothing can be fetched from an address with a password in it.
		expect(judged({}, '{"stevns":{"webhook":"https://a:secret@else.example"}}')).toEqual([
			expect.stringMatching(/^NOTICES_FILE: n\.json: stevns\.webhook must be/)
		]);
		expect(judged({}, '{"stevns":{"webhook":"https://else.example/secret"}}')).toEqual([
			expect.stringMatching(/^NOTICES_FILE: n\.json: stevns: needs an origin/)
		]);
		expect(judged({}, '{"andeby":{}}')).toEqual([
			expect.stringMatching(/^NOTICES_FILE: n\.json: andeby: there is no municipality/)
		]);
	});
});
