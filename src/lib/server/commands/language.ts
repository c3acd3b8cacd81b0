import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { replaceFile } from '../core/keys.ts';
import * as languageFile from './language-file.ts';
import type { Line } from './language-file.ts';
import * as languagePages from './language-pages.ts';
import type { Takes } from './usage.ts';

/** Where the words are in the repository: a language is made there, and comes with the next build. */
const FOLDER = 'src/lib/i18n/messages';
const PLANS = 'plans';
/** What a translator should know of each part. */
const WHERE: { [part: string]: string } = {
	citizen: 'around every page, and the form that is answered',
	device: 'said by the phone: new version, no network, how to install',
	front: 'the first page of a municipality',
	goals: 'the public pages of goals',
	journey: 'Mit billede, the citizen’s own picture',
	outbox: 'what became of an answer that was sent',
	papers: 'letters, slips, text messages, the form on paper, the page of rights',
	promise: 'the page of what happens to an answer',
	results: 'the public pages of results',
	site: 'pages of no municipality, and of what is not there',
	tablet: 'on the municipality’s tablet',
	thanks: 'the page after an answer',
	trouble: 'what stands in the way of an answer: a code, a date',
	[PLANS]: 'what a municipality’s plan says: statements, promises, goals, whom to turn to'
};

const Info = z.object({ plurals: z.string() });
type Nested = { [key: string]: string | Nested };
const Nested: z.ZodMiniType<Nested> = z.record(
	z.string(),
	z.union([z.string(), z.lazy(() => Nested)])
);

export const takes = { least: 2, most: 4 } satisfies Takes;

/**
 * `language out <code>`: prints a language as one CSV file; of a code that has no folder yet, an empty one.
 * `language in <code> <file>`: reads it back into its folder, when nothing is wrong with it.
 * `language show <code> <address> <folder>`: the pages of a running server, each text with its key where it stands.
 * @throws naming what is to be mended; nothing is written then
 */
export async function run(
	[way, code = '', path = '', to = '']: string[],
	folder = FOLDER
): Promise<void> {
	if (!existsSync(join(folder, 'da'))) throw new Error('run it where the repository lies');
	if (!/^[a-z]{2,3}$/.test(code)) throw new Error('which language? Its code, as in "uk"');
	if (code === 'da') throw new Error('Danish is what the others are translated from');
	if (way === 'out') return console.log(languageFile.written(linesOf(folder, code)).trimEnd());
	if (way === 'show' && path && to) {
		const pages = await languagePages.crawl(path);
		const shown = languagePages.write(to, linesOf(folder, code), pages);
		return console.log(
			`${code}: ${shown} texts on ${pages.length} pages, in ${join(to, 'index.html')}`
		);
	}
	if (way !== 'in' || !path)
		throw new Error('language out <code>, in <code> <file>, or show <code> <address> <folder>');
	const about = join(folder, code, 'language.json');
	if (!existsSync(about)) throw new Error(`${about} must say first how it counts`);
	const lines = linesOf(folder, code);
	const given = languageFile.read(readFileSync(path));
	const { plurals } = Info.parse(JSON.parse(readFileSync(about, 'utf8')));
	const isPlan = (key: string) => key.startsWith(`${PLANS} `);
	const faults = languageFile.faults(lines, given, plurals, isPlan);
	for (const { key, why } of faults) console.log(`${key}: ${why}`);
	if (faults.length > 0) throw new Error(`${faults.length} to mend; nothing was written`);
	const words = new Map(given.map((each) => [each.key, each.words]));
	for (const part of partsOf(folder)) {
		const content = jsonOf(join(folder, 'da', `${part}.json`)) ?? {};
		write(join(folder, code, `${part}.json`), filled(content, `${part} `, words));
	}
	const plans = lines.filter(({ key }) => isPlan(key));
	write(
		join(folder, code, `${PLANS}.json`),
		Object.fromEntries(plans.map(({ key, danish }) => [danish, words.get(key) ?? '']))
	);
	console.log(`${code}: ${lines.length} texts`);
}

/** Parts that citizens meet: English has them all. */
const partsOf = (folder: string): string[] =>
	readdirSync(join(folder, 'en'))
		.map((name) => name.replace(/\.json$/, ''))
		.filter((part) => part !== 'language' && part !== PLANS)
		.sort();

function linesOf(folder: string, code: string): Line[] {
	const messages = partsOf(folder).flatMap((part) => {
		const [danish, english, own] = ['da', 'en', code].map((each) =>
			flat(jsonOf(join(folder, each, `${part}.json`)) ?? {}, `${part} `)
		);
		return Object.entries(danish ?? {}).map(([key, da]) => ({
			key,
			where: WHERE[part] ?? part,
			danish: da,
			english: english?.[key] ?? '',
			words: own?.[key] ?? ''
		}));
	});
	// English and easy Danish stand in the plans themselves; what plans say is known from the dictionaries of the others.
	const dictionaries = readdirSync(folder).flatMap(
		(each) => jsonOf(join(folder, each, `${PLANS}.json`)) ?? []
	);
	const own = flat(jsonOf(join(folder, code, `${PLANS}.json`)) ?? {}, '');
	const sentences = [...new Set(dictionaries.flatMap((each) => Object.keys(each)))];
	const plans = sentences.map((danish) => ({
		key: `${PLANS} ${danish}`,
		where: WHERE[PLANS] ?? PLANS,
		danish,
		english: '',
		words: own[danish] ?? ''
	}));
	return [...messages, ...plans];
}

const flat = (nested: Nested, above: string): { [key: string]: string } =>
	Object.fromEntries(
		Object.entries(nested).flatMap(([key, value]) =>
			typeof value === 'string'
				? [[above + key, value] as const]
				: Object.entries(flat(value, `${above}${key}.`))
		)
	);

/** The shape of the Danish, with the words of another language in it. */
const filled = (nested: Nested, above: string, words: Map<string, string>): Nested =>
	Object.fromEntries(
		Object.entries(nested).map(([key, value]) => [
			key,
			typeof value === 'string'
				? (words.get(above + key) ?? '')
				: filled(value, `${above}${key}.`, words)
		])
	);

const jsonOf = (path: string): Nested | undefined =>
	existsSync(path) ? Nested.parse(JSON.parse(readFileSync(path, 'utf8'))) : undefined;

const write = (path: string, content: Nested): void =>
	replaceFile(path, `${JSON.stringify(content, null, '\t')}\n`, { mode: 0o666 });
