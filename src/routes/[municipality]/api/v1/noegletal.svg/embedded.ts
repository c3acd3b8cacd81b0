import { drawn } from '$lib/charts/parts.ts';
import { escaped } from '$lib/markup.ts';
import { valueOf } from '$lib/rounding.ts';
import { decimalsAgainst } from '$lib/results/caption.ts';
import type { Figure } from '$lib/results/figure.ts';
import type { Locale } from '$lib/results/locale.ts';
import { decimalsOf } from '$lib/results/locale.ts';

const WIDTH = 720;
const HEIGHT = 320;
/** The scale's ends. */
const [FROM, TO] = [40, 680];
const LETTERS_OF_A_LINE = 58;
const INK = '#1a1a1a';

/**
 * A round's key figure as a drawing that stands by itself, on anybody's page: what was asked, the share with its interval and
 * how many answered, the goal, of when, whose, and where it can be looked up.
 */
export function embedded(
	locale: Locale,
	of: {
		municipality: string;
		/** The question, or what the figure is pooled of. */
		title: string;
		figure: Extract<Figure, { state: 'shown' }>;
		goal: number | null;
		period: string;
		address: string;
		accent: string;
	}
): string {
	const { m } = locale;
	const { figure, goal, accent } = of;
	const decimals = decimalsAgainst(figure, goal);
	const share = locale.percent(figure.share, decimals);
	const { interval } = figure;
	const answers = m.items.n({ n: figure.n, count: locale.count(figure.n) });
	const beside = [
		...(interval
			? [
					m.items.range({
						low: locale.bare(interval.low, decimals),
						high: locale.bare(interval.high, decimals)
					})
				]
			: []),
		answers
	].join(' · ');
	const at = (value: number): number => drawn(FROM + value * (TO - FROM));
	const title = lines(of.title);
	const said = `${of.municipality}: ${of.title} ${locale.beside(share, beside)}. ${of.period}.`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif">`,
		`<title>${escaped(said)}</title>`,
		`<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/><rect width="8" height="${HEIGHT}" fill="${accent}"/>`,
		text(of.municipality, { x: FROM, y: 38, size: 15, fill: '#555555' }),
		...title.map((line, n) => text(line, { x: FROM, y: 66 + n * 26, size: 20, bold: true })),
		text(share, { x: FROM, y: 158, size: 54, bold: true, fill: accent }),
		text(beside, { x: FROM + 150, y: 158, size: 18 }),
		`<line x1="${FROM}" x2="${TO}" y1="216" y2="216" stroke="#666666"/>`,
		...[0, 0.25, 0.5, 0.75, 1].map((tick) =>
			text(locale.percent(tick), { x: at(tick), y: 238, size: 13, fill: '#555555', middle: true })
		),
		...(interval
			? [
					`<line x1="${at(interval.low)}" x2="${at(interval.high)}" y1="200" y2="200" stroke="${accent}" stroke-opacity="0.45" stroke-width="12"/>`
				]
			: []),
		`<circle cx="${at(valueOf(figure.share))}" cy="200" r="9" fill="${accent}" stroke="#ffffff" stroke-width="2.5"/>`,
		...(goal === null
			? []
			: [
					`<line x1="${at(goal)}" x2="${at(goal)}" y1="184" y2="216" stroke="${INK}" stroke-width="2.5" stroke-dasharray="5 3"/>`,
					text(m.key.goal({ goal: locale.percent(goal, decimalsOf(goal)) }), {
						...{ x: at(goal), y: 180, size: 14, bold: true },
						middle: true
					})
				]),
		text(of.period, { x: FROM, y: 274, size: 14, fill: '#555555' }),
		text(of.address, { x: FROM, y: 298, size: 14, fill: '#555555' }),
		'</svg>'
	].join('');
}

type Look = {
	x: number | string;
	y: number;
	size: number;
	bold?: boolean;
	fill?: string;
	middle?: boolean;
};

const text = (words: string, { x, y, size, bold, fill = INK, middle }: Look): string =>
	`<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="700"' : ''}${middle ? ' text-anchor="middle"' : ''}>${escaped(words)}</text>`;

/** Two at most; what is longer ends in dots, and is whole in the drawing's own title. */
function lines(words: string): string[] {
	const found: string[] = [''];
	for (const word of words.split(' ')) {
		const longer = `${found.at(-1)} ${word}`.trim();
		if (longer.length <= LETTERS_OF_A_LINE) found[found.length - 1] = longer;
		else found.push(word);
	}
	return found.length <= 2 ? found : [found[0] ?? '', `${found[1]} …`];
}
