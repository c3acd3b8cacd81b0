import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { afterPaint } from './waking.ts';

const page = `<script nonce="x">{
	const element = document.currentScript.parentElement;
	Promise.all([
		import("/_app/immutable/entry/start.a.js"),
		import("/_app/immutable/entry/app.b.js")
	]).then(([kit, app]) => {
		kit.start(app, element, { data: [null] });
	});
}</script>`;

it('runs the page’s code when it has been painted, and then as before', () => {
	const html = afterPaint(page);
	expect(html).toMatch(/requestAnimationFrame\(\(\) => setTimeout\(painted\)\)/);
	const script = /<script[^>]*>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
	// It is still a program.
	expect(() => new Function(script.replaceAll('import(', 'fetched('))).not.toThrow();
	expect(script.indexOf('requestAnimationFrame')).toBeLessThan(script.indexOf('start.a.js'));
	expect(script).toContain('kit.start(app, element');
	expect(script.indexOf('app.b.js')).toBeLessThan(script.indexOf('setTimeout(rested'));
	expect(script.indexOf('setTimeout(rested')).toBeLessThan(script.indexOf('kit.start'));
	// What it looks for is there before it looks.
	expect(script.indexOf('sessionStorage')).toBeLessThan(script.indexOf('start.a.js'));
});

it('leaves a page alone that has no code of the framework', () => {
	expect(afterPaint('<p>Promise.all([])</p>')).toBe('<p>Promise.all([])</p>');
});

it('knows where the framework keeps what it looks for first', () => {
	const constants = readFileSync(
		'node_modules/@sveltejs/kit/src/runtime/client/constants.js',
		'utf8'
	);
	expect(constants).toMatch(/SNAPSHOT_KEY = 'sveltekit:snapshot'/);
	expect(constants).toMatch(/SCROLL_KEY = 'sveltekit:scroll'/);
});

it('knows how the framework begins a page: another version may write it otherwise', () => {
	const render = readFileSync(
		'node_modules/@sveltejs/kit/src/runtime/server/page/render.js',
		'utf8'
	);
	expect(render).toMatch(
		/Promise\.all\(\[\s*import\(\$\{[^`]+\}\),\s*import\(\$\{[^`]+\}\)\s*\]\)\.then\(\(\[kit, app\]\)/
	);
});
