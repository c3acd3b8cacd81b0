import { expect, it } from 'vitest';
import { idOfNewest, newestFirst, type Assessment } from './assessment.ts';

const made = (id: string, madeOn: string) => ({ id, madeOn }) as Assessment;

it('keeps the order of pictures that were made on one day, without a time', () => {
	let pictures: Assessment[] = [made('0'.repeat(36), '2026-05-19')];
	const order: string[] = [];
	for (let n = 0; n < 60; n++) {
		const id = idOfNewest(pictures, '2026-05-20');
		order.unshift(id);
		pictures = newestFirst([...pictures, made(id, '2026-05-20')]);
	}
	expect(pictures.slice(0, 60).map(({ id }) => id)).toEqual(order);
	expect(new Set(order).size).toBe(60);
	expect(
		order.every((id) =>
			/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)
		)
	).toBe(true);
});

it('gives an id where none comes before those of the day', () => {
	const lowest = `${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}`;
	expect(idOfNewest([made(lowest, '2026-05-20')], '2026-05-20', () => 'b')).toBe('b');
});
