import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { languageOf, LANGUAGES, load } from './messages.ts';

const folder = 'src/lib/i18n/messages';
/** Staff read Danish. */
const DANISH_ALONE = [
	'staff.json',
	'desk.json',
	'plan.json',
	'caseworker.json',
	'interviews.json',
	'operating.json',
	'report.json'
];
/** What is said of a language, and what plans say in it: no messages. */
const BESIDE = ['language.json', 'plans.json'];
const partsOf = (language: string) =>
	readdirSync(`${folder}/${language}`).filter((part) => !BESIDE.includes(part));
const parts = partsOf('da').filter((part) => !DANISH_ALONE.includes(part));
const others = Object.keys(LANGUAGES).filter((language) => language !== 'da');

type Nested = { [key: string]: string | Nested };

/**
 * The names that a message is given, as the compiler sees them, by the message's key.
 * @throws where a message has a plural that its language has not
 */
function placeholders(messages: Nested, plurals: string): { [key: string]: string[] } {
	const format = new MessageFormat(plurals);
	const flat = (nested: Nested, above: string): [string, string][] =>
		Object.entries(nested).flatMap(([key, value]) =>
			typeof value === 'string' ? [[above + key, value]] : flat(value, `${above}${key}.`)
		);
	return Object.fromEntries(
		flat(messages, '').map(([key, message]) => {
			const code = compileModule(format, { message });
			const names = [...code.matchAll(/\bd(?:\.(\w+)|\["([^"]+)"\])/g)];
			return [key, [...new Set(names.map(([, plain, quoted]) => plain ?? quoted ?? ''))].sort()];
		})
	);
}

const read = (language: string, part: string): Nested =>
	JSON.parse(readFileSync(`${folder}/${language}/${part}`, 'utf8'));

it('reads placeholders out of plurals and choices too', () => {
	const message =
		'{n, plural, one {et svar til {name}} other {# svar {kind, select, a {x} other {y}}}}';
	expect(placeholders({ a: { b: message }, c: 'Hej' }, 'da')).toEqual({
		'a.b': ['kind', 'n', 'name'],
		c: []
	});
});

it('has messages to compare', () => expect(parts.length).toBeGreaterThan(0));

it('knows every folder there is: each says its name and direction in language.json', () => {
	expect(readdirSync(folder).sort()).toEqual(Object.keys(LANGUAGES).sort());
});

it.each(others)('%s has the parts that Danish has', (language) => {
	expect(partsOf(language).sort()).toEqual([...parts].sort());
});

it.each(others.flatMap((language) => parts.map((part) => [language, part] as const)))(
	'%s/%s has every Danish message with the same placeholders, and no more',
	(language, part) => {
		const own = placeholders(read(language, part), languageOf(language).plurals);
		expect(own).toEqual(placeholders(read('da', part), 'da'));
	}
);

it('writes numbers in every language with the digits, and the per cent sign, that figures have', () => {
	const odd = Object.keys(LANGUAGES).flatMap((language) =>
		readdirSync(`${folder}/${language}`).flatMap((part) =>
			readFileSync(`${folder}/${language}/${part}`, 'utf8')
				.split('\n')
				// Ethiopic has numerals, and no digits.
				.filter((line) => /(?![0-9])\p{Nd}|[\u1369-\u137c]|(?!%)[٪﹪％‰؉]|[٫٬]/u.test(line))
				.map((line) => `${language}/${part} ${line.trim()}`)
		)
	);
	expect(odd).toEqual([]);
});

it('lets no message be called without what its words need, nor with what they do not', async () => {
	const m = await load('da', 'outbox');
	expect(m.waiting({ n: 2 })).toContain('2');
	// Types alone: `npm run check` fails where one of these is let through.
	const wrong = () => [
		// @ts-expect-error how many is missing
		m.waiting(),
		// @ts-expect-error a word is no number, and plural forms are chosen by one
		m.waiting({ n: 'to' }),
		// @ts-expect-error nothing in these words is about a name
		m.sent({ name: 'Karen' })
	];
	expect(wrong).toBeTypeOf('function');
});

it.each(others.filter((code) => languageOf(code).dir === 'rtl' && !languageOf(code).test))(
	'what is written with Latin letters keeps its own order in %s',
	(language) => {
		const texts = (nested: Nested): string[] =>
			Object.values(nested).flatMap((each) => (typeof each === 'string' ? each : texts(each)));
		const loose = parts
			.flatMap((part) => texts(read(language, part)))
			.filter((text) => /(?<!\u2068)\{(address|code|place|municipality|plan|word)\}/.test(text));
		expect(loose).toEqual([]);
	}
);
