import { json } from '../json.ts';
import * as z from 'zod/mini';
import { Assessment } from './assessment.ts';

/** What a picture's owner takes home in a file: everything they made, and nothing that opens what they shared. */
const PictureFile = z.strictObject({
	oejenhoejde: z.literal('mit-billede'),
	version: z.literal(1),
	pictures: z.array(Assessment).check(z.maxLength(500))
});

export const write = (pictures: Assessment[]): string =>
	JSON.stringify({ oejenhoejde: 'mit-billede', version: 1, pictures }, null, '\t');

/** The pictures of a file, or undefined when it is not one of ours. */
export function read(text: string): Assessment[] | undefined {
	const parsed = PictureFile.safeParse(json(text));
	return parsed.success ? parsed.data.pictures : undefined;
}
