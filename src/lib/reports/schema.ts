import * as z from 'zod/mini';
import { Report } from './document.ts';

/** The shape of `rapport.json` as JSON Schema: number 1, which a later shape does not replace. */
export const reportSchema = (): object => ({
	...z.toJSONSchema(Report),
	title: 'Øjenhøjde: report',
	version: 1
});
