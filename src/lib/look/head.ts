import { escaped } from '../markup.ts';
import type { Colours } from './accent.ts';

/** What is told of a page where a link to it is shown: by a search engine, in a message, on a wall. */
export type Told = {
	/** The municipality. */
	site: string;
	/** Of a page that says nothing of itself. */
	about: string;
	/** The whole address of a picture. */
	picture: string;
	language: string;
};

/** Adds to the end of a page's head; its title, and its description where it has one, are its own. */
export function headOf(head: string, { accent, told }: { accent: string; told?: Told }): string {
	const title = /<title>([^<]*)<\/title>/.exec(head)?.[1];
	const own = /<meta name="description" content="([^"]*)"/.exec(head)?.[1];
	const description = told && (own ?? escaped(told.about));
	const lines = [
		`<meta name="theme-color" content="${accent}">`,
		...(told && description !== undefined
			? [
					...(own === undefined ? [`<meta name="description" content="${description}">`] : []),
					property('og:type', 'website'),
					property('og:site_name', escaped(told.site)),
					...(title === undefined ? [] : [property('og:title', title.replaceAll('"', '&quot;'))]),
					property('og:description', description),
					property('og:image', escaped(told.picture)),
					property('og:locale', told.language)
				]
			: [])
	];
	return head + lines.join('');
}

/** Into the page's first style, which carries the leave that a page's styles need. Twice `:root`: whatever comes after it. */
export const withColours = (head: string, colours: Colours): string =>
	head.replace('</style>', () => {
		const rules = Object.entries(colours).map(([name, colour]) => `${name}:${colour}`);
		return `:root:root{${rules.join(';')}}</style>`;
	});

const property = (name: string, content: string): string =>
	`<meta property="${name}" content="${content}">`;
