import { describe, expect, it } from 'vitest';
import * as csv from './csv.ts';

describe('a CSV file', () => {
	it.each([
		['=1+1', "'=1+1"],
		['+45 12345678', "'+45 12345678"],
		['-1', "'-1"],
		['@SUM(A1)', "'@SUM(A1)"],
		['\t=1', "'\t=1"],
		['  =1', "'  =1"],
		['＝1', "'＝1"],
		['=HYPERLINK("http://x";"y")', '\'=HYPERLINK(""http://x"";""y"")'],
		['\r=1', "'\r=1"]
	])('makes a text of %j', (value, text) => {
		expect(csv.file([[value]])).toBe(`\uFEFF"${text}"\r\n`);
	});

	it('keeps what is no formula, and quotes what would break a row', () => {
		expect(
			csv.file([
				['Åse', 3, -3, -81.5],
				['a;b', 'c"d', 'e\nf']
			])
		).toBe('\uFEFFÅse;3;-3;-81,5\r\n"a;b";"c""d";"e\nf"\r\n');
	});
});
