import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { inWords } from '../../i18n/days.ts';
import { isDraft, languageOf, LANGUAGES } from '../../i18n/messages.ts';
import type { Takes } from './usage.ts';

/** Each walk that was played, in which commit, and what it found; and the walks that are left. */
const Walked = z.object({
	walks: z.record(
		z.string(),
		z.object({ commit: z.string(), day: z.iso.date(), pages: z.int(), found: z.int() })
	),
	left: z.array(z.string())
});
export type Walked = z.infer<typeof Walked>;

/** Where the papers are in the repository. */
const TABLE = 'src/ACCESSIBILITY.md';
const WALK = 'src/accessibility-walk.json';
/** As git writes a commit briefly. */
const BRIEFLY = 9;

const list = new Intl.ListFormat('da');
const languageNames = new Intl.DisplayNames('da', { type: 'language' });

export const takes = { most: 0 } satisfies Takes;

/** `was`: prints what a municipality's statement of accessibility can say of these pages. */
export function run(): void {
	if (!existsSync(TABLE)) throw new Error('run it where the repository lies');
	const walked = Walked.parse(JSON.parse(readFileSync(WALK, 'utf8')));
	console.log(text(walked, readFileSync(TABLE, 'utf8')));
}

/** In Danish, as the statement is: paragraphs under the headings that the authority's tool asks for. */
export function text({ walks, left }: Walked, of: string): string {
	const all = Object.values(walks);
	const found = all.reduce((total, each) => total + each.found, 0);
	const tests = rows(of).filter(({ test }) => /axe|`/.test(test));
	const absent = rows(of).filter(({ test }) => test === 'none needed');
	const drafts = Object.keys(LANGUAGES)
		.filter(isDraft)
		.map((code) => languageNames.of(languageOf(code).html) ?? code);
	return [
		'Overensstemmelsesstatus',
		`Borgernes sider er lavet efter WCAG 2.2, niveau AA, og EN 301 549, kapitel 9.${outcome(all.length, left.length, found)}`,
		'',
		'Hvordan siderne er testet',
		all.length > 0
			? `${left.length === 0 ? 'Alle borgernes sider på dansk og arabisk og alle personalets sider er' : `Borgernes sider på dansk og arabisk og personalets sider bliver gået igennem i ${all.length + left.length} dele. ${all.length} af dem er`} gået igennem med axe ${when(all)}. Hver side blev set lys, i brugerens egne farver på mørkt og på lyst og uden bevægelse, og borgernes sider også mørke, på 360, 820 og 1280 punkter og forstørret til 400 %: ${all.reduce((total, each) => total + each.pages, 0)} visninger i alt. Samtidig blev det målt, at alt, man trykker på, er mindst 44 punkter (link inde i en sætning undtaget), og at man kan se, hvor tastaturet er.`
			: 'Der er ikke gemt nogen gennemgang endnu: kør npm run test:modes.',
		`${tests.length} af standardens krav bliver prøvet af programmer ved hver ny udgave. ${absent.length} angår noget, der ikke er på siderne, for eksempel video.`,
		'',
		'Det ved vi ikke endnu',
		...(drafts.length > 0
			? [
					`Tekster på ${list.format(drafts)} er kladder, indtil en, der taler sproget, har læst dem. Det står på siderne.`
				]
			: []),
		'En skærmlæser bliver hørt igennem efter en skreven protokol før hver ny udgave (src/ACCESSIBILITY.md). Skriv selv, hvornår I senest gjorde det, og hvad I hørte.'
	].join('\n');
}

function outcome(walks: number, left: number, found: number): string {
	if (walks === 0) return '';
	if (found > 0) return ` Den seneste gennemgang fandt ${found} fejl, som ikke er rettet endnu.`;
	return left === 0
		? ' Den seneste gennemgang fandt ingen fejl.'
		: ' Den seneste gennemgang er ikke færdig.';
}

/** `30. november 2026 (udgave 1a2b3c4d5)` */
function when(all: Walked['walks'][string][]): string {
	const days = all.map(({ day }) => day).sort();
	const [first = '', last = first] = [days[0], days.at(-1)];
	const commits = [...new Set(all.map(({ commit }) => commit.slice(0, BRIEFLY)))];
	const span =
		first === last
			? inWords(first, 'da')
			: `fra ${inWords(first, 'da')} til ${inWords(last, 'da')}`;
	return `${span} (${commits.length === 1 ? 'udgave' : 'udgaverne'} ${list.format(commits)})`;
}

const rows = (markdown: string): { clause: string; test: string }[] =>
	markdown
		.split('\n')
		.filter((line) => line.startsWith('| ') && !/^\| (Clause|-)/.test(line))
		.map((line) => line.split('|').map((cell) => cell.trim()))
		.map(([, clause = '', , test = '']) => ({ clause, test }));
