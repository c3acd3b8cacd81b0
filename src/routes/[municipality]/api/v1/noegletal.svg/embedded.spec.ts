import { DOMParser } from '@xmldom/xmldom';
import { expect, it } from 'vitest';
import { load } from '$lib/i18n/messages.ts';
import { embedded } from './embedded.ts';
import { localeOf } from '$lib/results/locale.ts';
import { wilson } from '$lib/results/statistics.ts';

const locale = localeOf(await load('da', 'results'), 'da');
const drawing = (changed: object = {}) =>
	embedded(locale, {
		municipality: 'Prøve & Co',
		title: 'Hvor tilfreds er du <alt i alt> med samtalen med din jobrådgiver?',
		figure: {
			state: 'shown',
			series: 'asked',
			n: 214,
			share: { k: 175, n: 214 },
			interval: wilson(175 / 214, 214),
			mean: null,
			response: null,
			distribution: { points: [9, 10, 20, 75, 100], na: 0, unclear: 0, skipped: 0 }
		},
		goal: 0.8,
		period: 'januar til maj 2026',
		address: 'proeve.example/proeve/resultater',
		accent: '#1b5e8a',
		...changed
	});

it('says the figure, how sure it is, of how many, the goal, when, whose and where', () => {
	const svg = drawing().replaceAll('\u00a0', ' ');
	for (const said of [
		'82 %',
		'76',
		'86',
		'214',
		'mål 80',
		'januar til maj 2026',
		'proeve.example'
	]) {
		expect(svg).toContain(said);
	}
	const problems: string[] = [];
	new DOMParser({ errorHandler: (_, text: string) => void problems.push(text) }).parseFromString(
		svg,
		'image/svg+xml'
	);
	expect(problems).toEqual([]);
	expect(svg).toContain('Prøve &amp; Co');
});

it('draws no goal where there is none, and no more than two lines of a question', () => {
	const svg = drawing({ goal: null, title: 'ord '.repeat(80).trim() });
	expect(svg).not.toContain('stroke-dasharray');
	expect(svg.match(/font-size="20"/g)).toHaveLength(2);
	expect(svg).toContain('…</text>');
});
