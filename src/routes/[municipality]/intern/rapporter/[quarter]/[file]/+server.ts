import * as reports from '$lib/server/reports/reports.ts';
import { error } from '@sveltejs/kit';
import { fileOf } from '../../../../report/files.ts';
import { authorise } from '../../../authorise.ts';
import type { RequestHandler } from './$types';

/** A file of a released version: of the newest, or of the one that is asked for. */
export const GET: RequestHandler = async (event) => {
	const { db } = authorise(event);
	const { quarter, file } = event.params;
	const released = reports.versions(db, quarter).filter(({ sha256 }) => sha256 !== null);
	const asked = event.url.searchParams.get('version');
	const version = asked ? released.find((each) => each.version === Number(asked)) : released.at(-1);
	const bytes = version && reports.bytesOf(db, quarter, version.version);
	if (!version?.sha256 || bytes === undefined) error(404);
	return await fileOf(bytes, version.sha256, file);
};
