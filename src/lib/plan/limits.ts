/** How long a text of the plan may be, in characters. */
export const TEXT_MAX = 600;

/** Where a text comes from: what is quoted may be long, and its place is short. */
export const SOURCE_MAX = { plan: 200, lines: 80, passage: 2000, correction: 2000, why: TEXT_MAX };

/** @param field the last step of the name of a field that holds a text */
export const limitOf = (field: string): number =>
	Object.hasOwn(SOURCE_MAX, field) ? SOURCE_MAX[field as keyof typeof SOURCE_MAX] : TEXT_MAX;
