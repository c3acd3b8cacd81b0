import { describe, expect, it } from 'vitest';
import { draw, mirrored, placeAt, type Box } from './drawing.ts';
import { angleOf } from './flower.ts';
import { wrap } from './lines.ts';

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
				const half = (line.words.length * drawing.font * 0.54) / 2;
				expect(line.x - half).toBeGreaterThanOrEqual(box.x);
				expect(line.x + half).toBeLessThanOrEqual(box.x + box.width);
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
	// As even as they can be: no word alone on the last line.
	expect(wrap('Jeg tror på det, når nogen hjælper', 140, 10)).toEqual([
		'Jeg tror på det,',
		'når nogen hjælper'
	]);
	expect(wrap('arbejdsmarkedstilknytning', 60, 10)).toEqual([
		'arbejdsmar-',
		'kedstilkny-',
		'tning'
	]);
});

describe('a flower', () => {
	const petals = { area: 0, of: 5 };
	it('has its petals in an even ring, so that none is first', () => {
		const ring = [0, 1, 2, 3, 4].map((petal) => angleOf(petal, petals));
		const steps = ring.slice(1).map((angle, index) => angle - (ring[index] ?? 0));
		expect(new Set(steps)).toEqual(new Set([360 / 5]));
	});
	it('is turned its own way in each area, so that no direction means anything', () => {
		const turns = Array.from({ length: 10 }, (_, area) => angleOf(0, { ...petals, area }) % 72);
		expect(new Set(turns).size).toBe(10);
	});
});

it('puts areas on both sides of the places as soon as there are two', () => {
	const sides = (n: number) => {
		const drawing = draw('wide', places, areas.slice(0, n));
		const level = drawing.places[0]?.box.y ?? 0;
		const above = drawing.areas.filter(({ box }) => box.y < level).length;
		return [above, n - above];
	};
	expect([1, 2, 5, 8, 10].map(sides)).toEqual([
		[1, 0],
		[1, 1],
		[3, 2],
		[4, 4],
		[5, 5]
	]);
});

it('breaks no word whose letters are joined, and gives wide letters their room', () => {
	expect(wrap('المشاركة', 40, 11)).toEqual(['المشاركة']);
	expect(wrap('أودّ المشاركة', 46, 10)).toEqual(['أودّ', 'المشاركة']);
	expect(wrap('ናይ ገዛእ ርእሰይ መንገዲ', 60, 10).length).toBeGreaterThan(
		wrap('min egen vej frem', 100, 10).length
	);
});
