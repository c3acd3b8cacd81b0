/**
 * What a page of ours may load and do: the framework writes it into the pages that it renders, and the server before it onto
 * whatever else it answers with.
 *
 * @type {import('@sveltejs/kit').KitConfig['csp'] extends { directives?: infer D } | undefined ? NonNullable<D> : never}
 */
export const directives = {
	'default-src': ['self'],
	'script-src': ['self'],
	'style-src': ['self'],
	// Kit's route announcer has this one inline style.
	'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
	'img-src': ['self', 'data:'],
	'object-src': ['none'],
	'base-uri': ['none'],
	'form-action': ['self'],
	'frame-ancestors': ['none'],
	// No text becomes markup or a script but by these: Svelte's own templates, the worker's address, and that of the draw's worker.
	'require-trusted-types-for': ['script'],
	'trusted-types': ['svelte-trusted-html', 'worker', 'list']
};

/** As a header. */
export const policy = Object.entries(directives)
	.map(([name, values]) => [name, ...values.map(quoted)].join(' '))
	.join('; ');

/** @param {string} value */
function quoted(value) {
	return /^(self|none|script|unsafe-hashes|sha256-.*)$/.test(value) ? `'${value}'` : value;
}
