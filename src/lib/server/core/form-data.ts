import * as z from 'zod/mini';
import { wholeNumberFrom } from '../../spreadsheet/cells.ts';

/** A whole number as it stands in a form's field, read as everywhere. */
export const WholeNumber = z.pipe(
	z.string().check(z.refine((text) => wholeNumberFrom(text) !== undefined)),
	z.transform((text) => wholeNumberFrom(text) ?? 0)
);

/** A field's text; '' where there is none. A file is no text. A form sends a line break as two characters, and a limit counts one. */
export function textOf(data: FormData, name: string): string {
	const value = data.get(name);
	return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

export const textsOf = (data: FormData, name: string): string[] =>
	data.getAll(name).filter((value) => typeof value === 'string');

/** The names of the fields that a person must mend, in the form's order. */
export const wrongFields = (error: z.core.$ZodError): string[] => [
	...new Set(error.issues.map(({ path }) => String(path[0])))
];
