import { expect, it, vi } from 'vitest';
import { handoutAddress } from '../survey/handout.ts';
import { keptMunicipalities } from './kept.ts';

it('finds a municipality by what is kept of it, in whatever language it was read', async () => {
	const kept = new Map([
		[handoutAddress('stevns', 'da'), { name: 'Stevns Kommune' }],
		[handoutAddress('vejen', 'ar'), { name: 'Vejen Kommune' }]
	]);
	vi.stubGlobal('caches', {
		keys: async () => ['oejenhoejde-stevns', 'oejenhoejde-vejen', 'oejenhoejde-section-tablet'],
		match: async (address: string, { ignoreSearch = false } = {}) => {
			const found = [...kept].find(([each]) =>
				ignoreSearch ? each.split('?')[0] === address : each === address
			);
			return found && Response.json(found[1]);
		}
	});
	expect(await keptMunicipalities()).toEqual([
		{ municipality: 'stevns', name: 'Stevns Kommune' },
		{ municipality: 'vejen', name: 'Vejen Kommune' }
	]);
});
