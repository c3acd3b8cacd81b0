import { describe, expect, it } from 'vitest';
import { draw, mirrored, petal, placeAt, wrap, type Box } from './drawing.ts';

const places = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: `Et sted med ${id}` }));
const areas = Array.from({ length: 10 }, (_, n) => ({
	id: `area-${n}`,
	name: 'Arbejde og det, jeg kan',
	lines: ['Jeg har en idé, men ikke en start', 'Før: Jeg kan ikke se et job for mig lige nu']
}));
const overlap = (a: Box, b: Box): boolean =>
	a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe.each(['wide', 'narrow'] as const)('the %s picture', (size) => {
	it.each([0, 1, 3, 4, 7, 10])('has room for %i areas, none on top of another', (n) => {
		const drawing = draw(size, places, areas.slice(0, n));
		const boxes = [...drawing.areas, ...drawing.places].map(({ box }) => box);
		expect(drawing.areas).toHaveLength(n);
		for (const [index, box] of boxes.entries()) {
			expect(box.x).toBeGreaterThanOrEqual(0);
			expect(box.x + box.width).toBeLessThanOrEqual(drawing.width);
			expect(box.y + box.height).toBeLessThanOrEqual(drawing.height);
			for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
		}
	});
	it('draws the places alike: one height, one width, one level', () => {
		const { places: drawn } = draw(size, places, areas);
		const shapes = new Set(
			drawn.map(({ box }) => [box.y, box.width.toFixed(3), box.height].join(' '))
		);
		expect(shapes.size).toBe(1);
	});
	it('keeps all words inside their area', () => {
		const drawing = draw(size, places, areas);
		for (const { box, text } of drawing.areas) {
			for (const line of text) {
				expect(line.y).toBeGreaterThan(box.y);
				expect(line.y).toBeLessThan(box.y + box.height);
				expect(line.x + line.words.length * drawing.font * 0.5).toBeLessThan(box.x + box.width);
			}
		}
	});
	it('is mirrored for those who read from right to left, and nothing falls outside', () => {
		const drawing = draw(size, places, areas);
		const turned = mirrored(drawing);
		const rounded = (each: object) =>
			JSON.stringify(each, (_, x: unknown) => (typeof x === 'number' ? x.toFixed(3) : x));
		expect(rounded(mirrored(turned))).toBe(rounded(drawing));
		expect(turned.places.map(({ id }) => placeAt(turned, turned.places[0]!.marker) === id)).toEqual(
			[true, false, false, false, false]
		);
		expect(turned.places[0]!.box.x).toBeGreaterThan(turned.places[4]!.box.x);
	});
	it('finds the place under a finger, and none beside them', () => {
		const drawing = draw(size, places, areas);
		for (const { id, marker } of drawing.places) expect(placeAt(drawing, marker)).toBe(id);
		expect(placeAt(drawing, { x: 5, y: 5 })).toBeNull();
	});
});

it('breaks lines between words, and only then inside one', () => {
	expect(wrap('Jeg har en idé', 80, 10)).toEqual(['Jeg har en idé']);
	expect(wrap('Jeg har en idé', 50, 10)).toEqual(['Jeg har', 'en idé']);
	expect(wrap('arbejdsmarkedstilknytning', 60, 10)).toEqual([
		'arbejdsmar-',
		'kedstilkny-',
		'tning'
	]);
});

it('turns petals in a ring, so that none is first', () => {
	const ring = [0, 1, 2, 3, 4].map((index) => petal(index, 5, 12, 30));
	const middle = ring.reduce((sum, { x, y }) => ({ x: sum.x + x, y: sum.y + y }), { x: 0, y: 0 });
	expect(Math.hypot(middle.x, middle.y)).toBeLessThan(0.001);
});
