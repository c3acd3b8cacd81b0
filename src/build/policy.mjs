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
	'connect-src': ['self'],
	'object-src': ['none'],
	'base-uri': ['none'],
	'form-action': ['self'],
	'frame-ancestors': ['none']
};

/** As a header. */
export const policy = Object.entries(directives)
	.map(([name, values]) => [name, ...values.map(quoted)].join(' '))
	.join('; ');

/** @param {string} value */
function quoted(value) {
	return value.endsWith(':') ? value : `'${value}'`;
}
