import { describe, expect, it } from 'vitest';
import { presses } from './presses.ts';

const next = { x: 100, y: 600, way: 'on' } as const;
const row = { x: 100, y: 604, way: 'other' } as const;
const elsewhere = { x: 100, y: 200, way: 'other' } as const;
const back = { x: 20, y: 20, way: 'back' } as const;

function screen() {
	let now = 0;
	const guard = presses(() => now);
	return {
		...guard,
		after: (milliseconds: number) => {
			now += milliseconds;
		}
	};
}

describe('a press right after the screen changed', () => {
	it.each([0, 80, 150, 250, 400, 499])('does nothing %i ms after', (milliseconds) => {
		const at = screen();
		at.isGhost(next);
		at.arrived();
		at.after(milliseconds);
		expect(at.isGhost(next)).toBe(true);
		expect(at.isGhost(row)).toBe(true);
	});

	it('counts once there was time to see what stands there', () => {
		const at = screen();
		at.isGhost(next);
		at.arrived();
		at.after(500);
		expect(at.isGhost(next)).toBe(false);
	});

	it('does nothing as long as it is repeated, as by a key that is held down', () => {
		const at = screen();
		at.arrived();
		for (let turn = 0; turn < 20; turn++) {
			at.after(200);
			expect(at.isGhost({ ...next, x: 0, y: 0 })).toBe(true);
		}
	});

	it('counts when an answer was given in between', () => {
		const at = screen();
		at.isGhost(next);
		at.arrived();
		at.after(200);
		expect(at.isGhost(elsewhere)).toBe(false);
		at.answered();
		expect(at.isGhost(next)).toBe(false);
	});

	it('knows the place of a press that another part of the page took', () => {
		const at = screen();
		at.arrived({ x: 100, y: 600 });
		expect(at.isGhost(row)).toBe(true);
		expect(at.isGhost(elsewhere)).toBe(false);
	});

	it('leads back as often as one likes', () => {
		const at = screen();
		for (let turn = 0; turn < 3; turn++) {
			expect(at.isGhost(back)).toBe(false);
			at.arrived();
			at.after(100);
		}
	});
});
