import { monthFrom } from '../../spreadsheet/cells.ts';
import { Period } from '../period.ts';

/**
 * A period as people, spreadsheets and Jobindsats write it: `2026-08`, `august 2026`, `2026M08`; `2026-Q3`, `2026Q3`,
 * `3. kvartal 2026`, `K3 2026`; `2026-H1`, `1. halvår 2026`; `2026`.
 */
export function periodFrom(typed: string): Period | undefined {
	const text = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
	const found =
		yearOf(text) ?? partOf(text, 'Q', '(?:q|k|kv|kvt|kvartal)') ?? halfOf(text) ?? monthOf(text);
	return Period.safeParse(found).data;
}

const yearOf = (text: string): string | undefined => /^(?:år )?(\d{4})$/.exec(text)?.[1];

const halfOf = (text: string): string | undefined => partOf(text, 'H', '(?:h|halvår)');

function partOf(text: string, sign: string, name: string): string | undefined {
	const yearFirst = new RegExp(`^(\\d{4})[- /]?${name}\\.? ?(\\d)$`).exec(text);
	if (yearFirst) return `${yearFirst[1]}-${sign}${yearFirst[2]}`;
	const yearLast =
		new RegExp(`^(\\d)\\.? ?${name}\\.?,? ?[-/]? ?(\\d{4})$`).exec(text) ??
		new RegExp(`^${name}\\.? ?(\\d)[- /](\\d{4})$`).exec(text);
	return yearLast ? `${yearLast[2]}-${sign}${yearLast[1]}` : undefined;
}

function monthOf(text: string): string | undefined {
	const [, year, month] = /^(\d{4}) ?m(\d{1,2})$/.exec(text) ?? [];
	return year && month ? `${year}-${month.padStart(2, '0')}` : monthFrom(text);
}
