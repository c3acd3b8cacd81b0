import { papersIn } from '../papers.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({
	...data,
	papers: await papersIn(data.languages)
});
