import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = 'src/lib/i18n/messages';
type Nested = { [key: string]: string | Nested };
const texts = (nested: Nested, above = ''): [string, string][] =>
	Object.entries(nested).flatMap(([key, value]) =>
		typeof value === 'string'
			? [[above + key, value] as [string, string]]
			: texts(value, `${above}${key}.`)
	);
const read = (language: string): Map<string, string> =>
	new Map(
		texts(JSON.parse(readFileSync(join(folder, language, 'results.json'), 'utf8')) as Nested)
	);
/** What stands after the colon: why something is hidden. */
const why = (text: string): string => (text.split(/[:፦]/)[1] ?? '').trim().toLowerCase();

const danish = read('da');
const reason = why(danish.get('months.hidden') ?? '');
const told = [...danish]
	.filter(([, text]) => text.toLowerCase().includes(reason))
	.map(([key]) => key);

it.each(readdirSync(folder).filter((each) => !['let', 'xr'].includes(each)))(
	'what is hidden is hidden for one reason, in the same words everywhere, in %s',
	(language) => {
		const own = read(language);
		const said = why(own.get('months.hidden') ?? '');
		expect(said.length).toBeGreaterThan(10);
		expect(told.length).toBeGreaterThan(5);
		expect(told.filter((key) => !own.get(key)?.toLowerCase().includes(said))).toEqual([]);
	}
);
