import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { inWords } from '../../i18n/days.ts';

const Walks = z.record(z.string(), z.object({ day: z.iso.date(), pages: z.int(), found: z.int() }));
type Walks = z.infer<typeof Walks>;

/** Where the papers are in the repository. */
const TABLE = 'src/ACCESSIBILITY.md';
const WALK = 'src/accessibility-walk.json';

/** `was`: prints what a municipality's statement of accessibility can say of these pages. */
export function run(): void {
	if (!existsSync(TABLE)) throw new Error('run it where the repository lies');
	const walks = Walks.parse(JSON.parse(readFileSync(WALK, 'utf8')));
	console.log(text(walks, readFileSync(TABLE, 'utf8')));
}

/** In Danish, as the statement is: paragraphs under the headings that the authority's tool asks for. */
export function text(walks: Walks, of: string): string {
	const all = Object.values(walks);
	const sum = (what: 'pages' | 'found') => all.reduce((total, each) => total + each[what], 0);
	const days = all.map(({ day }) => day).sort();
	const [first, last] = [days[0], days.at(-1)];
	const tests = rows(of).filter(({ test }) => /axe|`/.test(test));
	const absent = rows(of).filter(({ test }) => test === 'none needed');
	const found = sum('found');
	return [
		'Overensstemmelsesstatus',
		found === 0 && all.length > 0
			? 'Borgernes sider er lavet efter WCAG 2.2, niveau AA, og EN 301 549, kapitel 9. Den seneste gennemgang fandt ingen fejl.'
			: `Borgernes sider er lavet efter WCAG 2.2, niveau AA, og EN 301 549, kapitel 9. Den seneste gennemgang fandt ${found} fejl, som ikke er rettet endnu.`,
		'',
		'Hvordan siderne er testet',
		first && last
			? `Alle borgernes sider på dansk og arabisk og alle personalets sider er gået igennem med axe ${first === last ? inWords(first, 'da') : `fra ${inWords(first, 'da')} til ${inWords(last, 'da')}`}. Hver side blev set lys, mørk, i brugerens egne farver på mørkt og på lyst og uden bevægelse, på 360, 820 og 1280 punkter og forstørret til 400 %: ${sum('pages')} visninger i alt. Samtidig blev det målt, at alt, man trykker på, er mindst 44 punkter, og at man kan se, hvor tastaturet er.`
			: 'Der er ikke gemt nogen gennemgang endnu: kør npm run test:modes.',
		`${tests.length} af standardens krav bliver prøvet af programmer ved hver ny udgave. ${absent.length} angår noget, der ikke er på siderne, for eksempel video.`,
		'',
		'Det ved vi ikke endnu',
		'Tekster på ukrainsk, arabisk, polsk, tyrkisk, somali, tigrinya, farsi og tysk er kladder, indtil en, der taler sproget, har læst dem. Det står på siderne.',
		'En skærmlæser bliver hørt igennem efter en skreven protokol før hver ny udgave (src/ACCESSIBILITY.md). Skriv selv, hvornår I senest gjorde det, og hvad I hørte.'
	].join('\n');
}

const rows = (markdown: string): { clause: string; test: string }[] =>
	markdown
		.split('\n')
		.filter((line) => line.startsWith('| ') && !/^\| (Clause|-)/.test(line))
		.map((line) => line.split('|').map((cell) => cell.trim()))
		.map(([, clause = '', , test = '']) => ({ clause, test }));
