import { coloursOf } from '../../look/accent.ts';
import { written } from './png.ts';

/** As large as those who show links ask for. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** How far a point is outside a shape, in pixels; negative inside. */
type Shape = (x: number, y: number) => number;
type Box = { left: number; top: number; right: number; bottom: number };

/** The product's own drawing, two whose eyes are at one height, is 220 wide and 104 high. */
const SCALE = 4.2;
const LEFT = (WIDTH - 220 * SCALE) / 2;
const TOP = (HEIGHT - 104 * SCALE) / 2;

/** What stands beside a link to a municipality's page: the product's drawing, in the municipality's colour. No word, no figure. */
export function linkPicture(accent: string): Buffer {
	const { '--tint': tint = '#ffffff' } = coloursOf(accent);
	const pixels = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
	const paint = (shape: Shape, colour: string, box: Box = WHOLE): void =>
		painted(pixels, shape, rgb(colour), box);
	paint(() => -1, tint);
	paint((_, y) => HEIGHT - 24 - y, accent, { ...WHOLE, top: HEIGHT - 26 });
	const dot = (at: number, y: number, radius: number, colour: string): void =>
		paint(circle(at, y, radius), colour, near(at, y));
	for (let at = 4; at <= 216; at += 7) dot(at, 40, 1.2, accent);
	for (const [centre, radius, isFull] of [
		[62, 24, true],
		[159, 23, false]
	] as const) {
		const body = ellipse(centre, 104, radius + 18, 38);
		const head = circle(centre, 36, radius);
		for (const shape of [body, head]) {
			paint(shape, isFull ? accent : '#ffffff', around(centre));
			if (!isFull) paint(outline(shape, 1.4), accent, around(centre));
		}
		const eyes = isFull ? [56, 70] : [151, 165];
		for (const at of eyes) dot(at, 39, 2.8, isFull ? '#ffffff' : accent);
	}
	// Below the drawing's own edge nothing of a body is left.
	paint((_, y) => TOP + 104 * SCALE - y, tint, {
		...WHOLE,
		top: Math.floor(TOP + 104 * SCALE) - 1,
		bottom: HEIGHT - 26
	});
	return written([{ type: 'IHDR', data: header() }], pixels);
}

const WHOLE: Box = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };
const around = (centre: number): Box => ({
	...WHOLE,
	left: Math.floor(LEFT + (centre - 50) * SCALE),
	right: Math.ceil(LEFT + (centre + 50) * SCALE),
	top: Math.floor(TOP),
	bottom: Math.ceil(TOP + 104 * SCALE)
});

const near = (at: number, y: number): Box => ({
	left: Math.floor(LEFT + (at - 4) * SCALE),
	right: Math.ceil(LEFT + (at + 4) * SCALE),
	top: Math.floor(TOP + (y - 4) * SCALE),
	bottom: Math.ceil(TOP + (y + 4) * SCALE)
});

const circle = (cx: number, cy: number, radius: number): Shape => ellipse(cx, cy, radius, radius);
const ellipse =
	(cx: number, cy: number, rx: number, ry: number): Shape =>
	(x, y) =>
		(Math.hypot((x - LEFT - cx * SCALE) / rx, (y - TOP - cy * SCALE) / ry) - SCALE) *
		Math.min(rx, ry);
const outline =
	(shape: Shape, half: number): Shape =>
	(x, y) =>
		Math.abs(shape(x, y)) - half * SCALE;
/** A pixel at the edge of a shape takes its part of the colour. */
function painted(pixels: Buffer, shape: Shape, colour: number[], box: Box): void {
	for (let y = box.top; y < box.bottom; y++) {
		for (let x = box.left; x < box.right; x++) {
			const share = Math.min(1, Math.max(0, 0.5 - shape(x + 0.5, y + 0.5)));
			if (share === 0) continue;
			const at = y * (1 + WIDTH * 3) + 1 + x * 3;
			for (let part = 0; part < 3; part++) {
				const before = pixels[at + part] ?? 0;
				pixels[at + part] = before + ((colour[part] ?? 0) - before) * share;
			}
		}
	}
}

function header(): Buffer {
	const data = Buffer.alloc(13);
	data.writeUInt32BE(WIDTH, 0);
	data.writeUInt32BE(HEIGHT, 4);
	// Eight bits of red, green and blue.
	data.set([8, 2, 0, 0, 0], 8);
	return data;
}

const rgb = (colour: string): number[] =>
	[1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
