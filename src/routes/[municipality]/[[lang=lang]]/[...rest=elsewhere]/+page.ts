import { browser } from '$app/environment';
import { isOfPublic } from '../../../../params/elsewhere.ts';
import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/**
 * What is nowhere is said inside the municipality's frame, with the way to its front page; without network too. There the
 * shell stands where a page of the public would, which is on the server alone.
 */
export const load: PageLoad = ({ params }) => {
	if (browser && isOfPublic(params.rest)) error(503, { message: 'offline' });
	error(404);
};
