import { describe, expect, it } from 'vitest';
import { periodFrom } from './period.ts';
import { readFigures, type Known } from './read.ts';

const weeks: Known = {
	goal: 'weeks',
	measure: 'figure',
	every: 'month',
	unit: 'weeks',
	names: ['Antal uger']
};
const year1: Known = {
	goal: 'jobs',
	measure: 'year-1',
	every: 'year',
	names: ['Job', 'Job/Efter 1 år']
};
const year2: Known = {
	goal: 'jobs',
	measure: 'year-2',
	every: 'year',
	names: ['Job', 'Job/Efter 2 år']
};
const known = [weeks, year1, year2];
const read = (given: Uint8Array | string, only?: Known) =>
	readFigures(given, { known, only, source: 'Egen opgørelse' });
const values = (given: Uint8Array | string, only?: Known) => {
	const reading = read(given, only);
	if (!reading.ok) throw new Error(JSON.stringify(reading));
	return reading.lines.map(({ goal, measure, period, value }) =>
		[`${goal}/${measure}`, period, value].join(' ')
	);
};
const problems = (given: string, only?: Known) => {
	const reading = read(given, only);
	return reading.ok || 'reason' in reading
		? reading
		: reading.problems.map(({ line, reason, said }) => [line, reason, said]);
};

describe('a period', () => {
	it.each([
		['2026-08', '2026-08'],
		['2026M08', '2026-08'],
		['august 2026', '2026-08'],
		['08-2026', '2026-08'],
		['31-08-2026', '2026-08'],
		['2026Q3', '2026-Q3'],
		['2026-Q3', '2026-Q3'],
		['3. kvartal 2026', '2026-Q3'],
		['3. kv. 2026', '2026-Q3'],
		['Q3 2026', '2026-Q3'],
		['K3 2026', '2026-Q3'],
		['1. halvår 2026', '2026-H1'],
		['2026H1', '2026-H1'],
		['2026', '2026'],
		['5. kvartal 2026', undefined],
		['2026-13', undefined],
		['2026-0', undefined],
		['snart', undefined]
	])('%s', (typed, period) => expect(periodFrom(typed)).toBe(period));
});

