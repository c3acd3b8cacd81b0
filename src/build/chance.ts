import type { Root } from 'postcss';

/** Classes of the design system that bear the name of an element or an English word, so that our pages seem to name them. */
export const BY_CHANCE = [
	'h1',
	'h2',
	'h3',
	'h4',
	'article',
	'bold',
	'figcaption',
	'focus',
	'italic',
	'uppercase'
];

const NAMED = new RegExp(`\\.(${BY_CHANCE.join('|')})(?![\\w-])`);

/** Leaves out what is said of them: no page uses one, and a test sees to it. */
export function dropChance(root: Root): void {
	root.walkRules((rule) => {
		const left = rule.selectors.filter((each) => !NAMED.test(each.replace(/:not\([^)]*\)/g, '')));
		if (left.length === 0) rule.remove();
		else if (left.length < rule.selectors.length) rule.selectors = left;
	});
}
