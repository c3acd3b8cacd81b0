import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import Initiatives from './Initiatives.svelte';
import { sayingOf } from './saying.ts';

it.each(['en', 'ar', 'da'])(
	'what people write on a page in %s is marked as Danish',
	async (language) => {
		const say = await sayingOf(language);
		const written = {
			heard: 'Ventetid',
			does: 'Vi ringer',
			why: 'Ingen penge',
			owner: 'En teamleder'
		};
		const initiative = {
			...written,
			id: 'a',
			answers: { kind: 'theme' as const, id: 'b' },
			state: 'dropped' as const,
			due: null,
			next: null,
			isPublic: true
		};
		const { body } = render(Initiatives, {
			props: { say, initiatives: [initiative] as never, today: '2026-05-20' }
		});
		for (const words of Object.values(written))
			expect(body).toContain(`<bdi lang="da">${words}</bdi>`);
		const planned = { ...initiative, answers: { kind: 'planned' as const, id: 'b' } };
		const { body: ofPlan } = render(Initiatives, {
			props: { say, initiatives: [planned] as never, today: '2026-05-20' }
		});
		expect(ofPlan).toContain('<bdi>Vi ringer</bdi>');
		expect(ofPlan).toContain('<bdi lang="da">En teamleder</bdi>');
	}
);
