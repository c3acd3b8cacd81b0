import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HEIGHT, linkPicture, WIDTH } from './picture.ts';
import { repacked } from './png.ts';

it('draws the picture of a link in the municipality’s colour, as a file that anybody can read', () => {
	const [one, other] = [linkPicture('#1b5e8a'), linkPicture('#a3262f')];
	if (process.env.SHOW) writeFileSync(process.env.SHOW, one);
	expect([one.readUInt32BE(16), one.readUInt32BE(20)]).toEqual([WIDTH, HEIGHT]);
	expect(one.length).toBeLessThan(60_000);
	expect(repacked(one)?.equals(one)).toBe(true);
	expect(one.equals(other)).toBe(false);
});
