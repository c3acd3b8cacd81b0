import { describe, expect, it, vi } from 'vitest';
import { framesOf, log, logError } from './log.ts';

const printed = () => {
	const lines: { [name: string]: unknown }[] = [];
	const keep = (text: string) => void lines.push(JSON.parse(text));
	vi.spyOn(console, 'log').mockImplementation(keep);
	vi.spyOn(console, 'error').mockImplementation(keep);
	return lines;
};
/** As JSON, SQLite and zod do: the words of an error quote what it was about. */
function telling(): Error {
	try {
		JSON.parse('Karen Holm, 010190-1234');
	} catch (error) {
		return error as Error;
	}
	throw new Error('it parses');
}

describe('a line of the log', () => {
	it('says where and what kind, and none of the words of what went wrong', () => {
		const lines = printed();
		const problem = telling();
		expect(problem.message).toContain('Karen');
		const id = logError('request', problem, { route: '/[municipality]/intern/plan', status: 500 });
		expect(lines).toEqual([
			{
				time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/),
				level: 'error',
				event: 'request',
				error: id,
				kind: 'SyntaxError',
				route: '/[municipality]/intern/plan',
				status: 500,
				at: expect.arrayContaining([expect.stringContaining('core/log.spec.ts')])
			}
		]);
		expect(JSON.stringify(lines)).not.toMatch(/Karen|010190/);
	});

	it('tells no more than the day on a citizen’s page', () => {
		const lines = printed();
		logError('request', telling(), { route: '/[municipality]/[[lang=lang]]/(citizen)/svar' });
		log('warning', 'turn', { municipality: 'stevns' });
		expect(lines.map(({ time }) => String(time).length)).toEqual([10, 17]);
	});

	it('names places as the program knows them, wherever it is installed', () => {
		const problem = new Error('a\n    at secret (/home/karen/build/x.js:1:1)');
		problem.stack = `Error: a\n    at f (file:///srv/oejenhoejde/build/server/chunks/x.js:1:2)\n    at node:fs:1:1\n    at /srv/o/node_modules/z/z.js:3:4`;
		expect(framesOf(problem)).toEqual([
			'f (build/server/chunks/x.js:1:2)',
			'node_modules/z/z.js:3:4'
		]);
		expect(framesOf('text')).toEqual([]);
	});
});
