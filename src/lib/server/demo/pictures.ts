import type { Day } from '../../calendar.ts';
import { CountReply, sealCount, type PictureCount, type SealedCount } from '../../journey/count.ts';
import type { JourneyModel } from '../../journey/model.ts';
import type { Prepared } from './prepare.ts';
import { between, chance, random, uuid, weighted, type Random } from './random.ts';

/**
 * So many let theirs be counted between two of the demo's days: in a quarter it is enough for most places to be shown, and
 * for some not. Fewer than an hour's limit of one address (see `api/v1/billeder`).
 */
const [FEWEST, MOST] = [20, 50];
const MARKED = 0.8;
/** How many of ten areas somebody finds important. */
const IMPORTANT = 0.5;

export type PicturePost = { municipality: string; counts: SealedCount[] };

/** Pictures that some invented citizens let be counted on a day, sealed as their devices do. */
export const sealPictures = (prepared: Prepared[], day: Day): Promise<PicturePost[]> =>
	Promise.all(
		prepared.map(async ({ municipality, model, key }) => ({
			municipality,
			counts: await Promise.all(
				(model ? picturesOf(model, random(`${municipality} pictures ${day}`)) : []).map((count) =>
					sealCount(count, key)
				)
			)
		}))
	);

/** Which places are chosen the most is invented too, and the same all year. */
export function picturesOf(model: JourneyModel, from: Random): PictureCount[] {
	return Array.from({ length: between(from, FEWEST, MOST) }, () => ({
		id: uuid(from),
		steps: Object.fromEntries(
			model.areas
				.filter(({ counted }) => counted && chance(from, IMPORTANT))
				.map(({ id, steps }) => [id, chosen(from, steps, id)])
		),
		marker: chance(from, MARKED) ? chosen(from, model.kinds, 'marker') : null
	}));
}

const chosen = (from: Random, all: { id: string }[], area: string): string =>
	weighted(
		from,
		all.map(({ id }) => [id, between(random(`${area} ${id}`), 1, 3)])
	);

/** @throws when the server does not count it: a demo with holes in it would be a false one. */
export async function sendPictures(
	url: string,
	{ municipality, counts }: PicturePost
): Promise<number> {
	for (const sealed of counts) {
		const response = await fetch(`${url}/${municipality}/api/v1/billeder`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(sealed)
		});
		if (!response.ok) throw new Error(`${municipality}: the server replied ${response.status}`);
		const { outcome } = CountReply.parse(await response.json());
		if (outcome !== 'counted') throw new Error(`${municipality}: a picture was ${outcome}`);
	}
	return counts.length;
}
