import type { PageServerLoad } from './$types';
import { authorise } from '../../authorise.ts';
import { paperOf } from '../paper.ts';

export const load: PageServerLoad = (event) => ({ paper: paperOf(authorise(event)) });
