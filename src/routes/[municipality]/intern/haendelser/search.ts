import { DEEDS, type Search } from '$lib/server/core/audit.ts';
import * as z from 'zod/mini';

const day = z.catch(z.union([z.literal(''), z.iso.date()]), '');
const Query = z.object({
	text: z.catch(z.string().check(z.maxLength(100)), ''),
	what: z.catch(z.union([z.literal(''), z.enum(DEEDS)]), ''),
	from: day,
	to: day
});

/** The address is the search; what it cannot say is left out. */
export function searchOf({ searchParams }: URL): Search {
	const of = (name: string) => searchParams.get(name) ?? '';
	return Query.parse({ text: of('tekst'), what: of('hvad'), from: of('fra'), to: of('til') });
}
