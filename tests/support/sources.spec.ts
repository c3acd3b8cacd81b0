import { expect, it } from 'vitest';
import { importsOf } from './sources.ts';

it('sees every way of importing', () => {
	const source = `import a from './a.ts'; import type { B } from './b.ts'; export * from './c.ts';
		const d = import('./d.ts'); type E = import('./e.ts').E; import.meta.glob(['./f/*.ts', '!./f/x.ts']);
		new Worker(new URL('./g.ts', import.meta.url)); import(h); // import './not.ts'
		const i = "import './not.ts'"; import '$lib/i/j.ts'; import { type K } from 'k';`;
	expect(importsOf('src/lib/x/x.ts', source).map(({ target }) => target)).toEqual([
		...['a.ts', 'b.ts', 'c.ts', 'd.ts', 'e.ts', 'f/', 'g.ts'].map((name) => `src/lib/x/${name}`),
		...['?', 'src/lib/i/j.ts', 'k']
	]);
	const component = `<script lang="ts">import A from './A.svelte';</script>
		{#await import('./B.svelte')}{/await}<!-- import('./not.ts') -->`;
	expect(importsOf('src/routes/+page.svelte', component).map(({ target }) => target)).toEqual([
		'src/routes/A.svelte',
		'src/routes/B.svelte'
	]);
});
