import * as z from 'zod/mini';

const Item = z.object({
	id: z.string(),
	text: z.record(z.string(), z.string()),
	scale: z.enum(['agreement', 'satisfaction'])
});
const share = z.number().check(z.minimum(0), z.maximum(100));
const Figure = z.object({
	kind: z.enum(['month', 'quarter', 'half-year', 'year', 'round']),
	period: z.string(),
	series: z.enum(['asked', 'open']),
	breakdown: z.string(),
	item: z.nullable(z.string()),
	n: z.int().check(z.nonnegative()),
	share,
	low: z.nullable(share),
	high: z.nullable(share),
	answered: z.nullable(z.int()),
	offered: z.nullable(z.int()),
	responseRate: z.nullable(z.number())
});

/** What is read of another municipality's `noegletal.json`, shape 1; all else in it is passed over. */
export const Comparable = z.object({
	oejenhoejde: z.literal(1),
	municipality: z.string().check(z.minLength(1), z.maxLength(60)),
	name: z.string().check(z.minLength(1), z.maxLength(120)),
	rounds: z.array(
		z.object({
			id: z.string(),
			name: z.record(z.string(), z.string()),
			opensOn: z.iso.date(),
			closesOn: z.iso.date(),
			items: z.array(Item),
			figures: z.array(Figure)
		})
	)
});
export type Comparable = z.infer<typeof Comparable>;

/** The shape as JSON Schema, for whoever makes such a file elsewhere. */
export const comparableSchema = (): object => ({
	...z.toJSONSchema(Comparable),
	title: 'Øjenhøjde: noegletal',
	version: 1
});

/** A group is named beforehand, with its reason, and nobody is left out of it afterwards. */
export const Group = z.strictObject({
	name: z.string().check(z.minLength(1)),
	reason: z.string().check(z.minLength(1)),
	/** Municipalities of this instance, by id. */
	members: z.array(z.string()).check(z.minLength(2))
});

type Beside = {
	round: string;
	opensOn: string;
	closesOn: string;
	share: number;
	low: number;
	high: number;
	n: number;
	answered: number | null;
	offered: number | null;
	responseRate: number | null;
};
export type Row = {
	name: string;
	isOwn: boolean;
	/** Null where it does not ask in the same words on the same scale, or its answers are too few. */
	figure: Beside | null;
	/** Whether its interval lies apart from one's own: else the two cannot be told apart. */
	isApart: boolean | null;
};
type Statement = { text: string; scale: string; rows: Row[] };

/** One's own statements, each beside the same statement elsewhere. In the alphabet's order, never by value. */
export function compare(own: Comparable, others: readonly Comparable[]): Statement[] {
	const everybody = [own, ...others].sort((a, b) => a.name.localeCompare(b.name, 'da'));
	const asked = newestFirst(own).flatMap(({ items }) => items);
	const statements = new Map(asked.map((item) => [keyOf(item), item]));
	return [...statements].map(([key, { text, scale }]) => {
		const mine = newest(own, key);
		return {
			text: text['da'] ?? '',
			scale,
			rows: everybody.map((each): Row => {
				const isOwn = each === own;
				const figure = isOwn ? mine : newest(each, key);
				return {
					name: each.name,
					isOwn,
					figure,
					isApart:
						isOwn || !mine || !figure ? null : figure.low > mine.high || figure.high < mine.low
				};
			})
		};
	});
}

const keyOf = ({ text, scale }: z.infer<typeof Item>): string => `${scale}\n${text['da'] ?? ''}`;

const newestFirst = ({ rounds }: Comparable) =>
	rounds.toSorted((a, b) => (a.closesOn < b.closesOn ? 1 : -1));

/** The newest whole round's figure of a statement, among those who were asked. */
function newest(of: Comparable, key: string): Beside | null {
	for (const { name, opensOn, closesOn, items, figures } of newestFirst(of)) {
		const item = items.find((each) => keyOf(each) === key);
		const found = figures.find(
			(each) =>
				item !== undefined &&
				each.kind === 'round' &&
				each.series === 'asked' &&
				each.breakdown === '' &&
				each.item === item.id
		);
		if (found?.low === undefined || found.low === null || found.high === null) continue;
		const { share, low, high, n, answered, offered, responseRate } = found;
		const round = name['da'] ?? '';
		return { round, opensOn, closesOn, share, low, high, n, answered, offered, responseRate };
	}
	return null;
}
