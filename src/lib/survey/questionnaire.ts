import * as z from 'zod/mini';
import { Text } from '../i18n/text.ts';

const filled = z.string().check(z.minLength(1));

/**
 * Where a statement or promise comes from. `verbatim`: the plan's own words (a correction marked in square brackets);
 * `derived`: written by us from a passage of the plan; `ours`: no plan says it, and the app says so.
 * `lines` are line numbers of the plan's text; none where it has no such text.
 */
export const Source = z.discriminatedUnion('kind', [
	z.strictObject({
		kind: z.literal('verbatim'),
		plan: filled,
		lines: z.array(z.int()),
		passage: filled,
		correction: z.optional(z.string())
	}),
	z.strictObject({
		kind: z.literal('derived'),
		plan: filled,
		lines: z.array(z.int()),
		passage: filled
	}),
	z.strictObject({ kind: z.literal('ours'), why: filled })
]);
export type Source = z.infer<typeof Source>;

export const Scale = z.enum(['agreement', 'satisfaction']);
export type Scale = z.infer<typeof Scale>;

export const Answer = z.union([
	z.literal([1, 2, 3, 4, 5] as const),
	z.literal(['na', 'unclear'] as const)
]);
export type Answer = z.infer<typeof Answer>;

export const Item = z.strictObject({
	id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/)),
	text: Text,
	scale: Scale,
	/** The key item (★): the questionnaire's headline. At most one, and on the satisfaction scale. */
	key: z.optional(z.literal(true)),
	source: Source,
	/** Ids of the promises that this item measures. */
	promises: z.array(z.string())
});
export type Item = z.infer<typeof Item>;

/** A statement as it is shown: where it comes from is told on a page of its own. */
export type ItemFace = Pick<Item, 'id' | 'text' | 'scale' | 'key'>;
export const faceOf = ({ id, text, scale, key }: Item): ItemFace => ({
	id,
	text,
	scale,
	...(key && { key })
});

export const Questionnaire = z.strictObject({
	id: z.string(),
	name: Text,
	/** No new round asks it; it stays because a round has. */
	retired: z.optional(z.literal(true)),
	items: z.array(Item).check(z.minLength(1), z.maxLength(12))
});
export type Questionnaire = z.infer<typeof Questionnaire>;

/** The text that a questionnaire's hash is taken of: keys sorted, so that the order of writing does not matter. */
export const canonical = (value: unknown): string =>
	JSON.stringify(value, (_, inner: unknown) =>
		inner !== null && typeof inner === 'object' && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner
	);
