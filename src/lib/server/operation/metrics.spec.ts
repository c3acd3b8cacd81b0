import { describe, expect, it } from 'vitest';
import { observe, partOf, registry, TOLD_AT_ONCE } from './metrics.ts';

const count = async (part: string): Promise<number> => {
	const text = await registry.metrics();
	const found = new RegExp(`request_seconds_count\\{part="${part}",status="2xx"\\} (\\d+)`).exec(
		text
	);
	return Number(found?.[1] ?? 0);
};

describe('what the metrics tell', () => {
	it('never shows the moment of a single answer', async () => {
		const before = await count('answers');
		for (let n = 1; n < TOLD_AT_ONCE; n++) observe('answers', 200, 0.01);
		expect(await count('answers')).toBe(before);
		observe('answers', 201, 0.01);
		expect(await count('answers')).toBe(before + TOLD_AT_ONCE);
	});

	it('keeps no address, municipality or person of a request', async () => {
		for (let n = 0; n < TOLD_AT_ONCE; n++) observe('staff', 200, 0.01);
		const lines = (await registry.metrics())
			.split('\n')
			.filter((line) => line.startsWith('oejenhoejde_request'));
		expect(lines.length).toBeGreaterThan(5);
		for (const line of lines) expect(line).not.toMatch(/municipality|address|stevns|user/);
	});

	it.each([
		['/[municipality]/api/v1/submissions', 'POST', 'answers'],
		['/[municipality]/[[lang=lang]]/(citizen)/svar/[round]', 'POST', 'answers'],
		['/[municipality]/[[lang=lang]]/(citizen)/svar/[round]', 'GET', 'citizens'],
		['/[municipality]/[[lang=lang]]/(public)/resultater', 'GET', 'results'],
		['/[municipality]/api/v1/handout.json', 'GET', 'api'],
		['/[municipality]/intern/plan', 'POST', 'staff'],
		['/ready', 'GET', 'other'],
		[null, 'GET', 'other']
	])('knows %s %s as %s', (route, method, part) => expect(partOf(route, method)).toBe(part));
});
