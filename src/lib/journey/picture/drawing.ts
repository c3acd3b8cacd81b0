/** Where everything stands in the picture. Pure geometry in the units of the drawing's own view box. */
import { wrap } from './lines.ts';

export type Size = 'wide' | 'narrow';
export type Box = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };

type Measures = {
	width: number;
	/** Around everything. */
	margin: number;
	/** Between rows, and around the places. */
	gap: number;
	/** So many flowers stand in a row at most. */
	columns: number;
	/** The room of one flower and its words is no wider than this, so that few flowers stand together. */
	cell: number;
	flower: number;
	/** The outer flowers of a row stand this much nearer to the places: together the rows are a wreath. */
	bend: number;
	place: { gap: number; padding: number; font: number; motif: number; marker: number };
	text: { font: number; line: number; padding: number };
};

const MEASURES: { [size in Size]: Measures } = {
	wide: {
		width: 900,
		margin: 22,
		gap: 28,
		columns: 5,
		cell: 250,
		flower: 64,
		bend: 26,
		place: { gap: 12, padding: 8, font: 16.5, motif: 64, marker: 92 },
		text: { font: 17.5, line: 22, padding: 7 }
	},
	narrow: {
		width: 320,
		margin: 8,
		gap: 20,
		columns: 2,
		cell: 200,
		flower: 42,
		bend: 0,
		place: { gap: 5, padding: 3, font: 12.5, motif: 44, marker: 56 },
		text: { font: 14.5, line: 18, padding: 5 }
	}
};

/** Room for the leaves, and for the outlines of earlier pictures. */
const BELOW_FLOWER = 13;

/** An area as it is to be written: its name, and lines of description in order of weight. */
export type AreaWords = { id: string; name: string; lines: string[] };
export type PlaceWords = { id: string; name: string };

/** All text is set around its point's x. */
type DrawnArea = { id: string; box: Box; flower: Point; text: DrawnLine[] };
type DrawnLine = Point & { words: string; part: 'name' | 'step' | 'before' };
type DrawnPlace = {
	id: string;
	box: Box;
	motif: Point;
	marker: Point;
	text: (Point & { words: string })[];
};
export type Drawing = {
	width: number;
	height: number;
	/** A flower's radius. */
	flower: number;
	font: number;
	placeFont: number;
	areas: DrawnArea[];
	places: DrawnPlace[];
};

/** Lays out the places side by side, all alike, with the areas around them: half above and half below. */
export function draw(size: Size, places: PlaceWords[], areas: AreaWords[]): Drawing {
	const measures = MEASURES[size];
	const rows = inRows(areas, measures.columns);
	const above = rows.slice(0, Math.ceil(rows.length / 2));
	const below = rows.slice(above.length);
	const drawn: DrawnArea[] = [];
	let y = measures.margin * 1.5;
	for (const row of above) y = drawRow(row, y, 1, measures, drawn) + measures.gap;
	const drawnPlaces = drawPlaces(places, y, measures);
	y += (drawnPlaces[0]?.box.height ?? 0) + measures.gap;
	for (const row of below) y = drawRow(row, y, -1, measures, drawn) + measures.gap;
	return {
		width: measures.width,
		height: y - measures.gap + measures.margin * 1.5,
		flower: measures.flower,
		font: measures.text.font,
		placeFont: measures.place.font,
		areas: drawn,
		places: drawnPlaces
	};
}

/** The same drawing for those who read from right to left. */
export function mirrored(drawing: Drawing): Drawing {
	const point = <P extends Point>(each: P): P => ({ ...each, x: drawing.width - each.x });
	const box = (each: Box): Box => ({ ...each, x: drawing.width - each.x - each.width });
	return {
		...drawing,
		areas: drawing.areas.map((area) => ({
			...area,
			box: box(area.box),
			flower: point(area.flower),
			text: area.text.map(point)
		})),
		places: drawing.places.map((place) => ({
			...place,
			box: box(place.box),
			motif: point(place.motif),
			marker: point(place.marker),
			text: place.text.map(point)
		}))
	};
}

