import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import postcss from 'postcss';
import { expect, it } from 'vitest';
import { BY_CHANCE, dropChance } from './chance.ts';

it('leaves the element and what is refused by name, and takes the class', () => {
	const root = postcss.parse(
		'h1,.h1{a:b}.uppercase{a:b}a:not(.italic){a:b}.italics{a:b}.h2 a,h2 a{a:b}'
	);
	dropChance(root);
	expect(root.toString()).toBe('h1{a:b}a:not(.italic){a:b}.italics{a:b}h2 a{a:b}');
});

it('no page of ours uses one of those classes', () => {
	const name = `(${BY_CHANCE.join('|')})`;
	const used = new RegExp(
		`class="([^"]*[\\s}])?${name}[\\s{"]|class:${name}[=\\s>]|class=\\{[^}]*'([^']*\\s)?${name}[\\s']`
	);
	const files = readdirSync('src', { recursive: true }).map((file) => join('src', String(file)));
	const pages = files.filter((file) => /\.(svelte|html)$/.test(file));
	expect(pages.length).toBeGreaterThan(100);
	expect(pages.filter((file) => used.test(readFileSync(file, 'utf8')))).toEqual([]);
	for (const tag of [
		'<p class="quiet bold">',
		'<p class:bold={is}>',
		"<p class={is ? 'bold' : ''}>"
	])
		expect([tag, used.test(tag)]).toEqual([tag, true]);
});
