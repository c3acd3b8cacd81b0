import { expect, it } from 'vitest';
import { coloursOf } from './accent.ts';
import { headOf, withColours } from './head.ts';

const told = {
	site: 'Prøve Kommune',
	about: 'Blev du hørt, "set" & <mødt>?',
	picture: 'https://proeve.example/proeve/billede.png',
	language: 'da'
};
const page = (inner: string) => `<html><head><style nonce="x">a{}</style>${inner}`;

it('tells what a page is about, and of what is escaped', () => {
	const html = headOf(page('<title>Svar &amp; tal</title>'), { accent: '#123456', told });
	expect(html).toContain('<meta name="theme-color" content="#123456">');
	expect(html).toContain(
		'<meta name="description" content="Blev du hørt, &quot;set&quot; &amp; &lt;mødt&gt;?">'
	);
	expect(html).toContain('<meta property="og:title" content="Svar &amp; tal">');
	expect(html).toContain('content="https://proeve.example/proeve/billede.png"');
});

it('goes by what a page says of itself, and tells nothing of a page of staff', () => {
	const own = headOf(page('<meta name="description" content="82 % er tilfredse">'), {
		accent: '#123456',
		told
	});
	expect(own.match(/name="description"/g)).toHaveLength(1);
	expect(own).toContain('<meta property="og:description" content="82 % er tilfredse">');
	const staffs = headOf(page(''), { accent: '#123456' });
	expect(staffs).not.toMatch(/og:|description/);
	expect(staffs).toContain('theme-color');
});

it('puts the colours where the page has leave for styles', () => {
	const html = withColours(page(''), coloursOf('#1f5c99'));
	expect(html).toContain('<style nonce="x">a{}:root:root{--own:#1f5c99;--accent:#1f5c99;');
	expect(withColours('<p>$&</p>', coloursOf('#1f5c99'))).toBe('<p>$&</p>');
});
