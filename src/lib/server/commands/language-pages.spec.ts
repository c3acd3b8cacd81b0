import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { crawl, write } from './language-pages.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'pages-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const line = (key: string, danish: string, words: string) => ({
	key,
	where: '',
	danish,
	english: '',
	words
});
const LINES = [
	line('citizen form.begin', 'Begynd', 'ابدأ'),
	line('citizen form.progress', 'Udsagn {number} af {of}', 'العبارة {number} من {of}'),
	line(
		'thanks left',
		'{n, plural, one {# svar} other {# svar}} venter på net',
		'{n, plural, one {إجابة} other {# إجابات}} تنتظر الشبكة'
	),
	line(
		'plans Vi er i øjenhøjde (altid)',
		'Vi er i øjenhøjde (altid)',
		'نحن على مستوى النظر (دائمًا)'
	),
	line('trouble never', 'Aldrig', 'أبدًا'),
	// These could be anything, and are said of nothing.
	line('goals unit', '{value}', '{value}'),
	line('goals share', '{value} %', '%{value}')
];
const html = `<html><head><style>a{}@media (scripting: enabled){b{}}</style></head><body><script>ابدأ</script>
<button title="ابدأ">ابدأ</button><p>العبارة \u2066٣\u2069 من <!---->٧</p><p>العبارة ٣ من ٧</p><i>إلخ</i><p>٤ إجابات تنتظر الشبكة. نحن على مستوى النظر (دائمًا)</p></body></html>`;

it('marks each text where it stands, whatever is put into it, and lists those that stand nowhere', () => {
	expect(write(folder, LINES, [{ path: '/stevns/ar', html }])).toBe(4);
	const page = readFileSync(join(folder, '1.html'), 'utf8');
	expect(page).toContain(
		'ابدأ<span class="text-key" title="Begynd">citizen form.begin</span></button>'
	);
	expect(page).toContain(
		'<p>العبارة ٣ من ٧<span class="text-key" title="Udsagn {number} af {of}">citizen form.progress</span>'
	);
	expect(page).toMatch(/thanks left<\/span>.*plans Vi er i øjenhøjde \(altid\)<\/span><\/p>/);
	expect(page).toContain('<i>إلخ</i>');
	// Nothing runs, and what scripts would hide is shown.
	expect(page).not.toContain('<script');
	expect(page).toContain('@media (scripting:none)');
	expect(page).toContain('<button title="ابدأ">');
	const first = readFileSync(join(folder, 'index.html'), 'utf8');
	expect(first).toContain('<a href="1.html">/stevns/ar</a>');
	expect(first).toContain('trouble never');
	expect(first).not.toContain('citizen form.begin');
});

it('reads on by links of the same language, one page of each kind, and says when there is nothing to read', async () => {
	const pages: { [path: string]: string } = {
		'/stevns/ar':
			'<a href="/stevns/ar/resultater">1</a><a href="/stevns">2</a><a href="https://ast.dk">3</a>',
		'/stevns/ar/resultater':
			'<a href="/stevns/ar/resultater/2026/udsagn/a">4</a><a href="/stevns/ar/resultater/2026/udsagn/b">5</a><a href="/stevns/ar">6</a>',
		'/stevns/ar/resultater/2026/udsagn/a': '7'
	};
	const get = async (address: unknown) => {
		const body = pages[new URL(String(address)).pathname];
		return new Response(body ?? '', {
			status: body ? 200 : 404,
			headers: { 'content-type': 'text/html' }
		});
	};
	const found = await crawl('http://localhost:1/stevns/ar', get as typeof fetch);
	expect(found.map(({ path }) => path)).toEqual(Object.keys(pages));
	await expect(crawl('http://localhost:1/stevns/uk', get as typeof fetch)).rejects.toThrow(
		'answers 404'
	);
	expect(readdirSync(folder)).toEqual([]);
});
