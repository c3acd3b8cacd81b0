import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isOfPublic } from '../params/elsewhere.ts';

const LANGUAGE = 'src/routes/[municipality]/[[lang=lang]]';
const files = readdirSync('src/routes', { recursive: true, encoding: 'utf8' }).filter((path) =>
	/\+(page|layout)\.ts$/.test(path)
);
const holds = (path: string, text: string) =>
	readFileSync(join('src/routes', path), 'utf8').includes(text);

it('a page of a municipality that never wakes has what moves on it brought to it', () => {
	const asleep = files.filter((path) => holds(path, 'csr = false') && path.includes('lang]]'));
	expect(asleep.length).toBeGreaterThan(2);
	expect(asleep.filter((path) => !holds(path, 'isStill: true'))).toEqual([]);
	const still = files.filter((path) => holds(path, 'isStill: true'));
	expect(still.filter((path) => !holds(path, 'csr = false'))).toEqual([]);
});

it('the shell knows every page of the public, which it cannot draw itself', () => {
	const pages = readdirSync(join(LANGUAGE, '(public)'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('+page.svelte'))
		.map((path) => path.replace(/\/?\+page\.svelte$/, '').replaceAll(/\[+(\w+)\]+/g, 'x'));
	expect(pages.length).toBeGreaterThan(5);
	expect(pages.filter((path) => !isOfPublic(path))).toEqual([]);
	expect(['k', 'mit-billede', 'mit-billede/del', 'talt'].filter(isOfPublic)).toEqual([]);
});
