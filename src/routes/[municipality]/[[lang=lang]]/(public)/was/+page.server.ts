import * as compliance from '$lib/server/rounds/compliance.ts';
import * as municipality from '$lib/server/municipality.ts';
import { error, redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The law asks for the accessibility statement at this address; it stands where the municipality has said. */
export const load: PageServerLoad = ({ params }) => {
	const found = municipality.find(params.municipality);
	if (!found) error(404);
	const statement = compliance.read(found.db)?.statement;
	if (statement) redirect(302, statement);
};
