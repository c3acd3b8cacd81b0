import * as z from 'zod/mini';

/** What an agenda item is made of; a committee has its own names of them, in its own order. */
const AGENDA_PARTS = ['resume', 'recommendation', 'case', 'economy', 'annexes'] as const;

export const AgendaHeading = z.strictObject({
	part: z.enum(AGENDA_PARTS),
	heading: z.string().check(z.minLength(1))
});
export type AgendaHeading = z.infer<typeof AgendaHeading>;

/** As most committees have it, where a plan has no headings of its own. */
export const AGENDA: AgendaHeading[] = [
	{ part: 'resume', heading: 'Resumé' },
	{ part: 'recommendation', heading: 'Indstilling' },
	{ part: 'case', heading: 'Sagsfremstilling' },
	{ part: 'economy', heading: 'Økonomi' },
	{ part: 'annexes', heading: 'Bilag' }
];

/** What is wrong with a plan's own headings: an item without a part would leave out what is in it. */
export const agendaFlaws = (headings: readonly AgendaHeading[]): string[] =>
	AGENDA_PARTS.flatMap((part) => {
		const n = headings.filter((each) => each.part === part).length;
		return n === 1 ? [] : [`"${part}" stands ${n} times, and must stand once`];
	});
