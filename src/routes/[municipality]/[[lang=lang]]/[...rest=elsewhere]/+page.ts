import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** What is nowhere is said inside the municipality's frame, with the way to its front page; without network too. */
export const load: PageLoad = () => error(404);
