import * as z from 'zod/mini';
import { readNumber, unitIn } from '../../../goals/number.ts';
import type { Text } from '../../../i18n/text.ts';
import type { Source } from '../../../survey/questionnaire.ts';
import { freeId } from '../../../plan/revision.ts';
import { withComma } from '../../../rounding.ts';
import { wholeNumberFrom } from '../../../spreadsheet/cells.ts';

/** Far above every limit, so that what is too long can be given back to whoever typed it. */
const TYPED_MAX = 100_000;
const typed = z.string().check(z.maxLength(TYPED_MAX));

/** A field as it was typed. */
export const Typed = z._default(typed, '');
export const TypedText = z._default(z.record(z.string().check(z.maxLength(8)), typed), {});
export type TypedText = z.infer<typeof TypedText>;

const NO_SOURCE = { kind: '', plan: '', lines: '', passage: '', correction: '', why: '' };
export const TypedSource = z._default(
	z.object({
		kind: Typed,
		plan: Typed,
		lines: Typed,
		passage: Typed,
		correction: Typed,
		why: Typed
	}),
	NO_SOURCE
);
export type TypedSource = z.infer<typeof TypedSource>;

export const listOf = <T extends z.ZodMiniType>(entry: T) => z._default(z.array(entry), []);

/** What stands in the fields of something that is there. */
export const typedText = (text: Text | undefined): TypedText => ({ ...text });
export const typedSource = (source: Source): TypedSource =>
	source.kind === 'ours'
		? { ...NO_SOURCE, kind: source.kind, why: source.why }
		: { ...NO_SOURCE, correction: '', ...source, lines: source.lines.join(', ') };

/** A text without the languages that nothing was written in. */
export const textFrom = (typed: TypedText): TypedText =>
	Object.fromEntries(
		Object.entries(typed)
			.map(([language, words]) => [language, words.trim().replace(/\s+/g, ' ')] as const)
			.filter(([, words]) => words !== '')
	);

/** Nothing at all, where a text may be left out. */
export function optionalText(typed: TypedText): TypedText | undefined {
	const text = textFrom(typed);
	return Object.keys(text).length > 0 ? text : undefined;
}

export const optional = (typed: string): string | undefined => typed.trim() || undefined;

export function sourceFrom({ kind, plan, lines, passage, correction, why }: TypedSource): unknown {
	if (kind === 'ours') return { kind, why: why.trim() };
	return {
		kind,
		plan: plan.trim(),
		lines: linesFrom(lines),
		passage: passage.trim(),
		...(kind === 'verbatim' && correction.trim() !== '' && { correction: correction.trim() })
	};
}

/** How many, as it is typed (`1.240`), or what was typed: the plan's shape refuses that. */
export const countFrom = (typed: string): number | string => wholeNumberFrom(typed) ?? typed;

/** A year or the number of a line, or what was typed: the plan's shape refuses that. */
export const numberFrom = (typed: string): number | string =>
	/^\d{1,7}$/.test(typed.trim()) ? Number(typed) : typed;

/**
 * A number as Danes write it, or what was typed: the plan's shape refuses that, and a number with another unit behind it.
 * @param unit what it is counted in, where that is chosen
 */
export function decimalFrom(typed: string, unit?: string): number | string {
	const read = readNumber(typed);
	const said = unitIn(typed);
	const isOther = said !== undefined && unit !== undefined && said !== unit;
	return read.ok && read.value !== null && !isOther ? read.value : typed;
}
export const typedDecimal = (value: number | null | undefined): string =>
	value === null || value === undefined ? '' : withComma(value);

/** `140, 142` */
const linesFrom = (typed: string): (number | string)[] =>
	typed
		.split(/[\s,;]+/)
		.filter((each) => each !== '')
		.map(numberFrom);

/** An id for an entry that has none yet, from its Danish words; `taken` grows with it. */
export function idOf(id: string, text: TypedText, taken: string[]): string {
	if (id !== '') return id;
	const words = (text['da'] ?? '')
		.toLowerCase()
		.replaceAll('æ', 'ae')
		.replaceAll('ø', 'oe')
		.replaceAll('å', 'aa')
		.normalize('NFD')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^[^a-z]+|-+$/g, '')
		.slice(0, 24)
		.replace(/-+$/, '');
	const made = freeId(words || 'ny', taken);
	taken.push(made);
	return made;
}
