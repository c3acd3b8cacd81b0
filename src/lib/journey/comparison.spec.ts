import { expect, it } from 'vitest';
import { areasOfAny, stepIn } from './comparison.ts';

const picture = (...areas: string[]) => ({
	placements: areas.map((area) => ({ area, step: `${area}-1`, talk: false, note: '' }))
});
const model = { areas: [{ id: 'health' }, { id: 'work' }, { id: 'home' }] };

it('lists the areas of all pictures in the model’s order, and what is gone from the model last', () => {
	expect(areasOfAny([picture('work', 'old'), picture('health', 'work')], model)).toEqual([
		'health',
		'work',
		'old'
	]);
	expect(areasOfAny([], model)).toEqual([]);
});

it('says what was chosen in an area, and that nothing was', () => {
	const { placements } = picture('work');
	expect(stepIn({ placements }, 'work')).toBe('work-1');
	expect(stepIn({ placements }, 'home')).toBeNull();
	expect(stepIn({ placements: [{ area: 'home', step: null }] }, 'home')).toBeNull();
});
