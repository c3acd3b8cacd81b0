import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openFile } from '../core/database.ts';
import * as look from './look.ts';
import { repacked, written } from './png.ts';
import { cleaned } from './svg.ts';

const drawn = '<path d="M0 0h10v10z" fill="#123456"/>';
const svg = (inner: string, more = '') =>
	`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"${more}>${inner}</svg>`;
const textOf = (given: string) => {
	const made = cleaned(given);
	return made.ok ? made.svg : made.reason;
};

describe('an SVG', () => {
	it('is written anew, as it was drawn', () => {
		expect(textOf(svg(`<g transform="scale(2)">${drawn}</g>`))).toBe(
			'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><g transform="scale(2)"><path d="M0 0h10v10z" fill="#123456"></path></g></svg>'
		);
	});

	it('keeps the colours that a drawing program wrote as classes and styles', () => {
		const made = textOf(
			`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg(
				'<style>.st0{fill:#ff0000;} .st1,.st2{stroke:blue}</style><path class="st0 st2" d="M0 0"/><path style="fill:#00ff00;behavior:url(x)" d="M1 1"/>'
			)}`
		);
		expect(made).toContain('fill="#ff0000"');
		expect(made).toContain('stroke="blue"');
		expect(made).toContain('fill="#00ff00"');
		expect(made).not.toMatch(/style|class|behavior/);
	});

	it.each([
		['a script', `<script>alert(1)</script>${drawn}`],
		['an event', '<path onload="alert(1)" d="M0 0"/>'],
		['a foreign element', `<foreignObject><body onload="x"/></foreignObject>${drawn}`],
		['a picture from elsewhere', `<image href="https://elsewhere.example/x.png"/>${drawn}`],
		['a link', `<a href="javascript:alert(1)">${drawn}</a>${drawn}`],
		['use of elsewhere', `<use xlink:href="https://elsewhere.example/x.svg#a"/>${drawn}`],
		['a fill from elsewhere', '<path fill="url(https://elsewhere.example/x#a)" d="M0 0"/>'],
		['a style sheet', `<style>@import url(https://elsewhere.example/x.css);</style>${drawn}`],
		['an animation', `<path d="M0 0"><set attributeName="href" to="javascript:x"/></path>`],
		['a comment', `<!-- made by somebody -->${drawn}`],
		['a text that is markup', `<title>&lt;script&gt;x&lt;/script&gt;</title>${drawn}`],
		['a data address', `<use href="data:image/svg+xml,x"/>${drawn}`]
	])('leaves out %s', (_, inner) => {
		const made = textOf(svg(inner));
		expect(made).toContain('<path');
		expect(made).not.toMatch(
			/<script|onload|foreign|elsewhere|javascript|@import|<set|<!--|data:|<image|<a[ >]/i
		);
	});

	it.each([
		['nothing drawn', svg('<g></g>'), 'no-drawing'],
		['entities', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg(drawn)}`, 'not-svg'],
		['no end', '<svg><path', 'not-svg'],
		['a page', '<html><svg></svg></html>', 'not-svg'],
		['far too many parts', svg(drawn.repeat(2001)), 'too-complex'],
		['far too long', svg(drawn.repeat(6000)), 'too-large']
	])('is refused with %s', (_, given, reason) => expect(textOf(given)).toBe(reason));
});

const header = (width: number, height: number) => {
	const data = Buffer.alloc(13);
	data.writeUInt32BE(width, 0);
	data.writeUInt32BE(height, 4);
	data.set([8, 6, 0, 0, 0], 8);
	return { type: 'IHDR', data };
};
const picture = (width = 3, height = 2) =>
	written([header(width, height)], Buffer.alloc(height * (1 + width * 4), 7));

describe('a PNG', () => {
	it('is packed anew, without what else was in the file', () => {
		const plain = picture();
		const secret = Buffer.from('tEXtAuthor\0Mette Hansen, GPS 55.3', 'latin1');
		const length = Buffer.alloc(4);
		length.writeUInt32BE(secret.length - 4);
		const sum = Buffer.alloc(4);
		sum.writeUInt32BE(crc32(secret));
		const end = plain.length - 12;
		const given = Buffer.concat([plain.subarray(0, end), length, secret, sum, plain.subarray(end)]);
		const made = repacked(Buffer.concat([given, Buffer.from('<script>behind</script>')]));
		expect(made?.toString('latin1')).not.toMatch(/Mette|script/);
		expect(made?.equals(plain)).toBe(true);
	});

	it.each([
		['cut short', picture().subarray(0, 60)],
		['changed on its way', Buffer.from(picture()).fill(1, 30, 31)],
		['far larger than it is allowed', picture(2001, 1)],
		['with fewer pixels than it says', written([header(9, 9)], Buffer.alloc(10))],
		['that unpacks to far more than it says', written([header(1, 1)], Buffer.alloc(1_000_000))],
		['of another kind', Buffer.from('GIF89a')]
	])('is refused %s', (_, given) => expect(repacked(given)).toBeUndefined());

	it('is read by the rules of the format', () => {
		// One white pixel, written by hand.
		const white = written(
			[{ type: 'IHDR', data: Buffer.from('00000001000000010800000000', 'hex') }],
			Buffer.from([0, 255])
		);
		expect(white.includes(deflateSync(Buffer.from([0, 255]), { level: 9 }))).toBe(true);
		expect(repacked(white)?.equals(white)).toBe(true);
	});
});

describe('the look of a municipality', () => {
	it('has a colour that can be read, or is as it comes', () => {
		const db = openFile(':memory:');
		expect(look.isOwn(db)).toBe(false);
		expect(look.chooseAccent(db, '#ffff00')).toBe(false);
		expect(look.chooseAccent(db, 'url(x)')).toBe(false);
		expect(look.read(db).accent).toBe('#44831e');
		expect(look.chooseAccent(db, '#1F5C99')).toBe(true);
		expect(look.read(db).colours['--accent']).toBe('#1f5c99');
	});

	it('keeps a logo under an address that changes with it, and gives back only that kind', () => {
		const db = openFile(':memory:');
		expect(look.putLogo(db, Buffer.from(svg(drawn)))).toEqual({ ok: true, type: 'svg' });
		const first = look.read(db).logo;
		expect(first).toMatch(/^logo\.svg\?v=[0-9a-f]{12}$/);
		expect(look.logo(db, 'svg')?.toString()).toContain('<path');
		expect(look.logo(db, 'png')).toBeUndefined();
		expect(look.putLogo(db, picture())).toEqual({ ok: true, type: 'png' });
		expect(look.read(db).logo).not.toBe(first);
		expect(look.putLogo(db, Buffer.from('hej'))).toEqual({ ok: false, reason: 'not-a-picture' });
		look.removeLogo(db);
		expect(look.read(db).logo).toBeUndefined();
	});
});
