import * as z from 'zod/mini';
import { Text } from '../i18n/text.ts';

/** Someone to turn to: after a bad meeting, or when something alarming was said. */
export const Contact = z.strictObject({
	name: Text,
	note: z.optional(Text),
	telephone: z.optional(z.string()),
	email: z.optional(z.string()),
	url: z.optional(z.url())
});
