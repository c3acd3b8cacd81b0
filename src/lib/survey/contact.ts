import * as z from 'zod/mini';
import { Text } from '../i18n/text.ts';

/** Someone to turn to: after a bad meeting, or when something alarming was said. */
export const Contact = z.strictObject({
	name: Text,
	note: z.optional(Text),
	telephone: z.optional(z.string().check(z.regex(/^\+?\d[\d ]{1,18}\d$/))),
	email: z.optional(z.email()),
	// An address that a browser would run is no address.
	url: z.optional(z.url({ protocol: /^https?$/ }))
});
