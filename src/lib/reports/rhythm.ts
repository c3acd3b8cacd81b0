import * as z from 'zod/mini';
import { Every } from '../goals/period.ts';
import { Source } from '../survey/questionnaire.ts';

/** Who is told what, and how often. */
export const Rhythm = z.strictObject({
	what: z.string().check(z.minLength(1)),
	to: z.string().check(z.minLength(1)),
	every: Every,
	source: Source
});
export type Rhythm = z.infer<typeof Rhythm>;

/** Where a plan prints no rhythm: said as ours wherever it is shown. */
export const usualRhythm = (committee: string): Rhythm => ({
	what: 'Kvartalsrapport',
	to: committee,
	every: 'quarter',
	source: { kind: 'ours', why: 'Planen siger ikke, hvor tit udvalget skal høre om den.' }
});
