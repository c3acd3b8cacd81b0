import * as reports from '$lib/server/reports/reports.ts';
import { error } from '@sveltejs/kit';
import { fileOf } from '../../../../../report/files.ts';
import { readable } from '../../../../../reading.ts';
import type { RequestHandler } from './$types';

/** A file of a quarter's report as it is published. */
export const GET: RequestHandler = async (event) => {
	const { db } = await readable(event);
	const version = reports.published(db).find(({ quarter }) => quarter === event.params.quarter);
	const bytes = version && reports.bytesOf(db, version.quarter, version.version, 'public');
	if (!version?.publicSha256 || bytes === undefined) error(404);
	return await fileOf(bytes, version.publicSha256, event.params.file);
};
