import * as z from 'zod/mini';
import { isRegistered, type Baseline, type Measure, type Table } from '../../../goals/measure.ts';
import { freeId } from '../../../plan/revision.ts';
import {
	countFrom,
	decimalFrom,
	optional,
	optionalText,
	textFrom,
	Typed,
	typedDecimal,
	TypedText,
	typedText
} from './fields.ts';

const NO_BASELINE = { value: '', about: '', period: '', n: '', national: '', wording: {} };
const NO_TABLE = { id: '', column: '', expected: '', hierarchies: '' };

export const TypedMeasure = z.object({
	kind: Typed,
	id: Typed,
	name: TypedText,
	item: Typed,
	statistic: Typed,
	wording: TypedText,
	period: Typed,
	unit: Typed,
	every: Typed,
	better: Typed,
	/** `on` */
	runningTotal: Typed,
	baseline: z._default(
		z.object({
			value: Typed,
			about: Typed,
			period: Typed,
			n: Typed,
			national: Typed,
			wording: TypedText
		}),
		NO_BASELINE
	),
	table: z._default(
		z.object({ id: Typed, column: Typed, expected: Typed, hierarchies: Typed }),
		NO_TABLE
	)
});
export type TypedMeasure = z.infer<typeof TypedMeasure>;

const BLANK: TypedMeasure = {
	kind: 'registered',
	id: '',
	name: {},
	item: '',
	statistic: '',
	wording: {},
	period: '',
	unit: '',
	every: '',
	better: '',
	runningTotal: '',
	baseline: NO_BASELINE,
	table: NO_TABLE
};

export function typedMeasure(measure: Measure): TypedMeasure {
	const { kind, id, name, baseline } = measure;
	const common = { ...BLANK, kind, id, name: typedText(name), baseline: typedBaseline(baseline) };
	if (!isRegistered(measure)) {
		const { item, statistic, wording, period } = measure;
		return { ...common, item, statistic, wording: typedText(wording), period };
	}
	const { unit, every, better, runningTotal, table } = measure;
	return {
		...common,
		unit,
		every,
		better,
		runningTotal: runningTotal ? 'on' : '',
		table: table
			? {
					id: table.id,
					column: table.column ?? '',
					expected: table.expected ?? '',
					hierarchies: Object.entries(table.hierarchies)
						.map((each) => each.join('='))
						.join('; ')
				}
			: NO_TABLE
	};
}

/** @param taken ids of the goal's measures so far; grows */
export function measureFrom(typed: TypedMeasure, at: number, taken: string[]): unknown {
	const { kind, name, item, statistic, wording, period, unit, every, better, table } = typed;
	const id = typed.id || freeId(at === 0 ? 'figure' : `figure-${at + 1}`, taken);
	taken.push(id);
	const common = {
		kind,
		id,
		name: optionalText(name),
		baseline: baselineFrom(typed.baseline, unitOf(typed))
	};
	if (kind === 'survey') {
		return {
			...common,
			item,
			statistic: statistic || 'share',
			wording: textFrom(wording),
			period: period || 'round'
		};
	}
	return {
		...common,
		unit,
		every,
		better,
		...(typed.runningTotal === 'on' && { runningTotal: true }),
		table: tableFrom(table)
	};
}

const typedBaseline = (baseline: Baseline | undefined): TypedMeasure['baseline'] =>
	baseline
		? {
				value: typedDecimal(baseline.value),
				about: baseline.about ? 'on' : '',
				period: baseline.period,
				n: baseline.n === null ? '' : String(baseline.n),
				national: typedDecimal(baseline.national),
				wording: typedText(baseline.wording)
			}
		: NO_BASELINE;

/** What a measure's numbers are counted in: a survey's share is in per cent, and its mean is no more than a number. */
export function unitOf({ kind, statistic, unit }: TypedMeasure): string | undefined {
	if (kind === 'survey') return statistic === 'mean' ? 'number' : 'per-cent';
	return unit === '' ? undefined : unit;
}

/** A baseline of which nothing is written is none. */
function baselineFrom(
	{ value, about, period, n, national, wording }: TypedMeasure['baseline'],
	unit: string | undefined
) {
	const text = textFrom(wording);
	const said = [value, period, n, national, ...Object.values(text)];
	if (said.every((each) => each.trim() === '')) return undefined;
	return {
		value: value.trim() === '' ? null : decimalFrom(value, unit),
		...(about === 'on' && { about: true }),
		period: period.trim(),
		n: n.trim() === '' ? null : countFrom(n),
		national: national.trim() === '' ? undefined : decimalFrom(national, unit),
		wording: optionalText(wording)
	};
}

/** `_ygrpi09=sygedagpenge; _x=1` */
function tableFrom({ id, column, expected, hierarchies }: TypedMeasure['table']): unknown {
	if ([id, column, expected, hierarchies].every((each) => each.trim() === '')) return undefined;
	const pairs = hierarchies
		.split(/[;\n]/)
		.map((pair) => pair.split('=').map((each) => each.trim()))
		.filter(([name = '']) => name !== '');
	return {
		id: id.trim(),
		column: optional(column),
		expected: optional(expected),
		hierarchies: Object.fromEntries(
			pairs.map(([name = '', ...value]) => [name, value.join('=')] as const)
		)
	} satisfies { [key in keyof Table]: unknown };
}