/** Rows as even as they can be, so that no area stands out, and two as soon as there are two areas: one on each side. */
function inRows<T>(all: T[], columns: number): T[][] {
	const rows = Math.max(Math.ceil(all.length / columns), Math.min(2, all.length));
	return Array.from({ length: rows }, (_, row) =>
		all.slice(Math.round((row * all.length) / rows), Math.round(((row + 1) * all.length) / rows))
	);
}

/** @param towards 1 when the places are below the row, -1 when they are above. @returns the y where the row ends. */
function drawRow(
	row: AreaWords[],
	y: number,
	towards: 1 | -1,
	measures: Measures,
	into: DrawnArea[]
): number {
	const { width, margin, cell, flower, bend, text } = measures;
	const each = Math.min(cell, (width - margin * 2) / row.length);
	const start = (width - each * row.length) / 2;
	const lines = row.map((area) => linesOf(area, each - text.padding * 2, text.font));
	const bends = row.map((_, index) => bend * bentBy(index, row.length, towards));
	const heights = lines.map((all) => flower * 2 + BELOW_FLOWER + all.length * text.line + 8);
	row.forEach(({ id }, index) => {
		const box = {
			x: start + index * each,
			y: y + (bends[index] ?? 0),
			width: each,
			height: heights[index] ?? 0
		};
		const x = box.x + each / 2;
		into.push({
			id,
			box,
			flower: { x, y: box.y + flower },
			text: (lines[index] ?? []).map((line, n) => ({
				...line,
				x,
				y: box.y + flower * 2 + BELOW_FLOWER + n * text.line + text.font
			}))
		});
	});
	return y + Math.max(...heights.map((height, index) => height + (bends[index] ?? 0)));
}

/** From 0 to 1. Rows of two lie straight: there is no bend to see. */
function bentBy(index: number, of: number, towards: 1 | -1): number {
	if (of < 3) return 0;
	const fromMiddle = ((2 * index) / (of - 1) - 1) ** 2;
	return towards === 1 ? fromMiddle : 1 - fromMiddle;
}

const linesOf = (area: AreaWords, room: number, font: number): Omit<DrawnLine, 'x' | 'y'>[] => [
	...wrap(area.name, room, font * 1.06).map((words) => ({ words, part: 'name' as const })),
	...area.lines.flatMap((line, index) =>
		wrap(line, room, font).map((words) => ({
			words,
			part: index === 0 ? ('step' as const) : ('before' as const)
		}))
	)
];

function drawPlaces(places: PlaceWords[], y: number, { width, margin, place }: Measures) {
	const each = (width - margin * 2 - place.gap * (places.length - 1)) / places.length;
	const line = place.font * 1.25;
	const wrapped = places.map(({ name }) => wrap(name, each - place.padding * 2, place.font));
	const most = Math.max(...wrapped.map((lines) => lines.length));
	const height = place.motif + most * line + place.marker + 10;
	return places.map(({ id }, index): DrawnPlace => {
		const box = { x: margin + index * (each + place.gap), y, width: each, height };
		const x = box.x + each / 2;
		const lines = wrapped[index] ?? [];
		return {
			id,
			box,
			motif: { x, y: y + place.motif / 2 + 4 },
			marker: { x, y: y + height - place.marker / 2 - 2 },
			text: lines.map((words, n) => ({
				words,
				x,
				y: y + place.motif + n * line + place.font
			}))
		};
	});
}

/** The place under a point, or null beside them all: the marker can be left out by dragging it away. */
export const placeAt = (drawing: Drawing, point: Point): string | null =>
	drawing.places.find(
		({ box }) =>
			point.x >= box.x &&
			point.x <= box.x + box.width &&
			point.y >= box.y &&
			point.y <= box.y + box.height
	)?.id ?? null;
