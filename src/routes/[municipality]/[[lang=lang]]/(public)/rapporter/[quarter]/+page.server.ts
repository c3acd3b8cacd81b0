import { json } from '$lib/json.ts';
import { Report } from '$lib/reports/document.ts';
import * as reports from '$lib/server/reports/reports.ts';
import { error } from '@sveltejs/kit';
import { readable } from '../../../../reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = await readable(event);
	const version = reports.published(db).find(({ quarter }) => quarter === event.params.quarter);
	if (!version?.publicSha256 || !version.releasedOn) error(404);
	const bytes = reports.bytesOf(db, version.quarter, version.version, 'public');
	if (bytes === undefined) error(404);
	return {
		report: Report.parse(json(bytes)),
		version: version.version,
		sha256: version.publicSha256,
		releasedOn: version.releasedOn
	};
};
