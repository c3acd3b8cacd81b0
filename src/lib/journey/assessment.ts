import * as z from 'zod/mini';
import type { Day } from '../calendar.ts';
import type { JourneyModel, Placed } from './model.ts';

export const NAME_MAX = 60;
export const NOTE_MAX = 600;
export const NEXT_MAX = 300;
export const AGREEMENTS_MAX = 12;

const Id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));
/** A text that is too long is kept as it was written: whoever wrote it is asked to shorten it. */
const KEPT_TIMES = 20;
const Words = (max: number) => z.string().check(z.maxLength(KEPT_TIMES * max));

/** One chosen area: where the person is, if they have said, and what they want said about it. */
export const Placement = z.strictObject({
	area: Id,
	/** Null: the area matters, but none of the descriptions was chosen. */
	step: z.nullable(Id),
	talk: z.boolean(),
	note: Words(NOTE_MAX)
});
export type Placement = z.infer<typeof Placement>;

/** Something agreed upon side by side. */
export const Agreement = z.strictObject({
	goal: Words(NEXT_MAX),
	what: Words(NEXT_MAX),
	who: Words(NAME_MAX),
	by: z.nullable(z.iso.date())
});
export type Agreement = z.infer<typeof Agreement>;

/** A caseworker's own view of the same areas, made without seeing the citizen's. */
export const OtherView = z.strictObject({
	madeOn: z.iso.date(),
	placements: z.array(z.strictObject({ area: Id, step: z.nullable(Id) }))
});
export type OtherView = z.infer<typeof OtherView>;

/** A person's own picture of themselves on a day. It lives on their device. */
export const Assessment = z.strictObject({
	id: z.uuid({ version: 'v4' }),
	/** The id of the model it was made with. */
	model: Id,
	name: Words(NAME_MAX),
	madeOn: z.iso.date(),
	placements: z.array(Placement).check(z.maxLength(12)),
	/** The kind of support where the person puts their own marker; null where they put none. */
	marker: z.nullable(Id),
	next: z.strictObject({ what: Words(NEXT_MAX), by: z.nullable(z.iso.date()) }),
	together: z.nullable(
		z.strictObject({
			on: z.iso.date(),
			other: OtherView,
			agreements: z.array(Agreement).check(z.maxLength(AGREEMENTS_MAX))
		})
	),
	/** The owner's yes to being counted: under which id, so that a lost reply does not count it twice. Never shared. */
	counting: z.nullable(z.strictObject({ id: z.uuid({ version: 'v4' }), done: z.boolean() }))
});
export type Assessment = z.infer<typeof Assessment>;

/** An empty picture. Nobody is anywhere until they say so themselves. */
export const begin = (id: string, model: JourneyModel, madeOn: Day): Assessment => ({
	id,
	model: model.id,
	name: '',
	madeOn,
	placements: [],
	marker: null,
	next: { what: '', by: null },
	together: null,
	counting: null
});

/** Chooses the areas that matter today; what was said about those that stay is kept. In the model's order. */
export function chooseAreas(picture: Assessment, model: JourneyModel, areas: string[]): Assessment {
	const placements = model.areas
		.filter((area) => areas.includes(area.id))
		.map(
			({ id }) =>
				picture.placements.find((each) => each.area === id) ?? {
					area: id,
					step: null,
					talk: false,
					note: ''
				}
		);
	return { ...picture, placements };
}

/** Says something about one chosen area. An area that was not chosen is left alone. */
export const say = (
	picture: Assessment,
	area: string,
	said: Partial<Omit<Placement, 'area'>>
): Assessment => ({
	...picture,
	placements: picture.placements.map((each) => (each.area === area ? { ...each, ...said } : each))
});

/** The areas where the person has chosen a description. */
export const placed = (picture: Pick<Assessment, 'placements'>): Placed[] =>
	picture.placements.flatMap(({ area, step }) => (step === null ? [] : [{ area, step }]));

/** Whether there is nothing in it that somebody would miss. */
export const isEmpty = ({ placements, marker, next, together }: Assessment): boolean =>
	placements.length === 0 && marker === null && next.what === '' && together === null;

/**
 * An id for a picture that is newer than those that are here: it comes before the ids of the same day, which is all that tells their
 * order. No time of day is kept.
 */
export function idOfNewest(
	pictures: readonly Pick<Assessment, 'id' | 'madeOn'>[],
	madeOn: Day,
	newId: () => string = () => crypto.randomUUID()
): string {
	const id = newId();
	const [lowest] = pictures
		.filter((each) => each.madeOn === madeOn)
		.map((each) => each.id)
		.sort();
	return lowest === undefined || id < lowest ? id : below(lowest, id);
}

/** An id like this one, whose first twelve figures are somewhere between the half of another's and its own: so a day has room for a hundred. */
function below(other: string, id: string): string {
	const first = Number.parseInt(other.slice(0, 8) + other.slice(9, 13), 16);
	if (!(first > 0)) return id;
	const chance = Number.parseInt(id.slice(0, 8), 16) / 2 ** 32;
	const figures = Math.floor(first * (0.5 + chance / 2))
		.toString(16)
		.padStart(12, '0');
	return `${figures.slice(0, 8)}-${figures.slice(8)}${id.slice(13)}`;
}

/** Newest first; of one day, by their ids (`idOfNewest`). */
export const newestFirst = (pictures: Assessment[]): Assessment[] =>
	[...pictures].sort((a, b) =>
		a.madeOn === b.madeOn ? (a.id < b.id ? -1 : 1) : a.madeOn < b.madeOn ? 1 : -1
	);
