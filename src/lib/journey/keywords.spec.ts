import { describe, expect, it } from 'vitest';
import { drawWords, listed, readWords, WORDS_DRAWN } from './keywords.ts';

describe('key words', () => {
	it('are 512 different words, so nine bits each', () => {
		expect(new Set(listed()).size).toBe(512);
	});
	it('can be typed on any keyboard', () => {
		for (const word of listed()) expect(word).toMatch(/^[a-z]{3,10}$/);
	});
	it('are never one letter apart', () => {
		const near = (a: string, b: string): boolean => {
			if (a.length === b.length) return [...a].filter((c, i) => c !== b[i]).length === 1;
			return [...b].some((_, i) => b.slice(0, i) + b.slice(i + 1) === a);
		};
		const pairs = listed().flatMap((a) => listed().map((b) => [a, b] as const));
		expect(pairs.filter(([a, b]) => a !== b && near(a, b))).toEqual([]);
	});
	it('are drawn six at a time', () => {
		const words = drawWords();
		expect(words).toHaveLength(WORDS_DRAWN);
		expect(readWords(words.join(' '))).toEqual({ ok: true, words });
	});
	it('are read however they were typed', () => {
		expect(readWords('  Abe, ANANAS;arm ask\natlas  avis. ')).toEqual({
			ok: true,
			words: ['abe', 'ananas', 'arm', 'ask', 'atlas', 'avis']
		});
	});
	it.each([
		['a soft hyphen and marks of direction', 'a\u00adbe \u200eananas\u200f arm ask atlas avis'],
		['full-width letters', 'ＡＢＥ ananas arm ask atlas avis'],
		['a Turkish keyboard', 'abe ananas arm ask atlas avıs'],
		['a Turkish capital', 'ABE ANANAS ARM ASK ATLAS AVİS'],
		['Cyrillic that looks like ours', 'аве ananas arm аsk аtlаs avis'.replace('аве', 'аbe')],
		['an accent', 'àbe ananas a\u0300rm ask atlas avis']
	])('are read with %s', (_, typed) => {
		expect(readWords(typed)).toEqual({
			ok: true,
			words: ['abe', 'ananas', 'arm', 'ask', 'atlas', 'avis']
		});
	});
	it('names the one that is not a word of ours', () => {
		expect(readWords('abe ananas armm ask atlas avis')).toEqual({
			ok: false,
			reason: 'unknown',
			word: 'armm'
		});
		expect(readWords('abe ananas')).toEqual({ ok: false, reason: 'count' });
	});
});
