/** Where everything stands in the picture. Pure geometry in the units of the drawing's own view box. */

export type Size = 'wide' | 'narrow';
export type Box = { x: number; y: number; width: number; height: number };
export type Point = { x: number; y: number };

type Measures = {
	width: number;
	columns: number;
	gap: number;
	padding: number;
	flower: number;
	place: { gap: number; padding: number; font: number };
	text: { font: number; line: number };
};

const MEASURES: { [size in Size]: Measures } = {
	wide: {
		width: 900,
		columns: 3,
		gap: 16,
		padding: 13,
		flower: 33,
		place: { gap: 12, padding: 8, font: 18 },
		text: { font: 18.5, line: 23 }
	},
	narrow: {
		width: 344,
		columns: 1,
		gap: 10,
		padding: 10,
		flower: 28,
		place: { gap: 5, padding: 3, font: 12 },
		text: { font: 15.5, line: 20 }
	}
};

const MOTIF_HEIGHT = 46;
const MARKER_HEIGHT = 62;

/** Which petal of an area is filled, was before (newest first) or is filled in another's view; -1 for none. In the model's order. */
export type Petals = { now: number; before: number[]; theirs: number; of: number; talk: boolean };

/** An area as it is to be written: its name, and lines of description in order of weight. */
export type AreaWords = { id: string; name: string; lines: string[] };
export type PlaceWords = { id: string; name: string };

export type DrawnArea = { id: string; box: Box; flower: Point; text: DrawnLine[] };
export type DrawnLine = Point & { words: string; part: 'name' | 'step' | 'before' };
export type DrawnPlace = {
	id: string;
	box: Box;
	motif: Point;
	marker: Point;
	text: (Point & { words: string })[];
};
export type Drawing = {
	width: number;
	height: number;
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
	let y = 1;
	for (const row of above) y = drawRow(row, y, measures, drawn) + measures.gap;
	if (above.length > 0) y += measures.gap;
	const drawnPlaces = drawPlaces(places, y, measures);
	y += (drawnPlaces[0]?.box.height ?? 0) + measures.gap;
	if (below.length > 0) y += measures.gap;
	for (const row of below) y = drawRow(row, y, measures, drawn) + measures.gap;
	return {
		width: measures.width,
		height: y - measures.gap + 1,
		flower: measures.flower,
		font: measures.text.font,
		placeFont: measures.place.font,
		areas: drawn,
		places: drawnPlaces
	};
}

/** The same drawing for those who read from right to left. Texts begin where they began, at the other side. */
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

/** Rows as even as they can be, so that no area stands out: 4 areas in 3 columns are 2 + 2. */
function inRows<T>(all: T[], columns: number): T[][] {
	const rows = Math.ceil(all.length / columns);
	return Array.from({ length: rows }, (_, row) =>
		all.slice(Math.round((row * all.length) / rows), Math.round(((row + 1) * all.length) / rows))
	);
}

/** @returns the y where the row ends. */
function drawRow(row: AreaWords[], y: number, measures: Measures, into: DrawnArea[]): number {
	const { width, gap, padding, flower, text } = measures;
	const each = (width - 2 - gap * (measures.columns - 1)) / measures.columns;
	const start = (width - each * row.length - gap * (row.length - 1)) / 2;
	const inset = padding + flower * 2 + padding;
	const wrapped = row.map(({ name, lines }) => {
		const room = each - inset - padding;
		return [
			...wrap(name, room, text.font * 1.06).map((words) => ({ words, part: 'name' as const })),
			...lines.flatMap((line, index) =>
				wrap(line, room, text.font).map((words) => ({
					words,
					part: index === 0 ? ('step' as const) : ('before' as const)
				}))
			)
		];
	});
	const most = Math.max(...wrapped.map((lines) => lines.length));
	const height = Math.max(flower * 2, most * text.line) + padding * 2;
	row.forEach(({ id }, index) => {
		const box = { x: start + index * (each + gap), y, width: each, height };
		const lines = wrapped[index] ?? [];
		const top = y + (height - lines.length * text.line) / 2;
		into.push({
			id,
			box,
			flower: { x: box.x + padding + flower, y: y + height / 2 },
			text: lines.map((line, n) => ({
				...line,
				x: box.x + inset,
				y: top + n * text.line + text.font
			}))
		});
	});
	return y + height;
}

function drawPlaces(places: PlaceWords[], y: number, { width, place }: Measures): DrawnPlace[] {
	const each = (width - 2 - place.gap * (places.length - 1)) / places.length;
	const line = place.font * 1.25;
	const wrapped = places.map(({ name }) => wrap(name, each - place.padding * 2, place.font));
	const most = Math.max(...wrapped.map((lines) => lines.length));
	const height = MOTIF_HEIGHT + most * line + MARKER_HEIGHT + 14;
	return places.map(({ id }, index) => {
		const box = { x: 1 + index * (each + place.gap), y, width: each, height };
		const x = box.x + each / 2;
		return {
			id,
			box,
			motif: { x, y: y + MOTIF_HEIGHT / 2 + 4 },
			marker: { x, y: y + height - MARKER_HEIGHT / 2 - 4 },
			text: (wrapped[index] ?? []).map((words, n) => ({
				words,
				x,
				y: y + MOTIF_HEIGHT + 6 + n * line + place.font * 0.9
			}))
		};
	});
}

/** Average width of a letter, in ems: there is no measuring text on a server. A little too wide is safe. */
const EM = 0.54;

/** Breaks a text into lines; a word that is longer than a line is broken with a hyphen. */
export function wrap(text: string, width: number, font: number): string[] {
	const room = Math.max(4, Math.floor(width / (font * EM)));
	const lines: string[] = [];
	let line = '';
	for (const word of text
		.split(/\s+/)
		.filter(Boolean)
		.flatMap((each) => pieces(each, room))) {
		const longer = line ? `${line} ${word}` : word;
		if (longer.length > room && line) {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
	}
	return line ? [...lines, line] : lines;
}

function pieces(word: string, room: number): string[] {
	if (word.length <= room) return [word];
	return [`${word.slice(0, room - 1)}-`, ...pieces(word.slice(room - 1), room)];
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

/**
 * The centre of a petal, and how it is turned, in degrees. Petals stand in a ring, so none is first or last, and each
 * flower is turned its own way, so that no direction means anything.
 */
export function petal(index: number, of: number, turn: number, radius: number) {
	const angle = (index * 360) / of + turn;
	const radians = (angle * Math.PI) / 180;
	return {
		x: Math.cos(radians) * radius * 0.58,
		y: Math.sin(radians) * radius * 0.58,
		angle
	};
}