describe('figures from a file', () => {
	it('are read by headings in any order, with commas, points, per cent and signs for nothing', () => {
		expect(
			values(
				'\uFEFFperiode;værdi;mål;hele landet\r\n2026-06;29,1;weeks;33,4\r\n2026-07;1.234,5;Antal uger;-\r\n2026-08;..;WEEKS/figure;.\r\n'
			)
		).toEqual([
			'weeks/figure 2026-06 29.1',
			'weeks/figure 2026-07 1234.5',
			'weeks/figure 2026-08 '
		]);
	});

	it('are read from old Danish letters and from a pasted table', () => {
		const old = Uint8Array.from('mål;periode;værdi\nweeks;2026-06;29,1\n', (letter) =>
			letter.charCodeAt(0)
		);
		expect(values(old)).toEqual(['weeks/figure 2026-06 29.1']);
		expect(values('mål\tperiode\tværdi\nweeks\taugust 2026\t29,1')).toEqual([
			'weeks/figure 2026-08 29.1'
		]);
	});

	it('may leave the goal and the headings out when all are about one', () => {
		expect(values('juni 2026;29,1\njuli 2026;28', weeks)).toEqual([
			'weeks/figure 2026-06 29.1',
			'weeks/figure 2026-07 28'
		]);
		expect(read('juni 2026;29,1\njuli 2026;28')).toEqual({ ok: false, reason: 'no-heading' });
		expect(read('periode;værdi\n2026-06;29')).toEqual({ ok: false, reason: 'no-goal' });
	});

	it('name one of several measures of a goal', () => {
		expect(
			values('mål;måles ved;periode;værdi\njobs;year-2;2025;25\nJob;Efter 1 år;2025;20')
		).toEqual(['jobs/year-2 2025 25', 'jobs/year-1 2025 20']);
		expect(problems('mål;periode;værdi\njobs;2025;25')).toEqual([[2, 'which', 'jobs']]);
	});

	it('tell of every line that cannot be read, by its number in the file', () => {
		expect(
			problems(
				[
					'mål;periode;værdi;hele landet;foreløbig',
					'findes ikke;2026-06;1;;',
					'weeks;snart;1;;',
					'weeks;2026-Q2;1;;',
					'',
					'weeks;2026-06;29,1,2;;',
					'weeks;2026-07;29;x3;',
					'weeks;2026-08;29;;måske',
					'weeks;2026-09;29;;ja',
					'weeks;2026-09;30;;'
				].join('\n')
			)
		).toEqual([
			[2, 'goal', 'findes ikke'],
			[3, 'period', 'snart'],
			[4, 'other-kind-of-period', '2026-Q2'],
			[6, 'value', '29,1,2'],
			[7, 'national', 'x3'],
			[8, 'provisional', 'måske'],
			[10, 'twice', 'weeks 2026-09']
		]);
	});

	it('are never read from a row with more in it than its heading names', () => {
		expect(problems('mål,periode,værdi\nweeks,2026-08,12,5')).toEqual([
			[2, 'wider', 'weeks;2026-08;12;5']
		]);
		expect(problems('mål,periode,værdi,hele landet\nweeks,2026-08,12,5,13,1')).toEqual([
			[2, 'wider', 'weeks;2026-08;12;5;13;1']
		]);
		// With no value in the value's column too, and where the heading names nothing.
		expect(problems('mål;periode;værdi;;kilde\nweeks;2026-08;12;5;L\nweeks;2026-07;;5;L')).toEqual([
			[2, 'wider', 'weeks;2026-08;12;5;L'],
			[3, 'wider', 'weeks;2026-07;;5;L']
		]);
		expect(problems('2026-08;45;50;51;ja', weeks)).toEqual([[1, 'wider', '2026-08;45;50;51;ja']]);
		expect(problems('2026-07,12,5\n2026-08,13,1 uger', weeks)).toEqual([
			[1, 'comma', '12,5'],
			[2, 'comma', '13,1 uger']
		]);
	});

	it('may have empty cells behind them, and a spreadsheet’s own count before them', () => {
		const [june, july] = ['weeks/figure 2026-06 29.1', 'weeks/figure 2026-07 28'];
		expect(values('mål;periode;værdi\nweeks;2026-06;29,1;;\nweeks;2026-07;28;')).toEqual([
			june,
			july
		]);
		expect(values('mål;periode;værdi;;\nweeks;2026-06;29,1;;;;\nweeks;2026-07;28')).toEqual([
			june,
			july
		]);
		expect(
			values('mål;periode;værdi;hele landet\nweeks;2026-06;29,1\nweeks;2026-07;28;30')
		).toEqual([june, july]);
		expect(values(';mål;periode;værdi\n1;weeks;2026-06;29,1\n2;weeks;2026-07;28')).toEqual([
			june,
			july
		]);
		expect(values('2026-06;29,1;;;\n2026-07;28;30', weeks)).toEqual([june, july]);
		expect(values('2026-06,"29,1"\n2026-07,28,30.5', weeks)).toEqual([june, july]);
		expect(values('mål,periode,værdi\nweeks,2026-06,"29,1"\nweeks,2026-07,28')).toEqual([
			june,
			july
		]);
	});

	it.each(['0.125', '0.500', '12,5¹', '1.234²', '45 50', '1,234.5', '29,1 kr.', '12 %'])(
		'are not guessed at: %s',
		(said) => {
			for (const column of ['værdi', 'hele landet', 'ventet']) {
				const [value, other] = column === 'værdi' ? [said, ''] : ['1', `;${said}`];
				const heading = column === 'værdi' ? 'mål;periode;værdi' : `mål;periode;værdi;${column}`;
				const told = problems(`${heading}\nweeks;2026-08;${value}${other}`);
				expect(Array.isArray(told) && told.map(([line, , stands]) => [line, stands])).toEqual([
					[2, said]
				]);
			}
		}
	);

	it('have their own unit or none behind them', () => {
		expect(
			values('mål;periode;værdi\nweeks;2026-06;29,1 uger\njobs/year-1;2025;12 %')
		).toHaveLength(2);
		expect(problems('mål;periode;værdi\nweeks;2026-06;29,1 %')).toEqual([[2, 'unit', '29,1 %']]);
	});

	it('are all written in one way: where a point parts decimals, it may part no thousands', () => {
		const heading = 'mål;periode;værdi\n';
		expect(values(`${heading}weeks;2026-06;98.5\nweeks;2026-07;1234,5`)).toHaveLength(2);
		expect(values(`${heading}weeks;2026-06;1.234\nweeks;2026-07;98,5`)).toHaveLength(2);
		expect(
			problems(`${heading}weeks;2026-05;98.5\nweeks;2026-06;100.125\nweeks;2026-07;1,250`)
		).toEqual([
			[3, 'point', '100.125'],
			[4, 'point', '1,250']
		]);
	});

	it('are not left out because only the country’s figure is there', () => {
		expect(problems('mål;periode;værdi;hele landet\nweeks;2026-06;;33,4\nweeks;2026-07;;')).toEqual(
			[[2, 'no-value', '2026-06']]
		);
	});

	it('are not read where two columns are called the same', () => {
		expect(read('mål;periode;værdi;tal\nweeks;2026-06;1;2')).toEqual({
			ok: false,
			reason: 'same-heading',
			line: 1
		});
		expect(read('mål;år;kvartal;værdi\njobs/year-1;2025;3;45')).toMatchObject({
			reason: 'same-heading'
		});
	});

	it('are not taken from half a file: a line that was cut off has no source', () => {
		const whole =
			'mål;periode;værdi;kilde\nweeks;2026-06;29,1;Lønsystem\nweeks;2026-07;28,4;Lønsystem';
		expect(values(whole)).toHaveLength(2);
		for (const cut of [';Lønsystem', '4;Lønsystem', ',4;Lønsystem', '28,4;Lønsystem']) {
			const read = problems(whole.slice(0, -cut.length));
			expect(Array.isArray(read) && read.map(([line]) => line)).toEqual([3]);
		}
	});

	it('pass over the lines of the template that are not filled in', () => {
		expect(
			read('mål;periode;værdi;kilde\nweeks;2026-06;;Lønsystem\nweeks;2026-07;28;Lønsystem')
		).toMatchObject({ ok: true, skipped: 1, lines: [{ period: '2026-07', source: 'Lønsystem' }] });
	});

	it('say what is wrong with a file that is none', () => {
		expect(read('')).toMatchObject({ ok: false, reason: 'empty' });
		expect(read(new Uint8Array([0x50, 0x4b, 3, 4]))).toMatchObject({ reason: 'spreadsheet' });
		expect(read('mål;periode;værdi\n"weeks;2026-06;1')).toMatchObject({ reason: 'open-quote' });
	});
});
